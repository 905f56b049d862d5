import type { Call } from '../call/call.ts'
import type { Language } from '../language/language.ts'
import type { Letters } from '../language/letters.ts'
import type { Filling, Message } from '../language/message.ts'
import { said } from '../language/speaking.ts'
import { typeset } from '../language/typography.ts'
import type { Block } from './layout.ts'

/** The language that letters of a call are written in; of its translation, the other. */
export function languageOf({ speech }: Pick<Call, 'speech'>): Language {
  return speech.letters
}

/** What letters say in it. */
export function wordsOf(call: Pick<Call, 'speech'>): Letters {
  return languageOf(call).letters
}

/** A text of the call's file, or of a person, typeset as the letter's language is. */
export function set(call: Pick<Call, 'speech'>, text: string): string {
  return typeset(text, languageOf(call))
}

/** A sentence of the letter's language, typeset. */
export function say<Place extends string>(
  call: Pick<Call, 'speech'>,
  sentence: Message<Place>,
  filling: Filling<Place>,
): string {
  return said(languageOf(call), sentence, filling)
}

/** A paragraph in the letter's language. */
export function paragraphIn(call: Pick<Call, 'speech'>, text: string): Block {
  return { kind: 'paragraph', text: set(call, text) }
}

/** With a great letter, as a label begins a line. */
export function capitalisedIn(call: Pick<Call, 'speech'>, text: string): string {
  const start = text.search(/\p{L}/u)
  if (start === -1) return text
  return (
    text.slice(0, start) +
    text.charAt(start).toLocaleUpperCase(languageOf(call).locale) +
    text.slice(start + 1)
  )
}
