import type { CompiledQuery, Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * How long something may wait for company. `beat`: what comes by the clock, two seconds; `soon`: what
 * somebody waits for, half of one.
 */
export type Pace = 'beat' | 'soon'
const PACES: Readonly<Record<Pace, number>> = { beat: 2_000, soon: 500 }

/** Asks a register on a line that several share; the answer is the text « value » of the only row, if any. */
export type AskTogether = (pace: Pace, query: CompiledQuery) => Promise<string | null>

/** By register: how its line is asked together with others, and under which name it is there. */
const asked = new WeakMap<Kysely<Tables>, { readonly ask: AskTogether; readonly schema: string }>()

/** This register has company from now on. */
export function inCompany(database: Kysely<Tables>, schema: string, ask: AskTogether): void {
  asked.set(database, { ask, schema })
}

/**
 * One small statement that returns a text « value », or no row. What a hundred quiet registers on one server
 * ask by the clock is one statement and one transaction so; a register alone is asked at once.
 */
export async function together(
  database: Kysely<Tables>,
  pace: Pace,
  build: (database: Kysely<Tables>) => CompiledQuery<{ readonly value: string | number | null }>,
): Promise<string | null> {
  const company = asked.get(database)
  if (company !== undefined) return company.ask(pace, build(database.withSchema(company.schema)))
  const { rows } = await database.executeQuery(build(database))
  const value = rows[0]?.value ?? null
  return value === null ? null : String(value)
}

interface Waiting {
  readonly query: CompiledQuery
  resolve(value: string | null): void
  reject(error: unknown): void
}

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Carries out a statement: the rows « place, value » that it returned. */
export type Run = (
  statement: Statement,
) => Promise<readonly { readonly place: number; readonly value: string | null }[]>

/** Gathers what registers on one line ask, until the next beat of a clock that is the same for all. */
export function gathering(run: Run): AskTogether {
  const waiting: Record<Pace, Waiting[]> = { beat: [], soon: [] }
  return (pace, query) =>
    new Promise((resolve, reject) => {
      waiting[pace].push({ query, resolve, reject })
      if (waiting[pace].length > 1) return
      const untilBeat = PACES[pace] - (performance.now() % PACES[pace])
      setTimeout(() => {
        const all = waiting[pace]
        waiting[pace] = []
        void carryOut(run, all)
      }, untilBeat)
    })
}

async function carryOut(run: Run, all: readonly Waiting[]): Promise<void> {
  try {
    const values = new Map((await run(joined(all))).map(({ place, value }) => [place, value]))
    for (const [place, one] of all.entries()) one.resolve(values.get(place) ?? null)
  } catch (error) {
    // One register that is gone must not silence the others: each is asked by itself.
    if (all.length === 1) all[0]?.reject(error)
    else await Promise.all(all.map((one) => carryOut(run, [one])))
  }
}

/** All of them as one statement; each has its own parameters. */
function joined(all: readonly Waiting[]): Statement {
  const values: unknown[] = []
  const parts = all.map(({ query }, place) => {
    const before = values.length
    values.push(...query.parameters)
    const text = query.sql.replace(/\$(\d+)/g, (_, number: string) => `$${before + Number(number)}`)
    return `q${place} as (${text})`
  })
  const rows = all.map((_, place) => `select ${place} as place, value::text as value from q${place}`)
  return { text: `with ${parts.join(', ')} ${rows.join(' union all ')}`, values }
}
