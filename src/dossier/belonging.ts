import { createHash } from 'node:crypto'
import { fold } from '../base/folding.ts'
import { type CallId, type Fingerprint, RegistrationNumber } from '../base/ids.ts'
import type { Document } from '../documents/document.ts'
import { applicantOf } from './applicant.ts'
import type { Applicant, Submission } from './dossier.ts'

/** Something by which the register can find the applications that a mail may belong to. Empty values are never clues; `number` is an application's own number. */
export interface Clue {
  readonly kind: 'sender' | 'siren' | 'rna' | 'document' | 'number'
  readonly value: string
}

/** An application that a mail may belong to. */
export interface Candidate {
  readonly number: RegistrationNumber
  readonly submissions: readonly Submission[]
}

/** Why a mail joined an application. */
export type JoinGround =
  | 'reply-to-our-acknowledgement'
  | 'same-identifier'
  | 'same-sender-same-name'
  | 'same-sender-adds-to-it'
  | 'same-content'

/** Where a mail belongs. `mayBelongTo`: applications that staff should compare it with. */
export type Placement =
  | {
      readonly kind: 'joined'
      readonly number: RegistrationNumber
      readonly ground: JoinGround
      readonly mayBelongTo: readonly RegistrationNumber[]
    }
  | {
      readonly kind: 'opened'
      readonly number: RegistrationNumber
      readonly mayBelongTo: readonly RegistrationNumber[]
    }

/** What is known of a mail when it is placed. `replyTo`: applications whose acknowledgement it answers. */
export interface NewSubmission {
  readonly submission: Submission
  readonly replyTo: readonly RegistrationNumber[]
  readonly words: string
}

export function cluesOf(submission: Submission): readonly Clue[] {
  const applicant = applicantOf([submission])
  const clues: Clue[] = []
  if (submission.sender !== null) clues.push({ kind: 'sender', value: submission.sender.toLowerCase() })
  if (applicant.siren !== null) clues.push({ kind: 'siren', value: applicant.siren })
  if (applicant.rna !== null) clues.push({ kind: 'rna', value: applicant.rna })
  for (const document of piecesOf(submission)) clues.push({ kind: 'document', value: document.sha256 })
  return clues.filter((clue) => clue.value !== '')
}

/**
 * Decides where a submission belongs. Never by a reference, a subject or a sender alone: another structure's
 * papers always open another application. In doubt: apart, and staff are told.
 */
export function placementOf(
  added: NewSubmission,
  candidates: readonly Candidate[],
  callId: CallId,
  prefix: string,
  taken: (number: RegistrationNumber) => boolean,
): Placement {
  const identity = applicantOf([added.submission])
  const compatible = candidates.filter(
    (candidate) => !conflicts(identity, applicantOf(candidate.submissions)),
  )
  const joined = firstGround(added, identity, compatible)
  const others = (number: RegistrationNumber | null) =>
    candidates.map((candidate) => candidate.number).filter((other) => other !== number)
  if (joined !== null) return { kind: 'joined', ...joined, mayBelongTo: [] }
  return {
    kind: 'opened',
    number: newNumber(callId, prefix, added.submission.fingerprint, taken),
    mayBelongTo: others(null),
  }
}

function firstGround(
  added: NewSubmission,
  identity: Applicant,
  candidates: readonly Candidate[],
): { number: RegistrationNumber; ground: JoinGround } | null {
  const tests: readonly [JoinGround, (candidate: Candidate) => boolean][] = [
    ['same-identifier', (candidate) => sharesIdentifier(identity, applicantOf(candidate.submissions))],
    ['reply-to-our-acknowledgement', (candidate) => added.replyTo.includes(candidate.number)],
    [
      'same-content',
      (candidate) =>
        sameSender(added.submission, candidate) && repeats(added.submission, candidate.submissions),
    ],
    [
      'same-sender-same-name',
      (candidate) =>
        sameSender(added.submission, candidate) && sameName(identity, applicantOf(candidate.submissions)),
    ],
    [
      'same-sender-adds-to-it',
      (candidate) => sameSender(added.submission, candidate) && addsTo(added, identity, candidate),
    ],
  ]
  for (const [ground, holds] of tests) {
    const matching = candidates.filter(holds)
    if (matching.length === 1 && matching[0] !== undefined) return { number: matching[0].number, ground }
    if (matching.length > 1) return null
  }
  return null
}

/** Two identities that cannot be one structure: both name an identifier of a kind and they differ, or both have names that differ and nothing common. */
function conflicts(left: Applicant, right: Applicant): boolean {
  if (left.siren !== null && right.siren !== null)
    return left.siren !== right.siren || namesClash(left, right)
  if (left.rna !== null && right.rna !== null) return left.rna !== right.rna || namesClash(left, right)
  return namesClash(left, right)
}

function namesClash(left: Applicant, right: Applicant): boolean {
  return left.name !== null && right.name !== null && !namesAgree(left.name, right.name)
}

/** One identifier in common and no clash of names (a clash was ruled out before). */
function sharesIdentifier(left: Applicant, right: Applicant): boolean {
  return (left.siren !== null && left.siren === right.siren) || (left.rna !== null && left.rna === right.rna)
}

function sameSender(submission: Submission, candidate: Candidate): boolean {
  const sender = submission.sender?.toLowerCase()
  return (
    sender !== undefined &&
    sender !== '' &&
    candidate.submissions.some((other) => other.sender?.toLowerCase() === sender)
  )
}

function sameName(left: Applicant, right: Applicant): boolean {
  return left.name !== null && right.name !== null && namesAgree(left.name, right.name)
}

const LEGAL_WORDS = new Set([
  'sas',
  'sasu',
  'sarl',
  'eurl',
  'sa',
  'scop',
  'scic',
  'gie',
  'gip',
  'snc',
  'association',
  'asso',
  'societe',
  'ste',
  'ets',
  'la',
  'le',
  'les',
  'l',
  'de',
  'du',
  'des',
  'et',
  'd',
])

/** Names without legal forms and small words: equal, or the words of one are all in the other. */
export function namesAgree(left: string, right: string): boolean {
  const [fewer, more] = [nameWords(left), nameWords(right)].sort((one, other) => one.size - other.size)
  if (fewer === undefined || more === undefined || fewer.size === 0) return fold(left) === fold(right)
  return [...fewer].every((word) => more.has(word))
}

function nameWords(name: string): ReadonlySet<string> {
  const words = fold(name.replace(/\./g, '')).split(/[^a-z0-9]+/)
  return new Set(words.filter((word) => word !== '' && !LEGAL_WORDS.has(word)))
}

/** A mail of the same sender that brings no structure of its own and has something to do with this dossier. */
function addsTo(added: NewSubmission, identity: Applicant, candidate: Candidate): boolean {
  if (identity.siren !== null || identity.rna !== null || identity.name !== null) return false
  const name = applicantOf(candidate.submissions).name
  if (name !== null && fold(added.words).includes(fold(name))) return true
  const own = added.submission.documents.filter((document) =>
    document.roles.some((role) => role.role === 'form' || role.role === 'letter'),
  )
  return own.length === 0
}

/** The files a person sent: not the body, not signature logos, not links. */
export function piecesOf(submission: Submission): readonly Document[] {
  return submission.documents.filter(
    (document) =>
      document.name !== 'courriel' &&
      document.bytes > 0 &&
      !document.roles.some((role) => role.role === 'decor'),
  )
}

/** What a mail brings: its pieces or, when it has none, its own text. */
function contentOf(submission: Submission): readonly Document[] {
  const pieces = piecesOf(submission)
  return pieces.length > 0 ? pieces : submission.documents.filter((document) => document.name === 'courriel')
}

/** True when all that a mail brings came before, byte for byte. A mail that brings nothing repeats nothing. */
function repeats(submission: Submission, earlier: readonly Submission[]): boolean {
  const content = contentOf(submission)
  const known = new Set(earlier.flatMap((other) => contentOf(other).map((document) => document.sha256)))
  return content.length > 0 && content.every((document) => known.has(document.sha256))
}

/**
 * The fates of an application's mails, whatever the order they were read in: the first received opened it, one
 * that brings only what came before is a duplicate, any other is a supplement.
 */
export function fatesOf(
  submissions: readonly Submission[],
): ReadonlyMap<Fingerprint, 'application' | 'supplement' | 'duplicate'> {
  const fates = new Map<Fingerprint, 'application' | 'supplement' | 'duplicate'>()
  const earlier: Submission[] = []
  for (const submission of inOrderOfReceipt(submissions)) {
    const later = repeats(submission, earlier) ? 'duplicate' : 'supplement'
    fates.set(submission.fingerprint, earlier.length === 0 ? 'application' : later)
    earlier.push(submission)
  }
  return fates
}

/** By time of receipt, then by fingerprint, so that the order never depends on who was read first. */
export function inOrderOfReceipt(submissions: readonly Submission[]): readonly Submission[] {
  return [...submissions].sort((left, right) => {
    if (left.receipt.receivedAt !== right.receipt.receivedAt)
      return left.receipt.receivedAt < right.receipt.receivedAt ? -1 : 1
    return left.fingerprint < right.fingerprint ? -1 : 1
  })
}

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The number of an application: drawn from the mail that opened it, so that the same evidence gives the same
 * number, and drawn again while another application has it.
 */
export function newNumber(
  callId: CallId,
  prefix: string,
  opening: Fingerprint,
  taken: (number: RegistrationNumber) => boolean,
): RegistrationNumber {
  for (let draw = 0; ; draw += 1) {
    const bytes = createHash('sha256').update(`${callId}\n${opening}\n${draw}`).digest()
    const letters = [...bytes.subarray(0, 5)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('')
    const number = RegistrationNumber.parse(`${prefix}-${letters}`)
    if (!taken(number)) return number
  }
}
