import type { FormValue, Reading } from '../../documents/document.ts'
import { type Line, lengthOf } from '../../documents/text/page.ts'
import { PDF_PAGES, TEXT_CHARACTERS } from './limits.ts'
import type { Member } from './opened.ts'

/** What a page of a PDF says as text and as form. */
export interface PageRead {
  readonly lines: readonly Line[]
  readonly formValues: readonly FormValue[]
  readonly pictures: Reading['pictures']
  /** False of a page that is too damaged to be read. */
  readonly isSound: boolean
  /** True when its characters are guessed: their fonts do not say what they are. */
  readonly isGuessed: boolean
}

/** What a library tells of a PDF. */
export interface PdfRead {
  /** To the bounds of `limits.ts`. */
  readonly pages: readonly PageRead[]
  readonly pageCount: number
  readonly embedded: readonly Member[]
}

/** All pages to the bounds, one after the other. `read`: a page by its number, from 1. */
export async function readPages(
  pageCount: number,
  read: (number: number) => PageRead | Promise<PageRead>,
): Promise<PageRead[]> {
  const pages: PageRead[] = []
  let characters = 0
  for (let number = 1; number <= Math.min(pageCount, PDF_PAGES); number += 1) {
    const page = await read(number)
    characters += lengthOf(page.lines)
    pages.push(page)
    if (characters > TEXT_CHARACTERS) break
  }
  return pages
}

export const DAMAGED: PageRead = {
  lines: [],
  formValues: [],
  pictures: [],
  isSound: false,
  isGuessed: false,
}
