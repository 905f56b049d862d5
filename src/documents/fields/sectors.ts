import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import { choicesIn, wordPattern } from '../text/choices.ts'
import { type MarkedOption, markedOption } from '../text/marks.ts'
import type { Answer } from './answer.ts'

/** So many of the call's sectors, listed near one another, are what one may choose from. */
export const MENU = 3

/** Sectors of the call that a text designates, by id, in the order of the call. */
export function sectorsNamed(text: string, call: Call): string[] {
  const folded = fold(text)
  return patternsOf(call).flatMap(({ id, words }) => (words.some((word) => word.test(folded)) ? [id] : []))
}

const known = new WeakMap<Call, readonly { readonly id: string; readonly words: readonly RegExp[] }[]>()

/** What names each sector of a call: every line of every page is asked for it. */
function patternsOf(call: Call) {
  const before = known.get(call)
  if (before !== undefined) return before
  const patterns = call.sectors.map(({ id, label, synonyms }) => ({
    id,
    words: [id, bare(label), ...synonyms].map(wordPattern),
  }))
  known.set(call, patterns)
  return patterns
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
    return choices.flatMap(({ ticked, option }) => (ticked ? sectorsTicked(option, call) : []))
  }
  const parts = optionsIn(text)
  const named = hasMarks(text)
    ? parts.flatMap(({ mark, option }) => (mark === 'chosen' ? sectorsNamed(option, call) : []))
    : sectorsAnswered(text, call)
  // More than half of the call's sectors, unmarked, is the list to choose from.
  return named.length > call.sectors.length / 2 ? [] : named
}

/** A tick before a list of most sectors belongs to the word that it touches. */
function sectorsTicked(option: string, call: Call): string[] {
  const named = sectorsNamed(option, call)
  return named.length > call.sectors.length / 2 ? sectorsNamed(option.split(/[,;/]/)[0] ?? '', call) : named
}

function optionsIn(text: string): MarkedOption[] {
  return text.split(/[/;|,]/).map(markedOption)
}

/** « Numérique non / Énergie oui »: a list in one line that says of each whether it is chosen. */
export function hasMarks(text: string): boolean {
  return optionsIn(text).some(({ mark }) => mark !== null)
}

/** The one sector that an option of a list names, as the call does or shortened: « Agroalim. ». */
export function sectorOfOption(option: string, call: Call): string | null {
  if (option.split(/\s+/).length > LONGEST_OPTION || /[:?]/.test(option)) return null
  const named = sectorsNamed(option, call)
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null
  const stem = /^(\p{L}{4,})\.$/u.exec(bare(option))?.[1]
  const meant = stem === undefined ? [] : call.sectors.filter(({ label }) => bare(label).startsWith(stem))
  return meant.length === 1 ? (meant[0]?.id ?? null) : null
}

/** What is said behind these words is not chosen. */
const NOT_CHOSEN = new RegExp(
  [
    '(?:(?<![a-z])(?:plutot que|et non|mais (?:pas|non)|et pas|sauf|hors|excepte|hormis|au lieu de',
    '|a la place de|rather than|but not|instead of)',
    '|[,;(] ?(?:pas|non))(?![a-z]).*$',
  ].join(''),
)

/** « Énergie plutôt que logistique »: what is said to be chosen, folded. */
export function withoutRefused(text: string): string {
  return fold(text).replace(NOT_CHOSEN, '')
}

/** The sector whose name is all that is said: « Transport de bois » is none, though it names one. */
function sectorCalled(option: string, call: Call): string | undefined {
  const name = bare(option.replace(/[.,;]+$/, ''))
  return call.sectors.find((sector) =>
    [sector.id, sector.label, ...sector.synonyms].some((one) => bare(one) === name),
  )?.id
}

/** The sectors that an answer chooses, and those under it, each alone on its line. */
export function sectorsOfAnswer(
  { value, under = [] }: Pick<Answer, 'value' | 'under'>,
  call: Call,
): string[] {
  const first = sectorsChosen(withoutRefused(value), call)
  if (first.length === 0) return []
  const further: string[] = []
  for (const line of under) {
    const { option, mark } = markedOption(line)
    const sector = mark === null ? sectorCalled(option, call) : undefined
    if (sector === undefined) break
    further.push(sector)
  }
  return [...new Set([...first, ...further])]
}

/**
 * So many letters, and such a share of the shorter word, « energy » and « Logistik » have of the call's
 * words.
 */
const STEM = 5
const STEM_SHARE = 0.6

/** The one sector that an answer may mean though it says it otherwise: for a person to verify. */
export function sectorMeant(value: string, call: Call): string | null {
  const words = fold(value).split(/[^a-z]+/)
  const meant = call.sectors.filter(({ label, synonyms }) =>
    [label, ...synonyms].map(bare).some((name) => words.some((word) => beginsAlike(word, name))),
  )
  return meant.length === 1 ? (meant[0]?.id ?? null) : null
}

function beginsAlike(word: string, name: string): boolean {
  const shorter = Math.min(word.length, name.length)
  let same = 0
  while (same < shorter && word[same] === name[same]) same += 1
  return same >= STEM && same >= STEM_SHARE * shorter && !name.includes(' ')
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
    return sectorsTicked(choice.option, call)
      .slice(0, 1)
      .map((sector) => ({ sector, ...choice }))
  })
}
