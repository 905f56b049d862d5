import { clamdVersion } from '../adapters/antivirus/clamd.ts'
import { diskLeft } from '../adapters/disk/left.ts'
import type { JobQueues } from '../adapters/queue/bullmq.ts'
import type { Readings } from '../adapters/telemetry/metrics.ts'
import { heldByTimeLeft } from '../alarm/held-by-time-left.ts'
import { asFailure } from '../base/failure.ts'
import { callNamed } from '../call/calls.ts'
import { dueSlot } from '../digest/slots.ts'
import { archiveFolder } from '../settings/secrets.ts'
import { antivirusOf, dataPaths } from '../settings/settings.ts'
import { Announcer } from '../steps/announce.ts'
import type { Handlers } from '../steps/jobs.ts'
import { type Notice, raiseAlarms } from '../steps/raise-alarms.ts'
import { type SummarisePorts, summarise } from '../steps/summarise.ts'
import type { RegisterWatch } from '../steps/watch-register.ts'
import type { Dispatch } from './dispatch.ts'
import { every } from './every.ts'
import { type Pace, uponChange } from './upon-change.ts'
import { watchRegister } from './watch-register.ts'
import type { World } from './world.ts'

/** How often the clock is looked at for a digest that is due. */
const TICK_MS = 20_000
/** What happened is told to another program so soon. */
const ANNOUNCE_EVERY_MS = 5_000

/**
 * Tells staff, operators and other programs: the digest at the hours of the call file, alarms, events,
 * numbers.
 */
export async function startTelling(
  world: World,
  jobs: JobQueues,
  dispatch: Dispatch | null,
): Promise<AsyncDisposable> {
  const { clock, observe, calls } = world
  // What fails on the way ends what was begun.
  await using stack = new AsyncDisposableStack()
  const asked = new Set<string>()
  stack.use(
    every(TICK_MS, 'digest', observe, async () => {
      for (const call of calls) {
        const slot = dueSlot(clock.now(), call)
        if (slot === null || asked.has(`${call.id} ${slot}`)) continue
        await jobs.add('summarise', { callId: call.id, slot })
        asked.add(`${call.id} ${slot}`)
      }
    }),
  )
  world.metrics.showVitals(() => readings(world, jobs))
  const { watch } = stack.use(await watchRegister(world))
  stack.use(keepWatchOver(world, jobs, watch, dispatch))
  if (dispatch !== null) stack.use(keepAnnouncing(world, dispatch))
  return stack.move()
}

/** Writes the digest of one hour. */
export function summariser(world: World, jobs: JobQueues): Handlers<'summarise'>['summarise'] {
  const { register, clock, observe, settings, calls } = world
  const ports = {
    ...{ register, jobs, clock, observe },
    account: settings.IMAP_USER ?? '',
    consoleUrl: settings.RECEPISSE_CONSOLE_URL,
    // Loaded twice a day.
    workbook: async (sheets: Parameters<SummarisePorts['workbook']>[0]) =>
      (await import('../adapters/spreadsheet/write-workbook.ts')).writeWorkbook(sheets),
  }
  return ({ callId, slot }) => summarise(ports, callNamed(calls, callId), slot)
}

/** What happened is told to another program, where the sender knows one. */
function keepAnnouncing(world: World, dispatch: Dispatch): Disposable {
  const announcer = new Announcer({
    ...world,
    tell: async (id, announcement) => {
      await dispatch.announce({ id, announcement, at: world.clock.now() })
    },
  })
  let isWanted: boolean | null = null
  return every(ANNOUNCE_EVERY_MS, 'events', world.observe, async () => {
    isWanted ??= (await dispatch.channels({})).events
    if (isWanted) await announcer.turn()
  })
}

/** How often the signs of life are looked at: an alarm waits so long at the most. */
const LOOK: Pace = { everyMs: 30_000, atLeastMs: 60_000 }

/** Not by the queue: it is one of the things that may be in trouble. */
function keepWatchOver(
  world: World,
  jobs: JobQueues,
  watch: RegisterWatch,
  dispatch: Dispatch | null,
): Disposable {
  const ports = {
    ...world,
    jobs,
    machine: async () => ({
      diskLeft: await roomLeft(world),
      antivirusSilent: await isAntivirusSilent(world),
      unproven: watch.found,
    }),
    operators: world.settings.RECEPISSE_ALERT_TO,
    notify: async (notice: Notice) => dispatch?.notify({ notice }),
  }
  return uponChange(LOOK, 'alarms', world, async () => {
    const areTold = await raiseAlarms(ports, world.calls)
    return areTold && !(await world.register.isInHand())
  })
}

async function readings(world: World, jobs: JobQueues): Promise<Readings> {
  const now = world.clock.now()
  const vitals = await world.register.vitals()
  return {
    vitals,
    now,
    diskLeft: await roomLeft(world),
    queues: await jobs.depth(),
    heldBy: heldByTimeLeft(vitals, world.calls, now),
  }
}

/** Null where neither register nor archive is on this machine. */
async function roomLeft({ settings }: World): Promise<number | null> {
  const archive = archiveFolder(settings)
  if (archive === null && settings.DATABASE_URL !== undefined) return null
  return diskLeft(archive ?? dataPaths(settings).folder)
}

async function isAntivirusSilent({ settings }: World): Promise<boolean> {
  const place = antivirusOf(settings)
  if (place === null) return false
  try {
    await clamdVersion(place)
    return false
  } catch (error) {
    if (asFailure(error).code === 'antivirus-unavailable') return true
    throw error
  }
}
