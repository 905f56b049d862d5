import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'
import { expect } from 'vitest'
import {
  type Demonstration,
  demonstrationCall,
  spawnService,
  startDemonstration,
  untilReady,
} from '../../demo/demonstration.ts'
import { startDovecot } from '../../demo/dovecot.ts'
import type { MailServer } from '../../demo/unpacked.ts'
import { connectMailbox } from '../../src/adapters/imap/mailbox.ts'
import { balanceOf } from '../../src/register/balance.ts'
import { startCourier } from '../rig/courier.ts'
import { startCyrus } from '../rig/cyrus.ts'
import { type FaultProxy, startFaultProxy } from '../rig/fault-proxy.ts'
import { endGroup, until } from './processes.ts'

export const SERVERS = ['dovecot', 'cyrus', 'courier'] as const
export type ServerName = (typeof SERVERS)[number]
/** Where Cyrus and Courier were unpacked (`npm run test:servers`); unset in `npm test`. */
export const UNPACKED = process.env['RECEPISSE_TEST_SERVERS']

export async function startServer(name: ServerName, folder: string): Promise<MailServer> {
  if (name === 'dovecot') return startDovecot(folder)
  if (UNPACKED === undefined) throw new Error('this server is not unpacked here')
  return name === 'cyrus' ? startCyrus(UNPACKED, folder) : startCourier(UNPACKED, folder)
}

/** The service on a mailbox of that server, with a line in between that can be made bad. */
export interface WatchedServer extends AsyncDisposable {
  readonly server: MailServer
  readonly line: FaultProxy
  readonly demonstration: Demonstration
  /** Starts the service again with these settings besides its own. */
  startAgain(environment: Readonly<Record<string, string>>): Promise<void>
  /** What the person at her desk does, past the bad line. */
  desk<Result>(work: (client: ImapFlow) => Promise<Result>): Promise<Result>
  /** Lines of the service's log with this code. */
  told(code: string): Promise<number>
  /** Every mail of these folders has its one fate. */
  expectBalance(folders: readonly string[]): Promise<number>
}

export async function watchServer(
  name: ServerName,
  environment: Readonly<Record<string, string>>,
): Promise<WatchedServer> {
  // Until everything stands: what fails on the way ends what was started.
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), `recepisse-${name}-`))
  const demonstration = stack.use(await startDemonstration(demonstrationCall(), folder, { service: false }))
  const server = stack.use(await startServer(name, join(folder, 'box')))
  const line = stack.use(await startFaultProxy({ host: '127.0.0.1', port: server.port }))
  const start = async (more: Readonly<Record<string, string>>) => {
    const all = {
      ...demonstration.environment,
      IMAP_PORT: String(line.port),
      IMAP_USER: server.user,
      IMAP_PASSWORD: server.password,
      ...environment,
      ...more,
    }
    const service = spawnService(folder, all)
    await untilReady(service, demonstration.environment['RECEPISSE_HEALTH_PORT'] ?? '')
    return service
  }
  let service = await start({})
  stack.defer(() => endGroup(service))
  const desk = async <Result>(work: (client: ImapFlow) => Promise<Result>): Promise<Result> => {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: server.port,
      secure: false,
      auth: { user: server.user, pass: server.password },
      logger: false,
    })
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.logout().catch(() => client.close())
    }
  }
  const standing = stack.move()
  return {
    server,
    line,
    demonstration,
    desk,
    async startAgain(more) {
      await endGroup(service)
      service = await start(more)
    },
    async told(code) {
      return (await readFile(join(folder, 'service.log'), 'utf8')).split(`"code":"${code}"`).length - 1
    },
    expectBalance: (folders) => expectExplained(server, demonstration, folders),
    [Symbol.asyncDispose]: () => standing.disposeAsync(),
  }
}

async function expectExplained(
  server: MailServer,
  { world }: Demonstration,
  folders: readonly string[],
): Promise<number> {
  using mailbox = await connectMailbox({ ...server, host: '127.0.0.1', security: 'none', oauth: null })
  const live: { account: string; folder: string; uidValidity: string; uid: number }[] = []
  for (const path of folders) {
    const folder = await mailbox.open(path)
    for (const uid of await folder.uids())
      live.push({ account: server.user, folder: path, uidValidity: folder.uidValidity, uid })
  }
  const sheet = async () => balanceOf(live, await world.register.sightings(server.user))
  await until(async () => (await sheet()).unexplained.length === 0, 60_000).catch(() => undefined)
  expect((await sheet()).unexplained).toEqual([])
  return live.length
}
