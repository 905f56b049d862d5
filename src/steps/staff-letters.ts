import type { AcknowledgementInput, Words } from '../acknowledgement/acknowledgement.ts'
import type { LetterFile } from '../acknowledgement/outgoing.ts'
import { Failure } from '../base/failure.ts'
import { OutboxId, type RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { canComplete } from '../call/deadline.ts'
import { newNumber } from '../dossier/numbers.ts'
import { isOnPaper } from '../dossier/paper.ts'
import type { Signer } from '../proof/signature.ts'
import type { StaffFacts, StaffLetter } from '../register/staff.ts'
import { judge } from '../verdict/judge.ts'
import { certified } from './certify.ts'
import { addressOf, refuseAddress, refuseWords } from './whom-and-what.ts'

/** What the person says about it: to whom (null: as the mail says), and their own words. */
export interface WantedLetter {
  readonly to: string | null
  readonly words?: Words
  readonly files?: readonly LetterFile[]
  /** It is handed over or posted on paper; `to` is then who gets it, and no address of a mail. */
  readonly onPaper?: boolean
}

/**
 * The acknowledgement that a person lets go (domain 5.2): of a held mail, of a question (CRPA L112-11: « tout
 * envoi »), of a mail that nobody could read, or again to another address when the first one did not arrive.
 * Failures: permanent, with what the person should do.
 */
export function releasedLetter(
  facts: StaffFacts,
  call: Call,
  now: Instant,
  wanted: WantedLetter,
  signer: Signer,
): StaffLetter {
  const input = releasedInput(facts, call, now, wanted)
  const suffix = input.version === 1 ? '' : `-${input.version}`
  const kind = input.kind === 'inquiry' && input.words !== undefined ? 'answer' : 'acknowledgement'
  return {
    id: OutboxId.parse(`${kind}-${facts.record.fingerprint}${suffix}`),
    kind,
    number: input.number,
    written: input.words !== undefined,
    isHanded: wanted.onPaper === true,
    ...certified(input, signer),
  }
}

/** What the letter is composed of: the same for the one that leaves and the one that is shown first. */
export function releasedInput(
  facts: StaffFacts,
  call: Call,
  now: Instant,
  { to, words, files, onPaper }: WantedLetter,
): AcknowledgementInput {
  const open = facts.letters.filter((letter) => letter.state !== 'bounced' && letter.state !== 'refused')
  if (open.length > 0)
    throw new Failure(
      'permanent',
      'acknowledged',
      'this mail has its acknowledgement; « recepisse rectify » corrects one',
    )
  if (words !== undefined) refuseWords(words.text, call)
  if (to !== null && to !== '' && onPaper !== true) refuseAddress(to, call)
  const input = inputFor(facts, call, now, to ?? addressOf(facts, call), facts.letters.length + 1)
  return {
    ...input,
    ...(words === undefined ? {} : { words }),
    ...(files === undefined ? {} : { files }),
  }
}

/**
 * The acknowledgement that corrects an earlier one and names it (design, invariant 7). Null when none was
 * written yet: the one that is still held will state the corrected time.
 */
export function rectifyingLetter(
  facts: StaffFacts,
  call: Call,
  now: Instant,
  to: string | null,
  signer: Signer,
): StaffLetter | null {
  const earlier = facts.letters.at(-1)
  if (earlier === undefined) return null
  const version = facts.letters.length + 1
  const corrects = {
    messageId: earlier.letter.messageId,
    writtenAt: earlier.createdAt,
    receivedAt: facts.receiptBefore.receivedAt,
  }
  // What was handed over has a name for its address: it is corrected on paper too, unless an address is
  // given.
  const isHanded = earlier.state === 'handed' && to === null
  const input = inputFor(facts, call, now, to ?? earlier.letter.to[0] ?? addressOf(facts, call), version)
  return {
    id: OutboxId.parse(`rectification-${facts.record.fingerprint}-${version}`),
    kind: 'rectification',
    number: input.number,
    written: false,
    isHanded,
    ...certified({ ...input, corrects }, signer),
  }
}

function inputFor(
  facts: StaffFacts,
  call: Call,
  now: Instant,
  to: string,
  version: number,
): AcknowledgementInput {
  const { record, receipt, submissions } = facts
  const { fingerprint } = record
  const beforeDeadline = canComplete(now, { call, receivedAt: receipt.receivedAt, sectors: [] })
  const shared = { call, to, version, byPerson: true, beforeDeadline }
  // What was entered from paper is nobody’s mail: it has no subject, and no thread.
  const mail = isOnPaper(receipt) ? null : record.read?.mail
  const original = {
    subject: mail?.subject ?? '',
    messageId: mail?.messageId ?? null,
    references: mail?.references ?? [],
  }
  const [first, ...others] = submissions
  const latest = submissions.at(-1)
  if (record.number !== null && first !== undefined && latest !== undefined) {
    const verdict = judge([first, ...others], call)
    const { receivedAt } = latest.receipt
    return {
      ...shared,
      beforeDeadline: canComplete(now, { call, receivedAt, sectors: verdict.sectors }),
      number: record.number,
      kind: record.fate === 'supplement' || record.fate === 'duplicate' ? record.fate : 'application',
      submission: latest,
      appliedAt: first.receipt.receivedAt,
      verdict,
      original,
    }
  }
  const told = { ...shared, number: numberOf(facts, call), verdict: { findings: [] }, original }
  if (record.progress === 'quarantined')
    return { ...told, kind: 'unread', submission: { fingerprint, receipt, documents: [] } }
  if (record.fate !== 'inquiry')
    throw new Failure(
      'permanent',
      'no-application',
      'this mail hands nothing in and asks nothing: nothing is acknowledged',
    )
  const documents = record.read?.documents ?? []
  return { ...told, kind: 'inquiry', submission: { fingerprint, receipt, documents: [...documents] } }
}

function numberOf({ record, taken }: StaffFacts, call: Call): RegistrationNumber {
  return record.number ?? newNumber(call.id, call.registrationPrefix, record.fingerprint, taken)
}
