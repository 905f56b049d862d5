import { Fate } from '../../mail/triage.ts'
import type { Database } from './connect.ts'

/** Nearly all of a mailbox are applications: only the others are looked up one by one. */
const OTHER_FATES = Fate.options.filter((fate) => fate !== 'application')

/** The mails of an account by what became of them; `unknown`: still in hand. */
export async function balance(
  database: Database,
  account: string,
): Promise<Readonly<Record<string, number>>> {
  const seen = await database
    .selectFrom('sighting')
    .select(['copy', ({ fn }) => fn.countAll().as('count')])
    .where('account', '=', account)
    .groupBy('copy')
    .execute()
  const others = await database
    .selectFrom('mail')
    // SQLite takes a cross join as it stands: the few mails first, then where they were seen.
    .crossJoin('sighting')
    .select(['mail.fate', ({ fn }) => fn.countAll().as('count')])
    .whereRef('sighting.fingerprint', '=', 'mail.fingerprint')
    .where(({ or, eb }) => or([eb('mail.fate', 'is', null), eb('mail.fate', 'in', OTHER_FATES)]))
    .where('sighting.account', '=', account)
    .where('sighting.copy', '=', 0)
    .groupBy('mail.fate')
    .execute()
  const countOf = (copy: number) => Number(seen.find((row) => row.copy === copy)?.count ?? 0)
  const fates = new Map(others.map((row) => [row.fate ?? 'unknown', Number(row.count)]))
  const rest = [...fates.values()].reduce((sum, count) => sum + count, 0)
  fates.set('application', countOf(0) - rest)
  fates.set('duplicate', (fates.get('duplicate') ?? 0) + countOf(1))
  return Object.fromEntries([...fates].filter(([, count]) => count > 0))
}
