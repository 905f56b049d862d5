import type { Call } from '../../../src/call/call.ts'
import type { Truth } from '../corpus/structures.ts'
import { type Applicant, applicantOf } from './applicant.ts'
import { drawer, oneOf, type Part, shuffled } from './draw.ts'
import { FOURTH } from './fourth-pools.ts'
import { FORMS, type Layout, LETTERS } from './layouts.ts'
import { MORE_FORMS } from './more-layouts.ts'
import { NOISES } from './noise.ts'
import { PLACES, type Place } from './places.ts'
import type { Sheet } from './sheet.ts'
import { THIRD } from './third-pools.ts'
import { lettersIn } from './worded-letters.ts'
import { docxOf, htmlOf, odtOf, rtfOf, xlsxOf } from './write-office.ts'
import { pdfOf } from './write-pdf.ts'
import { scanOf } from './write-scan.ts'

/** A document of a family, made when it is asked for. */
export interface Generated {
  readonly label: string
  readonly part: Part
  readonly kind: 'born' | 'scan'
  readonly layout: string
  readonly roles: readonly string[]
  readonly fields: Truth
  readonly call: Call
  make(): Promise<Uint8Array>
}

const FORMATS: Readonly<Record<string, (sheet: Sheet, at: number) => Uint8Array | Promise<Uint8Array>>> = {
  pdf: pdfOf,
  docx: docxOf,
  odt: odtOf,
  rtf: rtfOf,
  html: htmlOf,
  xlsx: xlsxOf,
}
const SCANS = ['pdf', 'png', 'jpeg'] as const
const LAYOUTS: Readonly<Record<Part, Readonly<Record<string, Layout>>>> = {
  work: { ...FORMS, ...LETTERS },
  scored: { ...FORMS, ...LETTERS },
  third: { ...FORMS, ...lettersIn(THIRD) },
  fourth: { ...FORMS, ...MORE_FORMS, ...lettersIn(FOURTH) },
}
/** A letter is no sheet of a workbook; controls are a PDF's; a picture of a comb is of boxes, not of letters. */
const FORMATS_OF: Readonly<Record<string, readonly string[]>> = {
  controls: ['pdf'],
  'justified letter': ['pdf', 'docx', 'odt', 'rtf', 'html'],
  letterhead: ['pdf', 'docx', 'odt', 'rtf', 'html'],
}
/** So many documents of each layout in each place, and so many scans of each layout. */
export interface Size {
  readonly born: number
  readonly scans: number
}
const USUAL: Readonly<Record<Part, Size>> = {
  work: { born: 3, scans: 3 },
  scored: { born: 3, scans: 3 },
  third: { born: 6, scans: 3 },
  fourth: { born: 6, scans: 3 },
}
/** Of three scans of a layout a field has two dozen values: one that is missed is 4 %. Here it is one, and half a per cent of
 * those that a layout was given as text. */
export const LARGE: Size = { born: 27, scans: 12 }
const SALT = { work: 1, scored: 2, third: 7, fourth: 11 } as const

/** The documents of a part, the same at each call; a larger sample begins with those of a smaller one. */
export function family(part: Part, size: Size = USUAL[part]): readonly Generated[] {
  const born = Object.keys(LAYOUTS[part]).flatMap((layout, row) =>
    PLACES.flatMap((place, column) =>
      Array.from({ length: size.born }, (_, index) =>
        document(part, layout, place, seedOfBorn(row, column, index)),
      ),
    ),
  )
  const scans = Object.keys(LAYOUTS[part])
    .filter((layout) => layout !== 'controls')
    .flatMap((layout, row) =>
      Array.from({ length: size.scans }, (_, index) =>
        scanned(part, layout, placeOfScan(row, index), seedOfScan(row, index)),
      ),
    )
  return [...born, ...scans]
}

/** The first nine of a layout in a place, and as many more as are asked for. */
function seedOfBorn(row: number, column: number, index: number): number {
  return index < 9 ? 1 + index + 10 * column + 100 * row : 20_000 + index + 100 * column + 1000 * row
}

function placeOfScan(row: number, index: number): Place {
  const places = shuffled(PLACES, 7 + row)
  return places[index % places.length] as Place
}

/** The first ten of a layout, and as many more as are asked for. */
function seedOfScan(row: number, index: number): number {
  return index < 10 ? 5000 + index + 10 * row : 6000 + index + 100 * row
}

interface Drawn {
  readonly one: Applicant
  readonly sheet: Sheet
  readonly noise: string
  readonly draw: () => number
}

function drawn(part: Part, layout: string, place: Place, seed: number): Drawn {
  const draw = drawer(seed * 31 + SALT[part])
  const one = applicantOf(part, place, seed * 17 + 2 + SALT[part])
  const noise = oneOf(Object.keys(NOISES), draw())
  return { one, sheet: LAYOUTS[part][layout]?.({ one, part, noise, draw }) ?? [], noise, draw }
}

function document(part: Part, layout: string, place: Place, seed: number): Generated {
  const { one, sheet, noise, draw } = drawn(part, layout, place, seed)
  const format = oneOf(FORMATS_OF[layout] ?? Object.keys(FORMATS), draw())
  const at = draw()
  return {
    ...described(part, layout, one, place),
    label: `${part} ${layout}, ${place.id}, ${noise}, ${seed}.${format}`,
    kind: 'born',
    make: async () => FORMATS[format]?.(sheet, at) ?? new Uint8Array(),
  }
}

function scanned(part: Part, layout: string, place: Place, seed: number): Generated {
  const { one, sheet, noise, draw } = drawn(part, layout, place, seed)
  const format = oneOf(SCANS, draw())
  const at = draw()
  return {
    ...described(part, layout, one, place),
    label: `${part} scan ${layout}, ${place.id}, ${noise}, ${seed}.${format}`,
    kind: 'scan',
    make: async () => scanOf(await pdfOf(sheet, at), format, seed),
  }
}

function described(part: Part, layout: string, one: Applicant, place: Place) {
  const roles = [layout in LETTERS ? 'letter' : 'form']
  return { part, layout, roles, fields: one.truth, call: place.call }
}
