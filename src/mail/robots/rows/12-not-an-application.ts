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
    return nature === 'unrelated' || nature === 'inquiry' ? heldIfAwaited(input, ID) : null
  },
}
