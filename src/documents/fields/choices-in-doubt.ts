import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { isPlaceholder } from '../text/labels.ts'
import { lineText, type Page } from '../text/page.ts'
import { countWords, flat } from '../text/words.ts'
import { CHOICE, WHOSE } from './numbered-menus.ts'
import { MENU, sectorsNamed } from './sectors.ts'
import type { SeenField } from './seen-field.ts'

/** Lines of one list stand no further apart, and its choice no further below it. */
const NEAR = 3
/** A line of a list has no more words for each sector that it names. */
const OPTION_WORDS = 6
/** A longer line is a text. */
const LONGEST = 300
/** A form has fewer; of a longer page the beginning is looked at. */
const LINES = 1_000
/** What people type to choose, or to strike. */
const SIGN = '[*_~<>=→←!✓✔✗✘#•+^|§@°«»"xXv]'
/** Dashes strike where they touch the word; alone they stand between words. */
const BEFORE = new RegExp(`(?:^|[\\s,;/(])(${SIGN}{1,6} ?|[-–—]{1,6}(?=$))$`, 'u')
const BEHIND = new RegExp(`^( ?${SIGN}{1,6}|[-–—]{1,6})(?=$|[\\s,;/)])`, 'u')

/** « Votre choix : la troisième »: what is said of a list without naming what it lists. */
const ANSWERING = new RegExp(`${WHOSE}(?:${CHOICE})(?: [a-z']+){0,4}[ .…_]*[:=>→?] *(.{1,40})$`)

interface Option {
  readonly sector: string
  readonly line: string
  /** What stands around it, which is not around all of them when it chooses one. */
  readonly dress: string
}

/**
 * Where a list of the call's sectors is printed and nothing is known to be chosen: what may be a choice all
 * the same, for a person to verify. One option is dressed otherwise than the others (stars, capitals, those
 * beside it struck with dashes), or a line below answers in words or numbers that say nothing here. Blank
 * lists give nothing.
 */
export function choicesInDoubt(pages: readonly Page[], call: Call): SeenField[] {
  return pages.flatMap((page) => {
    const lines = page.lines
      .slice(0, LINES)
      .map((line) => flat(lineText(line)))
      .filter((line) => line !== '')
    return menusIn(lines, call).flatMap(({ options, end }) => {
      const odd = oddOnes(options)
      const answer = lines.slice(end + 1, end + 1 + NEAR).find(answers)
      const meant = odd.length > 0 ? odd : answer === undefined ? [] : options
      return meant.map(
        ({ sector, line }): SeenField => ({
          kind: 'sector',
          value: sector,
          confidence: WEIGHTS.fields.guessed,
          page: page.number,
          text: odd.length > 0 || answer === undefined ? line : answer,
        }),
      )
    })
  })
}

function menusIn(lines: readonly string[], call: Call): { options: Option[]; end: number }[] {
  const menus: { options: Option[]; end: number }[] = []
  lines.forEach((line, index) => {
    const options = optionsOf(line, call)
    const last = menus.at(-1)
    if (options.length === 0) return
    if (last !== undefined && index - last.end <= NEAR) {
      last.options.push(...options)
      last.end = index
    } else menus.push({ options, end: index })
  })
  return menus.filter(({ options }) => new Set(options.map(({ sector }) => sector)).size >= MENU)
}

function optionsOf(line: string, call: Call): Option[] {
  if (line.length > LONGEST || sectorsNamed(line, call).length === 0) return []
  const words = [...line.matchAll(/\p{L}[\p{L}’'-]*\p{L}/gu)]
  const options = words.flatMap((word): Option[] => {
    const [sector, other] = sectorsNamed(word[0], call)
    if (sector === undefined || other !== undefined) return []
    const end = word.index + word[0].length
    return [{ sector, line, dress: dressOf(line.slice(0, word.index), word[0], line.slice(end)) }]
  })
  return countWords(line) <= options.length * OPTION_WORDS ? options : []
}

function dressOf(before: string, word: string, behind: string): string {
  const bare = before.replace(/(?:^|(?<=[\s"«*_~-]))(?:le|la|les|l['’]) ?$/iu, '')
  const signs = [BEFORE.exec(bare)?.[1] ?? '', BEHIND.exec(behind)?.[1] ?? '']
  const name = word.replace(/^l['’]/iu, '')
  return `${signs.join(' ')}${name === name.toUpperCase() ? ' capitals' : ''}`
}

/** Those that are dressed otherwise than most. */
function oddOnes(options: readonly Option[]): readonly Option[] {
  const groups = Map.groupBy(options, ({ dress }) => dress)
  if (groups.size < 2) return []
  const most = Math.max(...[...groups.values()].map(({ length }) => length))
  return options.filter(({ dress }) => (groups.get(dress)?.length ?? 0) < most)
}

function answers(line: string): boolean {
  const answer = ANSWERING.exec(fold(line))?.[1]
  return answer !== undefined && !isPlaceholder(answer)
}
