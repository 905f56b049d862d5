import { flat } from '../text/words.ts'
import type { Found } from './found.ts'

/** What a sentence of a letter says, less surely than a form: its words are the writer's own. */
const BY_PHRASE = 0.85

/** A value found in a sentence; its page is known to whoever read it. */
export type Phrase = Omit<Found, 'page'>

export function phrase(kind: Found['kind'], value: string, text: string, confidence = BY_PHRASE): Phrase {
  return {
    kind,
    value: value.trim().replace(/^[«"\s]+|[»"\s,;.]+$/g, ''),
    confidence,
    text: flat(text).slice(0, 200),
  }
}
