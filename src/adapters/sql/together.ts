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

/** Text and parameters for the server. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** What the server says to the question at a place. */
export interface Answered {
  readonly place: number
  readonly value: string | null
}

/** Carries out a statement. */
export type Run = (statement: Statement) => Promise<readonly Answered[]>

/** Gathers what registers on one line ask, until the next beat of a clock that is the same for all. */
export function gathering(run: Run): AskTogether {
  const lines = { beat: new Gathered(PACES.beat, run), soon: new Gathered(PACES.soon, run) }
  return (pace, query) => lines[pace].ask(query)
}

/** One statement at a time: what is asked while one is on its way waits for the beat after its answer. */
class Gathered {
  readonly #everyMs: number
  readonly #run: Run
  #waiting: Waiting[] = []
  #isDue = false

  constructor(everyMs: number, run: Run) {
    this.#everyMs = everyMs
    this.#run = run
  }

  ask(query: CompiledQuery): Promise<string | null> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ query, resolve, reject })
      this.#awaitBeat()
    })
  }

  #awaitBeat(): void {
    if (this.#isDue || this.#waiting.length === 0) return
    this.#isDue = true
    setTimeout(
      () => {
        const all = this.#waiting
        this.#waiting = []
        void carryOut(this.#run, all).then(() => {
          this.#isDue = false
          this.#awaitBeat()
        })
      },
      this.#everyMs - (performance.now() % this.#everyMs),
    )
  }
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
