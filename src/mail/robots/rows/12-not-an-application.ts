import type { Triage } from '../../triage.ts'
import { heldIfAwaited, type Rule } from '../rule.ts'

const ID = '12-not-an-application'

/**
 * It is a person's mailbox: what hands nothing in is not answered by a program. A question or a withdrawal
 * waits for that person, thanks and what does not concern the call wait for nobody.
 */
export const notAnApplication: Rule = {
  id: ID,
  test: 'an inquiry about the call, or nothing that concerns it',
  decide: (input) => {
    const { nature } = input.triage
    return nature === 'unrelated' || nature === 'inquiry'
      ? heldIfAwaited(input, reasonOf(input.triage))
      : null
  },
}

/** What brought it to a person's desk although something speaks for it; a question is simply that. */
function reasonOf({ weighed }: Triage): string {
  const [worst] = weighed.filter((ground) => ground.weight < 0).toSorted((a, b) => a.weight - b.weight)
  return worst === undefined || worst.sign === 'only-asks' ? ID : `12-${worst.sign}`
}
