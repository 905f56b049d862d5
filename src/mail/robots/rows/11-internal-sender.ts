import { isOfAuthority } from '../../hosts.ts'
import { heldIfAwaited, type Rule } from '../rule.ts'

/**
 * A colleague forwards somebody's application: the acknowledgement is due to the applicant, whom a person
 * names.
 */
export const internalSender: Rule = {
  id: '11-internal-sender',
  test: 'From is in a domain of the authority',
  decide: (input) => {
    const internal = input.mail.from.some((from) => isOfAuthority(from.address, input.call))
    return internal ? heldIfAwaited(input, '11-internal-sender') : null
  },
}
