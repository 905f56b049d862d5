import { createHmac, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { freePort } from '../../demo/ports.ts'
import { postAnnouncement } from '../../src/adapters/webhook/signed.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import { eventsSubscriber } from '../../src/settings/secrets.ts'
import { Announcer } from '../../src/steps/announce.ts'
import { application, aService } from './a-service.ts'
import { unrelatedMail } from './an-unrelated-mail.ts'

const AT = '2026-03-10T06:00:00.000Z' as Instant
const KEY = randomBytes(24)
const SECRET = `whsec_${KEY.toString('base64')}`

interface Taken {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** A program that takes what it is told, unless it is to refuse. */
async function aSubscriber() {
  const port = await freePort()
  const taken: Taken[] = []
  const state = { refuses: false, asked: 0 }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      state.asked += 1
      if (!state.refuses) taken.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
      response.writeHead(state.refuses ? 503 : 204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}/secret-token`,
    taken,
    state,
    told: () => taken.map(({ body }) => JSON.parse(body) as { type: string; data: Record<string, unknown> }),
    [Symbol.dispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function announcerOf(service: Awaited<ReturnType<typeof aService>>, url: string): Announcer {
  return new Announcer({
    ...service,
    tell: (id, announcement) =>
      postAnnouncement({ url, secret: SECRET }, id, announcement, service.clock.now()),
  })
}

it('another program is told of applications and letters, in order, signed, by ids and codes alone', async () => {
  await using service = await aService()
  using subscriber = await aSubscriber()
  const mail = await service.take(application('Usine Verte'), AT)
  await service.send()
  await service.take(unrelatedMail('Facture', [['f.txt', 'text/plain', Buffer.from('rien')]]), AT)
  const announcer = announcerOf(service, subscriber.url)
  expect(await announcer.turn()).toBe(2)
  const told = subscriber.told()
  expect(told.map(({ type }) => type)).toEqual(['mail.concluded', 'letter.sent'])
  for (const { data } of told)
    expect(data).toMatchObject({
      call: mail.callId,
      number: mail.number,
      mail: mail.fingerprint,
      fate: 'application',
    })
  expect(told[0]?.data).toMatchObject({ timeliness: 'on_time', completeness: mail.verdict?.completeness })
  expect(told[1]?.data).toMatchObject({ letter: 'acknowledgement' })
  const all = subscriber.taken.map(({ body }) => body).join('\n')
  expect(all).not.toMatch(/usine|@|candidature|objet/i)
  expect(await announcer.turn()).toBe(0)
  for (const { headers, body } of subscriber.taken) {
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
    const signature = createHmac('sha256', KEY).update(signed).digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${signature}`)
  }
})

it('what was refused is told later, once, in order, and after longer and longer waits', async () => {
  await using service = await aService()
  using subscriber = await aSubscriber()
  subscriber.state.refuses = true
  await service.take(application('Usine Verte'), AT)
  await service.send()
  const announcer = announcerOf(service, subscriber.url)
  const refused = expect.objectContaining({
    code: 'events-refused',
    message: expect.not.stringContaining('token'),
  })
  await expect(announcer.turn()).rejects.toEqual(refused)
  expect(await announcer.turn()).toBe(0)
  expect(subscriber.state.asked).toBe(1)
  for (const [seconds, asked] of [
    [9, 1],
    [10, 2],
    [29, 2],
    [30, 3],
  ] as const) {
    service.clock.at = later(AT, seconds * 1000)
    await announcer.turn().catch((error: unknown) => expect(error).toEqual(refused))
    expect(subscriber.state.asked, `after ${seconds} s`).toBe(asked)
  }
  subscriber.state.refuses = false
  service.clock.at = later(AT, 70_000)
  await announcer.turn()
  expect(subscriber.told().map(({ type }) => type)).toEqual(['mail.concluded', 'letter.sent'])
})

it('a program that was started anew goes on where the last one was taken', async () => {
  await using service = await aService()
  using subscriber = await aSubscriber()
  await service.take(application('Usine Verte'), AT)
  await announcerOf(service, subscriber.url).turn()
  await service.send()
  await announcerOf(service, subscriber.url).turn()
  const ids = subscriber.taken.map(({ headers }) => headers['webhook-id'])
  expect(new Set(ids).size).toBe(2)
  expect(subscriber.told().map(({ type }) => type)).toEqual(['mail.concluded', 'letter.sent'])
})

it.each([
  [
    { RECEPISSE_EVENTS_WEBHOOK: 'http://example.org/x', RECEPISSE_EVENTS_SECRET: SECRET },
    /must be an https address/,
  ],
  [{ RECEPISSE_EVENTS_WEBHOOK: 'https://example.org/x' }, /RECEPISSE_EVENTS_SECRET must be/],
  [
    { RECEPISSE_EVENTS_WEBHOOK: 'https://example.org/x', RECEPISSE_EVENTS_SECRET: 'whsec_short' },
    /openssl rand/,
  ],
])('%j is refused with what to do', (environment, told) => {
  expect(() => eventsSubscriber(environment)).toThrow(told)
})

it('without an address nobody is told', () => {
  expect(eventsSubscriber({})).toBeNull()
  expect(
    eventsSubscriber({ RECEPISSE_EVENTS_WEBHOOK: 'https://example.org/x', RECEPISSE_EVENTS_SECRET: SECRET }),
  ).toEqual({ url: 'https://example.org/x', secret: SECRET })
})
