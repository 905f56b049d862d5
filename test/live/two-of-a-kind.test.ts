import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { untilReady } from '../../demo/demonstration.ts'
import { freePort } from '../../demo/ports.ts'
import { openQueues, type QueueObserver, startWorker } from '../../src/adapters/queue/bullmq.ts'
import { openDatabase } from '../../src/adapters/sql/connect.ts'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { Fingerprint } from '../../src/base/ids.ts'
import type { Instant } from '../../src/base/instant.ts'
import { startPostgres } from '../rig/postgres.ts'
import { recepisse } from './command.ts'
import { endGroup, startRedis, until } from './processes.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const CALL = join(ROOT, 'demo/call.yaml')

type Environment = Readonly<Record<string, string>>

async function machine(more: Environment): Promise<Record<string, string>> {
  return {
    PATH: process.env['PATH'] ?? '',
    RECEPISSE_CALL: CALL,
    RECEPISSE_DATA: await mkdtemp(join(tmpdir(), 'recepisse-kind-')),
    RECEPISSE_HEALTH_PORT: String(await freePort()),
    ...more,
  }
}

/** An office: it opens the register, and needs no mail server. `ended`: its exit code, and what it said. */
async function anOffice(environment: Environment) {
  const service = spawn(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'run', '--only', 'office'], {
    env: { ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  let said = ''
  service.stderr.on('data', (data) => {
    said += data
  })
  const ended = once(service, 'close').then(([code]) => ({ code, said }))
  await untilReady(service, environment['RECEPISSE_HEALTH_PORT'] ?? '')
  return { service, ended }
}

async function stopped({ service, ended }: { service: ChildProcess; ended: Promise<unknown> }) {
  service.kill('SIGTERM')
  await ended
}

/** The demonstration's call under another id, in a file of its own. */
async function anotherCall(): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'recepisse-kind-')), 'call.yaml')
  const text = await readFile(CALL, 'utf8')
  await writeFile(path, text.replace(/^id: .*$/m, 'id: un-autre-appel'))
  return path
}

it('two machines: one name, or other calls, is refused; the same one comes back after a kill', async () => {
  await using server = await startPostgres()
  const url = await server.database()
  await using stack = new AsyncDisposableStack()
  const shared = { DATABASE_URL: url, RECEPISSE_INSTANCE: 'poste-1' }
  const first = await machine(shared)
  const killed = await anOffice(first)
  stack.defer(() => endGroup(killed.service))

  const twin = await recepisse(await machine(shared), 'run', '--only', 'office')
  expect(twin).toMatchObject({ status: 2, said: expect.stringContaining('under the name « poste-1 »') })
  const foreign = await machine({
    ...shared,
    RECEPISSE_INSTANCE: 'poste-2',
    RECEPISSE_CALL: await anotherCall(),
  })
  const refused = expect.stringMatching(/also of the call « .* », whose file is not here/)
  expect(await recepisse(foreign, 'run', '--only', 'office')).toMatchObject({ status: 2, said: refused })
  expect((await recepisse(foreign, 'check')).said).toMatch(/FAIL {2}database: .*also of the call/)

  // Killed with everything it had, and the name its own for an hour yet: it does not wait for itself.
  await endGroup(killed.service)
  const database = await openDatabase({ kind: 'postgres', url, schema: null })
  stack.defer(() => database.destroy())
  await database.updateTable('machine').set({ until_at: '2999-01-01T00:00:00.000Z' }).execute()
  const again = await anOffice(first)
  stack.defer(() => endGroup(again.service))
  const beside = await anOffice(await machine({ ...shared, RECEPISSE_INSTANCE: 'poste-2' }))
  stack.defer(() => endGroup(beside.service))
  await stopped(beside)

  // Another machine begins to work for one call more: who lacks its file ends, and says so.
  const both = { ...shared, RECEPISSE_INSTANCE: 'poste-3', RECEPISSE_CALL: `${CALL},${await anotherCall()}` }
  const more = await anOffice(await machine(both))
  stack.defer(() => endGroup(more.service))
  expect(await again.ended).toMatchObject({ code: 2, said: refused })
  await stopped(more)
  expect(await database.selectFrom('machine').selectAll().execute(), 'a good end frees the name').toEqual([])
})

it('another mailbox at a register is refused, by run and check, until a person says that it was renamed', async () => {
  const settings = await machine({ IMAP_USER: 'ami@nord.example', IMAP_HOST: '127.0.0.1' })
  await stopped(await anOffice(settings))
  const renamed = { ...settings, IMAP_USER: 'ami@sud.example' }
  const told = expect.stringContaining('of another mailbox than IMAP_USER')
  expect(await recepisse(renamed, 'run', '--only', 'office')).toMatchObject({ status: 2, said: told })
  expect((await recepisse(renamed, 'check')).said).toMatch(/FAIL {2}database: .*another mailbox/)
  expect((await recepisse(renamed, 'mailbox', '--adopt')).status).toBe(2)
  const words = ['mailbox', '--adopt', '--by', 'Agent A', '--reason', 'nouveau domaine']
  expect((await recepisse(renamed, ...words)).status).toBe(0)
  expect((await recepisse(renamed, 'mailbox')).said).toBe('ami@sud.example\n')
  await stopped(await anOffice(renamed))
})

it('a register that saw its mailbox by IMAP is refused to Microsoft Graph, by run and check, until a person says so', async () => {
  const imap = await machine({ IMAP_USER: 'ami@nord.example', IMAP_HOST: '127.0.0.1' })
  await stopped(await anOffice(imap))
  const { IMAP_USER: _user, IMAP_HOST: _host, ...rest } = imap
  const graph = {
    ...rest,
    GRAPH_USER: 'Ami@nord.example',
    GRAPH_TENANT: 'nord.example',
    GRAPH_CLIENT_ID: 'client',
    GRAPH_CLIENT_SECRET: 'secret',
  }
  expect((await recepisse(graph, 'check')).said).toMatch(/ok {4}database/)
  {
    const path = join(imap['RECEPISSE_DATA'] ?? '', 'register.db')
    await using register = createSqlRegister(await openDatabase({ kind: 'sqlite', path }))
    const at = '2026-03-10T06:00:00.000Z' as Instant
    const sighting = { account: 'ami@nord.example', folder: 'INBOX', uidValidity: '77', uid: 1 }
    const clocks = { internalDate: at, observedAt: at, fileTime: null, postmark: null }
    const fingerprint = Fingerprint.parse('a'.repeat(64))
    await register.recordSightings([{ sighting, fingerprint, bytes: 100, clocks }], at)
  }
  const told = expect.stringContaining('by another way before')
  expect(await recepisse(graph, 'run', '--only', 'office')).toMatchObject({ status: 2, said: told })
  expect((await recepisse(graph, 'check')).said).toMatch(/FAIL {2}database: .*another way/)
  const words = ['mailbox', '--adopt', '--by', 'Agent A', '--reason', 'IMAP est ferme']
  expect((await recepisse(graph, ...words)).status).toBe(0)
  expect((await recepisse(graph, 'check')).said).toMatch(/ok {4}database/)
  expect(await recepisse(imap, 'run', '--only', 'office')).toMatchObject({ status: 2, said: told })
})

it('a register that a newer program changes ends who works at it, in good order', async () => {
  const settings = await machine({})
  const { ended } = await anOffice(settings)
  {
    using register = new DatabaseSync(join(settings['RECEPISSE_DATA'] ?? '', 'register.db'))
    register.exec('update schema_version set version = version + 1000')
  }
  expect(await ended).toMatchObject({ code: 2, said: expect.stringContaining('install the newer program') })
})

it('two registers on one Redis do not meet', async () => {
  const port = await freePort()
  const redis = startRedis(port)
  try {
    const seen = { one: new Set<string>(), other: new Set<string>() }
    const quiet: QueueObserver = {
      jobFailed: () => undefined,
      connectionTroubled: () => undefined,
      jobDone: () => undefined,
    }
    await using stack = new AsyncDisposableStack()
    const queuesOf = (registerId: 'one' | 'other') => {
      const place = { url: `redis://127.0.0.1:${port}`, registerId }
      const read = async ({ fingerprint }: { readonly fingerprint: string }) => {
        seen[registerId].add(fingerprint)
      }
      stack.use(startWorker(place, 'reading', { read }, 8, quiet))
      return stack.use(openQueues(place, quiet))
    }
    const [one, other] = [queuesOf('one'), queuesOf('other')]
    const mails = (letter: string) =>
      Array.from({ length: 20 }, (_, index) => Fingerprint.parse(`${letter}${index}`.padStart(64, '0')))
    for (const fingerprint of mails('a')) await one.add('read', { fingerprint })
    for (const fingerprint of mails('b')) await other.add('read', { fingerprint })
    await until(async () => seen.one.size + seen.other.size >= 40)
    expect(seen).toEqual({ one: new Set(mails('a')), other: new Set(mails('b')) })
  } finally {
    redis.kill('SIGKILL')
  }
})
