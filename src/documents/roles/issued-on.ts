import { fold } from '../../base/folding.ts'
import type { Piece } from '../../call/piece.ts'
import { ISSUE_DATES } from '../../knowledge/issue-dates.ts'
import type { RoleFinding } from '../document.ts'
import { dateIn } from '../fields/dates.ts'
import { writtenLines } from '../text/page.ts'
import type { ExaminedDocument } from './examined-document.ts'

/**
 * The date of a piece that the call does not take too old: the one that it says to be issued on, else the
 * latest that stands on its pages, so that no other date makes it older than it is. Nothing where no date is
 * read.
 */
export function issuedOn(
  { reading }: ExaminedDocument,
  { notOlderThan }: Piece,
  pages: ReadonlySet<number> | null,
): Pick<RoleFinding, 'dated'> {
  if (notOlderThan === undefined) return {}
  const own = reading.pages.filter(({ number }) => pages === null || pages.has(number))
  const lines = own.flatMap(writtenLines)
  const issued = lines.filter((line) => ISSUE_DATES.says(fold(line))).map(dateIn)
  const dates = [issued, lines.map(dateIn)].map((all) => all.filter((date) => date !== null).sort())
  const dated = dates[0]?.at(-1) ?? dates[1]?.at(-1)
  return dated === undefined ? {} : { dated }
}
