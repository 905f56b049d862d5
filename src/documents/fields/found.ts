import type { FieldValue } from '../document.ts'

/** A field before it is known in which document it stands. */
export type Found = Omit<FieldValue, 'extract'> & { readonly page: number; readonly text: string }

/** A number that is still to be given: an answer, and too little to be used alone. */
export const PENDING_NUMBER = { value: 'en cours', pending: true, confidence: 0.3 } as const
