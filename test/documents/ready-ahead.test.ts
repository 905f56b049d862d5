import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../src/adapters/archive/content.ts'
import { useOf } from '../../src/adapters/readers/process-use.ts'
import { createReaders } from '../../src/adapters/readers/readers.ts'
import type { Instant } from '../../src/base/instant.ts'
import type { Calls } from '../../src/call/calls.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { clocksAt } from './a-mail-with.ts'
import { isReader, processesBelow } from './corpus/memory.ts'

const AT = '2026-03-10T06:15:30.000Z' as Instant
const CALLS: Calls = [sampleCall]
const RAW = Buffer.from(
  'From: Alpha <alpha@alpha.example>\r\nSubject: Candidature\r\n\r\nVeuillez trouver notre candidature.\r\n',
)
const LOOK_MS = 100
/** Nothing used between so many looks: it waits, however busy the machine is. */
const STILL = 15

function readersNow(): readonly number[] {
  return processesBelow()
    .filter(isReader)
    .map(({ pid }) => pid)
}

function usedBy(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + useOf(pid).milliseconds, 0)
}

async function untilStill(): Promise<readonly number[]> {
  let last = -1
  for (let still = 0; still < STILL; ) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    const now = usedBy(readersNow())
    still = now > 0 && now === last ? still + 1 : 0
    last = now
  }
  return readersNow()
}

/** Of a processor, in milliseconds, that the reader which waited takes for the mail; another may start meanwhile. */
async function ofTheFirstMail(calls: Calls | null): Promise<number> {
  await using reader = createReaders({ processes: 1, warm: 1, calls })
  const waiting = await untilStill()
  const before = usedBy(waiting)
  await reader.readMail(RAW, { fingerprint: await fingerprintOf(RAW), clocks: clocksAt(AT) }, CALLS)
  return usedBy(waiting) - before
}

describe('a reader that is kept ready', () => {
  it('has made itself ready for the calls before the first mail comes', async () => {
    const unknown = await ofTheFirstMail(null)
    const known = await ofTheFirstMail(CALLS)
    expect(known * 2).toBeLessThan(unknown)
  })
}, 120_000)
