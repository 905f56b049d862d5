import { fold } from '../base/folding.ts'
import { isOfEverybody } from '../knowledge/mail-providers.ts'
import { domainOf } from '../mail/hosts.ts'
import type { SenderProof } from '../mail/signs/sender-proof.ts'
import { applicantOf } from './applicant.ts'
import type { Applicant, Submission } from './dossier.ts'
import { isNamedAfter, namesAgree } from './names.ts'
import { bringsOwnForm, repeats } from './pieces.ts'
import type { Ground, Member, Placeable } from './placeable.ts'
import { standing } from './standing.ts'

/** A group while it grows, with what all its members say: asked again for each mail that is placed. */
export interface Open {
  readonly members: [Member, ...Member[]]
  readonly clues: Set<string>
  identity: Applicant
}

/** A mail that is being placed. */
export interface Added extends Placeable {
  readonly identity: Applicant
  readonly isShared: boolean
}

/** Where a mail goes, and why. */
export interface Joined {
  readonly group: Open
  readonly ground: Ground
}

/** The strongest ground decides; where it points at two applications, a person does. */
export function firstGround(added: Added, groups: readonly Open[]): Joined | null {
  const { submission, identity, repliesTo, isShared } = added
  const own = ofSender(added, groups)
  const fromSame = (group: Open) => own.includes(group)
  const tests: readonly (readonly [Ground, (group: Open) => boolean])[] = [
    [
      'reply-to-our-acknowledgement',
      (group) => group.members.some((member) => repliesTo.includes(member.submission.fingerprint)),
    ],
    [
      'names-its-number',
      (group) => namesNumberOf(added, group) && (fromSame(group) || sameHouse(added, group)),
    ],
    ['same-house', (group) => sharesIdentifier(identity, group.identity) && sameHouse(added, group)],
    ['same-content', (group) => fromSame(group) && repeats(submission, submissionsIn(group))],
    ['same-sender-same-name', (group) => fromSame(group) && sameName(identity, group.identity)],
    ['same-sender-names-it', (group) => fromSame(group) && namesIt(added, group)],
    ['same-sender-adds-to-it', (group) => fromSame(group) && !isShared && addsTo(added, group)],
  ]
  for (const [ground, test] of tests) {
    const [group, ...more] = groups.filter(test)
    if (group !== undefined) return more.length === 0 ? { group, ground } : null
  }
  return null
}

/**
 * A number is printed in letters, which are passed on, and an identifier is public: neither says who writes.
 */
function namesNumberOf({ names }: Added, group: Open): boolean {
  return group.members.some(({ opened }) => opened.some((number) => names.includes(number)))
}

/**
 * Two identities that cannot be one structure: identifiers of a kind that differ, or names that do not agree.
 */
export function conflict(left: Applicant, right: Applicant): boolean {
  const sirens = left.siren !== null && right.siren !== null && left.siren !== right.siren
  const rnas = left.rna !== null && right.rna !== null && left.rna !== right.rna
  return sirens || rnas || (left.name !== null && right.name !== null && !namesAgree(left.name, right.name))
}

function sharesIdentifier(left: Applicant, right: Applicant): boolean {
  return (left.siren !== null && left.siren === right.siren) || (left.rna !== null && left.rna === right.rna)
}

/**
 * The applications to which a mail's address belongs, as far as our servers know it. Where they proved it
 * once, what they say nothing of is not from it: they say something of each mail.
 */
export function ofSender(added: Placeable, groups: readonly Open[]): readonly Open[] {
  const sender = senderOf(added)
  const { proof } = added.submission
  if (sender === '' || (proof !== 'proven' && proof !== 'untold')) return []
  const known = (told: SenderProof) =>
    groups.filter(({ members }) =>
      members.some((member) => senderOf(member) === sender && member.submission.proof === told),
    )
  const proven = known('proven')
  if (proven.length > 0) return proof === 'proven' ? proven : []
  return known('untold')
}

/**
 * Another address of the structure's own house: both proven, of one domain that bears its name. A domain of
 * everybody, or of whom nobody can tell, is no house.
 */
function sameHouse(added: Placeable, group: Open): boolean {
  const house = houseOf(added)
  const { name } = group.identity
  if (house === null || name === null || !isNamedAfter(house, name)) return false
  return group.members.some((member) => houseOf(member) === house)
}

function houseOf(one: Placeable): string | null {
  const domain = domainOf(senderOf(one))
  return one.submission.proof !== 'proven' || isOfEverybody(domain) ? null : domain
}

function sameName(left: Applicant, right: Applicant): boolean {
  return left.name !== null && right.name !== null && namesAgree(left.name, right.name)
}

/**
 * Whether a mail could be for an application of its sender, by the name of that one: asked of hundreds of
 * names.
 */
export function couldMean({
  submission,
  words,
}: Pick<Placeable, 'submission' | 'words'>): (name: string) => boolean {
  const own = applicantOf(standing([submission])).name
  if (own !== null) return (name) => namesAgree(own, name)
  const folded = fold(words)
  return (name) => mentions(folded, name)
}

/** A mail without a structure of its own whose words name the application's, or the other way round. */
function namesIt({ identity, words }: Added, group: Open): boolean {
  const theirs = group.identity
  if (isAnonymous(identity) && theirs.name !== null) return mentions(fold(words), theirs.name)
  return (
    isAnonymous(theirs) &&
    identity.name !== null &&
    group.members.some((member) => mentions(fold(member.words), identity.name ?? ''))
  )
}

function mentions(folded: string, name: string): boolean {
  const wanted = fold(name)
  return wanted.length > 3 && folded.includes(wanted)
}

/**
 * One of the two brings no structure of its own: pieces that came apart from their form, before it or after
 * it.
 */
function addsTo({ identity, submission }: Added, group: Open): boolean {
  const isBare = isAnonymous(identity) && !bringsOwnForm(submission)
  const groupIsBare = isAnonymous(group.identity) && !submissionsIn(group).some(bringsOwnForm)
  return isBare || groupIsBare
}

function isAnonymous(applicant: Applicant): boolean {
  return applicant.siren === null && applicant.rna === null && applicant.name === null
}

/** The mails of a dossier, in the order of its members. */
export function submissionsIn(group: Open): readonly Submission[] {
  return group.members.map((member) => member.submission)
}

/** Empty for a mail that has none. */
export function senderOf({ submission }: Pick<Placeable, 'submission'>): string {
  return submission.sender?.toLowerCase() ?? ''
}
