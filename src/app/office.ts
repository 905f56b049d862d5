import { openArchive } from '../adapters/archive/open.ts'
import { openQueues } from '../adapters/queue/bullmq.ts'
import { LEDGER } from '../register/ledger.ts'
import { archiveLocation } from '../settings/secrets.ts'
import { ledgerOf } from '../steps/ledger.ts'
import { openCounter } from './counter.ts'
import { dyingAt } from './crash-points.ts'
import { dispatchThrough } from './dispatch.ts'
import type { Premises } from './premises.ts'
import { startReading } from './reading.ts'
import { startSending } from './sending.ts'
import { socketOf } from './sockets.ts'
import { startTelling, summariser } from './telling.ts'
import { queueObserver, queuePlace, type World } from './world.ts'

/**
 * The office: who writes the register on this machine. It holds the keys, meets no mail server and no byte of
 * a stranger: the mailbox's process tells it what came, readers what that means, and the sender takes its
 * letters.
 */
export async function startOffice(world: World, premises: Premises): Promise<AsyncDisposable> {
  const { settings, environment, register, observe, calls } = world
  // What fails on the way ends what was begun.
  await using stack = new AsyncDisposableStack()
  const archive = dyingAt(settings, await openArchive(archiveLocation(settings, environment)))
  const queues = stack.use(openQueues(await queuePlace(world), queueObserver(observe)))
  const jobs = dyingAt(settings, queues)
  const dispatch = settings.RECEPISSE_SENDS ? dispatchThrough(settings) : null
  if (dispatch !== null) stack.use(await startSending(world, dispatch))
  stack.use(await startReading(world, { archive, jobs, premises }, summariser(world, jobs)))
  stack.use(await startTelling(world, jobs, dispatch))
  // Last to open and first to close: who is told that something is noted may count on the rest.
  stack.use(await openCounter(socketOf(settings, 'office'), LEDGER, ledgerOf({ register, jobs }, calls)))
  return stack.move()
}
