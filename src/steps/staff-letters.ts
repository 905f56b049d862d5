import type { AcknowledgementInput, Words } from '../acknowledgement/acknowledgement.ts'
import { forbiddenExpressions } from '../acknowledgement/mentions.ts'
import type { LetterFile } from '../acknowledgement/outgoing.ts'
import { Failure } from '../base/failure.ts'
import { OutboxId, type RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { canComplete } from '../call/deadline.ts'
import type { Document } from '../documents/document.ts'
import { newNumber } from '../dossier/numbers.ts'
import { isOfAuthority } from '../mail/hosts.ts'
import { robotAddress } from '../mail/signs/robot-address.ts'
import { senderProofOf } from '../mail/signs/sender-proof.ts'
import type { Signer } from '../proof/signature.ts'
import type { StaffFacts, StaffLetter } from '../register/staff.ts'
import { judge } from '../verdict/judge.ts'
import { certified } from './certify.ts'

/** What the person says about it: to whom (null: as the mail says), and their own words. */
export interface WantedLetter {
  readonly to: string | null
  readonly words?: Words
  readonly files?: readonly LetterFile[]
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
    ...certified(input, signer),
  }
}

/** What the letter is composed of: the same for the one that leaves and the one that is shown first. */
export function releasedInput(
  facts: StaffFacts,
  call: Call,
  now: Instant,
  { to, words, files }: WantedLetter,
): AcknowledgementInput {
  const open = facts.letters.filter((letter) => letter.state !== 'bounced' && letter.state !== 'refused')
  if (open.length > 0)
    throw new Failure(
      'permanent',
      'acknowledged',
      'this mail has its acknowledgement; « recepisse rectify » corrects one',
    )
  if (words !== undefined) refuseWords(words.text, call)
  if (to !== null && to !== '') refuseAddress(to, call)
  const input = inputFor(facts, call, now, to ?? addressOf(facts, call), facts.letters.length + 1)
  return {
    ...input,
    ...(words === undefined ? {} : { words }),
    ...(files === undefined ? {} : { files }),
  }
}

/** A letter of a person concludes nothing either, and leaves no blank of a template. */
export function refuseWords(text: string, call: Call): void {
  if (/\[[^\]\n]*\]/.test(text))
    throw new Failure('permanent', 'blank-left', 'a blank of the template is still to be filled')
  if (forbiddenExpressions(text, [call.speech.letters]).length > 0)
    throw new Failure(
      'permanent',
      'not-to-say',
      'a letter concludes nothing: neither that something came late, nor that it is not admissible',
    )
}

/** Nobody who applied is reached at an address of the authority itself, nor at a robot’s. */
export function refuseAddress(to: string, call: Call): void {
  if (isOfAuthority(to, call))
    throw new Failure(
      'permanent',
      'colleague-address',
      'the letter goes to who applied: this is an address of the authority itself',
    )
  if (robotAddress(to) !== null)
    throw new Failure('permanent', 'robot-address', 'nobody reads what is sent to this address')
}

/** The address that a form of theirs says; null where none does, or the authority’s own alone. */
export function addressSaid(
  documents: readonly Pick<Document, 'kind' | 'fields'>[],
  call: Call,
): string | null {
  return (
    documents
      .filter(({ kind }) => kind === 'file')
      .flatMap(({ fields }) => fields.filter(({ kind }) => kind === 'email'))
      .map(({ value }) => value)
      .find((address) => !isOfAuthority(address, call)) ?? null
  )
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
  const input = inputFor(facts, call, now, to ?? earlier.letter.to[0] ?? addressOf(facts, call), version)
  return {
    id: OutboxId.parse(`rectification-${facts.record.fingerprint}-${version}`),
    kind: 'rectification',
    number: input.number,
    written: false,
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
  const original = {
    subject: record.read?.mail?.subject ?? '',
    messageId: record.read?.mail?.messageId ?? null,
    references: record.read?.mail?.references ?? [],
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

/** The single sender, where it may be who applied; a person names another one otherwise (CRPA R112-11-3). */
function addressOf(facts: StaffFacts, call: Call): string {
  const address = senderOf(facts, call)
  if (address === null)
    throw new Failure(
      'permanent',
      'usage',
      'name the address to write to with --to: the mail does not say it beyond doubt',
    )
  return address
}

/**
 * Null where a person must name the address: of several senders, a robot's, a colleague's, or one that was
 * forged.
 */
export function senderOf({ record }: StaffFacts, call: Call): string | null {
  const mail = record.read?.mail
  const [from, ...others] = mail?.from ?? []
  if (from === undefined || mail == null || others.length > 0 || robotAddress(from.address) !== null)
    return null
  const isTheirs = !isOfAuthority(from.address, call) && senderProofOf(mail, call) !== 'forged'
  return isTheirs ? from.address : null
}
