import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const SQLITE = fileURLToPath(new URL('../../src/adapters/sql/sqlite.ts', import.meta.url))
const KYSELY = fileURLToPath(import.meta.resolve('kysely'))
/** Says when it was told that its changes are kept: on a file of its own, so that the trace shows the order. */
const PROGRAM = `
import { writeSync } from 'node:fs'
import { Kysely, sql } from ${JSON.stringify(KYSELY)}
import { sqliteDialect, withoutFlush } from ${JSON.stringify(SQLITE)}
const database = new Kysely({ dialect: sqliteDialect(process.argv[1]) })
const say = (text) => writeSync(1, text)
const change = (db) => sql\`insert into t values (1)\`.execute(db)
await sql\`create table t (n integer)\`.execute(database)
say('begun')
await change(database)
say('told of one')
await database.transaction().execute(async (tx) => { await change(tx); await change(tx) })
say('told of a transaction')
const changed = change(database)
const seen = sql\`select count(*) from t\`.execute(database)
await seen
say('told of what was seen')
await changed
say('many')
await Promise.all(Array.from({ length: 20 }, () => database.transaction().execute(change)))
say('told of many')
await withoutFlush(() => change(database))
say('told of a lazy one')
await database.destroy()
`

/** Flushes of the log between two things that the program said. */
async function flushesBetween(): Promise<Readonly<Record<string, number>>> {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-flushes-'))
  const trace = join(folder, 'trace')
  const watched = ['-f', '-y', '-e', 'trace=fdatasync,write', '-o', trace]
  const program = ['--input-type=module', '-e', PROGRAM, join(folder, 'register.db')]
  await promisify(execFile)('strace', [...watched, process.execPath, ...program])
  const found: Record<string, number> = {}
  let flushes = 0
  for (const line of (await readFile(trace, 'utf8')).split('\n')) {
    if (/fdatasync.*= 0$/.test(line) && (line.includes('-wal>') || line.includes('resumed'))) flushes += 1
    const said = /write\(1\b.*"(.+?)"/.exec(line)?.[1]
    if (said === undefined) continue
    found[said] = flushes
    flushes = 0
  }
  return found
}

function mayTrace(): boolean {
  try {
    execFileSync('strace', ['-o', '/dev/null', '/bin/true'])
    return true
  } catch {
    // Not everybody may look into processes.
    return false
  }
}

describe.runIf(mayTrace())('what a change’s promise tells', () => {
  it('is on the disk, alone or with others, and for who only looked; one flush serves many', async () => {
    const flushes = await flushesBetween()
    expect(flushes['told of one']).toBe(1)
    expect(flushes['told of a transaction']).toBe(1)
    expect(flushes['told of what was seen']).toBe(1)
    expect(flushes['told of many']).toBeGreaterThanOrEqual(1)
    expect(flushes['told of many']).toBeLessThan(10)
    expect(flushes['told of a lazy one']).toBe(0)
  })
})
