import type { TestProject } from 'vitest/node'
import { type PostgresRig, startPostgres } from '../rig/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a database on a server of the tests’ own; null where the register is SQLite. */
    postgres: string | null
  }
}

let server: PostgresRig | null = null

/** One server for the whole project. */
export async function setup(project: TestProject): Promise<void> {
  server = await startPostgres()
  project.provide('postgres', await server.database())
}

export async function teardown(): Promise<void> {
  await server?.[Symbol.asyncDispose]()
}
