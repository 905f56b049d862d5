import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { lineText, type Page } from '../text/page.ts'
import { flat } from '../text/words.ts'
import type { Answer } from './answer.ts'
import { sectorOfOption } from './sectors.ts'
import type { SeenField } from './seen-field.ts'

/** So many numbered sectors are a list to choose from by number. */
const MENU = 3
const OPTION = "(?:(?:le|la|les) +)?(\\p{L}[\\p{L}'’-]{2,30}(?: \\p{L}[\\p{L}'’-]{2,20}){0,2})"
/** « 2 – Énergie », « b) énergie »; in a list that has no such sign anywhere, « B énergie ». */
const NUMBERED = [
  new RegExp(`(?<![\\p{L}\\d.,/])(\\d{1,2}|[a-h](?= ?[).:]))\\s?[.):=–-]\\s*${OPTION}`, 'giu'),
  new RegExp(`(?<![\\p{L}\\d.,/'’])(\\d{1,2}|[a-h])(?:\\s?[.):=–-])?\\s*(?<![\\p{L}])${OPTION}`, 'giu'),
]
/** « 3 », « n° 3 », « 2 et 4 » */
const NUMBER = '(?:\\d{1,2}|[a-h])'
const NUMBERS = `${NUMBER}(?: ?(?:,|/|\\+|&|et|and|y|und) ?${NUMBER})*`
const BY_NUMBER = new RegExp(`^(?:(?:n[°o]?|filiere|choix|option|numero|lettre) ?)?\\(?${NUMBERS}[.)]?$`)

/** « Votre choix : c », « Lettre retenue … B », on a line of its own near the list. */
const CHOICE_LINE = new RegExp(
  "^(?:(?:votre|notre|mon|ma|le|la|l'|your|my) ?)?" +
    '(?:choix|reponse|numero|n[°o]|lettre|option|selection|case|code|chiffre|filiere|secteur|choice|answer)' +
    `(?: (?!${NUMBER}\\b)[a-z']+){0,4}[ .…_]*(?:[:=>→-][ .…_]*)?\\(?(?<![a-z])(${NUMBERS})[.)]?$`,
)
/** So many lines from its list a choice may stand. */
const NEAR = 6

/** The sectors that an answer chooses by the numbers or letters under which the document lists them. */
export function chosenByNumber(answers: readonly Answer[], pages: readonly Page[], call: Call): SeenField[] {
  const { likely } = WEIGHTS.fields
  const choosing = answers.filter(({ kind, value }) => kind === 'sector' && BY_NUMBER.test(fold(value)))
  const answered = choosing.flatMap(({ value, page, text, confidence }) =>
    sectorsUnder(fold(value), numbersOf(pages, call)).map(
      (sector): SeenField => ({
        kind: 'sector',
        value: sector,
        confidence: Math.min(confidence, likely),
        page,
        text,
      }),
    ),
  )
  if (answered.length > 0) return answered
  return pages.flatMap((page) => {
    const sectors = numbersOf([page], call)
    return sectors.size === 0
      ? []
      : choiceLines(page, call).flatMap(({ line, numbers }) =>
          sectorsUnder(numbers, sectors).map(
            (sector): SeenField => ({
              kind: 'sector',
              value: sector,
              confidence: likely,
              page: page.number,
              text: line,
            }),
          ),
        )
  })
}

function sectorsUnder(numbers: string, sectors: ReadonlyMap<string, string>): string[] {
  const chosen = numbers.match(/\d{1,2}|(?<![a-z])[a-h](?![a-z])/g) ?? []
  return chosen.flatMap((number) => sectors.get(number) ?? [])
}

/** Lines near a list that say which of it is chosen, each with the numbers that it names. */
function choiceLines(page: Page, call: Call): { line: string; numbers: string }[] {
  const lines = page.lines.map((line) => flat(lineText(line)))
  const written = lines.filter((line) => line !== '')
  const listed = new Set(written.flatMap((line, index) => (itemsOf(line, call).length > 0 ? [index] : [])))
  return written.flatMap((line, index) => {
    const numbers = CHOICE_LINE.exec(fold(line))?.[1]
    if (numbers === undefined) return []
    const isNear = Array.from({ length: 2 * NEAR + 1 }, (_, at) => index + at - NEAR).some((at) =>
      listed.has(at),
    )
    return !isNear ? [] : [{ line, numbers }]
  })
}

/** Which sector stands under which number; none where a number stands before two, or too few have one. */
function numbersOf(pages: readonly Page[], call: Call): ReadonlyMap<string, string> {
  const lines = pages.flatMap(({ lines }) =>
    lines.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines)),
  )
  for (const pattern of NUMBERED) {
    const listed = lines.flatMap((line) => itemsOf(line, call, pattern))
    const sectors = new Map(listed)
    const isClear = listed.every(([number, sector]) => sectors.get(number) === sector)
    if (isClear && new Set(sectors.values()).size >= MENU) return sectors
  }
  return new Map()
}

function itemsOf(line: string, call: Call, pattern = NUMBERED[1]): (readonly [string, string])[] {
  if (pattern === undefined) return []
  return [...line.matchAll(pattern)].flatMap(([, number = '', option = '']) => {
    const sector = sectorOfOption(option, call)
    return sector === null ? [] : [[fold(number), sector] as const]
  })
}
