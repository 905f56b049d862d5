import { openQueues, startWorker } from '../adapters/queue/bullmq.ts'
import { type Clock, wallClockOf } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { callNamed } from '../dossier/routing.ts'
import { summarise } from '../steps/summarise.ts'
import { queueObserver, redisLocation, type World } from './world.ts'

/** How often the clock is looked at for a digest that is due. */
const TICK_MS = 20_000

/** The digest process: writes the staff's digest at the hours of the call file. It holds no secret. */
export async function startDigest(world: World): Promise<AsyncDisposable> {
  const { settings, register, clock, observe, calls } = world
  const stack = new AsyncDisposableStack()
  const troubles = queueObserver(observe)
  const jobs = stack.use(openQueues(redisLocation(settings), troubles))
  const ports = { register, jobs, clock, observe, account: settings.IMAP_USER ?? '' }
  stack.use(
    startWorker(
      redisLocation(settings),
      'digest',
      { summarise: ({ callId, slot }) => summarise(ports, callNamed(calls, callId), slot) },
      1,
      troubles,
    ),
  )
  const timer = setInterval(() => {
    for (const call of calls) {
      const slot = dueSlot(clock, call)
      if (slot === null) continue
      jobs
        .add('summarise', { callId: call.id, slot })
        .catch((failure) => observe({ type: 'trouble', where: 'digest', failure }))
    }
  }, TICK_MS)
  stack.defer(() => clearInterval(timer))
  return stack
}

/**
 * The slot of the minute that just began, such as `20221123-0730`, when the call file names it. A digest of a
 * slot is written once, however often it is asked for; one missed while the service was down is not sent late.
 */
function dueSlot(clock: Clock, call: Call): string | null {
  const now = wallClockOf(clock.now(), call.deadline.zone)
  const time = now.toPlainTime().toString({ smallestUnit: 'minute' })
  return call.digest.at.includes(time)
    ? `${now.toPlainDate().toString().replaceAll('-', '')}-${time.replace(':', '')}`
    : null
}
