import { expect, it } from 'vitest'
import { startSmtpSink } from '../../demo/smtp-sink.ts'
import { composeAcknowledgement } from '../../src/acknowledgement/letter.ts'
import { openSubmission } from '../../src/adapters/smtp/send.ts'
import type { Instant } from '../../src/base/instant.ts'
import { sampleInput } from '../acknowledgement/sample-input.ts'

it('after a refused login the next letter goes with the password as it is set then', async () => {
  await using sink = await startSmtpSink(undefined, 0, 'new')
  const at = '2026-03-10T06:00:00.000Z' as Instant
  const letter = composeAcknowledgement(sampleInput())
  const account = (password: string) => ({
    host: '127.0.0.1',
    port: sink.port,
    security: 'none' as const,
    user: 'ami@collectivite.example',
    password,
    oauth: null,
  })
  const set = { password: 'old', told: 0 }
  await using submission = openSubmission(account('old'), null, {
    refused: () => (set.told += 1),
    now: () => account(set.password),
  })
  expect(await submission.submit(letter, at, 'tag')).toMatchObject({ kind: 'later', uncertain: false })
  expect(await submission.submit(letter, at, 'tag')).toMatchObject({ kind: 'later', uncertain: false })
  set.password = 'new'
  expect(await submission.submit(letter, at, 'tag')).toMatchObject({ kind: 'accepted' })
  expect([set.told, sink.letters.length]).toEqual([2, 1])
})
