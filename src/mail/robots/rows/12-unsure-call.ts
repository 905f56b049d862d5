import type { Rule } from '../rule.ts'

/**
 * Calls that share a mailbox: a mail that may be for two of them is answered for neither before a person has
 * chosen.
 */
export const unsureCall: Rule = {
  id: '12-unsure-call',
  test: 'a submission that may be for two of the calls that share the mailbox',
  decide: ({ triage }) =>
    triage.grounds.includes('call-unsure') ? { send: false, held: true, reason: '12-unsure-call' } : null,
}
