import { sql } from 'kysely'
import { z } from 'zod'
import { CallId, RegistrationNumber } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import { Eligibility } from '../../dossier/eligibility.ts'
import type { DeskRegister, Line, LineFilter, LineOrder } from '../../register/desk.ts'
import { dashless, soughtWords } from '../../register/sought.ts'
import { Completeness, Timeliness } from '../../verdict/finding.ts'
import { assigned, assigneesOf } from './colleagues.ts'
import type { Database } from './connect.ts'
import { inPortions, parseJson } from './rows.ts'
import { hasWords } from './searching.ts'
import type { Tables } from './tables.ts'

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

async function waitingAmong(database: Database, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  const held = await inPortions(numbers, (some) =>
    waiting(database).where('submission.number', 'in', some).execute(),
  )
  return new Set(held.map(({ number }) => number))
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
  'eligibility',
  'mails',
  'proposals',
] as const satisfies readonly (keyof Tables['line'])[]

export async function lines(
  database: Database,
  filter: LineFilter,
  from: number,
  most: number,
): ReturnType<DeskRegister['lines']> {
  const counted = await narrow(database, filter)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  const total = Number(counted.count)
  const asked = dashless(filter.text)
  const rows = await narrow(database, filter, total > MANY)
    .select(SHOWN)
    // Others may quote it: whose number it is comes first.
    .$if(asked !== '' && total <= MANY, (query) =>
      query.orderBy(sql`case when replace(number, '-', '') = ${asked} then 0 else 1 end`),
    )
    .orderBy(ORDERS[filter.order])
    .orderBy('number')
    .limit(most)
    .offset(from)
    .execute()
  const numbers = rows.map(({ number }) => number)
  const waits = filter.waits ? new Set(numbers) : await waitingAmong(database, numbers)
  const assignees = await assigneesOf(database, numbers)
  return {
    total,
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
        eligibility: Eligibility.nullable().parse(row.eligibility),
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

/** So many are sooner met on the way than put in order. */
const MANY = 2_000

function narrow(database: Database, filter: LineFilter, many = false) {
  let query = database.selectFrom('line')
  if (filter.sector === '') query = query.where('sectors', '=', '[]')
  else if (filter.sector !== null) query = query.where(holds('sectors', JSON.stringify(filter.sector)))
  if (filter.timeliness !== null) query = query.where('timeliness', '=', filter.timeliness)
  if (filter.completeness !== null) query = query.where('completeness', '=', filter.completeness)
  if (filter.eligibility === 'undecided') query = query.where('eligibility', 'is', null)
  else if (filter.eligibility !== null) query = query.where('eligibility', '=', filter.eligibility)
  if (filter.waits) query = query.where('number', 'in', waiting(database))
  // In the words of the index that holds these few.
  if (filter.proposals) query = query.where(sql<boolean>`proposals > 0`)
  if (filter.assignee === '') query = query.where('number', 'not in', assigned(database, null))
  else if (filter.assignee !== null) query = query.where('number', 'in', assigned(database, filter.assignee))
  if (filter.callId !== null) query = query.where('call_id', '=', filter.callId)
  if (filter.text.trim() !== '') query = query.where(hasWords(database, soughtWords(filter.text), many))
  return query
}

/** `_` and `%` stand for themselves in what people look for. */
function holds(column: 'sectors', text: string) {
  return sql<boolean>`${sql.ref(column)} like ${`%${text.replace(/[!_%]/g, '!$&')}%`} escape '!'`
}
