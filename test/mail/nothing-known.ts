import type { Instant } from '../../src/base/instant.ts'
import type { AnswerFacts } from '../../src/mail/robots/rule.ts'

/** What the register says of a first mail: nobody was written to, nothing stands in the way. */
export const NOTHING_KNOWN: AnswerFacts = {
  alreadyAcknowledged: false,
  ownAddresses: [],
  ownMessageIds: () => false,
  sentToAddressLastDay: 0,
  sentLastHour: 0,
  sentToApplicationLastDay: 0,
  duplicateTold: false,
  namesAlike: false,
  breakerOpen: false,
  onlyInJunk: false,
  restoredAt: null,
  receivedAt: '2026-03-10T06:15:30.000Z' as Instant,
  now: '2026-03-10T06:16:00.000Z' as Instant,
  infected: false,
  textEnciphered: false,
}
