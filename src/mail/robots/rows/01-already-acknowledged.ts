import { dropped, type Rule } from '../rule.ts'

/**
 * The same bytes or the same Message-ID again (after a change of UIDVALIDITY, say): once is enough. Of
 * duplicates one is acknowledged (CRPA L112-11: « envois répétitifs »): a robot that sends our letter’s piece
 * back for ever gets one answer.
 */
export const alreadyAcknowledged: Rule = {
  id: '01-already-acknowledged',
  test: 'this mail has its acknowledgement already, or repeats what its sender was told to have repeated',
  decide: ({ known }) => {
    if (known.alreadyAcknowledged) return dropped('01-already-acknowledged')
    return known.duplicateTold ? dropped('01-duplicate-told-already') : null
  },
}
