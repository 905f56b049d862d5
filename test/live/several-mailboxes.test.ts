import { request } from 'node:http'
import { expect, it } from 'vitest'
import { spawnService, standing, untilReady, untilSettled } from '../../demo/demonstration.ts'
import { freePort } from '../../demo/ports.ts'
import * as codes from '../../src/adapters/accounts/codes.ts'
import * as passwords from '../../src/adapters/accounts/passwords.ts'
import { SESSION_COOKIE } from '../../src/console/route.ts'
import { ROUTES } from '../../src/console/routes.ts'
import { invite, signInVouched } from '../../src/steps/sign-in.ts'
import { type Authorities, type Authority, severalAuthorities } from '../rig/authorities.ts'
import { startPostgres } from '../rig/postgres.ts'
import { aCall } from '../simulated/a-call.ts'
import { recepisse } from './command.ts'
import { expectBalance } from './observed.ts'
import { endGroup, startRedis, until } from './processes.ts'

const MAILS = 24
const WITHIN_MS = 240_000

async function aService(stack: AsyncDisposableStack): Promise<Authorities> {
  const server = stack.use(await startPostgres())
  const redisPort = await freePort()
  const redis = startRedis(redisPort)
  stack.defer(() => {
    redis.kill('SIGKILL')
  })
  const several = stack.use(
    await severalAuthorities(['nord', 'sud'], {
      DATABASE_URL: await server.database(),
      REDIS_URL: `redis://127.0.0.1:${redisPort}`,
      RECEPISSE_INSTANCE: 'poste-1',
      RECEPISSE_CONSOLE_PORT: String(await freePort()),
    }),
  )
  const service = spawnService(several.folder, several.environment)
  stack.defer(() => endGroup(service))
  await untilReady(service, several.environment['RECEPISSE_HEALTH_PORT'] ?? '')
  return several
}

function ofName(several: Authorities, id: string): Authority {
  const found = several.all.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

const settled = ({ world }: Authority, mails: number) =>
  untilSettled(world, mails, WITHIN_MS, () => undefined)

async function bring({ dovecot }: Authority, seed: number, count: number): Promise<void> {
  for (const mail of aCall(seed, count).slice(0, count)) await dovecot.deliver(mail.raw, mail.fileTime)
}

it('works for two authorities as if each were alone, whatever befalls the other', async () => {
  await using stack = new AsyncDisposableStack()
  const several = await aService(stack)
  const [nord, sud] = [ofName(several, 'nord'), ofName(several, 'sud')]
  await Promise.all([bring(nord, 11, MAILS), bring(sud, 12, MAILS)])
  await Promise.all([settled(nord, MAILS), settled(sud, MAILS)])

  for (const one of several.all) {
    await expectBalance(
      { ...one, environment: { ...one.environment, IMAP_PORT: String(one.imap.port) } },
      MAILS,
    )
    const letters = (await one.world.register.letters()).filter(({ state }) => state === 'sent')
    const own = several.submission.letters.filter(({ login }) => login === one.login)
    expect(own.length).toBe(letters.length)
    expect(letters.length).toBeGreaterThan(MAILS / 4)
    const applications = await one.world.register.applications(one.world.calls[0].id)
    expect(applications.every(({ number }) => number.startsWith(one.id === 'nord' ? 'NO22' : 'SU22'))).toBe(
      true,
    )
  }
  expect(several.submission.refused).toBe(0)

  // The mailbox of one is away, its account is closed: the other notices nothing.
  nord.imap.line('refuse')
  several.submission.setPassword(nord.login, 'another')
  const before = await standing(sud.world)
  await bring(sud, 13, 10)
  await settled(sud, before.received + 10)
  nord.imap.line('pass')
  await bring(nord, 14, 10)
  await until(async () => (await standing(nord.world)).received >= MAILS + 10, WITHIN_MS)
  const waiting = several.submission.letters.filter(({ login }) => login === nord.login).length
  several.submission.setPassword(nord.login, 'le mot de passe de nord')
  await settled(nord, MAILS + 10)
  expect(several.submission.letters.filter(({ login }) => login === nord.login).length).toBeGreaterThan(
    waiting,
  )

  // So many letters to senders whom nothing proves stop one’s sending, and nobody else’s.
  await bring(nord, 15, 30)
  await until(async () => (await nord.world.register.vitals()).breakers.length === 1, WITHIN_MS)
  await bring(sud, 16, 5)
  await settled(sud, MAILS + 15)
  expect((await sud.world.register.vitals()).breakers).toEqual([])
  const resumed = await recepisse(several.environment, 'resume', '--by', 'Agent A', '--mailbox', 'nord')
  expect(resumed).toMatchObject({ status: 0 })
  await settled(nord, MAILS + 40)
  expect(several.submission.refused).toBe(0)
})

interface Answered {
  readonly status: number
  readonly body: string
}

/** As a browser that came by this name. */
function asked(
  several: Authorities,
  host: string,
  path: string,
  method: string,
  cookie: string,
): Promise<Answered> {
  const port = Number(several.environment['RECEPISSE_CONSOLE_PORT'])
  const headers = {
    host,
    cookie: `${SESSION_COOKIE}=${cookie}`,
    ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
  }
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let body = ''
      answer.setEncoding('latin1')
      answer.on('data', (data) => {
        body += data
      })
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, body }))
    })
    asking.once('error', reject)
    asking.end(method === 'POST' ? 'jeton=x' : undefined)
  })
}

/** A session of somebody with every right in one authority’s register. */
async function administratorOf({ world }: Authority): Promise<string> {
  const ports = { ...world, proofs: { ...codes, ...passwords }, codeClock: world.clock }
  await invite(ports, 'administration@authority.example', 'administrator')
  return (await signInVouched(ports, '127.0.0.1', 'administration@authority.example')) ?? ''
}

/** A path of the console with what stands in a register of theirs in its gaps. */
async function pathsOf(route: string, { world }: Authority): Promise<readonly string[]> {
  const [application] = await world.register.applications(world.calls[0].id)
  const [letter] = await world.register.letters()
  const mails = await world.register.mails(null)
  const call = world.calls[0]
  const gaps: Readonly<Record<string, string | undefined>> = {
    number: application?.number,
    call: call.id,
    sector: call.sectors[0]?.id,
    file: 'registre.csv',
    version: '1',
    section: 'appel',
    id: letter?.id,
    position: '1',
    page: '1',
    token: 'x',
  }
  return mails
    .slice(0, 3)
    .map(({ fingerprint }) =>
      route.replace(/:([a-z]+)/g, (_, name: string) =>
        encodeURIComponent(name === 'fingerprint' ? fingerprint : (gaps[name] ?? 'x')),
      ),
    )
}

it('a page of one authority is nobody’s else, on any route', async () => {
  await using stack = new AsyncDisposableStack()
  const several = await aService(stack)
  const [nord, sud] = [ofName(several, 'nord'), ofName(several, 'sud')]
  await Promise.all([bring(nord, 11, 12), bring(sud, 12, 12)])
  await Promise.all([settled(nord, 12), settled(sud, 12)])
  const cookie = await administratorOf(nord)
  const theirs = (await sud.world.register.applications(sud.world.calls[0].id)).map(({ number }) => number)
  expect(theirs.length).toBeGreaterThan(3)
  // At home they see what is theirs; by another’s name they are nobody.
  expect(await asked(several, 'nord.localhost', '/registre', 'GET', cookie)).toMatchObject({
    status: 200,
    body: expect.stringContaining('NO22-'),
  })
  expect((await asked(several, 'sud.localhost', '/registre', 'GET', cookie)).status).toBe(303)
  expect((await asked(several, 'autre.localhost', '/registre', 'GET', cookie)).status).toBe(404)
  let tried = 0
  for (const { method, path } of ROUTES)
    for (const one of await pathsOf(path, sud))
      for (const host of ['nord.localhost', 'sud.localhost']) {
        const { status, body } = await asked(several, host, one, method, cookie)
        const shown = theirs.filter((word) => body.includes(word) && !one.includes(word))
        expect(shown, `${method} ${host}${path}`).toEqual([])
        if (/:(number|fingerprint|id)/.test(path)) expect(status, `${method} ${host}${path}`).not.toBe(200)
        tried += 1
      }
  expect(tried).toBeGreaterThan(2 * ROUTES.length)
  expect(await recepisse(several.environment, 'show', theirs[0] ?? '')).toMatchObject({
    status: 2,
    said: expect.stringContaining('--mailbox (nord, sud)'),
  })
  expect(
    (await recepisse(several.environment, 'show', theirs[0] ?? '', '--mailbox', 'nord')).status,
  ).not.toBe(0)
  expect(await recepisse(several.environment, 'show', theirs[0] ?? '', '--mailbox', 'sud')).toMatchObject({
    status: 0,
  })
})
