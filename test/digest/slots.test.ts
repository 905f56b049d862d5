import { expect, it } from 'vitest'
import type { Instant } from '../../src/base/instant.ts'
import { dueSlot } from '../../src/digest/slots.ts'
import { sampleCall } from '../mail/sample-call.ts'

/** Its deadline is Friday 20 March 2026, 16:00 in La Réunion: 12:00 in universal time. */
const call = { ...sampleCall, digest: { ...sampleCall.digest, at: ['07:30', '18:00'] } }
const slot = (instant: string) => dueSlot(instant as Instant, call)

it('a digest is due at the hours of the call on working days, and nothing between', () => {
  expect(slot('2026-03-10T03:30:20.000Z')).toBe('20260310-0730')
  expect(slot('2026-03-10T14:00:59.000Z')).toBe('20260310-1800')
  expect(slot('2026-03-10T03:31:00.000Z')).toBeNull()
})

it('none on a Saturday or a public holiday, but on any day near the deadline', () => {
  expect(slot('2026-03-14T03:30:00.000Z')).toBeNull()
  expect(slot('2026-05-01T03:30:00.000Z')).toBeNull()
  expect(slot('2026-03-21T03:30:00.000Z')).toBe('20260321-0730')
})

it('one right after the deadline, once what came last is read, and not again the same hour', () => {
  expect(slot('2026-03-20T12:00:00.000Z')).toBeNull()
  expect(slot('2026-03-20T12:05:00.000Z')).toBe('20260320-deadline')
  expect(slot('2026-03-20T13:04:59.000Z')).toBe('20260320-deadline')
  expect(slot('2026-03-20T13:05:00.000Z')).toBeNull()
})
