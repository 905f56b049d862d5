import { Failure } from '../base/failure.ts'
import type { Clock } from '../base/instant.ts'
import { type ClockRegister, isWrong } from '../register/clock.ts'
import type { Observe } from './events.ts'

export interface MeasurePorts {
  readonly register: ClockRegister
  readonly clock: Clock
  readonly observe: Observe
  /** Milliseconds ahead of true time; null when nobody can say. */
  readonly offset: () => Promise<number | null>
}

/** Keeps how wrong our clock is, and raises an alarm beyond a second; the digest tells the staff. */
export async function measureClock({ register, clock, observe, offset }: MeasurePorts): Promise<void> {
  const offsetMs = await offset()
  await register.recordClock(offsetMs, clock.now())
  if (!isWrong(offsetMs)) return
  const message = `this machine’s clock is off by ${offsetMs} ms: mend its time service`
  observe({ type: 'trouble', where: 'clock', failure: new Failure('transient', 'clock-wrong', message) })
}
