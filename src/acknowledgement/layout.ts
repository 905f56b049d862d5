import { typographic } from './french.ts'

/** One block of a letter. Texts are final: typography done, nothing escaped. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Lines that must stay as they are. */
  | { readonly kind: 'verbatim'; readonly text: string }
  | { readonly kind: 'files'; readonly files: readonly FileLine[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

export interface Fact {
  readonly label: string
  readonly value: string
  /** What following it does; a Message-ID looks like an address and is none. */
  readonly link?: 'mail' | 'telephone' | 'page'
  /** On a line of its own below the value. */
  readonly note?: string
}

export interface FileLine {
  readonly name: string
  readonly size: string
  readonly sha256: string
}

export interface Section {
  /** Null for what opens the letter. */
  readonly title: string | null
  readonly blocks: readonly Block[]
}

/** A paragraph of ours, or of the call's file: with the spaces and apostrophes of French typography. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', text: typographic(text) }
}
