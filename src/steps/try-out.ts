import { composeTrial } from '../acknowledgement/trial.ts'
import { OutboxId } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import { type Calls, callNamed } from '../call/calls.ts'
import type { Document } from '../documents/document.ts'
import type { Submission } from '../dossier/dossier.ts'
import type { Understood } from '../dossier/understood.ts'
import type { AnswerDecision } from '../mail/robots/decision.ts'
import { decideAnswer } from '../mail/robots/table.ts'
import type { FreshlyRead } from '../register/mail-record.ts'
import type { PipelineRegister, TrialFacts, TrialLetter } from '../register/pipeline.ts'
import { judge } from '../verdict/judge.ts'
import { isDangerous } from './conclude.ts'

/**
 * Answers a mail that was sent to a call's trial address with what was found in it and what seems to be
 * missing, where a program may answer its sender: the decision table and budgets of its own hold. Nothing of
 * the mail is kept (invariant 5).
 */
export function tryOut(
  register: Pick<PipelineRegister, 'answerTrial'>,
  found: Understood,
  { callId }: Pick<FreshlyRead, 'callId'>,
  calls: Calls,
  now: Instant,
): Promise<OutboxId | null> {
  const addresses = [found.mail.returnPath ?? '', ...found.mail.from.map(({ address }) => address)]
  const asked = { fingerprint: found.mail.fingerprint, callId, addresses }
  return register.answerTrial(asked, (facts) => trialLetter(found, callNamed(calls, callId), facts, now), now)
}

function trialLetter(
  { mail, receipt, proof, documents }: Understood,
  call: Calls[number],
  facts: TrialFacts,
  now: Instant,
): TrialLetter | null {
  const own = documents[call.id] ?? []
  const decision = answerOn(mail, receipt.receivedAt, own, call, facts, now)
  if (!decision.send) return null
  const [from] = mail.from
  const submission: Submission = {
    fingerprint: mail.fingerprint,
    receipt,
    sender: from?.address ?? null,
    proof,
    documents: [...own],
    replaces: false,
  }
  const { subject, messageId, references } = mail
  return {
    id: OutboxId.parse(`trial-${mail.fingerprint}`),
    letter: composeTrial({
      call,
      submission,
      verdict: judge([submission], call),
      to: decision.to,
      original: { subject, messageId, references },
      neutral: proof === 'unproven',
    }),
  }
}

function answerOn(
  mail: Understood['mail'],
  receivedAt: Instant,
  own: readonly Document[],
  call: Calls[number],
  facts: TrialFacts,
  now: Instant,
): AnswerDecision {
  return decideAnswer({
    mail,
    // Whatever it is, somebody waits for what a program makes of it.
    triage: { nature: 'submission', grounds: [], weighed: [], missed: [] },
    call,
    known: {
      alreadyAcknowledged: false,
      ownAddresses: [],
      ownMessageIds: () => false,
      sentToAddressLastDay: facts.toAddressLastDay,
      sentToApplicationLastDay: 0,
      duplicateTold: false,
      namesAlike: false,
      breakerOpen: facts.breakerOpen,
      onlyInJunk: facts.onlyInJunk,
      restoredAt: facts.restoredAt,
      sentLastHour: facts.lastHour,
      receivedAt,
      now,
      infected: own.some(isDangerous),
      textEnciphered: own.some(({ kind, problem }) => kind === 'body' && problem === 'encrypted'),
    },
  })
}
