import { z } from 'zod'
import { CallId } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import type { Author } from '../../register/author.ts'
import type { Machine, MachineRegister } from '../../register/machines.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { ADOPTED_WAY, wayNamed } from './numbering.ts'
import { over } from './over.ts'
import { parseJson } from './rows.ts'
import { together } from './together.ts'
import { inTurn } from './turn.ts'

/** Whose a register is, and who works at it, on a SQL database. */
export function sqlMachines(database: Database): MachineRegister {
  return over(database, {
    ownId,
    ownMailbox,
    firstMailbox,
    adoptMailbox,
    takeName,
    renewName,
    endName,
    callsElsewhere,
    callsAppliedTo,
  })
}

const CallIds = z.array(CallId)

async function ownId(database: Database): Promise<string> {
  const row = await database
    .selectFrom('own')
    .select('value')
    .where('key', '=', 'id')
    .executeTakeFirstOrThrow()
  return row.value
}

async function ownMailbox(database: Database): Promise<string | null> {
  const row = await database.selectFrom('own').select('value').where('key', '=', 'mailbox').executeTakeFirst()
  return row?.value ?? null
}

async function firstMailbox(database: Database, account: string): Promise<void> {
  await database
    .insertInto('own')
    .values({ key: 'mailbox', value: account })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function adoptMailbox(
  database: Database,
  account: string,
  isNumbered: boolean,
  { by, reason }: Author,
  at: Instant,
): Promise<void> {
  const own = [
    { key: 'mailbox', value: account },
    { key: ADOPTED_WAY, value: wayNamed(isNumbered) },
  ]
  await inTurn(database, async (tx) => {
    for (const one of own)
      await tx
        .insertInto('own')
        .values(one)
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: one.value }))
        .execute()
    await record(tx, at, 'mailbox.adopted', 'mailbox', { by, reason })
  })
}

/** One statement, so that of two that ask at once one gets it: no turn is needed. */
async function takeName(
  database: Database,
  { name, holder, life, calls }: Machine,
  at: Instant,
  until: Instant,
  seen: Instant | null,
): Promise<Instant | null> {
  const values = { holder, life, calls: JSON.stringify(calls), until_at: until }
  const taken = await database
    .insertInto('machine')
    .values({ name, ...values })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet(values)
        .where(({ or, eb }) =>
          or([
            eb('machine.holder', '=', holder),
            eb('machine.until_at', '<=', at),
            eb('machine.until_at', '=', seen ?? at),
          ]),
        ),
    )
    .returning('name')
    .executeTakeFirst()
  if (taken !== undefined) return null
  const held = await database
    .selectFrom('machine')
    .select('until_at')
    .where('name', '=', name)
    .executeTakeFirst()
  return Instant.parse(held?.until_at ?? at)
}

async function renewName(database: Database, { name, life }: Machine, until: Instant): Promise<boolean> {
  const renewed = await together(database, 'beat', (one) =>
    one
      .updateTable('machine')
      .set({ until_at: until })
      .where('name', '=', name)
      .where('life', '=', life)
      .returning('name as value')
      .compile(),
  )
  return renewed !== null
}

async function endName(database: Database, { name, life }: Machine): Promise<void> {
  await database.deleteFrom('machine').where('name', '=', name).where('life', '=', life).execute()
}

async function callsElsewhere(database: Database, name: string, at: Instant): Promise<readonly CallId[]> {
  const rows = await database
    .selectFrom('machine')
    .select('calls')
    .where('name', '!=', name)
    .where('until_at', '>', at)
    .execute()
  return [...new Set(rows.flatMap(({ calls }) => parseJson(CallIds, calls)))]
}

async function callsAppliedTo(database: Database): Promise<readonly CallId[]> {
  const rows = await database.selectFrom('application').select('call_id').distinct().execute()
  return rows.map((row) => CallId.parse(row.call_id))
}
