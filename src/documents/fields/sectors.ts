import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import { choicesIn, wordPattern } from '../text/choices.ts'

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

/** What stands behind a sector label: ticked boxes decide; without boxes, the words do, unless they are the whole menu. */
export function sectorsChosen(text: string, call: Call): string[] {
  const choices = choicesIn(text)
  if (choices.length > 0) {
    return choices.filter((choice) => choice.ticked).flatMap((choice) => sectorsNamed(choice.option, call))
  }
  const named = sectorsNamed(text, call)
  // More than half of the call's sectors, unmarked, is the list to choose from.
  return named.length > call.sectors.length / 2 ? [] : named
}

/** Options of a list of boxes that are sectors of the call: at least one must be, alone in its option. */
export function sectorBoxes(line: string, call: Call): { sector: string; ticked: boolean; option: string }[] {
  return choicesIn(line).flatMap((choice) => {
    if (choice.option.split(/\s+/).length > 8) return []
    return sectorsNamed(choice.option, call)
      .slice(0, 1)
      .map((sector) => ({ sector, ...choice }))
  })
}
