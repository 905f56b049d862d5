import { usableFields } from '../../dossier/fields-in.ts'
import type { Finding } from '../finding.ts'
import type { Rule } from '../rule.ts'

/** An amount, a number or an age beyond what the call says of it: told to staff, never a reason to refuse. */
export const outOfBounds: Rule = {
  id: 'out-of-bounds',
  check({ call, submissions }) {
    return call.kinds.flatMap(({ id, least, most }): Finding[] => {
      const beyond = usableFields(submissions, id).filter(({ value }) => {
        const number = Number(value)
        return (least !== undefined && number < least) || (most !== undefined && number > most)
      })
      const values = new Map(beyond.map((field) => [field.value, field.extract]))
      return [...values].map(([value, evidence]) => ({
        code: 'out-of-bounds',
        kind: id,
        value,
        least: least ?? null,
        most: most ?? null,
        evidence,
      }))
    })
  },
}
