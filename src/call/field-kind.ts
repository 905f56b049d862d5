import { z } from 'zod'

/** Facts that the reader knows how to find in the application to any call. */
export const HouseKind = z.enum([
  'name',
  'legal_form',
  'siret',
  'siren',
  'rna',
  'postal_address',
  'email',
  'phone',
  'representative',
  'role',
  'sector',
  'date',
  'place',
  'signature',
])
export type HouseKind = z.infer<typeof HouseKind>

/** A call may name others (`kinds`). */
export const FieldKind = HouseKind.or(z.string().regex(/^[a-z][a-z0-9_]*$/))
export type FieldKind = z.infer<typeof FieldKind>
