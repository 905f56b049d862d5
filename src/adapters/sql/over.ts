import type { Database } from './connect.ts'

type OnDatabase = (database: Database, ...rest: never[]) => unknown

/** The same functions, each with its first argument taken. */
type Methods<Functions> = {
  readonly [Name in keyof Functions]: Functions[Name] extends (
    database: never,
    ...rest: infer Rest
  ) => infer Result
    ? (...rest: Rest) => Result
    : never
}

/** Functions that take the database first, as methods of whoever holds it. */
export function over<Functions extends Readonly<Record<string, OnDatabase>>>(
  database: Database,
  functions: Functions,
): Methods<Functions> {
  const methods = Object.entries(functions).map(([name, one]) => [name, one.bind(null, database)])
  return Object.fromEntries(methods) as Methods<Functions>
}
