import { expect, it } from 'vitest'
import type { Footing } from '../../src/app/footing.ts'
import { type Beginning, KeptMailbox } from '../../src/app/kept-mailbox.ts'
import { Premises } from '../../src/app/premises.ts'
import { Failure } from '../../src/base/failure.ts'
import { until } from '../live/processes.ts'

const ENVIRONMENT = { LOG_LEVEL: 'silent' }

/** What becomes of each life, in order; `anew` of the one that works. */
class Lives {
  readonly told: string[] = []
  anew: () => void = () => undefined
  refusesStand = 0
  refusesStart = 0

  readonly how: Beginning<Footing> = {
    stand: async (footing, stack, anew) => {
      if (this.refusesStand-- > 0) throw new Failure('permanent', 'call-file', 'refused')
      stack.defer(() => void this.told.push('left'))
      this.anew = anew
      this.told.push('stands')
      return footing
    },
    start: async () => {
      if (this.refusesStart-- > 0) throw new Failure('transient', 'database-busy', 'busy')
      this.told.push('works')
      return { [Symbol.asyncDispose]: async () => void this.told.push('ended') }
    },
  }
}

function kept(lives: Lives): KeptMailbox<Footing> {
  return new KeptMailbox('office', 'nord', ENVIRONMENT, lives.how, new Premises(null))
}

it('begins anew when it is told to, what it began last ended first', async () => {
  const lives = new Lives()
  await using mailbox = kept(lives)
  await mailbox.begun
  expect(mailbox.isWorking).toBe(true)
  lives.anew()
  await until(async () => lives.told.length >= 6)
  expect(lives.told).toEqual(['stands', 'works', 'ended', 'left', 'stands', 'works'])
})

it('what keeps it from working is tried again, and everything it had is given back', async () => {
  const lives = new Lives()
  lives.refusesStart = 1
  await using mailbox = kept(lives)
  await mailbox.begun
  expect(mailbox.isWorking).toBe(false)
  expect(await mailbox.numbers()).toEqual([])
  await until(async () => mailbox.isWorking)
  expect(lives.told).toEqual(['stands', 'left', 'stands', 'works'])
  expect(await mailbox.numbers()).not.toEqual([])
})

it('a configuration that is refused keeps nobody waiting, and is looked at again', async () => {
  const lives = new Lives()
  lives.refusesStand = 1
  await using mailbox = kept(lives)
  await mailbox.begun
  await until(async () => mailbox.isWorking)
})

it('is over when it is disposed of, also before it works', async () => {
  const lives = new Lives()
  lives.refusesStand = 1_000
  const mailbox = kept(lives)
  await mailbox.begun
  await mailbox[Symbol.asyncDispose]()
  expect(mailbox.isWorking).toBe(false)
})
