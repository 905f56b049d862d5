import { theCall } from '../the-call.ts'
import { oneOf } from './draw.ts'
import { form, type Layout, type Made, rowsOf } from './layouts.ts'
import { type Block, GAP, line } from './sheet.ts'
import type { Piece } from './vocabulary.ts'
import { wordsOf } from './words.ts'

/** Forms of the fourth part alone: boxes to be ticked, a sentence with places to be filled, answers in parts. */
export const MORE_FORMS: Readonly<Record<string, Layout>> = {
  boxes: (made) => form(made, rowsOf(made).flatMap(ticked(made))),
  'sworn form': (made) => form(made, swornForm(made)),
  'answers in parts': (made) => form(made, inParts(made)),
  'section table': (made) => form(made, sectionTable(made)),
}

/** The sector as a list of boxes, in a line or below one another; the rest with colons. */
function ticked({ one, draw }: Made): (row: readonly [string, string]) => Block[] {
  const [yes, no] = oneOf(
    [
      ['☒', '☐'],
      ['[X]', '[ ]'],
      ['☑', '☐'],
      ['■', '□'],
    ] as const,
    draw(),
  )
  const below = draw() < 0.5
  return ([label, value]) => {
    if (value.replace(/[….]/g, '').trim().toLowerCase() !== one.sector.toLowerCase())
      return [line(`${label} : ${value}`)]
    const boxes = theCall.sectors.map(
      (sector) => `${sector.id === one.truth['sector'] ? yes : no} ${sector.label}`,
    )
    return below
      ? [line(`${label} :`), ...boxes.map((box) => line(box))]
      : [line(`${label} : ${boxes.join('   ')}`)]
  }
}

/** « Je soussigné(e) …, agissant en qualité de … »: a sentence of the form that a hand filled. */
function swornForm({ one, part, draw }: Made): Block[] {
  const words = wordsOf(part)
  const dots = oneOf(['', '…… ', '....... ', '____ '], draw())
  const filled = (value: string): string => `${dots}${value}${dots === '' ? '' : ` ${dots.trim()}`}`
  const labelled = (kind: Parameters<typeof words.labels>[0], value: string): Block =>
    line(`${oneOf(words.labels(kind), draw())} : ${filled(value)}`)
  const before = oneOf(
    ['Je soussigné(e) (nom, prénom) : ', 'Je soussigné(e), ', 'Je, soussigné·e : '],
    draw(),
  )
  const acting = oneOf(['agissant en qualité de : ', 'en qualité de ', 'agissant en tant que : '], draw())
  const behalf = oneOf(
    ['au nom et pour le compte de : ', 'représentant légal de la structure : ', 'pour le compte de '],
    draw(),
  )
  return [
    line(before + filled(one.person)),
    line(acting + filled(one.role)),
    line(behalf + filled(one.name)),
    labelled('legal_form', one.form),
    labelled(one.number[0], one.number[1]),
    line(`dont le siège est situé : ${filled(one.address)}`),
    labelled('phone', one.phone),
    labelled('email', one.email),
    line('déclare manifester son intérêt pour la démarche et fournir des renseignements exacts.'),
    labelled('sector', one.sector),
    GAP,
    line(`Fait à ${one.town}, le ${one.date}`),
  ]
}

/** Name and first name, street, postcode and town each for themselves, two or one in a line. */
function inParts(made: Made): Block[] {
  const { one, part, draw } = made
  const words = wordsOf(part)
  const piece = (of: Piece): string => oneOf(words.parts?.[of] ?? [], draw())
  const together = draw() < 0.5
  const person = one.prose?.named ?? [one.person, '']
  const code = /^(\S+) (.*)$/.exec(one.prose?.fullTown ?? '')
  const pairs = (said: readonly (readonly [string, string])[]): Block[] =>
    together
      ? [line(said.map(([label, value]) => `${label} : ${value}`).join('     '))]
      : said.map(([label, value]) => line(`${label} : ${value}`))
  return rowsOf(made).flatMap(([label, value]): Block[] => {
    // Of one who trades in their own name, the row of the name is no row of parts.
    if (isSame(value, one.person) && one.name !== one.person)
      return pairs([
        [piece('lastName'), person[1]],
        [piece('firstName'), person[0]],
      ])
    if (!isSame(value, one.address)) return [line(`${label} : ${value}`)]
    return [
      line(`${piece('street')} : ${one.prose?.street}`),
      ...pairs([
        [piece('postcode'), code?.[1] ?? ''],
        [piece('town'), code?.[2] ?? ''],
      ]),
    ]
  })
}

const isSame = (written: string, value: string): boolean =>
  written
    .replace(/[….]{2,}/g, '')
    .trim()
    .toLowerCase() === value.toLowerCase()

/** A table with a heading over each part of it, and a colon or none behind its labels. */
function sectionTable(made: Made): Block[] {
  const rows = rowsOf(made)
  const [first, second, third] = oneOf(
    [
      ['LE CANDIDAT', 'LE REPRÉSENTANT', 'LA CANDIDATURE'],
      ['1. La structure', '2. Son représentant', '3. Coordonnées et engagement'],
      ['A - Identification', 'B - Signataire', 'C - Contact'],
    ],
    made.draw(),
  )
  const part = (heading: string | undefined, from: number, to?: number): (readonly string[])[] => [
    [heading ?? '', ''],
    ...rows.slice(from, to),
  ]
  const all = [...part(first, 0, 3), ...part(second, 3, 5), ...part(third, 5)]
  return [{ kind: 'table', rows: all, widths: [210, 285] }]
}
