import type { Applicant } from './applicant.ts'
import { half, oneOf, type Part } from './draw.ts'
import type { Asked } from './labels.ts'
import { NOISES, type Row } from './noise.ts'
import { BODIES, CLOSINGS, OPENINGS } from './pools.ts'
import { type Block, GAP, line, type Sheet } from './sheet.ts'
import { wordsOf } from './words.ts'

/** What a layout is made from: who applies, in whose words, and what is drawn. */
export interface Made {
  readonly one: Applicant
  readonly part: Part
  readonly noise: string
  readonly draw: () => number
}
export type Layout = (made: Made) => Sheet

/** The authority's own particulars stand at the head of its form: they are nobody's answer. */
const HEAD =
  'CIREST - 28 rue des Tamarins - 97470 Saint-Benoît - SIREN 249 740 093 - Appel à manifestation d’intérêt'

export function rowsOf({ one, part, noise, draw }: Made): Row[] {
  const asked: readonly (readonly [Asked, string])[] = [
    ['name', one.name],
    ['legal_form', one.form],
    one.number,
    ['representative', one.person],
    ['role', one.role],
    ['postal_address', one.address],
    ['phone', one.phone],
    ['email', one.email],
    ['sector', one.sector],
    ['date', one.date],
  ]
  const words = wordsOf(part)
  const rows = asked.map(([kind, value]): Row => [oneOf(words.labels(kind), draw()), value])
  return NOISES[noise]?.(rows, draw, words.others) ?? rows
}

export function form(made: Made, blocks: readonly Block[]): Sheet {
  const heading = oneOf(wordsOf(made.part).headings, made.draw())
  return [
    line(HEAD),
    GAP,
    line(heading, true),
    GAP,
    ...blocks,
    GAP,
    line('Signature :'),
    { kind: 'foot', text: 'Page 1/1' },
  ]
}

const colons: Layout = (made) => {
  const between = oneOf([' : ', ': ', ' :  '], made.draw())
  return form(
    made,
    rowsOf(made).map(([label, value]) => line(label + between + value)),
  )
}

const controls: Layout = (made) =>
  form(
    made,
    rowsOf(made).map(([label, value]) => ({ kind: 'control', label, value })),
  )

const twoColumns: Layout = (made) => {
  const colon = oneOf(['', ' :'], made.draw())
  const rows = rowsOf(made).map(([label, value]) => [label + colon, value])
  return form(made, [{ kind: 'table', rows, widths: [190, 300] }])
}

const fourCells: Layout = (made) => {
  const rows = rowsOf(made)
  const pairs = rows.flatMap((row, index) =>
    index % 2 === 0 ? [[...row, ...(rows[index + 1] ?? ['', ''])]] : [],
  )
  return form(made, [{ kind: 'table', rows: pairs, widths: [105, 140, 105, 145] }])
}

const above: Layout = (made) =>
  form(
    made,
    rowsOf(made).flatMap(([label, value]) => [line(label), line(value), GAP]),
  )

/** Numbers in combs; the rest with colons. */
const combs: Layout = (made) => {
  const below = made.draw() < 0.5
  const rows = rowsOf(made).map(([label, value]): Block => {
    const bare = value.replace(/[ .…]/g, '')
    const isNumber = /^\d{8,14}$/.test(bare) || /^W\d{9}$/.test(bare)
    return isNumber ? { kind: 'comb', label, value: bare, below } : line(`${label} : ${value}`)
  })
  return form(made, rows)
}

const sideBySide: Layout = (made) => {
  const lines = rowsOf(made).map(([label, value]) => `${label} : ${value}`)
  const middle = Math.ceil(lines.length / 2)
  return form(made, [{ kind: 'columns', left: lines.slice(0, middle), right: lines.slice(middle) }])
}

function sentences({ one, part, draw }: Made): readonly [opening: string, body: string, closing: string] {
  const filled = oneOf(half(OPENINGS, part), draw())
    .replace('{person}', one.person)
    .replace('{role}', one.role.charAt(0).toLowerCase() + one.role.slice(1))
    .replace('{name}', one.name)
    .replace('{form}', one.form)
    .replace('{address}', one.address)
    .replace('{sector}', one.sector.toLowerCase())
  return [filled, oneOf(half(BODIES, part), draw()), oneOf(half(CLOSINGS, part), draw())]
}

const RECIPIENT = [
  line('À l’attention de la CIREST'),
  line('28 rue des Tamarins'),
  line('97470 Saint-Benoît'),
]
const SUBJECT = line('Objet : lettre de manifestation d’intérêt - choix du polynôme industriel')

/** A sworn letter whose lines are justified; all that applies stands in its sentences and below its name. */
const justifiedLetter: Layout = (made) => {
  const { one } = made
  const [opening, body, closing] = sentences(made)
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text, justified: true })
  return [
    ...[line(one.name), line(`${one.form} – ${numberLine(made)}`)],
    ...[line(one.address), line(`Tél. : ${one.phone} – Courriel : ${one.email}`), GAP],
    ...[
      ...RECIPIENT,
      GAP,
      line(`${one.town}, le ${one.date}`),
      GAP,
      SUBJECT,
      GAP,
      line('Madame, Monsieur,'),
      GAP,
    ],
    ...[paragraph(opening), GAP, paragraph(body), GAP, paragraph(closing), GAP],
    ...[line(one.person), line(one.role)],
  ]
}

/** The name at the head, all the particulars in the footer. */
const letterhead: Layout = (made) => {
  const { one } = made
  const [opening, body, closing] = sentences(made)
  return [
    ...[line(one.name, true), GAP, ...RECIPIENT, GAP, line(`${one.town}, le ${one.date}`), GAP, SUBJECT, GAP],
    ...[line('Madame, Monsieur,'), GAP],
    ...[opening, body, closing].flatMap((text): Block[] => [{ kind: 'paragraph', text }, GAP]),
    ...[line(one.person), line(one.role)],
    {
      kind: 'foot',
      text: `${one.name} – ${one.form} – ${one.address} – ${numberLine(made)} – ${one.phone} – ${one.email}`,
    },
  ]
}

function numberLine({ one, part, draw }: Made): string {
  return `${oneOf(wordsOf(part).labels(one.number[0]), draw())} : ${one.number[1]}`
}

export const FORMS: Readonly<Record<string, Layout>> = {
  colons,
  controls,
  'two columns': twoColumns,
  'four cells': fourCells,
  above,
  combs,
  'side by side': sideBySide,
}
export const LETTERS: Readonly<Record<string, Layout>> = { 'justified letter': justifiedLetter, letterhead }
