import type { CallId, Fingerprint, RegistrationNumber } from '../base/ids.ts'
import { type Group, groupsOf } from './belonging.ts'
import { newNumber } from './numbers.ts'
import { repeats } from './pieces.ts'
import type { Ground, Placeable } from './placeable.ts'

/** What a mail is to its application. */
export type SubmissionFate = 'application' | 'supplement' | 'duplicate'

/** Where a mail is, for the register to save. */
export interface Place {
  readonly fingerprint: Fingerprint
  readonly number: RegistrationNumber
  readonly fate: SubmissionFate
  readonly ground: Ground
  readonly mayBelongTo: readonly RegistrationNumber[]
}

/** How the applications of a call are numbered. */
export interface Numbering {
  readonly callId: CallId
  readonly prefix: string
  readonly taken: (number: RegistrationNumber) => boolean
}

/**
 * The place of each of some related mails: the first received opened the application, one that brings only
 * what came before is a duplicate, any other a supplement. A group keeps the number that its earliest
 * numbered mail was acknowledged under, or takes back the one that a mail of its own had opened; only a group
 * without one draws a new number. A number stays with the mail that opened it: whoever holds its letter finds
 * their own application there.
 */
export function placesOf(placeables: readonly Placeable[], numbering: Numbering): readonly Place[] {
  const groups = groupsOf(placeables)
  const openers = new Map(
    groups.flatMap((group) => openedIn(group).map((number) => [number, group] as const)),
  )
  const used = new Set<RegistrationNumber>()
  const numbered = groups.map((group) => {
    const { members } = group
    const isFree = (number: RegistrationNumber) =>
      !used.has(number) && (openers.get(number) ?? group) === group
    const number =
      [...members.flatMap((member) => member.number ?? []), ...openedIn(group)].find(isFree) ??
      newNumber(
        numbering.callId,
        numbering.prefix,
        members[0].submission.fingerprint,
        (drawn) => used.has(drawn) || numbering.taken(drawn),
      )
    used.add(number)
    return { ...group, number }
  })
  return numbered.flatMap(({ members, mayBelongTo, number }) =>
    members.map((member, position) => ({
      fingerprint: member.submission.fingerprint,
      number,
      fate: fateOf(members.slice(0, position), member),
      ground: member.ground,
      mayBelongTo: mayBelongTo.flatMap((other) => numbered[other]?.number ?? []),
    })),
  )
}

const openedIn = ({ members }: Group): readonly RegistrationNumber[] =>
  members.flatMap(({ opened }) => opened)

function fateOf(earlier: readonly Placeable[], member: Placeable): SubmissionFate {
  if (earlier.length === 0) return 'application'
  return repeats(
    member.submission,
    earlier.map((one) => one.submission),
  )
    ? 'duplicate'
    : 'supplement'
}
