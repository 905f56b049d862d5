import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import { choicesIn, wordPattern } from '../text/choices.ts'
import type { Answer } from './answer.ts'

/** Sectors of the call that a text designates, by id, in the order of the call. */
export function sectorsNamed(text: string, call: Call): string[] {
  const folded = fold(text)
  return call.sectors
    .filter((sector) =>
      [sector.id, bare(sector.label), ...sector.synonyms].some((word) => wordPattern(word).test(folded)),
    )
    .map((sector) => sector.id)
}

/** « L'énergie » is named « énergie » as well. */
function bare(label: string): string {
  return fold(label).replace(/^(le|la|les|l')\s*/, '')
}

/**
 * What stands behind a sector label: ticked boxes decide; without boxes, the words do, unless they are the
 * whole menu.
 */
export function sectorsChosen(text: string, call: Call): string[] {
  const choices = choicesIn(text)
  if (choices.length > 0) {
    return choices.filter((choice) => choice.ticked).flatMap((choice) => sectorsNamed(choice.option, call))
  }
  const named = sectorsAnswered(text, call)
  // More than half of the call's sectors, unmarked, is the list to choose from.
  return named.length > call.sectors.length / 2 ? [] : named
}

/** So many sectors one under the other, each alone on its line, are what one may choose from. */
const MENU = 3

/** Whether an answer is the first line of a printed list whose boxes were drawn: which is ticked is not told. */
export function isFirstOfMenu({ value, under = [] }: Pick<Answer, 'value' | 'under'>, call: Call): boolean {
  const listed = [value, ...under].slice(0, MENU).map((line) => {
    const { length } = line.split(/\s+/)
    return length <= LONGEST_OPTION && choicesIn(line).length === 0 ? sectorsNamed(line, call) : []
  })
  return new Set(listed.flatMap(([first]) => first ?? [])).size === MENU
}

/** The sectors named; where none is, the one whose name the answer is but for a letter that was misread. */
function sectorsAnswered(text: string, call: Call): string[] {
  const named = sectorsNamed(text, call)
  if (named.length > 0) return named
  const words = fold(text).split(/[^a-z-]+/)
  const nearly = call.sectors.filter(({ label }) => words.some((word) => isNearly(word, bare(label))))
  return nearly.length === 1 ? nearly.map(({ id }) => id) : []
}

/** Words of an option: more is a sentence. */
const LONGEST_OPTION = 8
/** Shorter names differ by a letter from other words. */
const SHORTEST = 7

/** One letter changed, added or gone. */
function isNearly(word: string, name: string): boolean {
  if (name.length < SHORTEST || Math.abs(word.length - name.length) > 1) return false
  let same = 0
  while (same < name.length && word[same] === name[same]) same += 1
  let last = 0
  const rest = Math.min(word.length, name.length) - same
  while (last < rest && word.at(-1 - last) === name.at(-1 - last)) last += 1
  return Math.max(word.length, name.length) - same - last <= 1
}

/** Options of a list of boxes that are sectors of the call: at least one must be, alone in its option. */
export function sectorBoxes(line: string, call: Call): { sector: string; ticked: boolean; option: string }[] {
  return choicesIn(line).flatMap((choice) => {
    if (choice.option.split(/\s+/).length > LONGEST_OPTION) return []
    return sectorsNamed(choice.option, call)
      .slice(0, 1)
      .map((sector) => ({ sector, ...choice }))
  })
}
