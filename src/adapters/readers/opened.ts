import type { Fingerprint } from '../../base/ids.ts'
import type { DocumentProblem, Reading } from '../../documents/document.ts'
import { type Line, lengthOf, linesOfText, mapLines } from '../../documents/text/page.ts'
import { gated } from './gated.ts'
import { TEXT_CHARACTERS } from './limits.ts'

/** A file found inside another one. `name` is as the container writes it, made safe to show. */
export interface Member {
  readonly name: string
  readonly content: Uint8Array
  readonly sha256?: Fingerprint
  /** The charset that a text's container declares for it. */
  readonly charset?: string
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
  /** Languages beside French that pages of pictures may be in, and what data recognise each. */
  readonly languages?: ReadonlyMap<string, string>
  /**
   * What is said of the file in hand by whoever sent it: a name to call by, never what decides what it is.
   */
  said?: { readonly name: string; readonly charset: string | null }
}

/** Reads one format. May throw: whatever it throws is that file's failure. */
export type FormatReader = (content: Uint8Array, budget: Budget) => Promise<Opened>

/** Who reads a type, for a format that shows whole files of others as its own text. */
export type ReaderOf = (type: string) => FormatReader | undefined

const BLANK: Omit<Reading, 'mediaType'> = {
  pages: [],
  formValues: [],
  pictures: [],
  problem: null,
  detail: null,
}

/** A reading in which only what is said differs from an empty one; its texts come through the gate. */
export function reading(mediaType: string, parts: Partial<Reading> = {}): Reading {
  return gated({ ...BLANK, mediaType, ...parts })
}

/** A file that contains no other. */
export function leaf(mediaType: string, parts: Partial<Reading> = {}): Opened {
  return { reading: reading(mediaType, parts), members: [] }
}

/**
 * Pages of lines, to the bound of TEXT_CHARACTERS: the first is page 1. A file without any page has one,
 * empty.
 */
export function pagesOf(pages: readonly (readonly Line[])[]): Reading['pages'] {
  let left = TEXT_CHARACTERS
  return (pages.length === 0 ? [[]] : pages).map((lines, index) => {
    const kept = withinBound(tidied(lines), left)
    left -= lengthOf(kept)
    return { number: index + 1, lines: kept }
  })
}

/** The same from texts, whose signs of layout become lines and cells. */
export function pagesOfTexts(texts: readonly string[]): Reading['pages'] {
  return pagesOf(texts.map((text) => linesOfText(text.slice(0, TEXT_CHARACTERS))))
}

/** Blanks around a line and runs of empty lines say nothing. */
function tidied(lines: readonly Line[]): Line[] {
  const kept = mapLines(lines, (text) => text).filter(
    (line, index, all) => line.cells.length > 0 || (all[index - 1]?.cells.length ?? 0) > 0,
  )
  return kept.at(-1)?.cells.length === 0 ? kept.slice(0, -1) : kept
}

/** The lines that fit; the first that does not is cut. */
function withinBound(lines: readonly Line[], most: number): Line[] {
  let left = most
  const end = lines.findIndex((line) => {
    left -= lengthOf([line])
    return left < 0
  })
  const cut = lines[end]
  if (cut === undefined) return [...lines]
  const room = Math.max(0, left + lengthOf([cut]))
  return [...lines.slice(0, end), ...mapLines([cut], (text) => text.slice(0, room))]
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
