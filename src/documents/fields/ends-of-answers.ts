import { fold } from '../../base/folding.ts'
import { hasBoxes } from '../text/choices.ts'
import { labelAt } from '../text/labels.ts'

/**
 * Where an answer has ended: what asks for something else, in words that are known or with a colon; a list of
 * boxes.
 */
export function isAnother(line: string): boolean {
  return labelAt(line) !== null || ASKS.test(line) || hasBoxes(line)
}

/** An address ends with its town, unless the line below is the rest of it: « Cedex 9 », « sur-Mer ». */
export function endsAddress(written: readonly string[], next: string): boolean {
  return (
    TOWN_LAST.test(fold(written.at(-1) ?? '')) &&
    !/^(?:\p{Ll}|cedex|[(/-])/u.test(next.replace(/^CEDEX|^Cedex/, 'cedex'))
  )
}

const TOWN_LAST = new RegExp(
  "(?:^|[ ,-])\\d{4,5} [a-z][a-z' -]*(?<![ -](?:d|l|la|le|les|de|des|du|sur|sous|en|saint|sainte|st|" +
    "ste)|[-'])$",
)

/** « Nombre d’adhérents : 86 »: words, a colon, and no hour, proportion or address of a page. */
const ASKS = /^[^:\d]{0,80}\p{L}{2}[^:\d]{0,10}:(?![/\d])/u
