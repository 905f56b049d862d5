import { mkdtemp, readFile } from 'node:fs/promises'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createServer as createTls,
  getCACertificates,
  setDefaultCACertificates,
  type TLSSocket,
} from 'node:tls'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { systemClock } from '../../src/adapters/clock/system.ts'
import { connectImap } from '../../src/adapters/imap/connect.ts'
import { openTokens } from '../../src/adapters/oauth/tokens.ts'
import { openSubmission } from '../../src/adapters/smtp/send.ts'
import { openDatabase } from '../../src/adapters/sql/connect.ts'
import { trustAuthorities } from '../../src/adapters/tls/certificates.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { type CertificateAuthority, startCertificateAuthority } from '../rig/certificates.ts'

const BEFORE = getCACertificates('default')
let authority: CertificateAuthority

beforeAll(async () => {
  authority = await startCertificateAuthority(await mkdtemp(join(tmpdir(), 'recepisse-certificates-')))
})
afterEach(() => setDefaultCACertificates(BEFORE))

async function listening(server: Server): Promise<AsyncDisposable & { readonly port: number }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { port, [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())) }
}

async function issued(host = 'localhost', fromDays = -2, untilDays = 2) {
  const { certificate, key } = await authority.issue(host, fromDays, untilDays)
  return { cert: await readFile(certificate), key: await readFile(key) }
}

/** Says yes to all that a login asks, in IMAP or SMTP. */
function speaking(greeting: string, answer: (line: string) => string) {
  return (socket: TLSSocket) => {
    socket.on('error', () => undefined)
    socket.write(greeting)
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n').filter(Boolean)) socket.write(answer(line))
    })
  }
}

const imapAnswer = (line: string) => {
  const [tag, verb] = line.split(' ')
  return `${verb === 'CAPABILITY' ? '* CAPABILITY IMAP4rev1\r\n' : ''}${verb === 'LIST' ? '* LIST () "/" INBOX\r\n' : ''}${tag} OK done\r\n`
}
const token = JSON.stringify({ access_token: 'x', token_type: 'Bearer', expires_in: 3600 })

/** Each kind of connection, to a server whose certificate is what it is given. */
const CONNECTIONS: readonly (readonly [
  string,
  (tls: Awaited<ReturnType<typeof issued>>) => Promise<unknown>,
])[] = [
  [
    'imap-certificate',
    async (tls) => {
      const server = createTls(tls, speaking('* OK [CAPABILITY IMAP4rev1] ready\r\n', imapAnswer))
      await using there = await listening(server)
      const client = await connectImap({
        host: 'localhost',
        port: there.port,
        security: 'tls',
        user: 'a',
        password: 'b',
        oauth: null,
      })
      client.close()
    },
  ],
  [
    'smtp-certificate',
    async (tls) => {
      await using there = await listening(
        createTls(
          tls,
          speaking('220 ready\r\n', () => '250 yes\r\n'),
        ),
      )
      await using submission = openSubmission({
        host: 'localhost',
        port: there.port,
        security: 'tls',
        user: null,
        password: null,
        oauth: null,
      })
      await submission.verify()
    },
  ],
  [
    'oauth-certificate',
    async (tls) => {
      await using there = await listening(createHttps(tls, (_, response) => response.end(token)))
      await openTokens(
        {
          tokenUrl: `https://localhost:${there.port}/token`,
          clientId: 'a',
          clientSecret: 'b',
          refreshToken: null,
          scope: null,
        },
        systemClock(),
      ).token()
    },
  ],
]

it.each(CONNECTIONS)(
  '%s: an authority of one’s own is told, and trusted when its certificate is named',
  async (code, connect) => {
    const tls = await issued()
    await expect(connect(tls)).rejects.toMatchObject({
      code,
      message: expect.stringContaining('RECEPISSE_CA_FILE'),
    })
    trustAuthorities(readSettings({ RECEPISSE_CA_FILE: authority.rootFile }).RECEPISSE_CA)
    await connect(tls)
  },
)

it.each([
  ['has expired', ['localhost', -20, -1]],
  ['is not valid yet', ['localhost', 5, 9]],
  ['is for another name', ['ailleurs.example', -2, 2]],
] as const)(
  'a certificate that %s is told as that, whatever the connection',
  async (words, [host, from, until]) => {
    trustAuthorities(await readFile(authority.rootFile, 'utf8'))
    for (const [code, connect] of CONNECTIONS)
      await expect(connect(await issued(host, from, until))).rejects.toMatchObject({
        code,
        message: expect.stringContaining(words),
      })
  },
)

it('what is no certificate is refused when the settings are read', () => {
  const path = new URL('../../package.json', import.meta.url).pathname
  expect(() => readSettings({ RECEPISSE_CA_FILE: path })).toThrow('RECEPISSE_CA: no PEM certificate')
  expect(() =>
    readSettings({ RECEPISSE_CA: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' }),
  ).toThrow()
})

it('a database that speaks no TLS is not taken for one with a wrong certificate', async () => {
  await using there = await listening(createTls(await issued(), () => undefined))
  await expect(
    openDatabase({
      kind: 'postgres',
      url: `postgres://a:b@127.0.0.1:${there.port}/c?sslmode=verify-full`,
      schema: null,
    }),
  ).rejects.not.toMatchObject({ code: 'database-certificate' })
})
