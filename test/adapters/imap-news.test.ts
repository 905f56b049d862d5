import { createServer, type Socket } from 'node:net'
import { expect, it } from 'vitest'
import { freePort } from '../../demo/ports.ts'
import { connectMailbox } from '../../src/adapters/imap/mailbox.ts'

type Answers = Readonly<Record<string, (tag: string, socket: Socket) => string>>

const GREETING = '* OK [CAPABILITY IMAP4rev1 IDLE AUTH=PLAIN] ready\r\n'
const ORDINARY: Answers = {
  LOGIN: (tag) => `${tag} OK [CAPABILITY IMAP4rev1 IDLE] in\r\n`,
  AUTHENTICATE: (tag) => `${tag} OK [CAPABILITY IMAP4rev1 IDLE] in\r\n`,
  CAPABILITY: (tag) => `* CAPABILITY IMAP4rev1 IDLE\r\n${tag} OK\r\n`,
  LIST: (tag) => `* LIST () "/" INBOX\r\n${tag} OK\r\n`,
  EXAMINE: (tag) =>
    `* 1 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT 2] ok\r\n${tag} OK [READ-ONLY] done\r\n`,
  UID: (tag) => `* SEARCH 1\r\n${tag} OK\r\n`,
  IDLE: () => '+ idling\r\n',
}

/** A server that says exactly what it is told to say: for what real ones do once in a thousand times. */
async function saying(answers: Answers): Promise<AsyncDisposable & { readonly port: number }> {
  const sockets = new Set<Socket>()
  const all = { ...ORDINARY, ...answers }
  const server = createServer((socket) => {
    sockets.add(socket)
    let idleTag = ''
    socket.on('error', () => undefined)
    socket.write(GREETING)
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n').filter(Boolean)) {
        const [tag = '', verb = ''] = line.split(' ')
        if (tag === 'DONE') socket.write(`${idleTag} OK\r\n`)
        else socket.write(all[verb.toUpperCase()]?.(tag, socket) ?? `${tag} OK\r\n`)
        if (verb.toUpperCase() === 'IDLE') idleTag = tag
      }
    })
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function connectTo(port: number) {
  return connectMailbox({
    host: '127.0.0.1',
    port,
    security: 'none',
    user: 'ami',
    password: 'x',
    oauth: null,
  })
}

it('a mail announced in the answer to SEARCH, and never again, ends the waiting before it begins', async () => {
  await using server = await saying({ UID: (tag) => `* SEARCH 1\r\n* 2 EXISTS\r\n${tag} OK\r\n` })
  using mailbox = await connectTo(server.port)
  const folder = await mailbox.open('INBOX')
  expect(await folder.uids()).toEqual([1])
  // Longer than a test may take.
  await mailbox.waitForChange(600_000, new AbortController().signal)
})

it('what was announced before the last look does not end the waiting', async () => {
  await using server = await saying({})
  using mailbox = await connectTo(server.port)
  const folder = await mailbox.open('INBOX')
  await folder.uids()
  const stop = new AbortController()
  let over = false
  const waiting = mailbox.waitForChange(20_000, stop.signal).then(() => {
    over = true
  })
  await mailbox.junkFolders([])
  expect(over).toBe(false)
  stop.abort()
  await waiting
})

it.each([
  ['Gmail', 'LOGIN', 'NO [ALERT] Account exceeded command or bandwidth limits. (Failure)'],
  ['Gmail, connections', 'LOGIN', 'NO [ALERT] Too many simultaneous connections. (Failure)'],
  ['Microsoft', 'LOGIN', 'NO [UNAVAILABLE] Server Unavailable. 15'],
  ['Yahoo', 'LOGIN', 'NO [LIMIT] LOGIN Rate limit hit'],
  [
    'Microsoft, after the login',
    'EXAMINE',
    'NO [THROTTLED] Request is throttled. Suggested Backoff Time: 300 milliseconds',
  ],
  ['Microsoft, half logged in', 'EXAMINE', 'BAD User is authenticated but not connected.'],
])(
  'a server that asks for patience (%s) is not taken for a wrong password or a missing folder',
  async (_, verb, words) => {
    const refuse = { [verb]: (tag: string) => `${tag} ${words}\r\n` }
    await using server = await saying(
      verb === 'LOGIN' ? { ...refuse, AUTHENTICATE: refuse[verb] ?? (() => '') } : refuse,
    )
    const trying = connectTo(server.port).then(async (mailbox) => {
      using open = mailbox
      await open.open('INBOX')
    })
    await expect(trying).rejects.toMatchObject({ kind: 'transient', code: 'imap-throttled' })
  },
)
