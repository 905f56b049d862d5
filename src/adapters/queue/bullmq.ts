import { setTimeout as delay } from 'node:timers/promises'
import { type Job, Queue, UnrecoverableError, Worker } from 'bullmq'
import { asFailure, Failure } from '../../base/failure.ts'
import type { Haste } from '../../register/ledger.ts'
import {
  type Handlers,
  JOBS,
  type JobName,
  type Jobs,
  jobId,
  QUEUES,
  type QueueName,
  queueOf,
} from '../../steps/jobs.ts'
import { lineTo, type RedisLocation } from './lines.ts'

/** Where the jobs of one register stand: registers that share a Redis do not meet there. */
export type QueuePlace = RedisLocation & { readonly registerId: string }

/** Six tries over about two minutes: longer troubles are left to the sweep, which starts afresh. */
const ATTEMPTS = 6
const FIRST_DELAY_MS = 2_000
/**
 * A worker that died is noticed within this time. Reading runs in children, so this process renews its locks
 * easily.
 */
const LOCK_MS = 15_000
const STALLED_CHECK_MS = 5_000
/** A worker without work asks Redis to tell it of some, and asks again so often: a job is told at once. */
const WAITS_SECONDS = 30
/** A Redis that broke off is back within a moment, mostly; and who is told to stop waits for no more. */
const ASK_AGAIN_MS = 1_000
/** What is in hand is finished before; a queue itself has nothing to finish. */
const CLOSED_WITHIN_MS = 2_000
/** Not the guard against poison: the register counts attempts. Redis may forget, the register may not. */
const MAX_STALLED = 20

/**
 * Whoever is read is placed and answered first (no priority comes before any); then who comes now, then a
 * backlog.
 */
const READING: Readonly<Record<Haste, number>> = { now: 1, backlog: 2 }
const WAITING = ['waiting', 'active', 'delayed', 'prioritized'] as const

/** What happens in a queue that somebody should know; never content. */
export interface QueueObserver {
  jobFailed(name: string, failure: Failure, willRetry: boolean): void
  connectionTroubled(error: Error): void
  jobDone(name: string, milliseconds: number): void
}

export interface JobQueues extends Jobs, AsyncDisposable {
  /** Jobs that wait, are in hand or are put off, by queue. */
  depth(): Promise<Readonly<Record<QueueName, number>>>
}

/**
 * The producing side. While Redis is away, adding fails soon instead of waiting: the sweep puts the hint
 * back.
 */
export function openQueues(place: QueuePlace, observer: QueueObserver): JobQueues {
  const line = lineTo(place, 'asks')
  const queues = new Map<QueueName, Queue>()
  for (const name of Object.keys(QUEUES) as QueueName[]) {
    const queue = new Queue(queueKey(name), { connection: line.redis, prefix: prefixOf(place) })
    queue.on('error', (error) => observer.connectionTroubled(error))
    queues.set(name, queue)
  }
  return {
    async add(name, payload, haste = 'now') {
      const options = {
        jobId: jobId(name, payload),
        attempts: ATTEMPTS,
        backoff: { type: 'exponential', delay: FIRST_DELAY_MS, jitter: 0.5 },
        ...(name === 'read' ? { priority: READING[haste] } : {}),
        removeOnComplete: true,
        removeOnFail: true,
      }
      try {
        await queues.get(queueOf(name))?.add(name, payload, options)
      } catch (error) {
        throw new Failure(
          'transient',
          'queue-unreachable',
          'Redis does not answer; nothing is lost, the sweep will put this work back',
          { cause: error },
        )
      }
    },
    async depth() {
      const counts = await Promise.all(
        [...queues].map(async ([name, queue]) => [name, await queue.getJobCountByTypes(...WAITING)]),
      )
      return Object.fromEntries(counts)
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...queues.values()].map((queue) => queue.close()))
      line[Symbol.dispose]()
    },
  }
}

/** The consuming side of one queue. `concurrency`: jobs in flight. */
export function startWorker<Name extends JobName>(
  place: QueuePlace,
  queue: QueueName,
  handlers: Handlers<Name>,
  concurrency: number,
  observer: QueueObserver,
): AsyncDisposable {
  const line = lineTo(place, 'works')
  const inHand = new Set<Promise<void>>()
  function taken(job: Job): Promise<void> {
    const done = run(job, handlers, observer).finally(() => inHand.delete(done))
    inHand.add(done)
    return done
  }
  const worker = new Worker(queueKey(queue), taken, {
    connection: line.redis,
    prefix: prefixOf(place),
    concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_CHECK_MS,
    maxStalledCount: MAX_STALLED,
    runRetryDelay: ASK_AGAIN_MS,
    drainDelay: WAITS_SECONDS,
  })
  worker.on('error', (error) => observer.connectionTroubled(error))
  worker.on('failed', (job, error) => {
    observer.jobFailed(
      job?.name ?? 'unknown',
      asFailure(causeOf(error)),
      !(error instanceof UnrecoverableError),
    )
  })
  return {
    async [Symbol.asyncDispose]() {
      const closed = worker.close()
      // It waits for a line to end that never does when Redis broke off just before; and one more job may
      // begin meanwhile, that was on its way.
      do {
        await Promise.allSettled(inHand)
        await Promise.race([closed, delay(CLOSED_WITHIN_MS, undefined, { ref: false })])
      } while (inHand.size > 0)
      line[Symbol.dispose]()
    },
  }
}

async function run<Name extends JobName>(
  job: Job,
  handlers: Handlers<Name>,
  observer: QueueObserver,
): Promise<void> {
  const startedAt = performance.now()
  try {
    if (!(job.name in handlers))
      throw new Failure('bug', 'unknown-job', `this process has no handler for ${job.name}`)
    const name = job.name as Name
    const payload = JOBS[name].safeParse(job.data)
    if (!payload.success)
      throw new Failure('bug', 'malformed-job', `a ${name} job does not have the payload it should`)
    await handlers[name](payload.data as Parameters<Handlers<Name>[Name]>[0])
    observer.jobDone(name, performance.now() - startedAt)
  } catch (error) {
    throw toQueueError(error)
  }
}

/** The one place where a failure's kind becomes BullMQ's: transient is tried again, anything else is not. */
function toQueueError(error: unknown): Error {
  const failure = asFailure(error)
  if (failure.kind === 'transient') return failure
  const unrecoverable = new UnrecoverableError(failure.message)
  unrecoverable.cause = failure
  return unrecoverable
}

function causeOf(error: Error): unknown {
  return error instanceof UnrecoverableError && error.cause !== undefined ? error.cause : error
}

function queueKey(name: QueueName): string {
  return `recepisse-${name}`
}

/** In braces: a Cluster keeps the keys of one register together, as BullMQ's scripts need them. */
function prefixOf({ registerId }: QueuePlace): string {
  return `{recepisse-${registerId}}`
}
