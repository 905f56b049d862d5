import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createMailParser } from '../../src/adapters/mime/parse.ts'
import type { Instant } from '../../src/base/instant.ts'
import type { Call } from '../../src/call/call.ts'
import { destinationOf } from '../../src/mail/robots/destination.ts'
import type { AnswerFacts } from '../../src/mail/robots/rule.ts'
import { decideAnswer, explainAnswer, TABLE } from '../../src/mail/robots/table.ts'
import type { Triage } from '../../src/mail/triage.ts'
import { NOTHING_KNOWN } from './nothing-known.ts'
import { readFixture } from './read-fixture.ts'
import { sampleCall } from './sample-call.ts'

const at = (text: string): Instant => text as Instant
const KNOWN = NOTHING_KNOWN
const SUBMISSION: Triage = { nature: 'submission', grounds: [], weighed: [], missed: [] }

async function reasonFor(
  known: Partial<AnswerFacts>,
  call: Call = sampleCall,
  fixture = 'application-plain',
) {
  const { mail } = await readFixture(fixture)
  const decision = decideAnswer({ mail, triage: SUBMISSION, call, known: { ...KNOWN, ...known } })
  return `${decision.send ? 'sent' : decision.held ? 'held' : 'dropped'} ${decision.reason}`
}

test.each<readonly [string, Partial<AnswerFacts>]>([
  ['dropped 01-already-acknowledged', { alreadyAcknowledged: true }],
  ['held 02-own-loop', { ownAddresses: ['Contact@Usine-Verte.example'] }],
  ['held 09-dangerous', { infected: true }],
  ['sent 17-acknowledge', { sentToAddressLastDay: 4 }],
  ['held 15-budget-address', { sentToAddressLastDay: 5 }],
  ['dropped 01-duplicate-told-already', { duplicateTold: true }],
  ['sent 17-acknowledge', { sentToApplicationLastDay: 4 }],
  ['held 15-budget-application', { sentToApplicationLastDay: 5 }],
  ['held 15-breaker', { breakerOpen: true }],
  ['sent 17-acknowledge', { sentLastHour: 29 }],
  ['held 15-budget-hour', { sentLastHour: 30 }],
  ['sent 17-acknowledge', { now: at('2026-03-11T06:15:30.000Z') }],
  ['held 15-backlog', { now: at('2026-03-11T06:15:31.000Z') }],
  [
    'sent 17-acknowledge',
    { receivedAt: at('2026-04-19T12:00:00.000Z'), now: at('2026-04-19T12:00:00.000Z') },
  ],
  [
    'held 15-outside-call',
    { receivedAt: at('2026-04-19T12:00:00.001Z'), now: at('2026-04-19T12:00:00.001Z') },
  ],
])('%s', async (expected, known) => {
  expect(await reasonFor(known)).toBe(expected)
})

test('From is answered instead of Return-Path only when the file allows it and our own server proves it', async () => {
  const call = {
    ...sampleCall,
    acknowledgement: { ...sampleCall.acknowledgement, answerFromWhenDmarcPass: true },
  }
  expect(await reasonFor({}, call, 'return-path-differs-dmarc-pass')).toBe('sent 17-acknowledge')
  expect(await reasonFor({}, call, 'dmarc-pass-written-by-a-stranger')).toBe('held 17-no-safe-destination')
  expect(await reasonFor({}, call, 'return-path-differs')).toBe('held 17-no-safe-destination')
  expect(await reasonFor({}, sampleCall, 'return-path-differs-dmarc-pass')).toBe(
    'held 17-no-safe-destination',
  )
})

const US = 'Authentication-Results: mx.interco.example; '
const BORDER =
  'Received: from relais.example (relais.example [203.0.113.20]) by mx.interco.example with ESMTPS;'
const path = (address: string) => `Return-Path: <${address}>`
const SRS = path('SRS0=aB3d=XY=banque.example=victime@evil.example')
const OWN = path('victime@banque.example')

test.each([
  [
    'an envelope that says to have been rewritten, by somebody of whom nothing is known',
    [SRS, BORDER],
    false,
  ],
  [
    '… and of whom our server says that it proves nothing',
    [SRS, `${US}spf=pass smtp.mailfrom=evil.example`, BORDER],
    false,
  ],
  ['… and whose own signature held', [SRS, `${US}dkim=pass header.d=banque.example`, BORDER], true],
  [
    'a signed bounce address of its own domain',
    [path('prvs=1234567890=victime@banque.example'), BORDER],
    true,
  ],
  ['an envelope that our server wrote', [OWN, `${US}spf=none`, BORDER], true],
  [
    'one below the line of the border, where its sender may have written it',
    [`${US}spf=none`, BORDER, OWN],
    false,
  ],
  ['… of a sender that is proven', [`${US}dkim=pass header.d=banque.example`, BORDER, OWN], true],
  ['… at a server that says nothing of anybody', [BORDER, OWN], true],
])('%s', async (_, head, answered) => {
  const raw = [...head, 'From: victime@banque.example', 'Subject: Candidature', '', 'Bonjour'].join('\r\n')
  const { mail } = await createMailParser().parse(Buffer.from(raw))
  expect(destinationOf(mail, sampleCall)).toBe(answered ? 'victime@banque.example' : null)
})

test('an answer to our own letter is answered again only when it brings something', async () => {
  const { mail } = await readFixture('application-plain')
  const answer = { ...mail, inReplyTo: ['<TD26-7K4QX.ack-1.0@interco.example>'] }
  const known = {
    ...KNOWN,
    ownMessageIds: (ids: readonly string[]) => ids.some((id) => id.includes('.ack-1.')),
  }
  const empty = { ...answer, attachments: [] }
  expect(decideAnswer({ mail: answer, triage: SUBMISSION, call: sampleCall, known }).send).toBe(true)
  expect(decideAnswer({ mail: empty, triage: SUBMISSION, call: sampleCall, known })).toEqual({
    send: false,
    held: true,
    reason: '13-automatic-reply',
  })
  expect(
    decideAnswer({ mail: { ...empty, inReplyTo: [] }, triage: SUBMISSION, call: sampleCall, known }).send,
  ).toBe(true)
})

test('a decision tells which rows were asked', async () => {
  const { mail } = await readFixture('suppresses-all')
  const record = explainAnswer({ mail, triage: SUBMISSION, call: sampleCall, known: KNOWN })
  expect(record.hit).toBe('06-response-suppressed')
  const hit = TABLE.findIndex((row) => row.id === record.hit)
  expect(record.misses).toEqual(TABLE.slice(0, hit).map((row) => row.id))
})

test('ids are those of the files, and each row has its own file', async () => {
  const numbers = TABLE.map((row) => row.id.slice(0, 2))
  expect(numbers).toEqual([...numbers].sort())
  for (const row of TABLE) {
    const source = await readFile(new URL(`../../src/mail/robots/rows/${row.id}.ts`, import.meta.url), 'utf8')
    expect(source).toContain(row.id)
  }
})
