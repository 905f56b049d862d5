import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { fold } from '../../base/folding.ts'
import { CallId, RegistrationNumber } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import { Applicant } from '../../dossier/dossier.ts'
import type { DeskRegister, Line, LineCounts, LineFilter, LineOrder } from '../../register/desk.ts'
import { dashless, soughtText, soughtWords } from '../../register/sought.ts'
import { Completeness, Timeliness, Verdict } from '../../verdict/finding.ts'
import { proposedIn } from '../../verdict/judge.ts'
import { assigned, assigneesOf } from './colleagues.ts'
import type { Database } from './connect.ts'
import { subjectIn } from './naming.ts'
import { numbersOf } from './of-application.ts'
import { inPortions, parseJson } from './rows.ts'
import { dropWords, hasWords, indexWords } from './searching.ts'
import { soughtId } from './sought-id.ts'
import type { Tables } from './tables.ts'

/**
 * Draws an application's line anew from its verdicts; as `applicationOf` does, in the transaction that
 * changed them. An application without a verdict has none.
 */
export async function refreshLine(tx: Kysely<Tables>, number: string): Promise<void> {
  const line = await drawnLine(tx, number)
  await dropWords(tx, number)
  await tx.deleteFrom('line').where('number', '=', number).execute()
  if (line === null) return
  await tx.insertInto('line').values(line).execute()
  await indexWords(tx, line)
}

/** As it should stand; null for an application without a verdict. */
export async function drawnLine(tx: Kysely<Tables>, number: string): Promise<Tables['line'] | null> {
  const rows = await tx
    .selectFrom('submission')
    .innerJoin('mail', 'mail.fingerprint', 'submission.fingerprint')
    .innerJoin('verdict', 'verdict.fingerprint', 'mail.fingerprint')
    .select(['mail.call_id', 'mail.received_at', 'verdict.verdict', 'verdict.applicant', 'mail.sender'])
    .select(subjectIn(tx).as('subject'))
    .where('submission.number', '=', number)
    .orderBy('mail.received_at')
    .orderBy('mail.fingerprint')
    .execute()
  const judged = rows.map((row) => ({ ...row, read: parseJson(Verdict, row.verdict) }))
  const current = judged.findLast((row) => row.read.timeliness !== 'late') ?? judged.at(-1)
  const [first] = judged
  if (current === undefined || first === undefined) return null
  const applicant = parseJson(Applicant, current.applicant)
  const merged = (await numbersOf(tx, number).execute()).map(({ subject }) => subject)
  const numbers = [...new Set([number, ...merged.toSorted()])]
  const told = (what: 'sender' | 'subject') => [...new Set(judged.flatMap((row) => row[what] ?? []))]
  return {
    number,
    call_id: first.call_id ?? '',
    name: applicant.name,
    sectors: JSON.stringify(current.read.sectors),
    sought_id: soughtId(number),
    folded_name: fold(applicant.name ?? ''),
    sender: first.sender,
    subject: first.subject,
    words: soughtText({ numbers, applicant, senders: told('sender'), subjects: told('subject') }),
    received_at: first.received_at ?? '',
    timeliness: first.read.timeliness,
    completeness: current.read.completeness,
    mails: judged.length,
    proposals: proposedIn(current.read.findings).length,
  }
}

/** Of a held acknowledgement that nobody let go yet. */
function waiting(database: Database) {
  return database
    .selectFrom('decision')
    .innerJoin('submission', 'submission.fingerprint', 'decision.fingerprint')
    .leftJoin('outbox', 'outbox.fingerprint', 'decision.fingerprint')
    .select('submission.number')
    .where('decision.held', '=', 1)
    .where('outbox.id', 'is', null)
}

const SHOWN = [
  'number',
  'call_id',
  'name',
  'sender',
  'subject',
  'sectors',
  'received_at',
  'timeliness',
  'completeness',
  'mails',
  'proposals',
] as const satisfies readonly (keyof Tables['line'])[]

export async function lines(
  database: Database,
  filter: LineFilter,
  from: number,
  most: number,
): ReturnType<DeskRegister['lines']> {
  const narrowed = narrow(database, filter)
  const asked = dashless(filter.text)
  const rows = await narrowed
    .select(SHOWN)
    // Others may quote it: whose number it is comes first.
    .$if(asked !== '', (query) =>
      query.orderBy(sql`case when replace(number, '-', '') = ${asked} then 0 else 1 end`),
    )
    .orderBy(ORDERS[filter.order])
    .orderBy('number')
    .limit(most)
    .offset(from)
    .execute()
  const numbers = rows.map(({ number }) => number)
  const held = await inPortions(numbers, (some) =>
    waiting(database).where('submission.number', 'in', some).execute(),
  )
  const waits = new Set(held.map(({ number }) => number))
  const assignees = await assigneesOf(database, numbers)
  const count = await narrowed.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow()
  return {
    total: Number(count.count),
    lines: rows.map(
      (row): Line => ({
        number: RegistrationNumber.parse(row.number),
        callId: CallId.parse(row.call_id),
        name: row.name,
        sender: row.sender,
        subject: row.subject,
        sectors: parseJson(z.array(z.string()), row.sectors),
        receivedAt: Instant.parse(row.received_at),
        timeliness: Timeliness.parse(row.timeliness),
        completeness: Completeness.parse(row.completeness),
        mails: row.mails,
        waits: waits.has(row.number),
        proposals: row.proposals,
        assignee: assignees.get(row.number) ?? null,
      }),
    ),
  }
}

/** Those without a name or a category come last. */
const ORDERS = {
  latest: sql`received_at desc`,
  oldest: sql`received_at`,
  name: sql`folded_name = '', folded_name`,
  sector: sql`sectors = '[]', sectors, folded_name`,
} as const satisfies Readonly<Record<LineOrder, unknown>>

function narrow(database: Database, filter: LineFilter) {
  let query = database.selectFrom('line')
  if (filter.sector === '') query = query.where('sectors', '=', '[]')
  else if (filter.sector !== null) query = query.where(holds('sectors', JSON.stringify(filter.sector)))
  if (filter.timeliness !== null) query = query.where('timeliness', '=', filter.timeliness)
  if (filter.completeness !== null) query = query.where('completeness', '=', filter.completeness)
  if (filter.waits) query = query.where('number', 'in', waiting(database))
  if (filter.proposals) query = query.where('proposals', '>', 0)
  if (filter.assignee === '') query = query.where('number', 'not in', assigned(database, null))
  else if (filter.assignee !== null) query = query.where('number', 'in', assigned(database, filter.assignee))
  if (filter.callId !== null) query = query.where('call_id', '=', filter.callId)
  if (filter.text.trim() !== '') query = query.where(hasWords(database, soughtWords(filter.text)))
  return query
}

/** `_` and `%` stand for themselves in what people look for. */
function holds(column: 'sectors', text: string) {
  return sql<boolean>`${sql.ref(column)} like ${`%${text.replace(/[!_%]/g, '!$&')}%`} escape '!'`
}

export async function lineCounts(database: Database, callId: CallId | null): Promise<LineCounts> {
  const rows = await database
    .selectFrom('line')
    .$if(callId !== null, (query) => query.where('call_id', '=', callId ?? ''))
    .select(['sectors', 'timeliness', 'completeness', ({ fn }) => fn.countAll().as('count')])
    .groupBy(['sectors', 'timeliness', 'completeness'])
    .execute()
  const counts = {
    all: 0,
    sectors: {} as Record<string, number>,
    timeliness: {} as Record<string, number>,
    completeness: {} as Record<string, number>,
  }
  for (const row of rows) {
    const count = Number(row.count)
    const named = parseJson(z.array(z.string()), row.sectors)
    counts.all += count
    for (const sector of named.length === 0 ? [''] : named)
      counts.sectors[sector] = (counts.sectors[sector] ?? 0) + count
    counts.timeliness[row.timeliness] = (counts.timeliness[row.timeliness] ?? 0) + count
    counts.completeness[row.completeness] = (counts.completeness[row.completeness] ?? 0) + count
  }
  return counts
}
