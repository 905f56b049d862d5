import type { Fingerprint } from '../base/ids.ts'
import { applicantOf } from './applicant.ts'
import { clueWordsOf } from './clues.ts'
import type { Applicant } from './dossier.ts'
import {
  type Added,
  conflict,
  firstGround,
  type Joined,
  type Open,
  ofSender,
  senderOf,
  submissionsIn,
} from './grounds.ts'
import { namesAgree } from './names.ts'
import { inOrderOfReceipt } from './pieces.ts'
import type { Member, Placeable } from './placeable.ts'
import { standing } from './standing.ts'

/**
 * Mails that make one application. `mayBelongTo`: groups that staff should compare it with, by index, and
 * they with it.
 */
export interface Group {
  readonly members: readonly [Member, ...Member[]]
  readonly mayBelongTo: readonly number[]
}

/**
 * Which mails make one application, always told from the whole, in order of receipt, so that the order in
 * which they were read changes nothing. Only a sender that is proven to belong, or a person, adds to an
 * application: what is public (identifiers, names, domains, subjects) links and never opens, and another
 * structure's papers always open another application. In doubt: apart, and staff are told, on both sides.
 */
export function groupsOf(placeables: readonly Placeable[]): readonly Group[] {
  const groups: Open[] = []
  const shared = sharedSenders(placeables)
  for (const added of inOrderOfReceipt(placeables)) {
    const identity = applicantOf(standing([added.submission]))
    const clues = clueWordsOf(added)
    const joined =
      byDecision(added, groups) ??
      byEvidence({ ...added, identity, isShared: shared.has(senderOf(added)) }, clues, groups)
    if (joined === null)
      groups.push({ members: [{ ...added, ground: 'opened' }], clues: new Set(clues), identity })
    else join(joined.group, { ...added, ground: joined.ground }, clues)
  }
  return groups.map((group) => ({
    members: group.members,
    mayBelongTo: groups.flatMap((other, index) => (other !== group && areAlike(group, other) ? [index] : [])),
  }))
}

/** What was forged adds to nothing, whatever it says. */
function byEvidence(added: Added, clues: readonly string[], groups: readonly Open[]): Joined | null {
  if (added.submission.proof === 'forged') return null
  const related = groups.filter((group) => clues.some((clue) => group.clues.has(clue)))
  const possible = related.filter(
    (group) => !conflict(added.identity, group.identity) && !holds(group, added.bonds.apart),
  )
  return byReplacement(added, related) ?? firstGround(added, possible)
}

/** Something in common, and nobody said that they are two. */
function areAlike(left: Open, right: Open): boolean {
  const [fewer, more] = left.clues.size < right.clues.size ? [left, right] : [right, left]
  const isTold = (one: Open, other: Open) => one.members.some((member) => holds(other, member.bonds.apart))
  return [...fewer.clues].some((clue) => more.clues.has(clue)) && !isTold(left, right) && !isTold(right, left)
}

/** A person's word, whatever the papers say; then what stands since an earlier edition. */
function byDecision(added: Placeable, groups: readonly Open[]): Joined | null {
  const { together, kept, apart } = added.bonds
  const bound = (fingerprints: readonly Fingerprint[]) =>
    groups.find((one) => holds(one, fingerprints) && !holds(one, apart))
  const joined = bound(together)
  if (joined !== undefined) return { group: joined, ground: 'joined-by-staff' }
  const before = bound(kept)
  return before === undefined ? null : { group: before, ground: 'joined-before' }
}

/**
 * « Erreur de SIRET, annule et remplace »: its sender corrects an identifier under the same name, so that
 * what differs is what is corrected. With another name it is another structure.
 */
function byReplacement(added: Added, groups: readonly Open[]): Joined | null {
  const { name } = added.identity
  if (!added.submission.replaces || name === null) return null
  const own = ofSender(added, groups).filter(
    (group) =>
      !holds(group, added.bonds.apart) &&
      group.identity.name !== null &&
      namesAgree(group.identity.name, name),
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

/**
 * The mails that their addresses sent, as far as our servers know it: no forger makes an accountant of an
 * applicant.
 */
function theirOwn(placeables: readonly Placeable[]): readonly Placeable[] {
  const proven = new Set(placeables.filter(({ submission }) => submission.proof === 'proven').map(senderOf))
  return placeables.filter((one) => {
    const { proof } = one.submission
    return proof === 'proven' || (proof === 'untold' && !proven.has(senderOf(one)))
  })
}

/** Senders that write for several structures: an accountant, a chamber, a secretariat. */
function sharedSenders(placeables: readonly Placeable[]): ReadonlySet<string> {
  // Each identity once: a robot that sends the same for ever costs no more than a person.
  const identities = new Map<string, Map<string, Applicant>>()
  // A correction contradicts what it corrects, and is no other structure's.
  for (const one of theirOwn(placeables).filter(({ submission }) => !submission.replaces)) {
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
