import type { ChildProcess } from 'node:child_process'
import { expect, it } from 'vitest'
import { demonstrationCall, sampleMails, standing, untilSettled } from '../../demo/demonstration.ts'
import type { Database } from '../../src/adapters/sql/connect.ts'
import { EXPECTED } from '../demo/expected.ts'
import { type FaultProxy, startFaultProxy } from '../rig/fault-proxy.ts'
import { type Shared, startMachine, startShared } from './machines.ts'
import { expectArchiveAgrees, expectBalance, expectLettersOnce, observed } from './observed.ts'
import { endGroup, until } from './processes.ts'

const call = demonstrationCall()
const NAMES = ['poste-1', 'poste-2', 'poste-3'] as const
type Name = (typeof NAMES)[number]
const TAKEN_OVER_WITHIN_MS = 30_000

/** A machine: its own data folder, its own line to the database. */
interface Machine {
  readonly line: FaultProxy
  service: ChildProcess
}

async function startOn(
  line: FaultProxy,
  name: Name,
  { demonstration, databaseUrl }: Shared,
): Promise<ChildProcess> {
  const database = new URL(databaseUrl)
  database.port = String(line.port)
  return startMachine(name, demonstration, { DATABASE_URL: database.href })
}

async function holder(database: Database): Promise<Name> {
  const row = await database.selectFrom('lease').select('owner').executeTakeFirstOrThrow()
  const name = NAMES.find((one) => row.owner.startsWith(`${one}#`))
  if (name === undefined) throw new Error('one of the three watches')
  return name
}

it('three machines share a register, a queue and a bucket: killed, asleep and cut off in turn, they lose nothing and answer once', async () => {
  await using stack = new AsyncDisposableStack()
  const shared = stack.use(await startShared(call, 'recepisse-machines-'))
  const { demonstration, database, databaseUrl } = shared
  const port = Number(new URL(databaseUrl).port)
  const machines = new Map<Name, Machine>()
  stack.defer(async () => {
    await Promise.all([...machines.values()].map((machine) => endGroup(machine.service)))
  })
  for (const name of NAMES) {
    const line = stack.use(await startFaultProxy({ host: '127.0.0.1', port }))
    machines.set(name, { line, service: await startOn(line, name, shared) })
  }
  const samples = await sampleMails(call)
  const deliver = async (from: number, to: number) => {
    for (const sample of samples.slice(from, to)) await demonstration.dovecot.deliver(sample.raw, sample.at)
  }
  const seen = (count: number) =>
    until(async () => (await standing(demonstration.world)).received >= count, TAKEN_OVER_WITHIN_MS)

  await deliver(0, 6)
  await seen(6)
  // Killed: another watches within half a minute.
  const killed = await holder(database)
  await endGroup(machines.get(killed)?.service as ChildProcess)
  await deliver(6, 12)
  await seen(12)
  // Asleep with everything in hand: another takes over, and the sleeper that wakes is refused.
  const asleep = await holder(database)
  const sleeper = machines.get(asleep)?.service.pid ?? 0
  process.kill(-sleeper, 'SIGSTOP')
  await deliver(12, 17)
  await seen(17)
  process.kill(-sleeper, 'SIGCONT')
  // Cut off from the register: connections stay open and nothing comes through.
  const cut = await holder(database)
  machines.get(cut)?.line.line('silent')
  await deliver(17, samples.length)
  await seen(samples.length)
  machines.get(cut)?.line.line('refuse')
  machines.get(cut)?.line.line('pass')
  // It comes back, and what it was sending when it died is due again: until then its claim holds for five minutes.
  const line = stack.use(await startFaultProxy({ host: '127.0.0.1', port }))
  machines.set(killed, { line, service: await startOn(line, killed, shared) })

  await untilSettled(demonstration.world, samples.length, 90_000, () => undefined)
  expect(new Set([killed, asleep, cut]).size).toBeGreaterThan(1)
  expect(await observed(demonstration)).toEqual(EXPECTED)
  await expectBalance(demonstration, samples.length)
  await expectArchiveAgrees(demonstration)
  const { letters, twins } = await expectLettersOnce(demonstration)
  const owners = await database
    .selectFrom('event')
    .select('detail')
    .where('type', '=', 'mailbox.taken')
    .execute()
  process.stdout.write(
    `three machines: the mailbox had ${owners.length} owners in turn; ${letters} letters due, ${twins} delivered twice under one Message-ID\n`,
  )
})
