import { expect, it } from 'vitest'
import { Fingerprint, RegistrationNumber } from '../../src/base/ids.ts'
import type { Instant } from '../../src/base/instant.ts'
import { isReplaced, type Placed } from '../../src/register/replaced.ts'

const at = (hour: string) => `2026-03-10T${hour}:00:00.000Z` as Instant
const letter = (kind: Placed['kind'], hour: string, over: Partial<Placed> = {}): Placed => ({
  kind,
  number: RegistrationNumber.parse('TD26-7K4QX'),
  fingerprint: kind === 'message' ? null : Fingerprint.parse('a'.repeat(64)),
  createdAt: at(hour),
  ...over,
})

it('a letter about the same mail that was written later replaces one; a reminder, or another mail’s, does not', () => {
  const lost = letter('acknowledgement', '06')
  const other = Fingerprint.parse('b'.repeat(64))
  expect(isReplaced(lost, at('08'), [lost, letter('acknowledgement', '09')])).toBe(true)
  expect(isReplaced(lost, at('08'), [lost, letter('rectification', '07')])).toBe(true)
  expect(isReplaced(lost, at('08'), [lost, letter('reminder', '09')])).toBe(false)
  expect(isReplaced(lost, at('08'), [lost, letter('acknowledgement', '09', { fingerprint: other })])).toBe(
    false,
  )
  expect(isReplaced(lost, at('08'), [lost, letter('message', '09')])).toBe(false)
})

it('a message is replaced by one that was written once its loss was known, under the same number', () => {
  const lost = letter('message', '06')
  const elsewhere = { number: RegistrationNumber.parse('TD26-9P3RS') }
  expect(isReplaced(lost, at('08'), [lost, letter('message', '09')])).toBe(true)
  expect(isReplaced(lost, at('08'), [lost, letter('message', '07')])).toBe(false)
  expect(isReplaced(lost, at('08'), [lost, letter('message', '09', elsewhere)])).toBe(false)
  expect(isReplaced(lost, at('08'), [lost, letter('acknowledgement', '09')])).toBe(false)
})
