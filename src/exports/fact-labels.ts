import { takesPersonsOnly } from '../call/applicants.ts'
import type { Call } from '../call/call.ts'

/** The facts of the house, as staff name them, in the order in which they read them. */
export const FACTS = [
  ['name', 'Nom de la structure'],
  ['legal_form', 'Forme juridique'],
  ['siret', 'N° SIRET'],
  ['rna', 'N° RNA'],
  ['representative', 'Représentant'],
  ['role', 'Qualité du représentant'],
  ['postal_address', 'Adresse postale'],
  ['email', 'Courriel'],
  ['phone', 'Téléphone'],
] as const

/** A person has a name of their own, and no structure’s. */
export function factsOf(call: Call): readonly (readonly [(typeof FACTS)[number][0], string])[] {
  return FACTS.map(([id, label]) => [id, id === 'name' && takesPersonsOnly(call) ? 'Nom et prénom' : label])
}
