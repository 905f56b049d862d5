import { dropped, type Rule } from '../rule.ts'

const ID = '12-not-an-application'

/**
 * It is a person's mailbox: what hands nothing in is not answered by a program. A question or a withdrawal
 * waits for that person, thanks and what does not concern the call wait for nobody.
 */
export const notAnApplication: Rule = {
  id: ID,
  test: 'an inquiry about the call, or nothing that concerns it',
  decide: ({ triage }) => {
    if (triage.nature === 'unrelated') return dropped(ID)
    if (triage.nature !== 'inquiry') return null
    return { send: false, held: !triage.grounds.includes('thanks'), reason: ID }
  },
}
