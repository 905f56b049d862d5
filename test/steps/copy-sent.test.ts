import { expect, it } from 'vitest'
import { copySent } from '../../src/steps/copy-sent.ts'
import { ledgerOf } from '../../src/steps/ledger.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService } from './a-service.ts'

it('copies all that left, a few at a time; what is in the folder already is noted alone', async () => {
  await using service = await aService()
  for (const [index, name] of ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept'].entries())
    await service.take(application(`Usine ${name}`), `2026-03-10T06:0${index}:00.000Z`)
  await service.send()
  const ledger = ledgerOf({ register: service.register, jobs: { add: async () => undefined } }, [sampleCall])
  const [there] = await ledger.toCopy({ most: 1 })
  const folder = new Set([there?.letter.messageId])
  const asked: number[] = []
  const appended: string[] = []
  await copySent({
    ledger: {
      noteCopied: ledger.noteCopied,
      toCopy: async (question) => {
        const letters = await ledger.toCopy(question)
        asked.push(letters.length)
        return letters
      },
    },
    folder: {
      has: async (messageId) => folder.has(messageId),
      append: async (raw) => void appended.push(Buffer.from(raw).toString()),
    },
    compose: async ({ messageId }) => Buffer.from(messageId),
    clock: service.clock,
  })
  expect([asked, appended.length, new Set(appended).size]).toEqual([[5, 2, 0], 6, 6])
  expect(await service.register.toCopy(10)).toEqual([])
})
