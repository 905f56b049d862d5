import { fold } from '../base/folding.ts'
import { withoutArticle, wordId } from '../call/names.ts'
import { listBelow } from './lists.ts'
import { type Paragraph, placeOf, sourceOf } from './paragraphs.ts'
import { type Doubt, type Outline, type Proposed, proposed, type Value } from './proposed.ts'
import { USUAL_PIECES, type UsualPiece } from './usual-pieces.ts'

/** What announces the pieces of a dossier, over folded text. */
const ANNOUNCES = new RegExp(
  'pieces? (?:a|demandees|obligatoires|justificatives|suivantes|constitutives)|' +
    '(?:dossier|candidature|offre|proposition|demande|reponse)s?[^.:;]{0,60} (?:devra|devront|doit|' +
    'doivent|comprend|comprennent|comporte|comportent|contient|comprenant|contenant|est compose|' +
    'se compose|est constitue)|composition du dossier|documents? (?:a|demandes|required)|' +
    "accompagnee?s? (?:de|d'|des|du)|il suffit d|\\benvoie\\b|applications? (?:must|should|shall) " +
    '(?:include|contain|comprise)|please (?:include|attach)|candidatures? \\(',
)
const NOT_ASKED = /telecharg|download|renseignement/

/** A piece that the text asks for. */
interface Asked {
  readonly usual: UsualPiece | null
  readonly label: string
  readonly at: Paragraph
}

/** The pieces that the text asks for, each with the place; own pieces with the words that tell them. */
export function piecesIn(paragraphs: readonly Paragraph[]): Outline {
  const all = paragraphs.flatMap((paragraph, index) => askedAt(paragraphs, paragraph, index))
  const each = all.filter(({ usual, label }, index) => {
    return all.findIndex((one) => roleOf(one) === roleOf({ usual, label })) === index
  })
  const letter = letterOffered(paragraphs)
  const own = each.filter(({ usual }) => usual === null || usual.titles !== undefined)
  return {
    proposed: [
      ...each.map((one, index) => requirement(one, index, letter)),
      ...own.map((one, index) => ownPiece(one, index)),
      ...fieldsOfForm(each),
    ],
    doubts: each.filter(({ usual }) => usual?.role === 'form').map(unread),
  }
}

/** The form is not in the text: what it asks for is supposed. */
function unread({ at }: Asked): Doubt {
  return {
    path: ['requiredFields'],
    text:
      'Le formulaire n’est pas dans ce texte : ce qu’il demande est supposé. Ayez-le en main, et retirez ' +
      '« supposé » de ce qu’il demande vraiment.',
    place: placeOf(at, at.text),
  }
}

function askedAt(paragraphs: readonly Paragraph[], paragraph: Paragraph, index: number): readonly Asked[] {
  const folded = fold(paragraph.text)
  const announced = ANNOUNCES.exec(folded)
  if (announced === null || NOT_ASKED.test(folded.slice(0, announced.index + announced[0].length + 12)))
    return []
  const list = listBelow(paragraphs, index)
  if (list !== null) return list.items.map(({ text, at }) => itemOf(text, at))
  return usualIn(folded).map((usual) => ({ usual, label: usual.label, at: paragraph }))
}

function itemOf(text: string, at: Paragraph): Asked {
  const usual = usualIn(fold(text))[0] ?? null
  return { usual, label: text.charAt(0).toLowerCase() + text.slice(1), at }
}

/**
 * The usual pieces that a text names, in its order; words that are part of another piece’s name count once.
 */
function usualIn(folded: string): readonly UsualPiece[] {
  const hits = USUAL_PIECES.flatMap((usual) => {
    const match = usual.asked.exec(folded)
    return match === null ? [] : [{ usual, start: match.index, end: match.index + match[0].length }]
  })
  return hits
    .filter(
      ({ start, end }, index) => !hits.slice(0, index).some((one) => one.start < end && start < one.end),
    )
    .toSorted((one, other) => one.start - other.start)
    .map(({ usual }) => usual)
}

function roleOf({ usual, label }: Pick<Asked, 'usual' | 'label'>): string {
  const own = wordId(label).split('_').slice(0, 3).join('_').slice(0, 40)
  return usual?.role ?? (/^[a-z]/.test(own) ? own : `piece_${own}`.replace(/_$/, ''))
}

/** A letter that the call offers beside its form: either will do. */
function letterOffered(paragraphs: readonly Paragraph[]): boolean {
  return paragraphs.some(({ text }) => /lettre de (?:manifestation|candidature)/.test(fold(text)))
}

function requirement(asked: Asked, index: number, letter: boolean): Proposed {
  const role = roleOf(asked)
  const anyOf = role === 'form' && letter ? ['form', 'letter'] : [role]
  const label =
    role === 'form' && letter ? `${asked.label} ou la lettre de manifestation d’intérêt` : asked.label
  const optional: Record<string, Value> = /facultati|le cas échéant|éventuel|optional/i.test(asked.label)
    ? { optional: true }
    : {}
  return proposed(
    ['requiredDocuments', index],
    { id: role, anyOf, label, source: sourceOf(asked.at), ...optional },
    placeOf(asked.at, asked.at.text),
    asked.usual !== null,
  )
}

function ownPiece(asked: Asked, index: number): Proposed {
  const { usual, label, at } = asked
  const bare = withoutArticle(label.replace(/ \(.*$/, ''))
  const title = bare.charAt(0).toUpperCase() + bare.slice(1)
  const value: Record<string, Value> = {
    role: roleOf(asked),
    label,
    like: usual?.like ?? 'any',
    titles: usual?.titles ?? [title],
    words: usual?.words ?? [],
    names: usual?.names ?? [],
  }
  const age = /moins de (trois|3|six|6|deux|2) mois/i.exec(label)?.[1]
  const months = { trois: 3, six: 6, deux: 2 }[age ?? ''] ?? Number(age)
  if (age !== undefined) value['notOlderThan'] = `P${months}M`
  return proposed(['pieces', index], value, placeOf(at, at.text), usual !== null)
}

/** What forms ask for; a form that nobody has read is supposed to: then it is « assumed ». */
const FIELDS: readonly (readonly [string, readonly (readonly string[])[], string])[] = [
  ['name', [['name']], 'le nom du candidat'],
  ['representative', [['representative']], 'le nom de son représentant'],
  ['contact', [['phone'], ['email'], ['postal_address']], 'un moyen de le joindre'],
  ['signature', [['signature']], 'la signature'],
]

function fieldsOfForm(asked: readonly Asked[]): readonly Proposed[] {
  const form = asked.find(({ usual }) => usual?.role === 'form')
  if (form === undefined) return []
  return FIELDS.map(([id, anyOf, label], index) => {
    const unseen: Record<string, Value> = id === 'signature' ? { mayBeInvisible: true } : {}
    const value = { id, anyOf, label, source: 'formulaire joint, non lu', assumed: true, ...unseen }
    return proposed(['requiredFields', index], value, placeOf(form.at, form.at.text), false)
  })
}
