import { WEIGHTS } from '../../knowledge/weights.ts'
import { flat } from '../text/words.ts'
import type { Found } from './found.ts'

/** A value found in a sentence; its page is known to whoever read it. */
export type Phrase = Omit<Found, 'page'>

export function phrase(
  kind: Found['kind'],
  value: string,
  text: string,
  confidence = WEIGHTS.fields.sentence,
): Phrase {
  return {
    kind,
    value: value.trim().replace(/^[«"\s]+|[»"\s,;.]+$/g, ''),
    confidence,
    text: flat(text).slice(0, 200),
  }
}
