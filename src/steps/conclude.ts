import type { AcknowledgementInput } from '../acknowledgement/acknowledgement.ts'
import { arrivalNewsOf, tracesOf } from '../acknowledgement/arrival.ts'
import type { EnvelopeKey } from '../acknowledgement/envelope.ts'
import type { Fingerprint } from '../base/ids.ts'
import { OutboxId } from '../base/ids.ts'
import type { Clock, Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { type Calls, callNamed } from '../call/calls.ts'
import { canComplete } from '../call/deadline.ts'
import type { Document } from '../documents/document.ts'
import { applicantShown } from '../dossier/applicant.ts'
import type { Submission } from '../dossier/dossier.ts'
import { standing } from '../dossier/standing.ts'
import type { Archive } from '../evidence/evidence.ts'
import type { AnswerDecision } from '../mail/robots/decision.ts'
import { notAnApplication } from '../mail/robots/rows/12-not-an-application.ts'
import { decideAnswer } from '../mail/robots/table.ts'
import { runsWhenOpened } from '../mail/signs/runs.ts'
import type { Signer } from '../proof/signature.ts'
import type { Conclusion, ConclusionFacts, PipelineRegister } from '../register/pipeline.ts'
import type { Verdict } from '../verdict/finding.ts'
import { judge } from '../verdict/judge.ts'
import { certified } from './certify.ts'
import { discard } from './discard.ts'
import type { Observe } from './events.ts'
import type { Jobs } from './jobs.ts'
import { joiningOf } from './joining.ts'

export interface ConcludePorts {
  readonly register: PipelineRegister
  readonly archive: Archive
  readonly jobs: Jobs
  readonly clock: Clock
  readonly observe: Observe
  /** To know our own envelope addresses by. */
  readonly key: EnvelopeKey
  /** Signs the receipts inside acknowledgements. */
  readonly signer: Signer
}

/**
 * Judges the dossier as a mail leaves it, decides whether its sender is answered, writes the letter: one
 * transaction.
 */
export async function conclude(ports: ConcludePorts, fingerprint: Fingerprint, calls: Calls): Promise<void> {
  const result = await concluded(ports, fingerprint, calls, ports.clock.now())
  if (result !== null) await afterwards(ports, fingerprint, result)
}

export type Concluded = NonNullable<Awaited<ReturnType<PipelineRegister['conclude']>>>

/** The change of the register alone; null when there was nothing to conclude. */
export function concluded(
  {
    register,
    key,
    signer,
  }: Pick<ConcludePorts, 'key' | 'signer'> & {
    readonly register: Pick<PipelineRegister, 'conclude'>
  },
  fingerprint: Fingerprint,
  calls: Calls,
  now: Instant,
): Promise<Concluded | null> {
  return register.conclude(
    fingerprint,
    (facts) => conclusionOf(facts, callNamed(calls, facts.record.read.callId), now, signer),
    now,
    (mail) => tracesOf(mail, key),
    signer,
  )
}

/** What follows from a conclusion that is on the disk: bytes that go, letters that leave. */
export async function afterwards(
  ports: Pick<ConcludePorts, 'archive' | 'register' | 'jobs' | 'observe'>,
  fingerprint: Fingerprint,
  { fate, letterIds }: Concluded,
): Promise<void> {
  if (fate === 'unrelated') await discard(ports, fingerprint)
  ports.observe({ type: 'mail-concluded', fingerprint, answered: letterIds.length > 0 })
  await Promise.all(letterIds.map((outboxId) => ports.jobs.add('deliver', { outboxId })))
}

/**
 * Pure: everything that follows from one mail and what the register knew when it was concluded. Without a
 * signer letters carry no receipt.
 */
export function conclusionOf(
  facts: ConclusionFacts,
  call: Call,
  now: Instant,
  signer: Signer | null,
): Conclusion {
  const [first, ...others] = facts.submissions
  const verdict = first === undefined ? null : judge([first, ...others], call, facts.outages)
  const decision = decisionOn(facts, call, now)
  const { mail, triage } = facts.record.read
  const latest = facts.submissions.at(-1)
  const input =
    verdict === null || latest === undefined
      ? null
      : inputFor(facts, call, verdict, latest, decision.send ? decision.to : '', now)
  const written = input === null ? null : certified(input, signer)
  const letter = decision.send && written !== null ? written.letter : null
  return {
    decision,
    verdict,
    applicant: first === undefined ? null : applicantShown(standing(facts.submissions)),
    letter,
    shown: written?.shown ?? {},
    letterId: letter === null ? null : letterIdOf(facts),
    joining: joiningOf(facts, call, now),
    news: mail === null ? null : arrivalNewsOf(mail, triage),
  }
}

function decisionOn(facts: ConclusionFacts, call: Call, now: Instant): AnswerDecision {
  const { mail, triage, receipt, documents } = facts.record.read
  // Nothing is kept of a mail that is none of our business, not even what the table would look at.
  if (mail === null) return { send: false, held: false, reason: notAnApplication.id }
  return decideAnswer({
    mail,
    triage,
    call,
    known: {
      alreadyAcknowledged: facts.alreadyAnswered || (facts.record.fate === 'duplicate' && facts.twinAnswered),
      ownAddresses: [],
      ownMessageIds: () => facts.repliesToOurs,
      sentToAddressLastDay: facts.answersToAddressLastDay,
      sentToApplicationLastDay: facts.answersToApplicationLastDay,
      duplicateTold: facts.record.fate === 'duplicate' && facts.duplicateTold,
      namesAlike: facts.namesAlike,
      breakerOpen: facts.breakerOpen,
      onlyInJunk: facts.onlyInJunk,
      restoredAt: facts.restoredAt,
      sentLastHour: facts.answersLastHour,
      receivedAt: receipt.receivedAt,
      now,
      infected: documents.some(isDangerous),
      textEnciphered: documents.some(({ kind, problem }) => kind === 'body' && problem === 'encrypted'),
    },
  })
}

/** A link is no file: the name it is shown by is a host's, and « .com » there is no program. */
export function isDangerous({ name, problem }: Document): boolean {
  return problem === 'infected' || (problem !== 'external_link' && runsWhenOpened(name))
}

function inputFor(
  facts: ConclusionFacts,
  call: Call,
  verdict: Verdict,
  submission: Submission,
  to: string,
  now: Instant,
): AcknowledgementInput | null {
  const { number, fate, read } = facts.record
  if (number === null || read.mail === null) return null
  if (fate !== 'application' && fate !== 'supplement' && fate !== 'duplicate') return null
  const { subject, messageId, references } = read.mail
  return {
    call,
    number,
    kind: fate,
    submission,
    appliedAt: (facts.submissions[0] ?? submission).receipt.receivedAt,
    verdict,
    to,
    // What the letter names as missing can only be mended from now on.
    beforeDeadline: canComplete(now, {
      call,
      receivedAt: submission.receipt.receivedAt,
      sectors: verdict.sectors,
    }),
    original: { subject, messageId, references },
    version: 1,
    neutral: submission.proof === 'unproven',
  }
}

/**
 * One acknowledgement for each mail: derived from it, so that a second conclusion finds the first one's
 * letter.
 */
function letterIdOf(facts: ConclusionFacts): OutboxId {
  return OutboxId.parse(`acknowledgement-${facts.record.fingerprint}`)
}
