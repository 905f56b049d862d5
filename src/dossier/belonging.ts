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
  /** What staff decided: mails it belongs with, and mails it does not. Their word goes before every ground. */
  readonly bonds: Bonds
  /** Its application so far; null for a mail that is placed for the first time. */
  readonly number: RegistrationNumber | null
}

/** A decision of staff about two mails, kept with its author and reason; the last one about a pair counts. */
export interface Bonds {
  readonly together: readonly Fingerprint[]
  readonly apart: readonly Fingerprint[]
}

/** Why a mail is in its application. */
export type Ground =
  | 'opened'
  | 'joined-by-staff'
  | 'same-identifier'
  | 'reply-to-our-acknowledgement'
  | 'same-content'
  | 'same-sender-same-name'
  | 'same-sender-names-it'
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
  const groups: Open[] = []
  const shared = sharedSenders(placeables)
  for (const added of inOrderOfReceipt(placeables)) {
    const identity = applicantOf([added.submission])
    const related = groups.filter((group) => shareClue(added, group))
    const possible = related.filter(
      (group) => !conflict(identity, identityOf(group)) && !holds(group, added.bonds.apart),
    )
    const joined =
      byStaff(added, groups) ??
      firstGround({ ...added, identity, isShared: shared.has(senderOf(added)) }, possible)
    if (joined === null) {
      groups.push({
        members: [{ ...added, ground: 'opened' }],
        mayBelongTo: related.map((group) => groups.indexOf(group)),
      })
    } else joined.group.members.push({ ...added, ground: joined.ground })
  }
  return groups
}

/** A person's word, whatever the papers say. */
function byStaff(added: Placeable, groups: readonly Open[]): { group: Open; ground: Ground } | null {
  const group = groups.find((one) => holds(one, added.bonds.together) && !holds(one, added.bonds.apart))
  return group === undefined ? null : { group, ground: 'joined-by-staff' }
}

function holds(group: Open, fingerprints: readonly Fingerprint[]): boolean {
  return group.members.some((member) => fingerprints.includes(member.submission.fingerprint))
}

/** Senders that write for several structures: an accountant, a chamber, a secretariat. */
function sharedSenders(placeables: readonly Placeable[]): ReadonlySet<string> {
  const identities = new Map<string, Applicant[]>()
  for (const one of placeables) {
    const sender = senderOf(one)
    identities.set(sender, [...(identities.get(sender) ?? []), applicantOf([one.submission])])
  }
  const shared = [...identities].filter(([, several]) =>
    several.some((one) => several.some((other) => conflict(one, other))),
  )
  return new Set(shared.map(([sender]) => sender))
}

function senderOf({ submission }: Pick<Placeable, 'submission'>): string {
  return submission.sender?.toLowerCase() ?? ''
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

interface Added extends Placeable {
  readonly identity: Applicant
  readonly isShared: boolean
}

/** The strongest ground decides; where it points at two applications, a person does. */
function firstGround(added: Added, groups: readonly Open[]): { group: Open; ground: Ground } | null {
  const { submission, identity, repliesTo, isShared } = added
  const fromSame = (group: Open) => sameSender(added, group)
  const tests: readonly (readonly [Ground, (group: Open) => boolean])[] = [
    ['same-identifier', (group) => sharesIdentifier(identity, identityOf(group))],
    [
      'reply-to-our-acknowledgement',
      (group) => group.members.some((member) => repliesTo.includes(member.submission.fingerprint)),
    ],
    ['same-content', (group) => fromSame(group) && repeats(submission, submissionsIn(group))],
    ['same-sender-same-name', (group) => fromSame(group) && sameName(identity, identityOf(group))],
    ['same-sender-names-it', (group) => fromSame(group) && namesIt(added, group)],
    ['same-sender-adds-to-it', (group) => fromSame(group) && !isShared && addsTo(added, group)],
  ]
  for (const [ground, test] of tests) {
    const [group, ...more] = groups.filter(test)
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

function sameSender(added: Placeable, group: Open): boolean {
  const sender = senderOf(added)
  return sender !== '' && group.members.some((member) => senderOf(member) === sender)
}

function sameName(left: Applicant, right: Applicant): boolean {
  return left.name !== null && right.name !== null && namesAgree(left.name, right.name)
}

/** A mail without a structure of its own whose words name the application's, or the other way round. */
function namesIt({ identity, words }: Added, group: Open): boolean {
  const theirs = identityOf(group)
  if (isAnonymous(identity) && theirs.name !== null) return mentions(words, theirs.name)
  return (
    isAnonymous(theirs) &&
    identity.name !== null &&
    group.members.some((member) => mentions(member.words, identity.name ?? ''))
  )
}

function mentions(words: string, name: string): boolean {
  const wanted = fold(name)
  return wanted.length > 3 && fold(words).includes(wanted)
}

/** One of the two brings no structure of its own: pieces that came apart from their form, before it or after it. */
function addsTo({ identity, submission }: Added, group: Open): boolean {
  const isBare = isAnonymous(identity) && !bringsOwnForm(submission)
  const groupIsBare = isAnonymous(identityOf(group)) && !submissionsIn(group).some(bringsOwnForm)
  return isBare || groupIsBare
}

function isAnonymous(applicant: Applicant): boolean {
  return applicant.siren === null && applicant.rna === null && applicant.name === null
}
