import type { AnswerDecision } from './decision.ts'
import { alreadyAcknowledged } from './rows/01-already-acknowledged.ts'
import { onlyInJunk } from './rows/02-only-in-junk.ts'
import { ownLoop } from './rows/02-own-loop.ts'
import { nullReturnPath } from './rows/03-null-return-path.ts'
import { report } from './rows/04-report.ts'
import { autoSubmitted } from './rows/05-auto-submitted.ts'
import { responseSuppressed } from './rows/06-response-suppressed.ts'
import { listOrResponder } from './rows/07-list-or-responder.ts'
import { robotSenderAddress } from './rows/08-robot-address.ts'
import { dangerous } from './rows/09-dangerous.ts'
import { forgedSender } from './rows/10-forged-sender.ts'
import { internalSender } from './rows/11-internal-sender.ts'
import { encipheredText } from './rows/12-enciphered-text.ts'
import { namesAnother } from './rows/12-names-another.ts'
import { notAnApplication } from './rows/12-not-an-application.ts'
import { unsureCall } from './rows/12-unsure-call.ts'
import { automaticReply } from './rows/13-automatic-reply.ts'
import { challenge } from './rows/14-challenge.ts'
import { budget } from './rows/15-budget.ts'
import { noReturnPath } from './rows/16-no-return-path.ts'
import { acknowledge } from './rows/17-acknowledge.ts'
import type { AnswerInput, Rule } from './rule.ts'

/** The decision table of domain.md 5.3, in its order: the first row that applies decides. */
export const TABLE: readonly Rule[] = [
  alreadyAcknowledged,
  ownLoop,
  onlyInJunk,
  nullReturnPath,
  report,
  autoSubmitted,
  responseSuppressed,
  listOrResponder,
  robotSenderAddress,
  dangerous,
  forgedSender,
  internalSender,
  notAnApplication,
  unsureCall,
  namesAnother,
  encipheredText,
  automaticReply,
  challenge,
  budget,
  noReturnPath,
  acknowledge,
]

/** What was asked on the way to a decision: kept with it, misses as well as the hit. */
export interface DecisionRecord {
  readonly decision: AnswerDecision
  /** Ids of the rows that did not apply, in order. */
  readonly misses: readonly string[]
  /** Id of the row that decided. */
  readonly hit: string
}

/** May this mail be answered by a program, and at which address? Pure: the same facts, the same answer. */
export function decideAnswer(input: AnswerInput): AnswerDecision {
  return explainAnswer(input).decision
}

/** The decision with the rows that were asked. */
export function explainAnswer(input: AnswerInput): DecisionRecord {
  const misses: string[] = []
  for (const row of TABLE) {
    const decision = row.decide(input)
    if (decision !== null) return { decision, misses, hit: row.id }
    misses.push(row.id)
  }
  return { decision: { send: false, held: true, reason: 'no-row' }, misses, hit: 'no-row' }
}
