import { domainOf, isHostOf } from '../../hosts.ts'
import { heldIfAwaited, type Rule } from '../rule.ts'

/** A colleague forwards somebody's application: the acknowledgement is due to the applicant, whom a person names. */
export const internalSender: Rule = {
  id: '11-internal-sender',
  test: 'From is in a domain of the authority',
  decide: (input) => {
    const domains = input.call.authority.domains
    const internal = input.mail.from.some((from) =>
      domains.some((domain) => isHostOf(domainOf(from.address), domain)),
    )
    return internal ? heldIfAwaited(input, '11-internal-sender') : null
  },
}
