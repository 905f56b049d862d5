import { dropped, type Rule } from '../rule.ts'

/** The same bytes or the same Message-ID again (after a change of UIDVALIDITY, say): once is enough. */
export const alreadyAcknowledged: Rule = {
  id: '01-already-acknowledged',
  test: 'this mail has its acknowledgement already',
  decide: ({ known }) => (known.alreadyAcknowledged ? dropped('01-already-acknowledged') : null),
}
