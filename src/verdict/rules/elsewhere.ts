import { postcodesOf } from '../../call/territory.ts'
import { usableFields } from '../../dossier/fields-in.ts'
import type { Rule } from '../rule.ts'

/**
 * Addresses outside the places of which the call says that they are meant. Where a structure has its seat is
 * not where it acts: a fact for staff, told when no address of the dossier is inside.
 */
export const elsewhere: Rule = {
  id: 'elsewhere',
  check({ call, submissions }) {
    const inside = call.eligibility?.postcodes ?? []
    if (inside.length === 0) return []
    const addresses = usableFields(submissions, 'postal_address').flatMap((field) => {
      const code = field.value.match(postcodesOf(call))?.at(-1)?.replace(/\D/g, '')
      return code === undefined ? [] : [{ field, code }]
    })
    if (addresses.some(({ code }) => inside.some((one) => code.startsWith(one)))) return []
    const told = new Map(addresses.map(({ field }) => [field.value, field.extract]))
    return [...told].map(([address, evidence]) => ({ code: 'elsewhere' as const, address, evidence }))
  },
}
