import { escapeHtml } from '../acknowledgement/html.ts'
import type { Call } from '../call/call.ts'
import { translated } from '../call/translated.ts'
import type { Language } from '../language/language.ts'
import { type Filling, fill, type Message } from '../language/message.ts'
import { typeset } from '../language/typography.ts'

/**
 * The languages of a page for these calls: the letters’ of the first, in which the page opens for whoever
 * reads none of the others, then each that a call’s letters are in or are translated into.
 */
export function languagesOf(calls: readonly [Call, ...Call[]]): readonly [Language, ...Language[]] {
  const [first] = calls
  const all = calls.flatMap(({ speech }) => [speech.letters, ...speech.beside])
  const others = new Map(all.map((language) => [language.id, language]))
  others.delete(first.speech.letters.id)
  return [first.speech.letters, ...others.values()]
}

/**
 * A call as it is told in a language: as its file tells it, or in the words that the file has in that one.
 */
export function toldIn(call: Call, language: Language): Call {
  return call.speech.letters.id === language.id ? call : translated(call, language)
}

/** « lang="fr" » on what a call has in its own language only, on a page in another. */
export function ownLanguage(own: Language, page: Language): string {
  return own.id === page.id ? '' : ` lang="${escapeHtml(own.id)}"`
}

/** A sentence as HTML, filled with what is HTML already. */
export function html<Place extends string>(
  language: Language,
  sentence: Message<Place>,
  filling: Filling<Place>,
): string {
  return fill(escapeHtml(typeset(sentence, language)) as Message<Place>, filling)
}

/** Everything that a part of a language’s file says, typeset, for a program that only fills it. */
export function typesetWhole(value: unknown, language: Language): unknown {
  if (typeof value === 'string') return typeset(value, language)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, typesetWhole(part, language)]))
}
