import type { Page } from '../documents/text/page.ts'
import { asWritten } from './as-written.ts'
import { piecesIn } from './asked.ts'
import { agentIn, mailboxIn, postalIn, serviceIn } from './contacts.ts'
import { deadlineIn } from './deadline.ts'
import { conditionsIn } from './eligibility.ts'
import { authorityOf, kindsIn, publishedIn, titleIn } from './heads.ts'
import { lettersIn } from './language.ts'
import { paragraphsOf } from './paragraphs.ts'
import type { Outline, Proposed } from './proposed.ts'
import { sectorsIn } from './sectors.ts'
import { statedIn } from './stated.ts'

/** More than a person reads: a text with so many is no call. */
const MOST_DOUBTS = 20

/**
 * What a published text says that a call’s file may hold, each with its place. It decides nothing: a person
 * looks at each value, and what was not found stays empty.
 */
export function outlineOf(pages: readonly Page[]): Outline {
  const paragraphs = paragraphsOf(pages)
  const deadline = deadlineIn(paragraphs)
  const mailbox = mailboxIn(paragraphs)
  const domain = textAt(mailbox.proposed, 'authority.domains')
  const dates = [...deadline.proposed, ...publishedIn(paragraphs)]
  const year = /20\d\d/.exec(textAt(dates, 'deadline.day') ?? textAt(dates, 'deadline.wallClock') ?? '')
  const parts = [deadline, mailbox, sectorsIn(paragraphs), piecesIn(paragraphs)]
  const outline: Outline = {
    proposed: [
      ...titleIn(paragraphs, year?.[0] ?? /20\d\d/.exec(textAt(dates, 'published.date') ?? '')?.[0] ?? null),
      ...authorityOf(paragraphs, domain),
      ...publishedIn(paragraphs),
      ...parts.flatMap((part) => part.proposed),
      ...agentIn(paragraphs),
      ...serviceIn(paragraphs),
      ...postalIn(paragraphs),
      ...kindsIn(paragraphs),
      ...conditionsIn(paragraphs),
      ...statedIn(paragraphs),
      ...lettersIn(paragraphs),
    ],
    doubts: parts.flatMap((part) => part.doubts).slice(0, MOST_DOUBTS),
  }
  return asWritten(outline, paragraphs)
}

function textAt(found: readonly Proposed[], key: string): string | null {
  const value = found.find(({ path }) => path.join('.') === key)?.value
  return value === undefined ? null : String(value)
}
