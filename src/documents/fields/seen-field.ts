import { WEIGHTS } from '../../knowledge/weights.ts'
import type { FieldValue } from '../document.ts'

/** A field before it is known in which document it stands. */
export type SeenField = Omit<FieldValue, 'extract'> & { readonly page: number; readonly text: string }

/** A number of another register than ours: seen, and too little to be used. */
export function numberElsewhere(
  value: string,
): Pick<SeenField, 'kind' | 'value' | 'elsewhere' | 'confidence'> {
  return { kind: 'siret', value, elsewhere: true, confidence: WEIGHTS.fields.unsound }
}

/** A number that is still to be given: an answer, and too little to be used alone. */
export function pendingNumber(): Pick<SeenField, 'value' | 'pending' | 'confidence'> {
  return { value: 'en cours', pending: true, confidence: WEIGHTS.fields.unsound }
}
