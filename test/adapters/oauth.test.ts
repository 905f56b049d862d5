import { createServer } from 'node:http'
import { createServer as createTcpServer, type Server } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect, it, vi } from 'vitest'
import { composeAcknowledgement } from '../../src/acknowledgement/letter.ts'
import { connectMailbox } from '../../src/adapters/imap/mailbox.ts'
import { type OauthLocation, openTokens } from '../../src/adapters/oauth/tokens.ts'
import { openSubmission } from '../../src/adapters/smtp/send.ts'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { keepFresh } from '../../src/app/fresh-tokens.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import type { StepEvent } from '../../src/steps/events.ts'
import { ledgerOf } from '../../src/steps/ledger.ts'
import { sampleInput } from '../acknowledgement/sample-input.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { aDatabase } from '../steps/a-database.ts'

const START = '2026-03-10T06:00:00.000Z' as Instant
const USER = 'ami@interco.example'

/** A token server as Microsoft's and Google's answer: each token has a number, each request is kept. */
async function tokenServer(status = 200, lifetime = 3600) {
  const forms: Record<string, string>[] = []
  const answer = { status, lifetime, body: null as string | null }
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    request.on('end', () => {
      forms.push(Object.fromEntries(new URLSearchParams(text)))
      response.writeHead(answer.status, { 'content-type': 'application/json' })
      const token = {
        access_token: `token-${forms.length}`,
        expires_in: answer.lifetime,
        token_type: 'Bearer',
        refresh_token: `refresh-${forms.length}`,
      }
      response.end(answer.body ?? JSON.stringify(token))
    })
  })
  const port = await listen(server)
  return { forms, answer, url: `http://127.0.0.1:${port}/token`, [Symbol.asyncDispose]: () => closed(server) }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

function closed(server: { close(done: () => void): unknown }): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

function locationOf(tokenUrl: string, over: Partial<OauthLocation> = {}): OauthLocation {
  return {
    tokenUrl,
    clientId: 'client-1',
    clientSecret: 'secret-1',
    refreshToken: null,
    scope: 'https://outlook.office365.com/.default',
    ...over,
  }
}

it('asks with the client’s own credentials, once for all who ask at once, and again ahead of the end', async () => {
  await using server = await tokenServer()
  const clock = { at: START, now: () => clock.at }
  const tokens = openTokens(locationOf(server.url), clock)
  expect(await Promise.all([tokens.token(), tokens.token(), tokens.token()])).toEqual([
    'token-1',
    'token-1',
    'token-1',
  ])
  expect(server.forms).toEqual([
    {
      client_id: 'client-1',
      client_secret: 'secret-1',
      scope: 'https://outlook.office365.com/.default',
      grant_type: 'client_credentials',
    },
  ])
  expect(tokens.expiresAt()).toBe(later(START, 3_600_000))
  clock.at = later(START, 3_300_000 - 1)
  expect(await tokens.token()).toBe('token-1')
  clock.at = later(START, 3_300_000)
  expect(await tokens.token()).toBe('token-2')
})

it('uses the refresh token, and the new one that came with an answer', async () => {
  await using server = await tokenServer()
  const tokens = openTokens(
    locationOf(server.url, { refreshToken: 'refresh-0', scope: null, clientSecret: null }),
    { now: () => START },
  )
  const first = await tokens.token()
  tokens.forget(first)
  await tokens.token()
  // Another one is in hand by now: who was refused with the old one takes nothing from the others.
  tokens.forget(first)
  await tokens.token()
  expect(server.forms).toEqual([
    { client_id: 'client-1', grant_type: 'refresh_token', refresh_token: 'refresh-0' },
    { client_id: 'client-1', grant_type: 'refresh_token', refresh_token: 'refresh-1' },
  ])
})

it.each([
  [
    400,
    '{"error":"invalid_grant","error_description":"for ami@interco.example"}',
    'permanent',
    'invalid_grant',
  ],
  [401, '{"error":"invalid_client"}', 'permanent', 'invalid_client'],
  [429, 'slow down', 'transient', 'status 429'],
  [503, '<html>', 'transient', 'status 503'],
  [200, '{"hello":1}', 'transient', 'no access token'],
])(
  'a token server that answers %i %s is a failure of its kind, without the words of the server',
  async (status, body, kind, told) => {
    await using server = await tokenServer(status)
    server.answer.body = body
    const failure: unknown = await openTokens(locationOf(server.url), { now: () => START })
      .token()
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ kind })
    expect(String(failure)).toContain(told)
    expect(String(failure)).not.toContain('interco')
  },
)

it('a token server that is away is a transient failure, and the next question is asked again', async () => {
  const server = await tokenServer()
  await server[Symbol.asyncDispose]()
  const tokens = openTokens(locationOf(server.url), { now: () => START })
  await expect(tokens.token()).rejects.toMatchObject({ kind: 'transient', code: 'oauth-unreachable' })
  await expect(tokens.token()).rejects.toMatchObject({ kind: 'transient' })
})

it('sends a letter with XOAUTH2, and with a fresh token when the server refuses the one in hand', async () => {
  await using tokens = await tokenServer()
  const seen: (string | undefined)[] = []
  const server = new SMTPServer({
    authMethods: ['XOAUTH2'],
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth(auth, _session, done) {
      seen.push(auth.accessToken)
      const good = auth.method === 'XOAUTH2' && auth.username === USER && auth.accessToken === 'token-2'
      done(null, good ? { user: USER } : { data: { status: '401', schemes: 'bearer', scope: 'mail' } })
    },
    onData(stream, _session, done) {
      stream.resume()
      stream.on('end', () => done(null, 'kept'))
    },
  })
  const port = await listen(server.server)
  {
    await using submission = openSubmission({
      host: '127.0.0.1',
      port,
      security: 'none',
      user: USER,
      password: null,
      oauth: locationOf(tokens.url),
    })
    const answer = await submission.submit(composeAcknowledgement(sampleInput()), START, 'abc')
    expect(answer.kind).toBe('accepted')
  }
  expect(seen).toEqual(['token-1', 'token-2'])
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

it('a letter waits, and is not counted as perhaps sent, while the token server refuses the account', async () => {
  await using tokens = await tokenServer(400)
  tokens.answer.body = '{"error":"invalid_grant"}'
  const server = new SMTPServer({ authMethods: ['XOAUTH2'], disabledCommands: ['STARTTLS'], logger: false })
  const port = await listen(server.server)
  {
    await using submission = openSubmission({
      host: '127.0.0.1',
      port,
      security: 'none',
      user: USER,
      password: null,
      oauth: locationOf(tokens.url),
    })
    const answer = await submission.submit(composeAcknowledgement(sampleInput()), START, 'abc')
    expect(answer).toMatchObject({ kind: 'later', uncertain: false })
    await expect(submission.verify()).rejects.toMatchObject({ code: 'smtp-unreachable' })
  }
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

it('a consent that was withdrawn is told before the connection that still stands breaks, and the register knows since when', async () => {
  await using server = await tokenServer()
  const clock = { at: START, now: () => clock.at }
  const events: StepEvent[] = []
  const source = openTokens(locationOf(server.url), clock)
  await using register = createSqlRegister(await aDatabase())
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const ledger = ledgerOf({ register, jobs: { add: async () => undefined } }, [sampleCall])
    using _ = keepFresh(source, 'imap', { ledger, clock, observe: (event) => events.push(event) })
    await vi.waitFor(() => expect(events).toHaveLength(1))
    expect(events[0]).toEqual({ type: 'token-renewed', account: 'imap', expiresAt: later(START, 3_600_000) })
    const renewed = { account: 'imap', expiresAt: later(START, 3_600_000), renewedAt: START }
    await vi.waitFor(async () => expect(await register.tokens()).toEqual([{ ...renewed, failing: null }]))
    clock.at = later(START, 3_400_000)
    server.answer.status = 400
    server.answer.body = '{"error":"invalid_grant"}'
    vi.advanceTimersByTime(60_000)
    await vi.waitFor(() => expect(events).toHaveLength(2))
    expect(events[1]).toMatchObject({
      type: 'trouble',
      where: 'imap-token',
      failure: { code: 'oauth-refused' },
    })
    const failing = { since: later(START, 3_400_000), code: 'oauth-refused' }
    await vi.waitFor(async () => expect(await register.tokens()).toEqual([{ ...renewed, failing }]))
    clock.at = later(START, 3_500_000)
    vi.advanceTimersByTime(60_000)
    await vi.waitFor(() => expect(events).toHaveLength(3))
    expect(await register.tokens(), 'the first failure says since when').toEqual([{ ...renewed, failing }])
    Object.assign(server.answer, { status: 200, body: null })
    vi.advanceTimersByTime(60_000)
    await vi.waitFor(async () => expect((await register.tokens())[0]?.failing).toBeNull())
  } finally {
    vi.useRealTimers()
  }
})

/** As little of an IMAP server as a login takes; it checks the string of XOAUTH2 byte by byte. */
async function imapServer(expected: string) {
  const logins: string[] = []
  const server = createTcpServer((socket) => {
    socket.write('* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        const [tag = '', command = '', method = '', initial = ''] = line.split(' ')
        if (command.toUpperCase() === 'AUTHENTICATE') {
          logins.push(`${method} ${Buffer.from(initial, 'base64').toString()}`)
          const good = logins.at(-1) === expected
          socket.write(
            good ? `${tag} OK [CAPABILITY IMAP4rev1] in\r\n` : `${tag} NO [AUTHENTICATIONFAILED] out\r\n`,
          )
        } else if (command.toUpperCase() === 'CAPABILITY')
          socket.write(`* CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2\r\n${tag} OK\r\n`)
        else if (tag !== '') socket.write(`${tag} OK done\r\n`)
      }
    })
  })
  const port = await listen(server)
  return { port, logins, [Symbol.asyncDispose]: () => closed(server) }
}

it.each([
  ['token-1', 'takes'],
  ['token-9', 'refuses'],
])('enters a mailbox with XOAUTH2; a server that wants %s %s it', async (wanted, verb) => {
  await using tokens = await tokenServer()
  const expected = `XOAUTH2 user=${USER}\u0001auth=Bearer ${wanted}\u0001\u0001`
  await using server = await imapServer(expected)
  const location = {
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    user: USER,
    password: null,
    oauth: locationOf(tokens.url),
  } as const
  const source = openTokens(location.oauth, { now: () => START })
  const entered = connectMailbox(location, source)
  if (verb === 'takes') (await entered)[Symbol.dispose]()
  else {
    await expect(entered).rejects.toMatchObject({ kind: 'permanent', code: 'imap-login-refused' })
    expect(source.expiresAt()).toBeNull()
  }
  expect(server.logins[0]).toBe(`XOAUTH2 user=${USER}\u0001auth=Bearer token-1\u0001\u0001`)
})
