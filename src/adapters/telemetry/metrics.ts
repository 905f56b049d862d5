import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { type Instant, millisecondsBetween } from '../../base/instant.ts'
import type { Vitals } from '../../register/vitals.ts'
import type { StepEvent } from '../../steps/events.ts'

/**
 * The numbers of one process’s work for a mailbox, for Prometheus. Labels are words of ours and folders, and
 * what an operator called a mailbox of several: never an address or a name.
 */
export interface Metrics {
  note(event: StepEvent): void
  /** Everything as it stands, to be joined with the other processes’ by `joined`. */
  snapshot(): Promise<object[]>
  /** Shown from now on with what `look` finds at each reading. */
  showVitals(look: () => Promise<Readings>): void
}

/** What one process reads for all. */
export interface Readings {
  readonly vitals: Vitals
  readonly now: Instant
  readonly diskLeft: number | null
  readonly queues: Readonly<Record<string, number>>
  /** Held acknowledgements by the legal time left. */
  readonly heldBy: Readonly<Record<'within_a_day' | 'within_ten_days' | 'overdue', number>>
}

/** From a millisecond for a database's answer to the longest reading of a scan. */
const SECONDS = [0.005, 0.02, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 300]

/** The numbers of one process’s work as Prometheus reads them: times in seconds, counts, nobody’s name. */
export function createMetrics(process: string, mailbox: string | null = null): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (mailbox !== null) registry.setDefaultLabels({ mailbox })
  const jobs = new Histogram({
    name: 'recepisse_job_seconds',
    help: 'Time of one job',
    labelNames: ['job'],
    buckets: SECONDS,
    registers,
  })
  const waited = new Histogram({
    name: 'recepisse_letter_wait_seconds',
    help: 'From a letter written to a letter accepted by the submission server',
    buckets: SECONDS,
    registers,
  })
  const troubles = new Counter({
    name: 'recepisse_troubles_total',
    help: 'Failures that were told',
    labelNames: ['process', 'kind', 'code'],
    registers,
  })
  const received = new Counter({
    name: 'recepisse_mails_received_total',
    help: 'Mails taken in from folders',
    labelNames: ['outcome'],
    registers,
  })
  return {
    note(event) {
      if (event.type === 'job-done') jobs.observe({ job: event.job }, event.milliseconds / 1000)
      else if (event.type === 'letter-sent') waited.observe(event.waited / 1000)
      else if (event.type === 'mails-received') {
        received.inc({ outcome: 'new' }, event.fresh)
        received.inc({ outcome: 'copy' }, event.copies)
      } else if (event.type === 'trouble')
        troubles.inc({ process, kind: event.failure.kind, code: event.failure.code })
    },
    snapshot: () => registry.getMetricsAsJSON(),
    showVitals: (look) => showVitals(registry, look),
  }
}

type Values = readonly (readonly [labels: Readonly<Record<string, string>>, value: number])[]
type Shown = readonly [
  name: string,
  help: string,
  labels: readonly string[],
  of: (readings: Readings) => Values,
]

function showVitals(registry: Registry, look: () => Promise<Readings>): void {
  let readings: Promise<Readings> | null = null
  // One look serves all gauges of one reading.
  const shared = () => {
    readings ??= look().finally(() => setImmediate(() => (readings = null)))
    return readings
  }
  for (const [name, help, labelNames, of] of SHOWN)
    new Gauge({
      name: `recepisse_${name}`,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        const values = of(await shared())
        this.reset()
        for (const [labels, value] of values) this.set(labels, value)
      },
    })
}

function by(label: string, counts: Readonly<Record<string, number>>): Values {
  return Object.entries(counts).map(([name, count]) => [{ [label]: name }, count])
}

function age(since: Instant | null, now: Instant): Values {
  return [[{}, since === null ? 0 : Math.max(0, millisecondsBetween(since, now)) / 1000]]
}

const SHOWN: readonly Shown[] = [
  ['mails', 'Mails by fate', ['fate'], ({ vitals }) => by('fate', vitals.mails)],
  [
    'mails_unfinished',
    'Mails whose way is not finished',
    [],
    ({ vitals }) => [[{}, vitals.unfinished.count]],
  ],
  [
    'mails_unfinished_age_seconds',
    'Since the oldest unfinished mail last moved',
    [],
    ({ vitals, now }) => age(vitals.unfinished.since, now),
  ],
  ['letters', 'Letters by state', ['state'], ({ vitals }) => by('state', vitals.letters)],
  [
    'outbox_age_seconds',
    'Since the oldest letter that has not left was written',
    [],
    ({ vitals, now }) => age(vitals.oldestDue, now),
  ],
  [
    'held',
    'Acknowledgements that a person must send, by the legal time left',
    ['due'],
    ({ heldBy }) => by('due', heldBy),
  ],
  [
    'letters_lost',
    'Letters to applicants that bounced or were refused',
    [],
    ({ vitals }) => [[{}, vitals.lost.length]],
  ],
  [
    'mails_infected',
    'Mails with a file that the antivirus named',
    [],
    ({ vitals }) => [[{}, vitals.infected.length]],
  ],
  [
    'folder_silent_seconds',
    'Since the last proved round trip to a folder',
    ['folder'],
    ({ vitals, now }) =>
      vitals.folders.map(({ folder, at }) => [{ folder }, millisecondsBetween(at, now) / 1000]),
  ],
  [
    'token_left_seconds',
    'Until an account’s token ends',
    ['account'],
    ({ vitals, now }) =>
      vitals.tokens.flatMap(({ account, expiresAt }) =>
        expiresAt === null ? [] : [[{ account }, millisecondsBetween(now, expiresAt) / 1000] as const],
      ),
  ],
  [
    'token_failing',
    '1 while an account’s token cannot be renewed',
    ['account'],
    ({ vitals }) =>
      vitals.tokens.map((token) => [{ account: token.account }, token.failing === null ? 0 : 1]),
  ],
  [
    'clock_offset_seconds',
    'How far ahead of true time this machine is',
    [],
    ({ vitals }) => (vitals.clock?.offsetMs == null ? [] : [[{}, vitals.clock.offsetMs / 1000]]),
  ],
  [
    'breaker_open',
    'Calls of which nothing leaves by itself',
    [],
    ({ vitals }) => [[{}, vitals.breakers.length]],
  ],
  [
    'disk_left_bytes',
    'Room for register and archive',
    [],
    ({ diskLeft }) => (diskLeft === null ? [] : [[{}, diskLeft]]),
  ],
  ['queue_jobs', 'Jobs that wait or are in hand', ['queue'], ({ queues }) => by('queue', queues)],
]
