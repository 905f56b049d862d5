import { fold } from '../base/folding.ts'
import type { Fingerprint, RegistrationNumber } from '../base/ids.ts'
import { applicantOf } from './applicant.ts'
import type { Applicant, Submission } from './dossier.ts'
import { namesAgree, nameWords } from './names.ts'
import { bringsOwnForm, inOrderOfReceipt, piecesOf, repeats } from './pieces.ts'

/** Something by which the register finds mails that may belong together. Empty values are never clues. */
export interface Clue {
  readonly kind: 'sender' | 'siren' | 'rna' | 'name' | 'document' | 'answers'
  readonly value: string
}

/** A submission with what places it. `repliesTo`: mails whose acknowledgement it answers; `words`: its text. */
export interface Placeable {
  readonly submission: Submission
  readonly repliesTo: readonly Fingerprint[]
  readonly words: string
  /** Its application so far; null for a mail that is placed for the first time. */
  readonly number: RegistrationNumber | null
}

/** Why a mail is in its application. */
export type Ground =
  | 'opened'
  | 'same-identifier'
  | 'reply-to-our-acknowledgement'
  | 'same-content'
  | 'same-sender-same-name'
  | 'same-sender-adds-to-it'

export interface Member extends Placeable {
  readonly ground: Ground
}

/** Mails that make one application. `mayBelongTo`: groups that staff should compare it with, by index. */
export interface Group {
  readonly members: readonly [Member, ...Member[]]
  readonly mayBelongTo: readonly number[]
}

/** The clues of a submission. Two mails without one in common never belong together. */
export function cluesOf({
  submission,
  repliesTo,
}: Pick<Placeable, 'submission' | 'repliesTo'>): readonly Clue[] {
  const applicant = applicantOf([submission])
  const clues: readonly (readonly [Clue['kind'], string | null])[] = [
    ['sender', submission.sender],
    ['siren', applicant.siren],
    ['rna', applicant.rna],
    ['name', applicant.name === null ? null : [...nameWords(applicant.name)].sort().join(' ')],
    ...piecesOf(submission).map((document) => ['document', document.sha256] as const),
    ['answers', submission.fingerprint],
    ...repliesTo.map((fingerprint) => ['answers', fingerprint] as const),
  ]
  return clues.flatMap(([kind, value]) =>
    value === null || value === '' ? [] : [{ kind, value: value.toLowerCase() }],
  )
}

/**
 * Which mails make one application, always told from the whole, in order of receipt, so that the order in which
 * they were read changes nothing. Never by a reference, a subject or a sender alone: another structure's papers
 * always open another application. In doubt: apart, and staff are told.
 */
export function groupsOf(placeables: readonly Placeable[]): readonly Group[] {
  const groups: { members: [Member, ...Member[]]; mayBelongTo: number[] }[] = []
  for (const added of inOrderOfReceipt(placeables)) {
    const identity = applicantOf([added.submission])
    const related = groups.filter((group) => shareClue(added, group))
    const joined = firstGround(
      added,
      identity,
      related.filter((group) => !conflict(identity, identityOf(group))),
    )
    if (joined === null)
      groups.push({
        members: [{ ...added, ground: 'opened' }],
        mayBelongTo: related.map((group) => groups.indexOf(group)),
      })
    else joined.group.members.push({ ...added, ground: joined.ground })
  }
  return groups
}

type Open = { members: [Member, ...Member[]]; mayBelongTo: number[] }

function shareClue(added: Placeable, group: Open): boolean {
  const own = new Set(cluesOf(added).map((clue) => `${clue.kind} ${clue.value}`))
  return group.members.some((member) => cluesOf(member).some((clue) => own.has(`${clue.kind} ${clue.value}`)))
}

function identityOf(group: Open): Applicant {
  return applicantOf(submissionsIn(group))
}

function submissionsIn(group: Open): readonly Submission[] {
  return group.members.map((member) => member.submission)
}

/** The strongest ground decides; where it points at two applications, a person does. */
function firstGround(
  added: Placeable,
  identity: Applicant,
  groups: readonly Open[],
): { group: Open; ground: Ground } | null {
  const fromSame = (group: Open) => sameSender(added.submission, group)
  const tests: readonly (readonly [Ground, (group: Open) => boolean])[] = [
    ['same-identifier', (group) => sharesIdentifier(identity, identityOf(group))],
    [
      'reply-to-our-acknowledgement',
      (group) => group.members.some((member) => added.repliesTo.includes(member.submission.fingerprint)),
    ],
    ['same-content', (group) => fromSame(group) && repeats(added.submission, submissionsIn(group))],
    ['same-sender-same-name', (group) => fromSame(group) && sameName(identity, identityOf(group))],
    ['same-sender-adds-to-it', (group) => fromSame(group) && addsTo(added, identity, group)],
  ]
  for (const [ground, holds] of tests) {
    const [group, ...more] = groups.filter(holds)
    if (group !== undefined) return more.length === 0 ? { group, ground } : null
  }
  return null
}

/** Two identities that cannot be one structure: identifiers of a kind that differ, or names that do not agree. */
function conflict(left: Applicant, right: Applicant): boolean {
  const sirens = left.siren !== null && right.siren !== null && left.siren !== right.siren
  const rnas = left.rna !== null && right.rna !== null && left.rna !== right.rna
  return sirens || rnas || (left.name !== null && right.name !== null && !namesAgree(left.name, right.name))
}

function sharesIdentifier(left: Applicant, right: Applicant): boolean {
  return (left.siren !== null && left.siren === right.siren) || (left.rna !== null && left.rna === right.rna)
}

function sameSender(submission: Submission, group: Open): boolean {
  const sender = submission.sender?.toLowerCase()
  return (
    sender !== undefined &&
    sender !== '' &&
    group.members.some((member) => member.submission.sender?.toLowerCase() === sender)
  )
}

function sameName(left: Applicant, right: Applicant): boolean {
  return left.name !== null && right.name !== null && namesAgree(left.name, right.name)
}

/** One of the two brings no structure of its own: pieces that came apart from their form, before it or after it. */
function addsTo(added: Placeable, identity: Applicant, group: Open): boolean {
  const isBare = identity.siren === null && identity.rna === null && identity.name === null
  const name = identityOf(group).name
  if (isBare && name !== null && fold(added.words).includes(fold(name))) return true
  const groupIsBare = isAnonymous(identityOf(group)) && !submissionsIn(group).some(bringsOwnForm)
  return groupIsBare || (isBare && !bringsOwnForm(added.submission))
}

function isAnonymous(applicant: Applicant): boolean {
  return applicant.siren === null && applicant.rna === null && applicant.name === null
}
