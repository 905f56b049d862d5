import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { type Page, writtenLines } from '../text/page.ts'
import type { Answer } from './answer.ts'
import type { Found } from './found.ts'
import { sectorOfOption } from './sectors.ts'

/** So many numbered sectors are a list to choose from by number. */
const MENU = 3
/** « 2 – Énergie », « b) énergie » */
const NUMBERED = new RegExp(
  '(?<![\\p{L}\\d.,/])(\\d{1,2}|[a-h](?= ?[).]))\\s?[.):=–-]\\s*' +
    "(\\p{L}[\\p{L}'’-]{2,30}(?: \\p{L}[\\p{L}'’-]{2,20}){0,2})",
  'giu',
)
/** « 3 », « n° 3 », « 2 et 4 » */
const NUMBER = '(?:\\d{1,2}|[a-h])'
const BY_NUMBER = new RegExp(
  `^(?:(?:n[°o]?|filiere|choix|option|numero) ?)?${NUMBER}(?: ?(?:,|/|\\+|&|et|and|y|und) ?${NUMBER})*[.)]?$`,
)

/** The sectors that an answer chooses by the numbers under which the document lists them. */
export function chosenByNumber(answers: readonly Answer[], pages: readonly Page[], call: Call): Found[] {
  const choosing = answers.filter(({ kind, value }) => kind === 'sector' && BY_NUMBER.test(fold(value)))
  if (choosing.length === 0) return []
  const sectors = numbersOf(pages, call)
  return choosing.flatMap(({ value, page, text, confidence }) => {
    const numbers = fold(value).match(/\d{1,2}|(?<![a-z])[a-h](?![a-z])/g) ?? []
    return numbers.flatMap((number): Found[] => {
      const sector = sectors.get(number)
      const sure = Math.min(confidence, WEIGHTS.fields.likely)
      return sector === undefined ? [] : [{ kind: 'sector', value: sector, confidence: sure, page, text }]
    })
  })
}

/** Which sector stands under which number; none where a number stands before two, or too few have one. */
function numbersOf(pages: readonly Page[], call: Call): ReadonlyMap<string, string> {
  const listed = pages
    .flatMap(writtenLines)
    .flatMap((line) => [...line.matchAll(NUMBERED)])
    .flatMap(([, number = '', option = '']) => {
      const sector = sectorOfOption(option, call)
      return sector === null ? [] : [[fold(number), sector] as const]
    })
  const sectors = new Map(listed)
  const isClear = listed.every(([number, sector]) => sectors.get(number) === sector)
  return isClear && new Set(sectors.values()).size >= MENU ? sectors : new Map()
}
