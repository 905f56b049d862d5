/**
 * node test/register/make-released.ts > test/fixtures/registers/VERSION.sql: a register with a small life, as the program
 * of that release writes it. Run once for each release, by hand; never changed afterwards.
 */

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openDatabase } from '../../src/adapters/sql/connect.ts'
import { release } from '../../src/steps/act.ts'
import { seal } from '../../src/steps/seal.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService } from '../steps/a-service.ts'
import { endOf } from '../the-call.ts'

const path = join(mkdtempSync(join(tmpdir(), 'recepisse-released-')), 'register.db')
await using service = await aService(sampleCall, await openDatabase({ kind: 'sqlite', path }))
await service.take(application('Usine Verte'), '2026-03-10T06:00:00.000Z')
const held = await service.take(
  application('Usine Rouge', { headers: 'Auto-Submitted: auto-generated\n' }),
  '2026-03-10T08:00:00.000Z',
)
await release(service, [sampleCall], held.number ?? '', { by: 'Agent A', reason: 'copieur', to: null })
await service.send()
service.clock.at = endOf(sampleCall)
await seal({ ...service, calls: [sampleCall], observe: () => undefined, stamper: null }, 'regular')

using database = new DatabaseSync(path)
const parts = database
  .prepare("select type, name, sql from sqlite_master where sql is not null and name not like 'sqlite_%'")
  .all()
const of = (type: string) => parts.filter((part) => part['type'] === type)
for (const { sql } of of('table')) process.stdout.write(`${String(sql)};\n`)
for (const { name } of of('table')) {
  for (const row of database.prepare(`select * from ${String(name)}`).all()) {
    const values = Object.values(row).map((value) =>
      typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value),
    )
    process.stdout.write(`insert into ${String(name)} values (${values.join(', ')});\n`)
  }
}
for (const type of ['index', 'trigger', 'view'])
  for (const { sql } of of(type)) process.stdout.write(`${String(sql)};\n`)
