import { type CompiledQuery, type DatabaseConnection, PostgresDialect } from 'kysely'
import pg from 'pg'
import { Failure } from '../../base/failure.ts'
import { HeldTogether } from '../waiting/held-together.ts'
import { Places } from '../waiting/places.ts'
import { sqlFailure } from './failures.ts'
import { type Answered, type AskTogether, gathering, type Statement } from './together.ts'

/**
 * Connections for each process, at the most, whichever mailboxes it works for: twelve jobs in hand (eight
 * read, four sent), and four for what is asked and what comes by the clock. Those that nobody uses are closed
 * after some seconds.
 */
export const CONNECTIONS = 16
/** Of several mailboxes none takes all: what one waits for, the others do not. */
export const CONNECTIONS_OF_ONE = 6
/** What all ask together has lines of its own; a table that somebody holds is waited for so long. */
const TOGETHER = { connections: 2, waitsMs: 1_000 } as const
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

/** Where a register is on a server; `schema`: its part of a database that several mailboxes share. */
export interface PostgresPlace {
  readonly url: string
  readonly schema: string | null
}

/** Connections to one server, and which register each of them looks at. */
interface Line {
  readonly pool: pg.Pool
  /** For what all of them ask together. */
  readonly apart: pg.Pool
  readonly schemas: WeakMap<pg.PoolClient, string>
  readonly shares: Map<string, Places>
  readonly ask: AskTogether
  connected: number
}

/** One line to each server: hundred mailboxes would keep hundred times as many connections. */
const lines = new HeldTogether<Line>()

/** How registers of several mailboxes on that server are asked together; as long as one of them is open. */
export function companyAt(url: string): AskTogether | null {
  return lines.find(url)?.ask ?? null
}

/** pg behind Kysely, its errors as failures that say whether to try again. */
export function postgresDialect({ url, schema }: PostgresPlace): PostgresDialect {
  const { thing: line, leave } = lines.take(url, () => opened(url))
  return new PostgresDialect({
    pool: {
      options: line.pool.options,
      connect: () =>
        connected(line, schema).catch((error: unknown) => {
          if (error instanceof Failure) throw error
          throw line.connected < CONNECTIONS ? sqlFailure(error) : allInUse(error)
        }),
      end: async () => {
        const last = leave()
        if (last !== null) await Promise.all([last.pool.end(), last.apart.end()])
      },
    },
    onCreateConnection: async (connection) => tellFailures(connection),
  })
}

function poolOf(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    idle_in_transaction_session_timeout: SILENT_IN_TRANSACTION_MS,
    keepAlive: true,
    types: { getTypeParser: (id, format) => (id === INT8 ? Number : pg.types.getTypeParser(id, format)) },
  })
  // A connection that breaks is replaced, and the statement in hand tells; without listeners it would end the
  // process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

function opened(url: string): Line {
  const pool = poolOf(url, CONNECTIONS)
  const apart = poolOf(url, TOGETHER.connections)
  const line: Line = {
    pool,
    apart,
    schemas: new WeakMap(),
    shares: new Map(),
    ask: gathering((statement) => askedOf(apart, statement).catch(rethrown)),
    connected: 0,
  }
  pool.on('connect', () => {
    line.connected += 1
  })
  pool.on('remove', () => {
    line.connected -= 1
  })
  return line
}

async function askedOf(pool: pg.Pool, { text, values }: Statement): Promise<readonly Answered[]> {
  const client = await pool.connect()
  try {
    await client.query(`begin; set local lock_timeout to ${TOGETHER.waitsMs}`)
    const { rows } = await client.query<Answered>(text, [...values])
    await client.query('commit')
    client.release()
    return rows
  } catch (error) {
    // What it had changed is undone with the connection.
    client.release(true)
    throw error
  }
}

/** A connection that looks at this register and no other. */
async function connected(line: Line, schema: string | null): Promise<pg.PoolClient> {
  if (schema === null) return line.pool.connect()
  const share = line.shares.get(schema) ?? new Places(CONNECTIONS_OF_ONE)
  line.shares.set(schema, share)
  if (!share.takeNow()) await share.take(AbortSignal.timeout(CONNECT_WITHIN_MS)).catch(rethrownAsBusy)
  const client = await line.pool.connect().catch((error: unknown) => {
    share.leave()
    throw error
  })
  const { release } = client
  client.release = (error) => {
    release.call(client, error)
    share.leave()
  }
  await lookAt(line, schema, client)
  return client
}

async function lookAt({ schemas }: Line, schema: string, client: pg.PoolClient): Promise<void> {
  if (schemas.get(client) === schema) return
  try {
    await client.query(`set search_path to ${client.escapeIdentifier(schema)}`)
    schemas.set(client, schema)
  } catch (error) {
    client.release(true)
    throw error
  }
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

function rethrownAsBusy(error: unknown): never {
  throw allInUse(error)
}
