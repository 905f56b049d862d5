import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { lineText, type Page } from '../text/page.ts'
import { flat } from '../text/words.ts'
import type { Answer } from './answer.ts'
import { MENU, sectorOfOption } from './sectors.ts'
import type { SeenField } from './seen-field.ts'

const OPTION = "(?:(?:le|la|les) +)?(\\p{L}[\\p{L}'’-]{2,30}(?: \\p{L}[\\p{L}'’-]{2,20}){0,2})"
/** « 2 – Énergie », « b) énergie ». */
const SIGNED = new RegExp(`(?<![\\p{L}\\d.,/])(\\d{1,2}|[a-h](?= ?[).:]))\\s?[.):=–-]\\s*${OPTION}`, 'giu')
/** In a list that has no such sign anywhere, « B énergie ». */
const BARE = new RegExp(
  `(?<![\\p{L}\\d.,/'’])(\\d{1,2}|[a-h])(?:\\s?[.):=–-])?\\s*(?<![\\p{L}])${OPTION}`,
  'giu',
)
/** « 3 », « n° 3 », « 2 et 4 » */
const NUMBER = '(?:\\d{1,2}|[a-h])'
const NUMBERS = `${NUMBER}(?: ?(?:,|/|\\+|&|et|and|y|und) ?${NUMBER})*`
const BY_NUMBER = new RegExp(`^(?:(?:n[°o]?|filiere|choix|option|numero|lettre) ?)?\\(?${NUMBERS}[.)]?$`)

/** « Votre choix », « la lettre »: words that announce which of a list is chosen; folded. */
export const WHOSE = "^(?:(?:votre|notre|mon|ma|le|la|l'|your|my) ?)?"
export const CHOICE = 'choix|reponse|numero|lettre|option|selection|case|code|chiffre|choice|answer'

/** « Votre choix : c », « Lettre retenue … B », on a line of its own near the list. */
const CHOICE_LINE = new RegExp(
  `${WHOSE}(?:${CHOICE}|n[°o]|filiere|secteur)` +
    `(?: (?!${NUMBER}\\b)[a-z']+){0,4}[ .…_]*(?:[:=>→-][ .…_]*)?\\(?(?<![a-z])(${NUMBERS})[.)]?$`,
)
/** So many lines from its list a choice may stand. */
const NEAR = 6

/** The sectors that an answer chooses by the numbers or letters under which the document lists them. */
export function chosenByNumber(answers: readonly Answer[], pages: readonly Page[], call: Call): SeenField[] {
  const { likely } = WEIGHTS.fields
  const choosing = answers.filter(({ kind, value }) => kind === 'sector' && BY_NUMBER.test(fold(value)))
  const answered = choosing.flatMap(({ value, page, text, confidence }) =>
    sectorsUnder(fold(value), numbersOf(pages, call)).map((sector) =>
      chosen(sector, Math.min(confidence, likely), page, text),
    ),
  )
  if (answered.length > 0) return answered
  return pages.flatMap((page) => {
    const choices = choiceLines(page, call)
    const sectors = choices.length === 0 ? new Map() : numbersOf([page], call)
    return choices.flatMap(({ line, numbers }) =>
      sectorsUnder(numbers, sectors).map((sector) => chosen(sector, likely, page.number, line)),
    )
  })
}

function chosen(value: string, confidence: number, page: number, text: string): SeenField {
  return { kind: 'sector', value, confidence, page, text }
}

function sectorsUnder(numbers: string, sectors: ReadonlyMap<string, string>): string[] {
  const written = numbers.match(/\d{1,2}|(?<![a-z])[a-h](?![a-z])/g) ?? []
  return written.flatMap((number) => sectors.get(number) ?? [])
}

/** Lines near a list that say which of it is chosen, each with the numbers that it names. */
function choiceLines(page: Page, call: Call): { line: string; numbers: string }[] {
  const written = page.lines.map((line) => flat(lineText(line))).filter((line) => line !== '')
  return written.flatMap((line, index) => {
    const numbers = CHOICE_LINE.exec(fold(line))?.[1]
    if (numbers === undefined) return []
    const around = written.slice(Math.max(0, index - NEAR), index + NEAR + 1)
    return around.some((one) => itemsOf(one, call, BARE).length > 0) ? [{ line, numbers }] : []
  })
}

/** Which sector stands under which number; none where a number stands before two, or too few have one. */
function numbersOf(pages: readonly Page[], call: Call): ReadonlyMap<string, string> {
  const lines = pages.flatMap(({ lines }) =>
    lines.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines)),
  )
  for (const pattern of [SIGNED, BARE]) {
    const listed = lines.flatMap((line) => itemsOf(line, call, pattern))
    const sectors = new Map(listed)
    const isClear = listed.every(([number, sector]) => sectors.get(number) === sector)
    if (isClear && new Set(sectors.values()).size >= MENU) return sectors
  }
  return new Map()
}

function itemsOf(line: string, call: Call, pattern: RegExp): (readonly [string, string])[] {
  return [...line.matchAll(pattern)].flatMap(([, number = '', option = '']) => {
    const sector = sectorOfOption(option, call)
    return sector === null ? [] : [[fold(number), sector] as const]
  })
}
