import { requestStamp } from '../adapters/timestamp/stamp.ts'
import { asFailure } from '../base/failure.ts'
import { millisecondsBetween } from '../base/instant.ts'
import { deadlinesOfAll } from '../call/calls.ts'
import type { Signer } from '../proof/signature.ts'
import type { Settings } from '../settings/settings.ts'
import { nextOf, type SealPorts, type Stamper, seal } from '../steps/seal.ts'
import { uponChange } from './upon-change.ts'
import type { World } from './world.ts'

/** A head a minute while the register grows. */
const EVERY_MS = 60_000
/** A deadline’s head has a timer of its own; one that was missed is made up for so soon. */
const AT_LEAST_MS = 10 * 60_000
/** Node's timers hold no more than 24 days: a far deadline is looked at again. */
const LOOK_AGAIN_MS = 24 * 3_600_000

/**
 * The register's heads, now and then and at the second of each deadline, as long as the process lives. A
 * deadline that passed while none lived is made up for at the start.
 */
export function keepSealing(world: World, signer: Signer): Disposable {
  const ports: SealPorts = { ...world, signer, stamper: stamperOf(world.settings) }
  let timer: NodeJS.Timeout
  let last: Promise<boolean> = Promise.resolve(true)
  // One after the other: the deadline's head waits for nobody’s stamp longer than one answer takes.
  function take(): Promise<boolean> {
    last = last.then(() =>
      seal(ports, 'regular').then(
        () => true,
        (error: unknown) => {
          world.observe({ type: 'trouble', where: 'sealing', failure: asFailure(error) })
          return false
        },
      ),
    )
    return last
  }
  function awaitDeadline(): void {
    const now = world.clock.now()
    const next = nextOf(deadlinesOfAll(world.calls), now)
    if (next === null) return
    const left = millisecondsBetween(now, next)
    timer = setTimeout(
      () => {
        if (left <= LOOK_AGAIN_MS) void take()
        awaitDeadline()
      },
      Math.min(left, LOOK_AGAIN_MS),
    )
  }
  awaitDeadline()
  const stack = new DisposableStack()
  stack.use(
    uponChange({ everyMs: EVERY_MS, atLeastMs: AT_LEAST_MS }, 'sealing', world, async () => {
      // What an authority owes is asked for again.
      return (await take()) && ports.stamper === null
    }),
  )
  stack.defer(() => clearTimeout(timer))
  return stack
}

/** Null when no authority is configured. */
export function stamperOf({ RECEPISSE_TSA_URL: url }: Settings): Stamper | null {
  if (url === undefined) return null
  return { authority: new URL(url).host, stamp: (data) => requestStamp(url, data) }
}
