import type { Truth } from '../corpus/structures.ts'
import type { Asked } from './labels.ts'

/** An applicant in the words of the program: the form by its usual name, telephone, sector and date as they are noted. */
interface Noted {
  readonly name: string
  readonly form: string
  readonly number: readonly [Asked, string]
  readonly person: string
  readonly role: string
  readonly address: string
  readonly phone: string
  readonly email: string
  readonly sector: string
  readonly date: string
}

/** What a careful clerk notes down of an applicant; numbers of other registers than the French ones are not noted. */
export function truthOf({ name, form, number, person, role, address, ...rest }: Noted): Truth {
  const [kind, written] = number
  const known = kind === 'siret' || kind === 'rna' ? { [kind]: written.replace(/[ .]/g, '') } : {}
  return { name, legal_form: form, ...known, representative: person, role, postal_address: address, ...rest }
}
