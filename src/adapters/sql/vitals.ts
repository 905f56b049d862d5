import { sql } from 'kysely'
import { CallId, Fingerprint, RegistrationNumber } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import { AnswerDecision } from '../../mail/robots/decision.ts'
import { Fate } from '../../mail/triage.ts'
import type { HeldMail, Vitals } from '../../register/vitals.ts'
import { openBreakers } from './breaker.ts'
import { lastClock } from './clock.ts'
import type { Database } from './connect.ts'
import { lost } from './lost-letters.ts'
import { OutboxState, parseJson } from './rows.ts'
import type { MailTable } from './tables.ts'
import { tokens } from './tokens.ts'
import { isPostgres } from './turn.ts'

/**
 * Counts and times only, each by an index or one pass: nothing here reads what a mail holds. On a server it
 * is one transaction, of one moment.
 */
export function vitals(database: Database): Promise<Vitals> {
  return isPostgres(database) ? database.transaction().execute(seen) : seen(database)
}

async function seen(database: Database): Promise<Vitals> {
  const folders = await database
    .selectFrom('alive')
    .selectAll()
    .orderBy('account')
    .orderBy('folder')
    .execute()
  return {
    mails: await mailsByFate(database),
    unfinished: await unfinished(database),
    ...(await outbox(database)),
    held: [...(await held(database)), ...(await quarantined(database))],
    lost: await lost(database),
    infected: await infected(database),
    folders: folders.map((row) => ({ ...row, at: Instant.parse(row.at) })),
    clock: await lastClock(database),
    breakers: await openBreakers(database),
    tokens: await tokens(database),
  }
}

async function mailsByFate(database: Database): Promise<Record<string, number>> {
  const rows = await database
    .selectFrom('mail')
    .select(['fate', ({ fn }) => fn.countAll().as('count')])
    .groupBy('fate')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.fate ?? 'unknown', Number(row.count)]))
}

async function unfinished(database: Database): Promise<Vitals['unfinished']> {
  const row = await database
    .selectFrom('mail')
    .select(({ fn }) => [
      fn.countAll().as('count'),
      fn.min('updated_at').as('since'),
      // What is concluded or read again came long ago: it counts from when that was asked for.
      sql<string | null>`min(case when progress = 'assembled' then updated_at else coalesce(
        (select max(event.at) from event where event.subject = mail.fingerprint and 
          event.type in ('mail.read-again', 'mail.fetched-again')),
        observed_at) end)`.as('seen'),
    ])
    .where('progress', 'in', ['received', 'read', 'assembled'])
    .executeTakeFirstOrThrow()
  return {
    count: Number(row.count),
    since: Instant.nullable().parse(row.since ?? null),
    seenAt: Instant.nullable().parse(row.seen ?? null),
  }
}

async function outbox(database: Database): Promise<Pick<Vitals, 'letters' | 'oldestDue'>> {
  const rows = await database
    .selectFrom('outbox')
    .select(['state', ({ fn }) => fn.countAll().as('count')])
    .groupBy('state')
    .execute()
  const due = await database
    .selectFrom('outbox')
    .select(({ fn }) => fn.min('created_at').as('oldest'))
    .where('state', 'in', ['due', 'intended'])
    .executeTakeFirst()
  return {
    letters: Object.fromEntries(rows.map((row) => [OutboxState.parse(row.state), Number(row.count)])),
    oldestDue: Instant.nullable().parse(due?.oldest ?? null),
  }
}

const HELD = [
  'mail.fingerprint',
  'mail.call_id',
  'mail.number',
  'mail.fate',
  'mail.failure_code',
  'mail.received_at',
  'mail.postmark',
] as const

/** Held by the decision table, and no letter was written since. */
async function held(database: Database): Promise<readonly HeldMail[]> {
  const rows = await database
    .selectFrom('decision')
    .innerJoin('mail', 'mail.fingerprint', 'decision.fingerprint')
    .leftJoin('outbox', 'outbox.fingerprint', 'decision.fingerprint')
    .select(HELD)
    .select('decision.body')
    .where('decision.held', '=', 1)
    .where('outbox.id', 'is', null)
    .orderBy('mail.received_at')
    .execute()
  return rows.map((row) =>
    heldMail(row, row.postmark === null ? parseJson(AnswerDecision, row.body).reason : ON_PAPER),
  )
}

async function quarantined(database: Database): Promise<readonly HeldMail[]> {
  const rows = await database
    .selectFrom('mail')
    .leftJoin('outbox', 'outbox.fingerprint', 'mail.fingerprint')
    .select(HELD)
    .where('mail.progress', '=', 'quarantined')
    .where('outbox.id', 'is', null)
    .orderBy('mail.received_at')
    .execute()
  return rows.map((row) => heldMail(row, 'quarantined'))
}

/** Whatever the decision table says of the entry: it never was a mail. */
const ON_PAPER = 'paper'

function heldMail(
  row: Pick<MailTable, 'fingerprint' | 'call_id' | 'number' | 'fate' | 'failure_code' | 'received_at'>,
  reason: string,
): HeldMail {
  return {
    fingerprint: Fingerprint.parse(row.fingerprint),
    callId: CallId.parse(row.call_id),
    number: RegistrationNumber.nullable().parse(row.number),
    reason,
    fate: Fate.nullable().parse(row.fate),
    code: row.failure_code,
    receivedAt: Instant.parse(row.received_at),
  }
}

async function infected(database: Database): Promise<Vitals['infected']> {
  const rows = await database
    .selectFrom('document')
    .innerJoin('mail', 'mail.fingerprint', 'document.fingerprint')
    .select(['document.fingerprint', 'mail.call_id'])
    .distinct()
    .where('document.problem', '=', 'infected')
    .orderBy('document.fingerprint')
    .execute()
  return rows.map((row) => ({
    fingerprint: Fingerprint.parse(row.fingerprint),
    callId: CallId.nullable().parse(row.call_id),
  }))
}
