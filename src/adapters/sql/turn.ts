import { type Kysely, PostgresAdapter, sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** How the schema of each of several mailboxes begins; an older program, which knows none, takes one lock. */
export const SCHEMA_OF_SEVERAL = 'recepisse_'
/** Any number that is ours alone: PostgreSQL's advisory lock of those who decide. */
const DECIDING = 7_202_212_312
/** The same beside a second number, which has half the size. */
const DECIDING_IN_PART = 720_221_231

/**
 * A transaction that reads in order to decide: it sees everything that the ones before it decided, and nobody
 * decides meanwhile. SQLite has one writer at a time anyway (`begin immediate`); PostgreSQL is asked for a
 * lock. Budgets, the breaker and grouping count on it. Within a turn that was taken already it is part of
 * that one.
 */
export function inTurn<Result>(
  database: Kysely<Tables>,
  decide: (tx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  if (isTurn(database)) return decide(database)
  return database.transaction().execute(async (tx) => {
    if (isPostgres(tx)) await waitForTurn(tx)
    return decide(tx)
  })
}

/** Registers of several mailboxes in one database decide beside each other: the lock is of the schema. */
async function waitForTurn(tx: Transaction<Tables>): Promise<void> {
  await sql`
    select case when starts_with(current_schema(), ${SCHEMA_OF_SEVERAL})
      then pg_advisory_xact_lock(${DECIDING_IN_PART}, hashtext(current_schema()))
      else pg_advisory_xact_lock(${DECIDING})
    end`.execute(tx)
}

/** Which engine it is. */
export function isPostgres(database: Kysely<Tables>): boolean {
  return database.getExecutor().adapter instanceof PostgresAdapter
}

function isTurn(database: Kysely<Tables>): database is Transaction<Tables> {
  return database.isTransaction
}
