import type { Call } from '../call/call.ts'
import { originalIn, translated } from '../call/translated.ts'
import type { Document } from '../documents/document.ts'
import { fill } from '../language/message.ts'
import { languageOf, paragraphIn, wordsOf } from './in-words.ts'
import type { Section } from './layout.ts'

/** The language that an applicant wrote in, by what was read of their mail; null where it does not tell. */
export function languageWritten(documents: readonly Document[]): string | null {
  return documents.find(({ kind }) => kind === 'body')?.language ?? null
}

/** A letter in a language beside the call's own: what stands under it. */
export interface Translation {
  /** The call as its translation tells it. */
  readonly call: Call
  readonly sections: readonly Section[]
}

/**
 * The letter once more in the applicant's language, where the call's file allows it; null where it does not,
 * or they wrote in the letter's own. Lists of files and the receipt stand in the letter alone: they are the
 * same in each.
 */
export function translationOf(
  call: Call,
  writtenIn: string | null,
  sections: (call: Call) => readonly Section[],
): Translation | null {
  const language = call.speech.beside.find(({ id }) => id === writtenIn)
  if (language === undefined || language.id === call.speech.letters.id) return null
  const into = translated(call, language)
  const { beside } = wordsOf(into)
  const counts = fill(beside.counts, { original: originalIn(into, languageOf(into)) })
  const inside = sections(into).map((section) => ({
    ...section,
    blocks: section.blocks.filter(({ kind }) => kind !== 'files' && kind !== 'verbatim'),
  }))
  return { call: into, sections: [{ title: beside.title, blocks: [paragraphIn(into, counts)] }, ...inside] }
}
