import { once } from 'node:events'
import { cp, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { demonstrationCall, sampleMails, standing, untilSettled } from '../../demo/demonstration.ts'
import { EXPECTED } from '../demo/expected.ts'
import { startMachine, startShared } from './machines.ts'
import { expectArchiveAgrees, expectBalance, expectLettersOnce, observed } from './observed.ts'
import { endGroup, until } from './processes.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** What the next release may do by the rule for migrations (CONTRIBUTING.md): add, with nothing asked of the old. */
const LATER = `import { type QueryExecutorProvider, sql } from 'kysely'
export async function up(database: QueryExecutorProvider): Promise<void> {
  for (const statement of [
    'create table later (id text primary key)',
    'alter table mail add column later text',
    "alter table outbox add column later text not null default ''",
  ]) await sql.raw(statement).execute(database)
}
`

/** This program with one migration more, in a folder of its own. */
async function nextProgram(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-next-'))
  for (const name of ['src', 'workers', 'config', 'package.json'])
    await cp(join(ROOT, name), join(folder, name), { recursive: true })
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'src/adapters/sql/migrations/9999-later.ts'), LATER)
  const path = join(folder, 'src/adapters/sql/migrate.ts')
  const text = await readFile(path, 'utf8')
  const more = text.replace('] as const', '  later,\n] as const')
  expect(more).not.toBe(text)
  await writeFile(path, `import * as later from './migrations/9999-later.ts'\n${more}`)
  return folder
}

it('two versions side by side through an upgrade: nothing is lost, nothing is answered twice, the older one ends in good order', async () => {
  await using stack = new AsyncDisposableStack()
  const call = demonstrationCall()
  const { demonstration, database } = stack.use(await startShared(call, 'recepisse-versions-'))
  const samples = await sampleMails(call)
  const deliver = async (from: number, to: number) => {
    for (const sample of samples.slice(from, to)) await demonstration.dovecot.deliver(sample.raw, sample.at)
  }
  const schema = async () => (await database.selectFrom('schema_version').select('version').execute()).length

  const older = await startMachine('poste-1', demonstration)
  stack.defer(() => endGroup(older))
  const ended = once(older, 'exit')
  await deliver(0, 8)
  await until(async () => (await standing(demonstration.world)).received >= 8)
  // Half of what came is in hand when the newer one brings the register up, and more comes meanwhile.
  const before = await schema()
  const newer = await startMachine('poste-2', demonstration, {}, await nextProgram())
  stack.defer(() => endGroup(newer))
  await deliver(8, 14)
  await until(async () => (await schema()) === before + 1, 60_000)
  expect(older.exitCode, 'it was at work when the register changed').toBeNull()
  await deliver(14, 18)
  expect(await ended).toEqual([2, null])
  const said = await readFile(join(demonstration.folder, 'poste-1/service.log'), 'utf8')
  expect(said).toContain('install the newer program')
  expect(said).not.toMatch(/unclassified|"kind":"bug"/)
  await deliver(18, samples.length)

  await untilSettled(demonstration.world, samples.length, 90_000, () => undefined)
  expect(await observed(demonstration)).toEqual(EXPECTED)
  await expectBalance(demonstration, samples.length)
  await expectArchiveAgrees(demonstration)
  const { twins } = await expectLettersOnce(demonstration)
  expect(twins, 'nobody was killed: no letter is uncertain').toBe(0)
})
