import { z } from 'zod'
import type { RegistrationNumber } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import type { HistoryEntry } from '../../register/views.ts'
import type { Database } from './connect.ts'
import { subjectsOf } from './of-application.ts'
import { parseJson } from './rows.ts'
import type { Tables } from './tables.ts'

const Detail = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

/** The events of an application: of its mails, of its letters, and of itself. */
export async function history(
  database: Database,
  number: RegistrationNumber,
): Promise<readonly HistoryEntry[]> {
  const rows = await database
    .selectFrom('event')
    .selectAll()
    .where(({ or, eb }) =>
      or([eb('subject', 'in', subjectsOf(database, number)), eb('subject', '=', number)]),
    )
    // Who looked at it is for the authority's own supervision, not for the application's story.
    .where('type', '!=', 'record.read')
    .orderBy('seq')
    .execute()
  return rows.map(eventOf)
}

/** A row of the log as an entry of a history. */
export function eventOf(row: Tables['event']): HistoryEntry {
  return {
    at: Instant.parse(row.at),
    type: row.type,
    subject: row.subject,
    detail: parseJson(Detail, row.detail),
  }
}
