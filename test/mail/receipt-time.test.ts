import { expect, test } from 'vitest'
import type { Instant } from '../../src/base/instant.ts'
import type { Call } from '../../src/call/call.ts'
import { type ReceiptClocks, receiptOf } from '../../src/mail/receipt-time.ts'
import { readFixture } from './read-fixture.ts'
import { sampleCall } from './sample-call.ts'

const instant = (text: string): Instant => text as Instant
const NONE: ReceiptClocks = {
  internalDate: null,
  observedAt: instant('2026-03-25T00:00:00.000Z'),
  fileTime: null,
}

async function receipt(fixture: string, clocks: Partial<ReceiptClocks> = {}, call: Call = sampleCall) {
  return receiptOf((await readFixture(fixture)).mail, { ...NONE, ...clocks }, call)
}

test('the border server decides, past hand-overs inside, whatever the sender claims', async () => {
  const { receivedAt, source, doubts, clocks } = await receipt('received-just-in-time')
  expect([receivedAt, source]).toEqual(['2026-03-20T11:59:58.000Z', 'boundary'])
  expect(doubts).toEqual(['date_in_future'])
  expect(clocks.map((clock) => clock.source)).toEqual(['boundary', 'received', 'date'])
})

test('a line below the first sender from outside is never believed', async () => {
  for (const fixture of ['received-line-forged-below', 'helo-claims-to-be-internal']) {
    expect((await receipt(fixture)).receivedAt).toBe('2026-03-20T14:00:00.000Z')
  }
})

test('without a trusted server: INTERNALDATE, then the topmost Received, with a doubt', async () => {
  const internalDate = instant('2026-03-20T11:00:05.000Z')
  expect(await receipt('no-trusted-server', { internalDate })).toMatchObject({
    receivedAt: internalDate,
    source: 'internaldate',
    doubts: ['no_boundary'],
  })
  expect(await receipt('no-trusted-server')).toMatchObject({
    receivedAt: '2026-03-20T11:00:00.000Z',
    source: 'received',
    doubts: ['no_boundary'],
  })
})

test('without Received: the sender’s clock, then the file’s, then ours; these prove nothing', async () => {
  expect(await receipt('no-received-at-all')).toMatchObject({
    source: 'date',
    doubts: ['no_boundary', 'only_senders_clock'],
  })
  const { mail } = await readFixture('no-received-at-all')
  const undated = { ...mail, date: null }
  const fileTime = instant('2026-03-19T00:00:00.000Z')
  expect(receiptOf(undated, { ...NONE, fileTime }, sampleCall)).toMatchObject({
    receivedAt: fileTime,
    source: 'file',
  })
  expect(receiptOf(undated, NONE, sampleCall)).toMatchObject({
    receivedAt: NONE.observedAt,
    source: 'file',
    doubts: ['no_boundary', 'only_senders_clock'],
  })
})

test('a mail delivered more than ten minutes after it was taken, or before, is doubtful', async () => {
  const late = await receipt('received-just-in-time', { internalDate: instant('2026-03-20T12:10:00.000Z') })
  const before = await receipt('received-just-in-time', { internalDate: instant('2026-03-20T11:50:00.000Z') })
  const soon = await receipt('received-just-in-time', { internalDate: instant('2026-03-20T12:00:30.000Z') })
  expect(late.doubts).toContain('clocks_disagree')
  expect(before.doubts).toContain('clocks_disagree')
  expect(soon.doubts).not.toContain('clocks_disagree')
})

test('hosts of a provider are trusted when the call’s file names them', async () => {
  const call = { ...sampleCall, mailbox: { ...sampleCall.mailbox, trustedHosts: ['*.hebergeur.example'] } }
  expect(await receipt('no-trusted-server', {}, call)).toMatchObject({
    receivedAt: '2026-03-20T11:00:00.000Z',
    source: 'boundary',
    doubts: [],
  })
  expect((await receipt('received-just-in-time', {}, call)).source).toBe('received')
})

test('addresses inside are passed over when the call’s file names them', async () => {
  const call = { ...sampleCall, mailbox: { ...sampleCall.mailbox, internalHosts: ['198.51.100.0/24'] } }
  expect((await receipt('received-line-forged-below', {}, call)).receivedAt).toBe('2026-03-20T11:59:58.000Z')
})

test('a date in the future is told', async () => {
  expect((await receipt('date-in-the-future')).doubts).toEqual(['date_in_future'])
})
