import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  balanceNow,
  type Demonstration,
  demonstrationCall,
  spawnService,
  startDemonstration,
} from '../../demo/demonstration.ts'
import { type PrivateDovecot, startDovecot } from '../../demo/dovecot.ts'
import { freePort } from '../../demo/ports.ts'
import { type FaultProxy, startFaultProxy } from '../rig/fault-proxy.ts'
import { mountSmallDisk, type SmallDisk } from '../rig/small-disk.ts'
import { endGroup, startRedis, until } from './processes.ts'

const CALL = fileURLToPath(new URL('../../demo/call.yaml', import.meta.url))
const DISK_MEGABYTES = 256

/** The service between lines that can be made bad, on a disk that can be full and a Redis that can be lost. */
export interface TroubledRig extends AsyncDisposable {
  readonly demonstration: Demonstration
  readonly imap: FaultProxy
  readonly smtp: FaultProxy
  /** Null where nobody may mount one. */
  readonly disk: SmallDisk | null
  readonly redisPort: number
  service: ChildProcess
  /** Ends what runs, and starts it with these settings besides its own. */
  startAgain(environment?: Readonly<Record<string, string>>): Promise<void>
  loseRedis(): void
  findRedis(): void
  stopMailServer(): Promise<void>
  startMailServer(): Promise<void>
}

/** `disk`: whether its data lie on a disk of its own. */
export async function startTroubledRig(
  name: string,
  options: { readonly disk: boolean },
): Promise<TroubledRig> {
  // Until everything stands: what fails on the way ends what was started.
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), `recepisse-${name}-`))
  const disk = options.disk ? await mountSmallDisk(join(folder, 'disk'), DISK_MEGABYTES) : null
  if (disk !== null) stack.use(disk)
  const redisPort = await freePort()
  const state = { redis: startRedis(redisPort) }
  stack.defer(() => {
    state.redis.kill('SIGKILL')
  })
  const demonstration = stack.use(
    await startDemonstration(demonstrationCall(), folder, {
      service: false,
      environment: {
        RECEPISSE_CALL: await patientCall(folder),
        RECEPISSE_BREAKER_LETTERS: '100000',
        REDIS_URL: `redis://127.0.0.1:${redisPort}`,
        ...(disk === null ? {} : { RECEPISSE_DATA: join(disk.folder, 'data') }),
      },
    }),
  )
  const imap = stack.use(await startFaultProxy({ host: '127.0.0.1', port: demonstration.dovecot.port }))
  const smtp = stack.use(await startFaultProxy({ host: '127.0.0.1', port: demonstration.sink.port }))
  const start = (more: Readonly<Record<string, string>> = {}) =>
    spawnService(folder, {
      ...demonstration.environment,
      IMAP_PORT: String(imap.port),
      SMTP_PORT: String(smtp.port),
      ...more,
    })
  let dovecot: PrivateDovecot = demonstration.dovecot
  stack.defer(() => dovecot[Symbol.asyncDispose]())
  const rig: TroubledRig = {
    demonstration,
    imap,
    smtp,
    disk,
    redisPort,
    service: start(),
    async startAgain(more) {
      await endGroup(rig.service)
      rig.service = start(more)
    },
    loseRedis: () => {
      state.redis.kill('SIGKILL')
    },
    findRedis: () => {
      state.redis = startRedis(redisPort)
    },
    stopMailServer: async () => dovecot[Symbol.asyncDispose](),
    async startMailServer() {
      dovecot = await startDovecot(
        join(folder, 'dovecot'),
        demonstration.dovecot.user,
        demonstration.dovecot.port,
      )
    },
    [Symbol.asyncDispose]: () => standing.disposeAsync(),
  }
  stack.defer(() => endGroup(rig.service))
  const standing = stack.move()
  return rig
}

/** The demonstration's call without its budgets: a soak sends in minutes what an authority sends in weeks. */
export async function patientCall(folder: string): Promise<string> {
  const text = await readFile(CALL, 'utf8')
  const patient = text
    .replace(/perAddressPerDay: \d+/, 'perAddressPerDay: 1000')
    .replace(/perHour: \d+/, 'perHour: 100000')
    .replace(/backlogHours: \d+/, 'backlogHours: 1000')
  const path = join(folder, 'call.yaml')
  if (!existsSync(folder)) await mkdir(folder)
  await writeFile(path, patient)
  return path
}

/** Waits until every mail of the mailbox is explained and nothing is in hand. */
export async function untilDrained(rig: TroubledRig, withinMs: number): Promise<void> {
  const { world } = rig.demonstration
  await until(async () => {
    if (rig.service.exitCode !== null) throw new Error('the service ended by itself: see service.log')
    const { unfinished, letters } = await world.register.vitals()
    if (unfinished.count > 0 || (letters.due ?? 0) + (letters.intended ?? 0) > 0) return false
    return (await balanceNow(rig.demonstration)).unexplained.length === 0
  }, withinMs)
}
