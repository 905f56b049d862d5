import { asFailure } from '../base/failure.ts'
import type { Call } from '../call/call.ts'
import type { Calls } from '../call/calls.ts'
import type { CallComparison } from '../console/desk.ts'
import type { Observe } from '../steps/events.ts'
import { type Replayed, replayRegister } from './replay-register.ts'

/** Comparisons that are remembered: those of the versions that people look at. */
const MOST = 4

/**
 * What a changed call would make of the mails that were judged already: all are read again beside the
 * register, which takes a while, so whoever asks is told how far it is.
 */
export function comparing(replayed: Replayed, observe: Observe) {
  const known = new Map<string, CallComparison>()
  return (call: Call, fingerprint: string, anew: boolean): CallComparison => {
    const before = known.get(fingerprint)
    if (before !== undefined && (!anew || before.state === 'underway')) return before
    const begun: CallComparison = { state: 'underway', done: 0, of: 0, changes: [] }
    keep(known, fingerprint, begun)
    const calls = withChanged(replayed.calls, call)
    replayRegister({ ...replayed, calls }, (done, of) =>
      keep(known, fingerprint, { ...begun, done, of }),
    ).then(
      (changes) => keep(known, fingerprint, { ...begun, state: 'done', changes }),
      (error) => {
        keep(known, fingerprint, { ...begun, state: 'failed' })
        observe({ type: 'trouble', where: 'call-comparison', failure: asFailure(error) })
      },
    )
    return begun
  }
}

function keep(known: Map<string, CallComparison>, key: string, one: CallComparison): void {
  known.delete(key)
  known.set(key, one)
  for (const oldest of known.keys()) {
    if (known.size <= MOST) return
    known.delete(oldest)
  }
}

function withChanged(calls: Calls, changed: Call): Calls {
  const [first, ...others] = calls.map((call) => (call.id === changed.id ? changed : call))
  return [first ?? changed, ...others]
}
