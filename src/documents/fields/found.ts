import { WEIGHTS } from '../../knowledge/weights.ts'
import type { FieldValue } from '../document.ts'

/** A field before it is known in which document it stands. */
export type Found = Omit<FieldValue, 'extract'> & { readonly page: number; readonly text: string }

/** A number that is still to be given: an answer, and too little to be used alone. */
export function pendingNumber(): Pick<Found, 'value' | 'pending' | 'confidence'> {
  return { value: 'en cours', pending: true, confidence: WEIGHTS.fields.unsound }
}
