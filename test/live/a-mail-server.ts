import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import {
  type Demonstration,
  demonstrationCall,
  sightingsIn,
  spawnService,
  startDemonstration,
  untilReady,
} from '../../demo/demonstration.ts'
import { startDovecot } from '../../demo/dovecot.ts'
import type { MailServer } from '../../demo/unpacked.ts'
import { numberedIn, reachOf } from '../../src/app/reach.ts'
import { balanceOf } from '../../src/register/balance.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { startCourier } from '../rig/courier.ts'
import { startCyrus } from '../rig/cyrus.ts'
import { type FaultProxy, startFaultProxy } from '../rig/fault-proxy.ts'
import { type GraphStandIn, startGraph } from '../rig/graph.ts'
import { type Desk, graphDesk, imapDesk } from './a-desk.ts'
import { anApplication, graphSettings, USER } from './a-graph.ts'
import { endGroup, until } from './processes.ts'

export const SERVERS = ['dovecot', 'graph', 'cyrus', 'courier'] as const
export type ServerName = (typeof SERVERS)[number]
/** Where Cyrus and Courier were unpacked (`npm run test:servers`); unset in `npm test`. */
export const UNPACKED = process.env['RECEPISSE_TEST_SERVERS']

/** A server with a mailbox in it, and what the service is told to reach it. */
interface Watched {
  readonly user: string
  readonly port: number
  /** Of its failures: `imap-unreachable`, `graph-unreachable`. */
  readonly kind: 'imap' | 'graph'
  readonly inbox: string
  readonly junk: string
  readonly desk: Desk
  /** Settings with which it lets nobody in, and what is told then. */
  readonly wrong: { readonly settings: Readonly<Record<string, string>>; readonly code: string }
  /** `port`: of the line in between. */
  settings(port: number): Readonly<Record<string, string>>
}

async function startWatched(name: ServerName, folder: string, stack: AsyncDisposableStack): Promise<Watched> {
  if (name === 'graph') return watchedGraph(stack.use(await startGraph(USER, anApplication())))
  const server = stack.use(await startServer(name, join(folder, 'box')))
  const { user, password, port } = server
  return {
    user,
    port,
    kind: 'imap',
    inbox: 'INBOX',
    junk: name === 'dovecot' ? 'Quarantaine du filtre' : 'Junk',
    desk: imapDesk(server),
    wrong: { settings: { IMAP_PASSWORD: 'another' }, code: 'imap-login-refused' },
    settings: (line) => ({ IMAP_PORT: String(line), IMAP_USER: user, IMAP_PASSWORD: password }),
  }
}

function watchedGraph(graph: GraphStandIn): Watched {
  return {
    user: graph.user,
    port: graph.port,
    kind: 'graph',
    inbox: 'inbox',
    junk: 'junkemail',
    desk: graphDesk(graph),
    wrong: { settings: { GRAPH_CLIENT_SECRET: 'another' }, code: 'oauth-refused' },
    settings: (line) => graphSettings(line),
  }
}

export async function startServer(name: Exclude<ServerName, 'graph'>, folder: string): Promise<MailServer> {
  if (name === 'dovecot') return startDovecot(folder)
  if (UNPACKED === undefined) throw new Error('this server is not unpacked here')
  return name === 'cyrus' ? startCyrus(UNPACKED, folder) : startCourier(UNPACKED, folder)
}

/** The service on a mailbox of that server, with a line in between that can be made bad. */
export interface WatchedServer extends AsyncDisposable {
  readonly server: Watched
  readonly line: FaultProxy
  readonly demonstration: Demonstration
  /** Starts the service again with these settings besides its own. */
  startAgain(environment: Readonly<Record<string, string>>): Promise<void>
  /** What the person at her desk does, past the bad line. */
  readonly desk: Desk
  /** Lines of the service's log with this code, `imap-` or `graph-` before it. */
  told(code: string): Promise<number>
  /** Lines that tell that nobody is let in. */
  toldRefused(): Promise<number>
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
  const server = await startWatched(name, folder, stack)
  const line = stack.use(await startFaultProxy({ host: '127.0.0.1', port: server.port }))
  const start = async (more: Readonly<Record<string, string>>) => {
    const all = {
      ...demonstration.environment,
      ...server.settings(line.port),
      ...environment,
      ...more,
    }
    const service = spawnService(folder, all)
    await untilReady(service, demonstration.environment['RECEPISSE_HEALTH_PORT'] ?? '')
    return service
  }
  let service = await start({})
  stack.defer(() => endGroup(service))
  const lines = async (code: string) =>
    (await readFile(join(folder, 'service.log'), 'utf8')).split(`"code":"${code}"`).length - 1
  const standing = stack.move()
  return {
    server,
    line,
    demonstration,
    desk: server.desk,
    async startAgain(more) {
      await endGroup(service)
      service = await start(more)
    },
    told: (code) => lines(`${server.kind}-${code}`),
    toldRefused: () => lines(server.wrong.code),
    expectBalance: (folders) => expectExplained(server, demonstration, folders),
    [Symbol.asyncDispose]: () => standing.disposeAsync(),
  }
}

async function expectExplained(
  server: Watched,
  { world, environment }: Demonstration,
  folders: readonly string[],
): Promise<number> {
  // Past the bad line.
  const past = { ...environment, ...server.settings(server.port) }
  const reach = reachOf(
    { settings: readSettings(past), clock: world.clock, environment: past },
    numberedIn(world.register),
  )
  using mailbox = await reach.connect()
  const live = await sightingsIn(mailbox, folders)
  const sheet = async () => balanceOf(live, await world.register.sightings(server.user))
  await until(async () => (await sheet()).unexplained.length === 0, 60_000).catch(() => undefined)
  expect((await sheet()).unexplained).toEqual([])
  return live.length
}
