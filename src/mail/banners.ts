import { fold } from '../base/folding.ts'
import { BANNER_IDEAS } from '../knowledge/gateways.ts'

/** A gateway's warning is a paragraph; what is longer is a letter that speaks of prudence. */
const BANNER_LETTERS = 900
/** One idea is anybody's sentence; two are a warning that a machine wrote. */
const BANNER_IDEAS_AT_LEAST = 2

/**
 * The words of a mail without the warnings that gateways put into it (« ATTENTION : ce courriel provient de
 * l'extérieur… »), wherever they stand: they are nobody's words, and a mail that has no others says nothing.
 */
export function withoutBanners(text: string): string {
  return text
    .split(/\n[ \t]*\n/)
    .map(withoutBannerLines)
    .filter((paragraph) => paragraph !== null)
    .join('\n\n')
    .trim()
}

/** The lines of a paragraph from its first to its last that warns; null when nothing else is in it. */
function withoutBannerLines(paragraph: string): string | null {
  const folded = fold(paragraph.slice(0, 2 * BANNER_LETTERS))
  if (BANNER_IDEAS.all(folded).length < BANNER_IDEAS_AT_LEAST) return paragraph
  const lines = paragraph.split('\n')
  const warns = lines.map((line) => BANNER_IDEAS.says(fold(line)))
  const first = warns.indexOf(true)
  const last = warns.lastIndexOf(true)
  const warning = lines.slice(first, last + 1).join('\n')
  // Ideas that lie pages apart are no warning.
  if (first === -1 || warning.length > BANNER_LETTERS) return paragraph
  const rest = [...lines.slice(0, first), ...lines.slice(last + 1)].join('\n')
  return rest.trim() === '' ? null : rest
}
