import { destinationOf } from '../destination.ts'
import type { Rule } from '../rule.ts'

/** Everything else handed in is acknowledged, if there is an address that is beyond doubt (domain, 5.4). */
export const acknowledge: Rule = {
  id: '17-acknowledge',
  test: 'otherwise',
  decide: ({ mail, call }) => {
    const to = destinationOf(mail, call)
    return to === null
      ? { send: false, held: true, reason: '17-no-safe-destination' }
      : { send: true, to, reason: '17-acknowledge' }
  },
}
