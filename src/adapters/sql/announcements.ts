import { Instant } from '../../base/instant.ts'
import { ANNOUNCED, type AnnouncedType, type Announcement } from '../../register/announcements.ts'
import { Verdict } from '../../verdict/finding.ts'
import type { Database } from './connect.ts'
import { parseJson } from './rows.ts'

/** What was erased tells nothing any more, and is left out. */
export async function toAnnounce(
  database: Database,
  subscriber: string,
  most: number,
): Promise<readonly Announcement[]> {
  const told = await database
    .selectFrom('subscriber')
    .select('position')
    .where('name', '=', subscriber)
    .executeTakeFirst()
  const rows = await database
    .selectFrom('entry')
    .innerJoin('entry_detail', 'entry_detail.position', 'entry.position')
    .leftJoin('outbox', 'outbox.id', 'entry_detail.subject')
    .leftJoin('mail', (join) =>
      join.on((eb) =>
        eb('mail.fingerprint', '=', eb.fn.coalesce('outbox.fingerprint', 'entry_detail.subject')),
      ),
    )
    .leftJoin('verdict', 'verdict.fingerprint', 'mail.fingerprint')
    .leftJoin('application', 'application.number', 'entry_detail.subject')
    .select(['entry.position', 'entry.at', 'entry.type', 'entry_detail.subject'])
    .select(['mail.call_id', 'mail.number', 'mail.fingerprint', 'mail.fate'])
    .select(['application.number as merged', 'application.call_id as merged_call'])
    .select(['verdict.verdict', 'outbox.kind'])
    .where('entry.position', '>', told?.position ?? -1)
    .where('entry.type', 'in', [...ANNOUNCED])
    .where((eb) => eb.or([eb('mail.fate', 'is', null), eb('mail.fate', 'not in', NOBODYS)]))
    .orderBy('entry.position')
    .limit(most)
    .execute()
  return rows.map((row) => {
    const verdict = row.verdict === null ? null : parseJson(Verdict, row.verdict)
    return {
      position: row.position,
      at: Instant.parse(row.at),
      type: typeOf(row.type),
      call: row.call_id ?? row.merged_call ?? (OF_CALLS.has(row.type) ? row.subject : null),
      number: row.number ?? row.merged,
      mail: row.fingerprint,
      fate: row.fate,
      timeliness: verdict?.timeliness ?? null,
      completeness: verdict?.completeness ?? null,
      letter: row.kind,
    }
  })
}

/** Mails that are nobody’s application or question. */
const NOBODYS = ['unrelated', 'automatic', 'bounce']

/** Their subject is the call itself. */
const OF_CALLS: ReadonlySet<string> = new Set(['deadline.adopted', 'call.closed'])

function typeOf(type: string): AnnouncedType {
  const known = ANNOUNCED.find((one) => one === type)
  if (known === undefined) throw new Error(`${type} is not announced`)
  return known
}

export async function noteAnnounced(database: Database, name: string, position: number): Promise<void> {
  await database
    .insertInto('subscriber')
    .values({ name, position })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ position }))
    .execute()
}
