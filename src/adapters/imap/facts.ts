import type { ImapFlow } from 'imapflow'
import { z } from 'zod'
import type { Instant } from '../../base/instant.ts'
import type { MailFacts } from '../../evidence/evidence.ts'
import { parseMailDate } from '../../mail/mail-date.ts'
import { answerOf } from './answer.ts'

/**
 * The level of imapflow below its FETCH, which makes a Date of an INTERNALDATE: NIL becomes 1970 and a time
 * without a zone one in this machine’s, and neither can be told from a true one any more.
 */
interface Commands {
  exec(
    command: string,
    attributes: readonly unknown[],
    options: { readonly untagged: { FETCH(untagged: unknown): Promise<void> } },
  ): Promise<{ next(): void }>
}

/** `* 5 FETCH (UID 7 INTERNALDATE "…" RFC822.SIZE 123)`: names and values in turn; NIL is null. */
const Row = z.object({
  attributes: z.tuple([z.unknown(), z.array(z.object({ value: z.string() }).nullable().catch(null))]),
})

/** What the folder says of mails, by UID; a mail that it says nothing of is left out. Marks nothing. */
export async function factsOf(client: ImapFlow, range: string): Promise<ReadonlyMap<number, MailFacts>> {
  const found = new Map<number, MailFacts>()
  const atom = (value: string) => ({ type: 'ATOM', value })
  const wanted = [atom('UID'), atom('INTERNALDATE'), atom('RFC822.SIZE')]
  const asked = (client as unknown as Commands).exec(
    'UID FETCH',
    [{ type: 'SEQUENCE', value: range }, wanted],
    {
      untagged: {
        async FETCH(untagged) {
          const row = Row.safeParse(untagged)
          if (!row.success) return
          const values = pairs(row.data.attributes[1].map((item) => item?.value ?? null))
          const uid = wholeNumber(values.get('UID'))
          if (uid !== null)
            found.set(uid, {
              bytes: wholeNumber(values.get('RFC822.SIZE')),
              internalDate: internalDate(values.get('INTERNALDATE')),
            })
        },
      },
    },
  )
  const answer = await answerOf(client, asked)
  // Until it is told so, imapflow reads no further.
  answer.next()
  return found
}

function pairs(items: readonly (string | null)[]): ReadonlyMap<string, string | null> {
  const values = new Map<string, string | null>()
  for (let at = 0; at + 1 < items.length; at += 2)
    values.set((items[at] ?? '').toUpperCase(), items[at + 1] ?? null)
  return values
}

function wholeNumber(text: string | null | undefined): number | null {
  return text != null && /^\d{1,15}$/.test(text) ? Number(text) : null
}

/** RFC 9051, 9, date-time: a day, a time and a zone, by number or (RFC 2060’s servers) by name. */
const DATED = /^\s?\d{1,2}-[a-z]{3}-\d{2,4} \d{1,2}:\d{2}:\d{2} (?:[+-]\d{4}|[a-z]{1,5})$/i
/**
 * The year in which mail got its form (RFC 822): what says that it came before comes from a clock that was
 * never set.
 */
const FIRST_YEAR = '1982'

/** An INTERNALDATE as it was written; null for NIL and for a time without a zone: they are no clock. */
export function internalDate(written: string | null | undefined): Instant | null {
  if (written == null || !DATED.test(written)) return null
  const at = parseMailDate(written)
  return at === null || at < FIRST_YEAR ? null : at
}
