import { clamdVersion } from '../adapters/antivirus/clamd.ts'
import { diskLeft } from '../adapters/disk/left.ts'
import { type JobQueues, openQueues, startWorker } from '../adapters/queue/bullmq.ts'
import type { Readings } from '../adapters/telemetry/metrics.ts'
import { postNotice } from '../adapters/webhook/post.ts'
import { postAnnouncement } from '../adapters/webhook/signed.ts'
import { heldByTimeLeft } from '../alarm/held-by-time-left.ts'
import { asFailure } from '../base/failure.ts'
import { callNamed } from '../call/calls.ts'
import { dueSlot } from '../digest/slots.ts'
import { alertWebhook, archiveFolder, eventsSubscriber } from '../settings/secrets.ts'
import { antivirusOf, dataPaths } from '../settings/settings.ts'
import { Announcer } from '../steps/announce.ts'
import { type Notice, raiseAlarms } from '../steps/raise-alarms.ts'
import { type SummarisePorts, summarise } from '../steps/summarise.ts'
import type { RegisterWatch } from '../steps/watch-register.ts'
import { every } from './every.ts'
import { watchRegister } from './watch-register.ts'
import { queueObserver, redisLocation, type World } from './world.ts'

/** How often the clock is looked at for a digest that is due. */
const TICK_MS = 20_000
/** What happened is told to another program so soon. */
const ANNOUNCE_EVERY_MS = 5_000

/** The digest process: writes the staff's digest at the hours of the call file. It holds no secret. */
export async function startDigest(world: World): Promise<AsyncDisposable> {
  const { settings, register, clock, observe, calls } = world
  const stack = new AsyncDisposableStack()
  const troubles = queueObserver(observe)
  const jobs = stack.use(openQueues(redisLocation(settings), troubles))
  const ports = {
    register,
    jobs,
    clock,
    observe,
    account: settings.IMAP_USER ?? '',
    consoleUrl: settings.RECEPISSE_CONSOLE_URL,
    // Loaded twice a day: this process waits.
    workbook: async (sheets: Parameters<SummarisePorts['workbook']>[0]) =>
      (await import('../adapters/spreadsheet/write-workbook.ts')).writeWorkbook(sheets),
  }
  stack.use(
    startWorker(
      redisLocation(settings),
      'digest',
      { summarise: ({ callId, slot }) => summarise(ports, callNamed(calls, callId), slot) },
      1,
      troubles,
    ),
  )
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
  stack.use(keepWatchOver(world, jobs, watch))
  const subscriber = eventsSubscriber()
  if (subscriber !== null) {
    const announcer = new Announcer({
      ...world,
      tell: (id, announcement) => postAnnouncement(subscriber, id, announcement, clock.now()),
    })
    stack.use(every(ANNOUNCE_EVERY_MS, 'events', observe, () => announcer.turn()))
  }
  return stack
}

/** How often the signs of life are looked at: an alarm waits so long at the most. */
const LOOK_EVERY_MS = 30_000

/** Not by the queue: it is one of the things that may be in trouble. */
function keepWatchOver(world: World, jobs: JobQueues, watch: RegisterWatch): Disposable {
  const webhook = alertWebhook()
  const ports = {
    ...world,
    jobs,
    machine: async () => ({
      diskLeft: await roomLeft(world),
      antivirusSilent: await isAntivirusSilent(world),
      unproven: watch.found,
    }),
    operators: world.settings.RECEPISSE_ALERT_TO,
    notify: webhook === null ? null : (notice: Notice) => postNotice(webhook, notice),
  }
  return every(LOOK_EVERY_MS, 'alarms', world.observe, () => raiseAlarms(ports, world.calls))
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
