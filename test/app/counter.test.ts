import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { composeAcknowledgement } from '../../src/acknowledgement/letter.ts'
import { openHatch } from '../../src/adapters/hatch/hatch.ts'
import { askAtCounter, openCounter } from '../../src/app/counter.ts'
import { DISPATCH, submittingThrough } from '../../src/app/dispatch.ts'
import { Failure } from '../../src/base/failure.ts'
import type { Instant } from '../../src/base/instant.ts'
import { sampleInput } from '../acknowledgement/sample-input.ts'

const QUESTIONS = {
  double: { question: z.object({ number: z.int() }), answer: z.int() },
  refuse: { question: z.object({}), answer: z.null() },
  lie: { question: z.object({}), answer: z.int() },
} as const
const ANSWERS = {
  double: async ({ number }: { readonly number: number }) => number * 2,
  refuse: async () => {
    throw new Failure('transient', 'lease-lost', 'another watches')
  },
  lie: async () => 'a text' as never,
}
const aPath = async () => join(await mkdtemp(join(tmpdir(), 'recepisse-counter-')), 'c.sock')
const WITHIN_MS = 30_000
const AT = '2026-03-10T06:00:00.000Z' as Instant

it('gives a question of its shape its answer, and a failure as what it is', async () => {
  const path = await aPath()
  await using _counter = await openCounter(path, QUESTIONS, ANSWERS)
  const asking = askAtCounter(path, QUESTIONS, 'office', WITHIN_MS)
  expect(await asking.double({ number: 21 })).toBe(42)
  await expect(asking.refuse({})).rejects.toMatchObject({ kind: 'transient', code: 'lease-lost' })
})

it('takes no question and no answer of another shape, and no name of its own making', async () => {
  const path = await aPath()
  await using _counter = await openCounter(path, QUESTIONS, ANSWERS)
  const asking = askAtCounter(path, QUESTIONS, 'office', WITHIN_MS)
  await expect(asking.double({ number: 1.5 })).rejects.toMatchObject({ kind: 'bug' })
  await expect(asking.lie({})).rejects.toThrow()
  const stranger = askAtCounter(path, { toString: QUESTIONS.double }, 'office', WITHIN_MS)
  await expect(stranger.toString({ number: 1 })).rejects.toMatchObject({ code: 'unknown-question' })
})

it('a letter that nobody was there to take is due again; one of which nothing is known may have left', async () => {
  const path = await aPath()
  const letter = composeAcknowledgement(sampleInput())
  const submit = submittingThrough(askAtCounter(path, DISPATCH, 'sender', WITHIN_MS))
  expect(await submit(letter, AT, 'abc')).toMatchObject({ kind: 'later', uncertain: false })
  await using _dying = await openHatch(path, { question: 1_000_000, answer: 1_000 }, async () => {
    throw new Error('it ended with the letter in hand')
  })
  expect(await submit(letter, AT, 'abc')).toMatchObject({ kind: 'later', uncertain: true })
})
