import type { Call } from './call.ts'
import { inDeadlines } from './deadline-consistency.ts'
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
    ...inDeadlines(call),
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
    ...ofTexts(call),
    ...ofPost(call),
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

/** Each text has one source: what the program writes, or the file's own. */
function ofTexts({ acknowledgement, legal, dataProtection, retention }: Call): readonly Contradiction[] {
  const faults: Contradiction[] = []
  for (const key of ['implicitDecision', 'appeals'] as const)
    if (legal !== undefined && acknowledgement[key] !== undefined)
      faults.push({
        path: ['acknowledgement', key],
        message: 'letters say what « legal » says: keep one of both',
      })
  if (dataProtection !== undefined && acknowledgement.dataProtection !== undefined)
    faults.push({
      path: ['acknowledgement', 'dataProtection'],
      message: 'letters say what « dataProtection » says: keep one of both',
    })
  if (dataProtection === undefined && acknowledgement.dataProtection === undefined)
    faults.push({ path: ['dataProtection'], message: 'say what becomes of the data (RGPD 13)' })
  if (dataProtection !== undefined && retention === undefined)
    faults.push({
      path: ['retention'],
      message: 'how long the data are kept is part of the notice (RGPD 13, 2, a)',
    })
  return faults
}

function ofPost({ post, legal }: Call): readonly Contradiction[] {
  if (post?.counts !== 'postmark' || legal?.contract !== true) return []
  const message = 'of what leads to a contract only the arrival counts (CRPA L112-1, 1°)'
  return [{ path: ['post', 'counts'], message }]
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
