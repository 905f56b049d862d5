import type { CallShape } from './call-shape.ts'
import { type Contradiction, repeated } from './contradiction.ts'
import { HouseKind } from './field-kind.ts'
import type { Condition, RequiredDocument, RequiredField } from './requirements.ts'
import { HOUSE_ROLES, IDLE_ROLES } from './roles.ts'

type Path = Contradiction['path']

/** What cannot be in the pieces, kinds and requirements of a call's file: nobody is asked the impossible. */
export function inWhatIsAsked(call: CallShape): readonly Contradiction[] {
  const { pieces, kinds, requiredDocuments, requiredFields } = call
  const ids = [
    ...requiredDocuments.map(({ id }, index) => ({ id, path: ['requiredDocuments', index, 'id'] })),
    ...requiredFields.map(({ id }, index) => ({ id, path: ['requiredFields', index, 'id'] })),
  ]
  return [
    ...repeated(
      pieces,
      ({ role }) => role,
      (index) => ['pieces', index, 'role'],
    ),
    ...pieces.flatMap((_, index) => inPiece(call, index)),
    ...kinds.flatMap((_, index) => inKind(call, index)),
    // Documents and fields share one list of ids in replays and exports.
    ...repeated(
      ids,
      ({ id }) => id,
      (index) => ids[index]?.path ?? [],
    ),
    ...requiredDocuments.flatMap((required, index) =>
      inDocument(required, ['requiredDocuments', index], call),
    ),
    ...requiredFields.flatMap((required, index) => inField(required, ['requiredFields', index], call)),
    ...inApplicants(call),
  ]
}

function inPiece({ pieces }: CallShape, index: number): readonly Contradiction[] {
  const piece = pieces[index]
  if (piece === undefined) return []
  const at = ['pieces', index]
  const { role, like, titles, words, names } = piece
  if (isIdle(role))
    return [
      {
        path: [...at, 'role'],
        message: `« ${role} » is what the program calls a document that is no piece: choose another name`,
      },
    ]
  const tells = titles.length + words.length + names.length > 0 || like === 'picture' || isOfHouse(role)
  return tells
    ? []
    : [
        {
          path: at,
          message: `nothing tells a « ${role} »: give its titles, its words or the names of its files`,
        },
      ]
}

function inKind({ kinds }: CallShape, index: number): readonly Contradiction[] {
  const kind = kinds[index]
  if (kind === undefined) return []
  const at = ['kinds', index]
  const { id, type, pattern, check, least, most } = kind
  const isNumber = type === 'money' || type === 'number' || type === 'age'
  const twice = kinds.findIndex((other) => other.id === id) < index
  return [
    ...fault(twice, [...at, 'id'], `« ${id} » is there twice`),
    ...fault(
      HouseKind.options.some((house) => house === id),
      [...at, 'id'],
      `« ${id} » is a kind of the house: it is found without a word here; choose another name`,
    ),
    ...fault(pattern !== undefined && type !== 'text', [...at, 'pattern'], 'belongs to type text'),
    ...fault(check !== undefined && type !== 'text', [...at, 'check'], 'belongs to type text'),
    ...fault(least !== undefined && !isNumber, [...at, 'least'], 'belongs to money, number and age'),
    ...fault(most !== undefined && !isNumber, [...at, 'most'], 'belongs to money, number and age'),
    ...bounds(kind, at),
  ]
}

function inDocument(required: RequiredDocument, at: Path, call: CallShape): readonly Contradiction[] {
  const { anyOf, allOf, least } = required
  const known = knownRoles(call)
  const asked = [
    ...anyOf.map((role, index) => ({ role, path: [...at, 'anyOf', index] })),
    ...allOf.map(({ role }, index) => ({ role, path: [...at, 'allOf', index, 'role'] })),
  ]
  return [
    ...fault(asked.length === 0, at, 'says which document it asks for: give anyOf or allOf'),
    ...fault(
      anyOf.length > 0 && allOf.length > 0,
      [...at, 'allOf'],
      'a requirement has anyOf or allOf, not both',
    ),
    ...fault(allOf.length > 0 && least > 1, [...at, 'least'], 'belongs to anyOf; allOf wants each once'),
    ...asked.flatMap(({ role, path }) => fault(!known.includes(role), path, noPiece(role, known))),
    ...bounds(required, at),
    ...inCondition(required.when, at, call),
  ]
}

function inField(required: RequiredField, at: Path, call: CallShape): readonly Contradiction[] {
  const roles = knownRoles(call)
  const kinds = [...HouseKind.options, ...call.kinds.map(({ id }) => id)] as readonly string[]
  return [
    ...required.anyOf.flatMap((group, index) =>
      group.flatMap((kind, position) =>
        fault(
          !kinds.includes(kind),
          [...at, 'anyOf', index, position],
          `nobody knows how to find « ${kind} »: name it under kinds, or ask for one of ${kinds.join(', ')}`,
        ),
      ),
    ),
    ...(required.in ?? []).flatMap((role, index) =>
      fault(!roles.includes(role), [...at, 'in', index], noPiece(role, roles)),
    ),
    ...inCondition(required.when, at, call),
  ]
}

function inCondition(
  when: Condition | undefined,
  at: Path,
  { sectors }: CallShape,
): readonly Contradiction[] {
  const known = sectors.map(({ id }) => id) as readonly string[]
  return (when?.sector ?? []).flatMap((id, index) =>
    fault(
      !known.includes(id),
      [...at, 'when', 'sector', index],
      `no sector has the id « ${id} »: ${known.join(', ')}`,
    ),
  )
}

function inApplicants({ applicants }: CallShape): readonly Contradiction[] {
  if (applicants === undefined) return []
  return fault(
    !applicants.persons && !applicants.organisations,
    ['applicants'],
    'nobody could apply: persons, organisations or both',
  )
}

function bounds({ least, most }: { least?: number | undefined; most?: number | undefined }, at: Path) {
  const crossed = least !== undefined && most !== undefined && least > most
  return fault(crossed, [...at, 'most'], `is less than least (${least})`)
}

function fault(is: boolean, path: Path, message: string): readonly Contradiction[] {
  return is ? [{ path, message }] : []
}

function knownRoles({ pieces }: CallShape): readonly string[] {
  return [...HOUSE_ROLES, ...pieces.map(({ role }) => role)]
}

function noPiece(role: string, known: readonly string[]): string {
  return isIdle(role)
    ? `« ${role} » is no piece: nobody could hand it in`
    : `no document is ever a « ${role} »: name it under pieces, or ask for one of ${known.join(', ')}`
}

const isIdle = (role: string): boolean => IDLE_ROLES.some((idle) => idle === role)
const isOfHouse = (role: string): boolean => HOUSE_ROLES.some((own) => own === role)
