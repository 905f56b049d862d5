import type { FormValue, Reading } from '../../documents/document.ts'
import type { Line } from '../../documents/text/page.ts'
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

export const DAMAGED: PageRead = {
  lines: [],
  formValues: [],
  pictures: [],
  isSound: false,
  isGuessed: false,
}
