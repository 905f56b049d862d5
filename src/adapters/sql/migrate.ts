import { type Kysely, sql } from 'kysely'
import { Failure } from '../../base/failure.ts'
import * as first from './migrations/0001-first.ts'
import * as setAside from './migrations/0002-set-aside.ts'
import * as identity from './migrations/0003-identity.ts'
import * as mayAsk from './migrations/0004-may-ask.ts'
import * as signIns from './migrations/0005-sign-ins.ts'
import * as seals from './migrations/0006-seals.ts'
import * as openers from './migrations/0007-openers.ts'
import * as subscribers from './migrations/0008-subscribers.ts'
import * as outcomes from './migrations/0009-outcomes.ts'
import * as calls from './migrations/0010-calls.ts'
import * as search from './migrations/0011-search.ts'
import * as colleagues from './migrations/0012-colleagues.ts'
import * as eligibility from './migrations/0013-eligibility.ts'
import * as concerns from './migrations/0014-concerns.ts'
import * as machines from './migrations/0015-machines.ts'
import * as numbers from './migrations/0017-numbers.ts'
import * as ids from './migrations/0018-ids.ts'
import type { Tables } from './tables.ts'

/** In order; a released migration is never changed, only followed. */
const MIGRATIONS = [
  first,
  setAside,
  identity,
  mayAsk,
  signIns,
  seals,
  openers,
  subscribers,
  outcomes,
  calls,
  search,
  colleagues,
  eligibility,
  concerns,
  machines,
  numbers,
  ids,
] as const

/**
 * Any number that is ours alone: PostgreSQL's advisory lock that keeps two starting processes from migrating
 * at once.
 */
const MIGRATION_LOCK = 7_202_212_311

/** Brings the database up to this program's version; refuses one that a newer program has written. */
export async function migrate(
  database: Kysely<Tables>,
  engine: 'sqlite' | 'postgres',
  schema: string | null,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    if (engine === 'postgres') {
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction)
      if (schema !== null && !(await hasSchema(transaction, schema)))
        await transaction.schema.createSchema(schema).execute()
    }
    await transaction.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .addColumn('applied_at', 'text', (column) => column.notNull())
      .execute()
    const row = await transaction
      .selectFrom('schema_version')
      .select(({ fn }) => fn.max('version').as('version'))
      .executeTakeFirst()
    const version = Number(row?.version ?? 0)
    if (version > MIGRATIONS.length) {
      throw new Failure(
        'permanent',
        'register-too-new',
        `the register is at version ${version}, this program knows ${MIGRATIONS.length}: install the ` +
          'newer program',
      )
    }
    for (const [index, migration] of MIGRATIONS.entries()) {
      if (index < version) continue
      await migration.up(transaction, engine)
      await transaction
        .insertInto('schema_version')
        .values({ version: index + 1, applied_at: '' })
        .execute()
    }
  })
}

/** Who may not make schemas any more need not, once theirs is there. */
async function hasSchema(database: Kysely<Tables>, schema: string): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_namespace where nspname = ${schema}`.execute(database)
  return rows.length > 0
}
