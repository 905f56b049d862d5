import { fold } from '../../base/folding.ts'
import { MONTHS } from '../../base/french-calendar.ts'
import { SMALL_WORDS } from '../../knowledge/languages.ts'
import { monthsIn } from '../../language/platform.ts'
import { lettersWrong } from '../identifiers/letters-wrong.ts'

const FRENCH = MONTHS.map(fold)
const ABROAD = Object.keys(SMALL_WORDS).filter((language) => language !== 'fr')

/** The number of a month from 1, in full or in short, in French or a neighbour's language; 0 for none. */
export function monthOf(word: string): number {
  const french = startedBy(word, FRENCH)
  if (french !== -1) return french + 1
  const near = almost(word)
  if (near !== -1) return near + 1
  for (const language of ABROAD) {
    const abroad = startedBy(word, monthsIn(language))
    if (abroad !== -1) return abroad + 1
  }
  return 0
}

/** « nov », « mai »; « jui » is two. */
const SHORTEST = 3

function startedBy(word: string, months: readonly string[]): number {
  const short = months.filter((month) => word.length >= SHORTEST && month.startsWith(word))
  return short.length === 1 ? months.indexOf(short[0] ?? '') : -1
}

/** Names that are shorter differ from one another by little more than a letter. */
const LONG = 5

/** « novernbre », « janvler », « octabre »: one letter of a long name was misread or mistyped. */
function almost(read: string): number {
  const word = read.replaceAll('rn', 'm')
  if (word.length < LONG) return -1
  const near = FRENCH.filter((month) => month.length >= LONG && lettersWrong(word, month) <= 1)
  return near.length === 1 ? FRENCH.indexOf(near[0] ?? '') : -1
}
