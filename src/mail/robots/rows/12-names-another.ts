import type { Rule } from '../rule.ts'

const ID = '12-names-another'

/**
 * It writes the number of an application that it may belong to and was not joined to: a letter would tell its
 * sender that pieces are lacking which stand there, under a number that nobody needs. A person compares the
 * two.
 */
export const namesAnother: Rule = {
  id: ID,
  test: 'a submission that names the number of an application which it may belong to, and stands beside it',
  decide: ({ known, triage }) =>
    known.namesAlike && triage.nature === 'submission' ? { send: false, held: true, reason: ID } : null,
}
