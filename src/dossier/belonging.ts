import type { Fingerprint, RegistrationNumber } from '../base/ids.ts'
import { applicantOf } from './applicant.ts'
import type { Applicant, Submission } from './dossier.ts'
import { conflict, firstGround, type Open, sameSender, senderOf, submissionsIn } from './grounds.ts'
import { namesAgree, nameWords } from './names.ts'
import { inOrderOfReceipt, piecesOf } from './pieces.ts'
import { standing } from './standing.ts'

/** Something by which the register finds mails that may belong together. Empty values are never clues. */
export interface Clue {
  readonly kind: 'sender' | 'siren' | 'rna' | 'name' | 'document' | 'answers' | 'message'
  readonly value: string
}

/**
 * Applications that have a clue in common, from which on it is none by itself: an accountant writes for four hundred
 * structures, and everybody attaches the call. Identifiers are clues however many say them.
 */
export const SHARED_BY = 24

/** A submission with what places it. `repliesTo`: mails whose acknowledgement it answers; `words`: its text. */
export interface Placeable {
  readonly submission: Submission
  /** Its Message-ID: the same mail may come twice, by an alias and by a list. */
  readonly messageId: string | null
  readonly repliesTo: readonly Fingerprint[]
  readonly words: string
  /** What staff decided: mails it belongs with, and mails it does not. Their word goes before every ground. */
  readonly bonds: Bonds
  /** Its sender writes for so many (SHARED_BY) that not all of theirs were looked at: only those that it could mean. */
  readonly writesForMany: boolean
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
  | 'same-sender-replaces-it'
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
  messageId,
  repliesTo,
}: Pick<Placeable, 'submission' | 'messageId' | 'repliesTo'>): readonly Clue[] {
  const applicant = applicantOf(standing([submission]))
  const clues: readonly (readonly [Clue['kind'], string | null])[] = [
    ['sender', submission.sender],
    ['siren', applicant.siren],
    ['rna', applicant.rna],
    ['name', applicant.name === null ? null : [...nameWords(applicant.name)].sort().join(' ')],
    // A blank form is everybody's.
    ...piecesOf(submission)
      .filter((document) => !document.emptyTemplate)
      .map((document) => ['document', document.sha256] as const),
    ['answers', submission.fingerprint],
    ['message', messageId],
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
    const identity = applicantOf(standing([added.submission]))
    const clues = wordsOf(cluesOf(added))
    const related = groups.filter((group) => clues.some((clue) => group.clues.has(clue)))
    const possible = related.filter(
      (group) => !conflict(identity, group.identity) && !holds(group, added.bonds.apart),
    )
    const joined =
      byStaff(added, groups) ??
      byReplacement(added, identity, related) ??
      firstGround({ ...added, identity, isShared: shared.has(senderOf(added)) }, possible)
    if (joined === null) {
      groups.push({
        members: [{ ...added, ground: 'opened' }],
        mayBelongTo: related.map((group) => groups.indexOf(group)),
        clues: new Set(clues),
        identity,
      })
    } else join(joined.group, { ...added, ground: joined.ground }, clues)
  }
  return groups
}

/** A person's word, whatever the papers say. */
function byStaff(added: Placeable, groups: readonly Open[]): { group: Open; ground: Ground } | null {
  const group = groups.find((one) => holds(one, added.bonds.together) && !holds(one, added.bonds.apart))
  return group === undefined ? null : { group, ground: 'joined-by-staff' }
}

/**
 * « Erreur de SIRET, annule et remplace »: its sender corrects an identifier under the same name, so that what differs is
 * what is corrected. With another name it is another structure.
 */
function byReplacement(
  added: Placeable,
  identity: Applicant,
  groups: readonly Open[],
): { group: Open; ground: Ground } | null {
  if (!added.submission.replaces || identity.name === null) return null
  const own = groups.filter(
    (group) =>
      sameSender(added, group) &&
      !holds(group, added.bonds.apart) &&
      group.identity.name !== null &&
      namesAgree(group.identity.name, identity.name ?? ''),
  )
  const [only, ...more] = own
  return only === undefined || more.length > 0 ? null : { group: only, ground: 'same-sender-replaces-it' }
}

function holds(group: Open, fingerprints: readonly Fingerprint[]): boolean {
  return group.members.some((member) => fingerprints.includes(member.submission.fingerprint))
}

function join(group: Open, member: Member, clues: readonly string[]): void {
  group.members.push(member)
  for (const clue of clues) group.clues.add(clue)
  group.identity = applicantOf(standing(submissionsIn(group)))
}

/** Senders that write for several structures: an accountant, a chamber, a secretariat. */
function sharedSenders(placeables: readonly Placeable[]): ReadonlySet<string> {
  // Each identity once: a robot that sends the same for ever costs no more than a person.
  const identities = new Map<string, Map<string, Applicant>>()
  // A correction contradicts what it corrects, and is no other structure's.
  for (const one of placeables.filter(({ submission }) => !submission.replaces)) {
    const identity = applicantOf(standing([one.submission]))
    const known = identities.get(senderOf(one)) ?? new Map<string, Applicant>()
    known.set(JSON.stringify([identity.siren, identity.rna, identity.name]), identity)
    identities.set(senderOf(one), known)
  }
  const shared = [...identities].filter(([, known]) => {
    const several = [...known.values()]
    return several.some((one) => several.some((other) => conflict(one, other)))
  })
  return new Set([
    ...shared.map(([sender]) => sender),
    ...placeables.filter((one) => one.writesForMany).map(senderOf),
  ])
}

function wordsOf(clues: readonly Clue[]): readonly string[] {
  return clues.map((clue) => `${clue.kind} ${clue.value}`)
}
