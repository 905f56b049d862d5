import { WEIGHTS } from '../../knowledge/weights.ts'
import { flat } from '../text/words.ts'
import type { SeenField } from './seen-field.ts'

/** A value found in a sentence; its page is known to whoever read it. */
export type SaidField = Omit<SeenField, 'page'>

/**
 * A value as it stands in a sentence, without the signs around it; `text` is the sentence, cut to 200
 * characters.
 */
export function saidField(
  kind: SeenField['kind'],
  value: string,
  text: string,
  confidence = WEIGHTS.fields.sentence,
): SaidField {
  return {
    kind,
    value: value.trim().replace(/^[«"\s]+|[»"\s,;.]+$/g, ''),
    confidence,
    text: flat(text).slice(0, 200),
  }
}
