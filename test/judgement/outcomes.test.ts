import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sampleCall } from '../mail/sample-call.ts'
import { everyWeight, withWeight } from './every-weight.ts'
import { outcomes, withPiece } from './probes.ts'

const pinned: unknown = JSON.parse(readFileSync(new URL('outcomes.json', import.meta.url), 'utf8'))

it('what becomes of every probe is what was decided (test/judgement/pin-outcomes.ts)', () => {
  expect(outcomes(withPiece(sampleCall))).toEqual(pinned)
})

describe('no weight can move unseen', () => {
  const before = JSON.stringify(outcomes(withPiece(sampleCall)))
  it.each(everyWeight())('%s', (path) => {
    for (const change of [0.15, -0.15])
      expect(
        withWeight(path, change, () => JSON.stringify(outcomes(withPiece(sampleCall)))) === before,
        `${change}`,
      ).toBe(false)
  })
})
