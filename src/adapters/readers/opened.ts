import type { DocumentProblem, Reading } from '../../documents/document.ts'
import { TEXT_CHARACTERS } from './limits.ts'

/** A file found inside another one. `name` is as the container writes it, made safe to show. */
export interface Member {
  readonly name: string
  readonly content: Uint8Array
  /** Set when the container says that the member is there but cannot be taken out. */
  readonly problem?: DocumentProblem
  readonly detail?: string
}

/** What opening one file gives: its own reading, and the files that it contains. */
export interface Opened {
  readonly reading: Reading
  readonly members: readonly Member[]
}

/** What is left to spend on one attachment, shared by all that is nested in it. */
export interface Budget {
  members: number
  bytes: number
  /** Told before each long step: one file may then take its time limit again. */
  readonly stillWorking: () => Promise<void>
  /** False for a file that an earlier attempt to recognise its pictures ended: its text is worth having. */
  recognise: boolean
}

/** Reads one format. May throw: whatever it throws is that file's failure. */
export type FormatReader = (content: Uint8Array, budget: Budget) => Promise<Opened>

const BLANK: Omit<Reading, 'mediaType'> = {
  pages: [],
  formValues: [],
  pictures: [],
  problem: null,
  detail: null,
}

/** A reading in which only what is said differs from an empty one. */
export function reading(mediaType: string, parts: Partial<Reading> = {}): Reading {
  return { ...BLANK, mediaType, ...parts }
}

/** A file that contains no other. */
export function leaf(mediaType: string, parts: Partial<Reading> = {}): Opened {
  return { reading: reading(mediaType, parts), members: [] }
}

/** Pages from texts, to the bound of TEXT_CHARACTERS: the first is page 1. A file without any page has one, empty. */
export function pagesOf(texts: readonly string[]): Reading['pages'] {
  const pages = texts.length === 0 ? [''] : texts
  let left = TEXT_CHARACTERS
  return pages.map((text, index) => {
    const kept = tidyLines(text.slice(0, left))
    left -= kept.length
    return { number: index + 1, text: kept }
  })
}

/** Trailing blanks and runs of empty lines say nothing; NUL would break what stores the text. */
function tidyLines(text: string): string {
  return text
    .replaceAll('\u0000', '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00A0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Thrown inside a reader for a file that has a known problem; the message is the detail, in English. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly problem: DocumentProblem

  constructor(problem: DocumentProblem, message: string) {
    super(message)
    this.problem = problem
  }
}
