import type { Call } from '../../call/call.ts'
import { countriesOf } from '../../call/territory.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { emailsIn, type Identifier, isSiren, isSiret, rnaIn, siretsIn } from '../identifiers/identifiers.ts'
import { phonesIn } from '../identifiers/phones.ts'
import { numberElsewhereIn } from '../identifiers/registers-elsewhere.ts'
import { cellText, type Line, lineText, type Page, writtenLines } from '../text/page.ts'
import { LINE_CHARACTERS } from '../text/page-lines.ts'
import { paragraphsOf } from '../text/prose.ts'
import { flat } from '../text/words.ts'
import { dateIn, placeAndDateIn } from './dates.ts'
import { numberElsewhere, pendingNumber, type SeenField } from './seen-field.ts'

/** Identifiers and dates that stand in a text without a label that is known. */
export function unlabelledFields(pages: readonly Page[], call: Call): SeenField[] {
  return [...pages.flatMap(ofSentences), ...pages.flatMap((page) => ofLines(page, call))]
}

/**
 * The digits of « W239820810 » are no number of their own, and what stands behind it is another's. A number
 * begins with its first digit: « 732 829 320 00074 » over « 12 rue Neuve » has none that ends with 12.
 */
const REGISTERED = new RegExp(
  '(?:RCS|R\\.C\\.S\\.?|SIREN|immatricul[ée]+e?s?|SIRET|RNA)(?:(?!W[ .-]?\\d)[^;]){0,60}?(?<![\\d+]|' +
    '\\d[ .]|W[ .-]?)(\\d(?:[ .]?\\d){8,13})(?![ .]?\\d)',
  'giu',
)
const PENDING = new RegExp(
  "(?:en (?:cours|attente) d['’](?:immatriculation|attribution|enregistrement|inscription)|" +
    'immatriculation en cours|SIRET en cours|structure en (?:cours de )?création)',
  'iu',
)

/** Numbers that a sentence names: « immatriculée au RCS de Saint-Denis sous le numéro 732 829 320 ». */
function ofSentences(page: Page): SeenField[] {
  const texts = paragraphsOf(page).map((paragraph) => paragraph.text)
  const matches = texts.flatMap((text) => [...text.matchAll(REGISTERED)])
  const named = matches.flatMap((match): SeenField[] => {
    if (numberElsewhereIn(match[0]) !== null) return []
    const digits = (match[1] ?? '').replace(/\D/g, '')
    const kind = digits.length === 9 ? ('siren' as const) : ('siret' as const)
    const sound = kind === 'siren' ? isSiren(digits) : isSiret(digits)
    return [
      {
        kind,
        value: digits,
        confidence: sound ? WEIGHTS.fields.proven : WEIGHTS.fields.unsound,
        page: page.number,
        text: flat(match[0]),
      },
    ]
  })
  const elsewhere = texts.flatMap((text): SeenField[] => {
    const number = numberElsewhereIn(text)
    return number === null ? [] : [{ ...numberElsewhere(number), page: page.number, text: number }]
  })
  const pending = texts.flatMap((text) => PENDING.exec(text)?.[0] ?? [])[0]
  if (pending === undefined) return [...named, ...elsewhere]
  return [...named, ...elsewhere, { kind: 'siret', ...pendingNumber(), page: page.number, text: pending }]
}

function ofLines(page: Page, call: Call): SeenField[] {
  return [
    ...writtenLines(page).flatMap((line) => ofLine(line.slice(0, LINE_CHARACTERS).trim(), page.number, call)),
    ...acrossLines(page, call),
    ...page.lines.flatMap((line) => dateApart(line, page.number)),
  ]
}

/** A number is no longer than that; a shorter line ends where its sentence does. */
const NUMBER_CHARACTERS = 24
const FULL_LINE = 55

/**
 * « … – +33 » at the end of a full line and « 2 98 48 95 54 – … » on the next: a number that was broken with
 * its line.
 */
function acrossLines(page: Page, call: Call): SeenField[] {
  const lines = writtenLines(page).map((line) => line.trim())
  return lines.slice(1).flatMap((line, index) => {
    const above = lines[index] ?? ''
    if (above.length < FULL_LINE || !/\d$/.test(above) || !/^[\d(]/.test(line)) return []
    const ends = [above.slice(-NUMBER_CHARACTERS), line.slice(0, NUMBER_CHARACTERS)]
    const whole = ends.join(' ')
    const own = ends.flatMap((end) => ofLine(end, page.number, call)).map(({ value }) => value)
    return ofLine(whole, page.number, call).filter(
      ({ kind, value }) => kind !== 'date' && !own.includes(value),
    )
  })
}

/** « Fait à | Saint-Benoît | , le | 09.11.2022 »: leaders have set its parts in cells of their own. */
function dateApart(line: Line, page: number): SeenField[] {
  const [first] = line.cells
  if (first === undefined || line.cells.length < 3 || !/^(?:fait|établi|etabli) /i.test(cellText(first)))
    return []
  return dated(lineText(line).replace(/ ,/g, ',').slice(0, LINE_CHARACTERS).trim(), page)
}

function ofLine(line: string, page: number, call: Call): SeenField[] {
  if (line.length < 6) return []
  const all = (
    kind: SeenField['kind'],
    confidence: number,
    identifiers: readonly Identifier[],
  ): SeenField[] =>
    identifiers.map(({ value, text }) => ({ kind, value, confidence, page, text: flat(text) }))
  const rna = rnaIn(line)
  const { proven, somewhere } = WEIGHTS.fields
  return [
    ...all('siret', proven, siretsIn(line)),
    ...all('rna', proven, rna?.sound === true ? [rna] : []),
    ...all('email', somewhere, emailsIn(line)),
    ...all('phone', somewhere, /fax|télécopie/i.test(line) ? [] : phonesIn(line, countriesOf(call))),
    ...dated(line, page),
  ]
}

function dated(line: string, page: number): SeenField[] {
  // « Le 10 novembre 2022 », alone at the head or the foot of a letter.
  const alone = /^le \S{1,4} ?\S{2,12} ?\d{0,4}\.?$/i.test(line) ? dateIn(line) : null
  if (alone !== null)
    return [{ kind: 'date', value: alone, confidence: WEIGHTS.fields.likely, page, text: line }]
  const found = placeAndDateIn(line)
  if (found === null) return []
  const confidence = /^(fait|établi|etabli)/i.test(found.text)
    ? WEIGHTS.fields.sentence
    : WEIGHTS.fields.likely
  const base = { confidence, page, text: found.text }
  const date: SeenField[] = found.date === null ? [] : [{ kind: 'date', value: found.date, ...base }]
  // « À » and a word is no place unless a date follows.
  const place: SeenField[] =
    found.place === null || found.date === null ? [] : [{ kind: 'place', value: found.place, ...base }]
  return [...date, ...place]
}
