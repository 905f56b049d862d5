import { type CompiledQuery, type DatabaseConnection, PostgresDialect } from 'kysely'
import pg from 'pg'
import { Failure } from '../../base/failure.ts'
import { sqlFailure } from './failures.ts'

/**
 * Connections for each process, at the most: twelve jobs in hand (eight read, four sent), and four for what
 * is asked and what comes by the clock. Those that nobody uses are closed after some seconds.
 */
export const CONNECTIONS = 16
/** A server that does not answer the telephone is away; one that answers others holds what they wait for. */
const CONNECT_WITHIN_MS = 5_000
/** A partitioned server never says goodbye: no statement of ours takes so long. */
const ANSWER_WITHIN_MS = 60_000
/**
 * A machine that sleeps or is cut off in the middle of a transaction would keep everybody else from deciding:
 * the server ends it. Ours think for milliseconds.
 */
const SILENT_IN_TRANSACTION_MS = 8_000
/** bigint: ours are sizes, UIDs and sequences, all far below 2^53. */
const INT8 = 20

/** pg behind Kysely, its errors as failures that say whether to try again. */
export function postgresDialect(url: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    idle_in_transaction_session_timeout: SILENT_IN_TRANSACTION_MS,
    keepAlive: true,
    types: { getTypeParser: (id, format) => (id === INT8 ? Number : pg.types.getTypeParser(id, format)) },
  })
  // A connection that breaks is replaced, and the statement in hand tells; without listeners it would end the
  // process.
  pool.on('error', () => undefined)
  let connected = 0
  pool.on('connect', (client) => {
    connected += 1
    client.on('error', () => undefined)
  })
  pool.on('remove', () => {
    connected -= 1
  })
  return new PostgresDialect({
    pool: {
      options: pool.options,
      connect: () =>
        pool.connect().catch((error: unknown) => {
          throw connected < CONNECTIONS ? sqlFailure(error) : allInUse(error)
        }),
      end: () => pool.end(),
    },
    onCreateConnection: async (connection) => tellFailures(connection),
  })
}

function allInUse(cause: unknown): Failure {
  return new Failure(
    'transient',
    'database-busy',
    'everything that this process has to ask the register waits for somebody else’s change; nothing is lost',
    { cause },
  )
}

function tellFailures(connection: DatabaseConnection): void {
  const execute = connection.executeQuery.bind(connection)
  connection.executeQuery = <Row>(query: CompiledQuery, options?: Parameters<typeof execute>[1]) =>
    execute<Row>(query, options).catch(rethrown)
}

function rethrown(error: unknown): never {
  throw sqlFailure(error)
}
