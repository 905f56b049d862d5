import { expect, it } from 'vitest'
import type { Letter } from '../../src/acknowledgement/outgoing.ts'
import { openGraph } from '../../src/adapters/graph/graph.ts'
import { openGraphSubmission } from '../../src/adapters/graph/send.ts'
import { openTokens } from '../../src/adapters/oauth/tokens.ts'
import { composeLetter } from '../../src/adapters/smtp/compose.ts'
import type { Instant } from '../../src/base/instant.ts'
import { graphLocation } from '../../src/settings/graph-secrets.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { anApplication, graphSettings, USER } from '../live/a-graph.ts'
import { startGraph } from '../rig/graph.ts'

const NOW = '2026-03-10T06:00:00.000Z' as Instant
const TAG = 'abcdefghjk0123456789'
const LETTER: Letter = {
  from: { name: 'Service Économie', address: USER },
  envelopeFrom: `retours+${TAG}@interco.example`,
  to: ['candidat@structure.example'],
  replyTo: null,
  subject: 'Accusé de réception',
  text: 'Bonjour',
  html: '<p>Bonjour</p>',
  messageId: '<1@interco.example>',
  inReplyTo: '<2@structure.example>',
  references: ['<2@structure.example>'],
  headers: { 'X-Recepisse': 'v1; acknowledgement; sig=abcdefghjk' },
}

async function sending(port: number, turnWithinMs?: number) {
  const environment = graphSettings(port)
  const location = graphLocation(readSettings(environment), 'send', environment)
  if (location === null) throw new Error('the settings name a mailbox')
  const tokens = openTokens(location.oauth, { now: () => NOW })
  return openGraphSubmission(openGraph(location, tokens, turnWithinMs), tokens, composeLetter)
}

it('hands a letter over as it is, with its signed tag in a header, and keeps what was said without its words', async () => {
  await using graph = await startGraph(USER, anApplication({ rights: new Set(['Mail.Send']) }))
  await using submission = await sending(graph.port)
  expect(await submission.submit(LETTER, NOW, TAG)).toEqual({
    kind: 'accepted',
    reply: '202 request-id a1b2c3d4-0000-4000-8000-000000000001',
  })
  const sent = graph.letters[0]?.raw.toString() ?? ''
  expect(sent).toMatch(new RegExp(`^X-Recepisse-Envelope: ${TAG}\r$`, 'm'))
  expect(sent).toMatch(/^X-Recepisse: v1; acknowledgement; sig=abcdefghjk\r$/m)
  expect(sent).toMatch(/^Message-ID: <1@interco.example>\r$/m)
  expect(sent).toMatch(/^In-Reply-To: <2@structure.example>\r$/m)
  expect(graph.store.in('sentitems')).toHaveLength(1)
})

it.each([
  [400, 'ErrorMimeContentInvalidBase64String', { kind: 'refused' }],
  [400, 'ErrorInvalidRecipients', { kind: 'refused' }],
  [413, 'RequestEntityTooLarge', { kind: 'refused' }],
  [400, 'ErrorExceededMessageLimit', { kind: 'later', uncertain: false }],
  [400, 'BadRequest', { kind: 'later', uncertain: false }],
  [403, 'ErrorAccessDenied', { kind: 'later', uncertain: false }],
  [403, 'ErrorSendAsDenied', { kind: 'later', uncertain: false }],
  [404, 'ErrorInvalidUser', { kind: 'later', uncertain: false }],
  [429, 'TooManyRequests', { kind: 'later', uncertain: false }],
  [503, 'serviceNotAvailable', { kind: 'later', uncertain: false }],
  // Behind a gateway somebody may have taken it.
  [500, 'ErrorInternalServerError', { kind: 'later', uncertain: true }],
  [504, 'GatewayTimeout', { kind: 'later', uncertain: true }],
] as const)('%i %s is %o', async (status, code, answer) => {
  await using graph = await startGraph(USER, anApplication())
  await using submission = await sending(graph.port)
  graph.faults.sendRefusals.push([status, code])
  const told = await submission.submit(LETTER, NOW, TAG)
  expect(told).toMatchObject(answer)
  expect(told.reply).toBe(`${status} ${code}`)
})

it('asks for nothing before the time that it was told, and says so at once', async () => {
  await using graph = await startGraph(USER, anApplication())
  await using submission = await sending(graph.port)
  Object.assign(graph.faults, { throttled: 1, retryAfter: 3_600 })
  const first = await submission.submit(LETTER, NOW, TAG)
  expect(first).toMatchObject({ kind: 'later', uncertain: false, waitMs: expect.closeTo(3_600_000, -5) })
  expect(first).not.toHaveProperty('isAsked')
  for (const _ of [1, 2])
    expect(await submission.submit(LETTER, NOW, TAG)).toMatchObject({
      kind: 'later',
      uncertain: false,
      isAsked: false,
      waitMs: expect.closeTo(3_600_000, -5),
    })
  expect(graph.asked.filter((one) => one.endsWith('/sendMail'))).toHaveLength(1)
})

it('a letter whose turn comes too late is not handed over late, and says that it never left', async () => {
  await using graph = await startGraph(USER, anApplication())
  await using submission = await sending(graph.port, 200)
  await submission.verify()
  graph.faults.slowMs = 600
  const told = await Promise.all([1, 2, 3, 4].map(() => submission.submit(LETTER, NOW, TAG)))
  expect(told.map(({ kind }) => kind).sort()).toEqual(['accepted', 'accepted', 'later', 'later'])
  for (const one of told.filter(({ kind }) => kind === 'later'))
    expect(one).toMatchObject({ uncertain: false, isAsked: false, waitMs: 5_000 })
  graph.faults.slowMs = 0
  expect(await submission.submit(LETTER, NOW, TAG)).toMatchObject({ kind: 'accepted' })
  expect(graph.letters).toHaveLength(3)
})

it('patience that is asked for after a token was renewed is kept to as well', async () => {
  await using graph = await startGraph(USER, anApplication())
  await using submission = await sending(graph.port)
  await submission.verify()
  graph.tokens.expireAll()
  graph.faults.sendRefusals.push([429, 'TooManyRequests'])
  expect(await submission.submit(LETTER, NOW, TAG)).toMatchObject({ kind: 'later', uncertain: false })
  expect(await submission.submit(LETTER, NOW, TAG)).toMatchObject({ kind: 'later', isAsked: false })
})

it('a line that breaks after the letter was handed over leaves it uncertain; one that was never there does not', async () => {
  const graph = await startGraph(USER, anApplication())
  await using submission = await sending(graph.port)
  graph.faults.lostAnswers = 1
  expect(await submission.submit(LETTER, NOW, TAG)).toMatchObject({ kind: 'later', uncertain: true })
  expect(graph.letters).toHaveLength(1)
  await graph[Symbol.asyncDispose]()
  expect(await submission.submit(LETTER, NOW, TAG)).toMatchObject({ kind: 'later', uncertain: false })
})

it('a token that is refused is fetched anew for the same letter; an application that is not let in waits', async () => {
  const application = anApplication()
  await using graph = await startGraph(USER, application)
  await using submission = await sending(graph.port)
  await submission.verify()
  graph.tokens.expireAll()
  expect(await submission.submit(LETTER, NOW, TAG)).toMatchObject({ kind: 'accepted' })
  expect(graph.tokens.given).toBe(2)
  graph.tokens.applications.length = 0
  graph.tokens.expireAll()
  expect(await submission.submit(LETTER, NOW, TAG)).toMatchObject({ kind: 'later', uncertain: false })
  await expect(submission.verify()).rejects.toMatchObject({ code: 'oauth-refused' })
})

it('a letter that is larger than Graph takes is refused before it leaves', async () => {
  await using graph = await startGraph(USER, anApplication())
  await using submission = await sending(graph.port)
  const file = (bytes: number) => ({
    ...LETTER,
    attachments: [
      { name: 'a.pdf', type: 'application/pdf', base64: Buffer.alloc(bytes, 7).toString('base64') },
    ],
  })
  expect(await submission.submit(file(2_000_000), NOW, TAG)).toMatchObject({ kind: 'accepted' })
  expect(await submission.submit(file(3_000_000), NOW, TAG)).toMatchObject({ kind: 'refused' })
  expect(graph.letters).toHaveLength(1)
})
