import { type Kysely, PostgresAdapter, sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** Any number that is ours alone: PostgreSQL's advisory lock of those who decide. */
const DECIDING = 7_202_212_312

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
    if (isPostgres(tx)) await sql`select pg_advisory_xact_lock(${DECIDING})`.execute(tx)
    return decide(tx)
  })
}

/** Which engine it is. */
export function isPostgres(database: Kysely<Tables>): boolean {
  return database.getExecutor().adapter instanceof PostgresAdapter
}

function isTurn(database: Kysely<Tables>): database is Transaction<Tables> {
  return database.isTransaction
}
