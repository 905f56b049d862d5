import { fold } from '../base/folding.ts'
import { applicantOf } from './applicant.ts'
import type { Ground, Member, Placeable } from './belonging.ts'
import type { Applicant, Submission } from './dossier.ts'
import { namesAgree } from './names.ts'
import { bringsOwnForm, repeats } from './pieces.ts'
import { standing } from './standing.ts'

/** A group while it grows, with what all its members say: asked again for each mail that is placed. */
export interface Open {
  readonly members: [Member, ...Member[]]
  readonly mayBelongTo: number[]
  readonly clues: Set<string>
  identity: Applicant
}

/** A mail that is being placed. */
export interface Added extends Placeable {
  readonly identity: Applicant
  readonly isShared: boolean
}

/** The strongest ground decides; where it points at two applications, a person does. */
export function firstGround(added: Added, groups: readonly Open[]): { group: Open; ground: Ground } | null {
  const { submission, identity, repliesTo, isShared } = added
  const fromSame = (group: Open) => sameSender(added, group)
  const tests: readonly (readonly [Ground, (group: Open) => boolean])[] = [
    ['same-identifier', (group) => sharesIdentifier(identity, group.identity)],
    [
      'reply-to-our-acknowledgement',
      (group) => group.members.some((member) => repliesTo.includes(member.submission.fingerprint)),
    ],
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

/** Two identities that cannot be one structure: identifiers of a kind that differ, or names that do not agree. */
export function conflict(left: Applicant, right: Applicant): boolean {
  const sirens = left.siren !== null && right.siren !== null && left.siren !== right.siren
  const rnas = left.rna !== null && right.rna !== null && left.rna !== right.rna
  return sirens || rnas || (left.name !== null && right.name !== null && !namesAgree(left.name, right.name))
}

function sharesIdentifier(left: Applicant, right: Applicant): boolean {
  return (left.siren !== null && left.siren === right.siren) || (left.rna !== null && left.rna === right.rna)
}

export function sameSender(added: Placeable, group: Open): boolean {
  const sender = senderOf(added)
  return sender !== '' && group.members.some((member) => senderOf(member) === sender)
}

function sameName(left: Applicant, right: Applicant): boolean {
  return left.name !== null && right.name !== null && namesAgree(left.name, right.name)
}

/** Whether a mail could be for an application of its sender, by the name of that one: asked of hundreds of names. */
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

/** One of the two brings no structure of its own: pieces that came apart from their form, before it or after it. */
function addsTo({ identity, submission }: Added, group: Open): boolean {
  const isBare = isAnonymous(identity) && !bringsOwnForm(submission)
  const groupIsBare = isAnonymous(group.identity) && !submissionsIn(group).some(bringsOwnForm)
  return isBare || groupIsBare
}

function isAnonymous(applicant: Applicant): boolean {
  return applicant.siren === null && applicant.rna === null && applicant.name === null
}

export function submissionsIn(group: Open): readonly Submission[] {
  return group.members.map((member) => member.submission)
}

/** Empty for a mail that has none. */
export function senderOf({ submission }: Pick<Placeable, 'submission'>): string {
  return submission.sender?.toLowerCase() ?? ''
}
