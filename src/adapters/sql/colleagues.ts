import { Failure } from '../../base/failure.ts'
import { Fingerprint, RegistrationNumber } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import type { ColleagueRegister, Note } from '../../register/colleagues.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { inPortions } from './rows.ts'
import { inTurn } from './turn.ts'

/** Notes between staff and who looks after what, in the register's tables. */
export function sqlColleagues(database: Database): ColleagueRegister {
  return {
    writeNote: (fingerprint, body, by, at) =>
      inTurn(database, async (tx) => {
        await tx
          .insertInto('note')
          .values({ fingerprint, written_by: by, written_at: at, body, taken_back_at: null })
          .execute()
        await record(tx, at, 'note.written', fingerprint, { by })
      }),
    takeNoteBack: (seq, by, at) => takeNoteBack(database, seq, by, at),
    notesOf: (fingerprints) => notesOf(database, fingerprints),
    assign: (fingerprint, to, by, at) => assign(database, fingerprint, to, by, at),
    assignments: () => assignments(database),
  }
}

/** What it said is gone; that it was there stays. */
async function takeNoteBack(database: Database, seq: number, by: string, at: Instant): Promise<void> {
  await inTurn(database, async (tx) => {
    const row = await tx
      .updateTable('note')
      .set({ body: null, taken_back_at: at })
      .where('seq', '=', seq)
      .where('written_by', '=', by)
      .where('taken_back_at', 'is', null)
      .returning('fingerprint')
      .executeTakeFirst()
    if (row === undefined)
      throw new Failure('permanent', 'no-such-note', 'this note is another’s, or was taken back')
    await record(tx, at, 'note.taken-back', row.fingerprint, { by })
  })
}

async function notesOf(
  database: Database,
  fingerprints: readonly Fingerprint[],
): ReturnType<ColleagueRegister['notesOf']> {
  if (fingerprints.length === 0) return []
  const rows = await database
    .selectFrom('note')
    .selectAll()
    .where('fingerprint', 'in', [...fingerprints])
    .orderBy('written_at')
    .orderBy('seq')
    .execute()
  return rows.map(
    (row): Note => ({
      seq: Number(row.seq),
      fingerprint: Fingerprint.parse(row.fingerprint),
      by: row.written_by,
      at: Instant.parse(row.written_at),
      text: row.body,
    }),
  )
}

async function assign(
  database: Database,
  ...[fingerprint, { assignee, seen }, by, at]: Parameters<ColleagueRegister['assign']>
): Promise<void> {
  await inTurn(database, async (tx) => {
    const row = await tx
      .selectFrom('assignment')
      .select('assignee')
      .where('fingerprint', '=', fingerprint)
      .executeTakeFirst()
    const now = row?.assignee ?? null
    if (now === assignee) return
    if (now !== seen)
      throw new Failure('permanent', 'assigned-meanwhile', 'a colleague took it, or left it, meanwhile')
    const set = { assignee, assigned_by: by, assigned_at: at }
    await tx
      .insertInto('assignment')
      .values({ fingerprint, ...set })
      .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet(set))
      .execute()
    if (assignee === null) await record(tx, at, 'mail.left', fingerprint, { by })
    else await record(tx, at, 'mail.assigned', fingerprint, { by, to: assignee })
  })
}

/** The numbers of what is somebody’s, or that colleague’s. */
export function assigned(database: Database, assignee: string | null) {
  return database
    .selectFrom('assignment')
    .innerJoin('mail', 'mail.fingerprint', 'assignment.fingerprint')
    .select('mail.number')
    .where('mail.number', 'is not', null)
    .where('assignee', 'is not', null)
    .$if(assignee !== null, (query) => query.where('assignee', '=', assignee))
    .$narrowType<{ number: string }>()
}

/** Whose each application is, by number; of several that were joined, who had theirs first. */
export async function assigneesOf(
  database: Database,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await inPortions(numbers, (some) =>
    assigned(database, null)
      .select(['assignee', 'assigned_at'])
      .where('mail.number', 'in', some)
      .orderBy('assigned_at', 'desc')
      .execute(),
  )
  return new Map(rows.map(({ number, assignee }) => [number, assignee ?? '']))
}

async function assignments(database: Database): ReturnType<ColleagueRegister['assignments']> {
  const rows = await database
    .selectFrom('assignment')
    .innerJoin('mail', 'mail.fingerprint', 'assignment.fingerprint')
    .select(['mail.fingerprint', 'mail.number', 'assignee', 'assigned_at'])
    .where('assignee', 'is not', null)
    .orderBy('assigned_at')
    .execute()
  return rows.map((row) => ({
    fingerprint: Fingerprint.parse(row.fingerprint),
    number: RegistrationNumber.nullable().parse(row.number),
    assignee: row.assignee ?? '',
    at: Instant.parse(row.assigned_at),
  }))
}
