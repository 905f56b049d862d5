import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/adapters/sql/connect.ts'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { Inspection } from '../../src/proof/inspect.ts'
import { sampleCall } from '../mail/sample-call.ts'

const folder = new URL('../fixtures/registers/', import.meta.url)

/** A register as a release left it, on disk. */
function releasedRegister(name: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'recepisse-released-')), 'register.db')
  using database = new DatabaseSync(path)
  database.exec(readFileSync(new URL(name, folder), 'utf8'))
  return path
}

it.each(readdirSync(folder))(
  '%s: a register of that release is opened, brought up to date, and holds',
  async (name) => {
    const path = releasedRegister(name)
    await using database = await openDatabase({ kind: 'sqlite', path })
    const register = createSqlRegister(database)
    const applications = await register.applications(sampleCall.id)
    expect(applications.map((one) => one.applicant.name).sort()).toEqual(['Usine Rouge', 'Usine Verte'])
    expect((await register.letters()).map((letter) => letter.state)).toEqual(['sent', 'sent'])
    const heads = await register.heads()
    const keys = new Map((await register.signingKeys()).map((key) => [key.id, key.publicPem]))
    const inspection = new Inspection(heads)
    for (const entry of await register.entries(0, 1_000)) inspection.take(entry)
    expect(inspection.finish(heads, (id) => keys.get(id) ?? null)).toEqual([])
    expect(heads.length).toBeGreaterThan(0)
  },
)

it('is opened twice with the same result', async () => {
  const path = releasedRegister(readdirSync(folder)[0] ?? '')
  for (let time = 0; time < 2; time += 1) {
    await using database = await openDatabase({ kind: 'sqlite', path })
    expect(await createSqlRegister(database).applications(sampleCall.id)).toHaveLength(2)
  }
})
