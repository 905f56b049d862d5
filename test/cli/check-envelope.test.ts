import { SMTPServer } from 'smtp-server'
import { expect, it } from 'vitest'
import { checkEnvelope } from '../../src/cli/check-envelope.ts'

const BOUNCES_TO = 'retours@interco.example'

/** A submission server that asks for a login, knows some addresses, and notes what is asked of it. */
async function submission(takes: (recipient: string) => number, sender = 250) {
  const asked: string[] = []
  const answer = (code: number) =>
    code === 250 ? null : Object.assign(new Error('no'), { responseCode: code })
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      password === 'secret' ? done(null, { user: username }) : done(new Error('wrong')),
    onMailFrom({ address }, _session, done) {
      asked.push(`from ${address}`)
      done(answer(sender))
    },
    onRcptTo({ address }, _session, done) {
      asked.push(`to ${address}`)
      done(answer(takes(address)))
    },
    onData(_stream, _session, done) {
      asked.push('DATA')
      done(null, '')
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const listening = server.server.address()
  const port = typeof listening === 'object' && listening !== null ? listening.port : 0
  const location = {
    host: '127.0.0.1',
    port,
    security: 'none' as const,
    user: 'ami',
    password: 'secret',
    oauth: null,
  }
  return {
    location,
    asked,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

const isOurs = (address: string) => /^retours(\+[a-z0-9]{20})?@interco\.example$/.test(address)

it('tells what the server says of the tagged address, and gives it no letter', async () => {
  await using server = await submission((address) => (isOurs(address) ? 250 : 550))
  const told = await checkEnvelope(server.location, BOUNCES_TO)
  expect(told[0]).toBe('retours+…@interco.example is taken as sender of a letter; no letter was sent')
  expect(told[1]).toBe('retours+…@interco.example is taken as recipient, an invented address is not')
  expect(told[2]).toContain('could not be verified')
  expect(server.asked).toHaveLength(4)
  expect(server.asked[0]).toMatch(/^from retours\+[a-z0-9]{20}@interco\.example$/)
  expect(server.asked).not.toContain('DATA')
})

it.each<readonly [string, (address: string) => number, number, string]>([
  ['no plus addressing', (to) => (to === BOUNCES_TO ? 250 : 550), 250, 'plus addressing'],
  ['no such address', () => 550, 250, 'there is no retours@interco.example'],
  ['a sender that the account may not use', () => 250, 553, 'refuses retours+…@interco.example as sender'],
])('%s is a failure that says how to mend it', async (_name, takes, sender, words) => {
  await using server = await submission(takes, sender)
  await expect(checkEnvelope(server.location, BOUNCES_TO)).rejects.toMatchObject({
    message: expect.stringContaining(words),
  })
})

it.each<readonly [string, (address: string) => number, string]>([
  ['a server that takes any address', () => 250, 'this server takes any address'],
  ['a server that puts everything off', () => 451, 'the server put the question off'],
])('%s proves nothing, and that is said', async (_name, takes, words) => {
  await using server = await submission(takes)
  expect((await checkEnvelope(server.location, BOUNCES_TO)).join('\n')).toContain(words)
})

it('a login that is refused fails as it does elsewhere', async () => {
  await using server = await submission(() => 250)
  await expect(checkEnvelope({ ...server.location, password: 'no' }, BOUNCES_TO)).rejects.toMatchObject({
    code: 'smtp-unreachable',
  })
})
