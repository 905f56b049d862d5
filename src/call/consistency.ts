import { instantFromWallClock, isOneInstant } from '../base/instant.ts'
import type { Call } from './call.ts'
import { HOUSE_ROLES, IDLE_ROLES } from './roles.ts'

/** What a call's file says that cannot be, and where: nobody finds it out later by a letter that asks the impossible. */
export interface Contradiction {
  readonly path: readonly (string | number)[]
  readonly message: string
}

type Path = Contradiction['path']

/** Every contradiction at once, in the order of the file. Pure; the file's shape was checked before. */
export function contradictionsIn(call: Call): readonly Contradiction[] {
  return [
    ...inDeadline(call),
    ...repeated(
      call.sectors,
      ({ id }) => id,
      (index) => ['sectors', index, 'id'],
    ),
    ...repeated(
      call.pieces,
      ({ role }) => role,
      (index) => ['pieces', index, 'role'],
    ),
    ...ofPieces(call),
    ...ofRequirements(call),
  ]
}

function inDeadline({ deadline, published }: Call): readonly Contradiction[] {
  const { zone, contestedUntil, contestedBecause } = deadline
  const told = (key: string, message: string): Contradiction => ({ path: ['deadline', key], message })
  const moved = (['wallClock', 'contestedUntil'] as const).flatMap((key) => {
    const reading = deadline[key]
    return reading === undefined || isOneInstant(reading, zone)
      ? []
      : [told(key, `the clocks of ${zone} change then: this hour is skipped or comes twice`)]
  })
  const late =
    published.date > deadline.wallClock.slice(0, 10)
      ? [
          {
            path: ['published', 'date'],
            message: `the call is published after its deadline (${deadline.wallClock})`,
          },
        ]
      : []
  if (contestedUntil === undefined) return [...moved, ...late]
  const reason =
    contestedBecause === undefined ? [told('contestedBecause', 'a contested period needs its reason')] : []
  const isBefore =
    moved.length === 0 &&
    instantFromWallClock(contestedUntil, zone) <= instantFromWallClock(deadline.wallClock, zone)
  return [
    ...moved,
    ...late,
    ...reason,
    ...(isBefore ? [told('contestedUntil', 'must come after the deadline')] : []),
  ]
}

/** A house role is recognised by itself; named again it would be two things of one name. */
function ofPieces({ pieces }: Call): readonly Contradiction[] {
  return pieces.flatMap(({ role }, index) =>
    isIdle(role)
      ? [
          {
            path: ['pieces', index, 'role'],
            message: `« ${role} » is what the program calls a document that is no piece: choose another name`,
          },
        ]
      : [],
  )
}

/** Documents and fields share one list of ids in replays and exports. */
function ofRequirements({ requiredDocuments, requiredFields, pieces }: Call): readonly Contradiction[] {
  const known = [...HOUSE_ROLES, ...pieces.map(({ role }) => role)]
  const all = [
    ...requiredDocuments.map(({ id }, index) => ({ id, path: ['requiredDocuments', index, 'id'] })),
    ...requiredFields.map(({ id }, index) => ({ id, path: ['requiredFields', index, 'id'] })),
  ]
  const roles = requiredDocuments.flatMap(({ anyOf }, index) =>
    anyOf.flatMap((role, position) =>
      known.includes(role)
        ? []
        : [{ path: ['requiredDocuments', index, 'anyOf', position], message: noPiece(role, known) }],
    ),
  )
  return [
    ...repeated(
      all,
      ({ id }) => id,
      (index) => all[index]?.path ?? [],
    ),
    ...roles,
  ]
}

function noPiece(role: string, known: readonly string[]): string {
  return isIdle(role)
    ? `« ${role} » is no piece: nobody could hand it in`
    : `no document is ever a « ${role} »: name it under pieces, or ask for one of ${known.join(', ')}`
}

const isIdle = (role: string): boolean => IDLE_ROLES.some((idle) => idle === role)

function repeated<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  pathOf: (index: number) => Path,
): readonly Contradiction[] {
  const names = items.map(nameOf)
  return names.flatMap((name, index) =>
    names.indexOf(name) === index ? [] : [{ path: pathOf(index), message: `« ${name} » is there twice` }],
  )
}
