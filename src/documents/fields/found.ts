import type { FieldValue } from '../document.ts'

/** A field before it is known in which document it stands. */
export type Found = Omit<FieldValue, 'extract'> & { readonly page: number; readonly text: string }
