import type { Asked } from './labels.ts'
import type { Nature, Person, ThirdPlace } from './third-pools.ts'

type Roles = readonly (readonly [m: string, f: string])[]
type Forms = readonly (readonly [written: string, noted: string])[]
type ByPlace = Readonly<Partial<Record<Nature, Readonly<Record<string, readonly string[]>>>>>

/** All the words of a part that shares none with the others: what is asked, who applies, and how letters say so. */
export interface Vocabulary {
  readonly labels: Readonly<Record<Asked, readonly string[]>>
  /** Labels of what a form asks for in parts: « Nom », « Prénom », « Code postal ». */
  readonly parts?: Readonly<Record<Piece, readonly string[]>>
  readonly others: readonly (readonly [label: string, value: string])[]
  readonly headings: readonly string[]
  readonly names: ByPlace
  readonly people: readonly Person[]
  readonly sole: readonly (readonly [name: string, person: string, gender: 'm' | 'f'])[]
  readonly roles: Readonly<Record<Nature, Roles>>
  /** Forms of what bears its form in its name, by the first word of it. */
  readonly inName: Readonly<Record<string, Forms>>
  readonly places: Readonly<Record<string, ThirdPlace>>
  /** A commune is at home. */
  readonly communes: Readonly<Record<string, string>>
  readonly sectors: readonly (readonly [id: string, answers: readonly string[], of: string, bare: string])[]
  readonly letters: LetterWords
}

export type Piece = 'lastName' | 'firstName' | 'street' | 'postcode' | 'town'

/** Sentences with places to be filled, and lines above and below them. */
export interface LetterWords {
  readonly openings: readonly string[]
  readonly bodies: readonly string[]
  readonly closings: readonly string[]
  readonly addressees: readonly (readonly string[])[]
  readonly subjects: readonly string[]
  readonly greetings: readonly string[]
  readonly dated: readonly string[]
  readonly heads: readonly (readonly string[])[]
  readonly feet: readonly (readonly string[])[]
  /** Between the parts of a footer. */
  readonly signs: readonly string[]
  readonly signings: readonly (readonly string[])[]
}
