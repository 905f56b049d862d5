import { expect, it } from 'vitest'
import { composeAcknowledgement } from '../../src/acknowledgement/letter.ts'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { Fingerprint, OutboxId } from '../../src/base/ids.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import { sampleInput } from '../acknowledgement/sample-input.ts'
import { aDatabase } from '../steps/a-database.ts'

const START = '2026-03-10T06:00:00.000Z' as Instant

it('of twelve letters claimed at once no more leave than the breaker lets pass', async () => {
  await using register = createSqlRegister(await aDatabase())
  const ids = Array.from({ length: 12 }, (_, index) => OutboxId.parse(`acknowledgement-${index}`))
  for (const id of ids) {
    const letter = { ...composeAcknowledgement(sampleInput()), messageId: `<${id}@interco.example>` }
    await register.addLetter({ id, kind: 'acknowledgement', letter, automatic: true }, START)
  }
  const claimed = await Promise.all(
    ids.map((id, index) => register.claim(id, `m${index}#1`, START, later(START, 60_000), 3)),
  )
  expect(claimed.filter((item) => item !== null).length).toBe(3)
  expect(await register.breakers()).toMatchObject([{ letters: 3 }])
})

it('a mail that two see at once is new to one of them', async () => {
  await using register = createSqlRegister(await aDatabase())
  const clocks = { internalDate: START, observedAt: START, fileTime: null, postmark: null }
  const see = (account: string) =>
    register.recordSightings(
      [
        {
          sighting: { account, folder: 'INBOX', uidValidity: '1', uid: 1 },
          fingerprint: Fingerprint.parse('7'.repeat(64)),
          bytes: 1,
          clocks,
        },
      ],
      START,
    )
  const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map(see))
  expect(outcomes.flat().sort()).toEqual(['copy', 'copy', 'copy', 'new'])
})
