import { expect, test } from 'vitest'
import { workingDaysLater } from '../../src/acknowledgement/working-days.ts'
import type { Instant } from '../../src/base/instant.ts'

test.each([
  ['2022-11-23T11:42:10.000Z', 10, 'Indian/Reunion', '2022-12-07T19:59:59.999Z'],
  ['2022-11-25T10:00:00.000Z', 1, 'Indian/Reunion', '2022-11-28T19:59:59.999Z'],
  // The abolition of slavery is a holiday in La Réunion, not in Paris.
  ['2022-12-19T10:00:00.000Z', 1, 'Indian/Reunion', '2022-12-21T19:59:59.999Z'],
  ['2022-12-19T10:00:00.000Z', 1, 'Europe/Paris', '2022-12-20T22:59:59.999Z'],
  // Easter Monday of 2026 is 6 April, Ascension 14 May, Whit Monday 25 May.
  ['2026-04-03T10:00:00.000Z', 1, 'Europe/Paris', '2026-04-07T21:59:59.999Z'],
  ['2026-05-13T10:00:00.000Z', 1, 'Europe/Paris', '2026-05-15T21:59:59.999Z'],
  ['2026-05-22T10:00:00.000Z', 1, 'Europe/Paris', '2026-05-26T21:59:59.999Z'],
])('%s + %i in %s', (from, days, zone, expected) => {
  expect(workingDaysLater(from as Instant, days, zone)).toBe(expected)
})
