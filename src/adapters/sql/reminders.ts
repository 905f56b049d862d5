import { Letter } from '../../acknowledgement/outgoing.ts'
import { type CallId, Fingerprint, RegistrationNumber } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import type { ToRemind } from '../../register/outbox.ts'
import { Verdict } from '../../verdict/finding.ts'
import type { Database } from './connect.ts'
import { parseJson, submissionsOf } from './rows.ts'

/**
 * Incomplete applications whose last acknowledgement left by itself and of which nobody told that it did not
 * arrive: their sender may be written to. Those that had their reminder are left out. `most`: looked for no
 * further.
 */
export async function toRemind(
  database: Database,
  callId: CallId,
  isDue: (one: ToRemind) => boolean,
  most: number,
): Promise<readonly ToRemind[]> {
  const rows = await database
    .selectFrom('outbox')
    .innerJoin('mail', 'mail.fingerprint', 'outbox.fingerprint')
    .innerJoin('line', 'line.number', 'mail.number')
    .select(['line.number', 'outbox.fingerprint', 'outbox.letter'])
    .select(['outbox.automatic', 'outbox.state', 'outbox.arrival'])
    .where('line.call_id', '=', callId)
    .where('line.completeness', '=', 'incomplete')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as reminder')
            .innerJoin('mail as reminded', 'reminded.fingerprint', 'reminder.fingerprint')
            .select('reminder.id')
            .whereRef('reminded.number', '=', 'line.number')
            .where('reminder.kind', '=', 'reminder'),
        ),
      ),
    )
    .orderBy('outbox.created_at')
    .execute()
  const latest = new Map(rows.map((row) => [row.number, row]))
  const found: ToRemind[] = []
  for (const row of latest.values()) {
    if (found.length >= most) break
    const arrives = row.arrival === null || row.arrival === 'absent'
    if (row.automatic !== 1 || row.state !== 'sent' || !arrives) continue
    const number = RegistrationNumber.parse(row.number)
    const submission = (await submissionsOf(database, number)).at(-1)
    const verdict = await lastVerdict(database, number)
    if (submission === undefined || verdict?.completeness !== 'incomplete') continue
    const one = {
      number,
      fingerprint: Fingerprint.parse(row.fingerprint),
      letter: parseJson(Letter, row.letter),
      submission,
      verdict,
    }
    if (isDue(one)) found.push(one)
  }
  return found
}

export async function remindersSince(database: Database, since: Instant): Promise<number> {
  const { count } = await database
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('kind', '=', 'reminder')
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The application as its last mail left it, answered or not. */
async function lastVerdict(database: Database, number: RegistrationNumber): Promise<Verdict | null> {
  const row = await database
    .selectFrom('verdict')
    .select('verdict')
    .where('number', '=', number)
    .orderBy('received_at', 'desc')
    .executeTakeFirst()
  return row === undefined ? null : parseJson(Verdict, row.verdict)
}
