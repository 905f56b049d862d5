import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnService } from '../demo/demonstration.ts'
import { processorTimeBelow, watchMemory } from '../test/documents/corpus/memory.ts'
import { benchMails, type MailboxKind } from './mails.ts'
import {
  acknowledgements,
  aRig,
  deliverAll,
  median,
  type Rig,
  runScript,
  SELDOM_MS,
  slopeOf,
  stopService,
  untilLetters,
} from './rig.ts'
import { onSlowDisk } from './slow-disk.ts'

/**
 * Who handles a mailbox: the product, an afternoon's script (one that keeps what it reads, too), the plain
 * floors.
 */
export const CONTESTANTS = [
  'product',
  'script',
  'script-kept',
  'fetch',
  'fetch-fsync',
  'fetch-parse',
] as const
export type Contestant = (typeof CONTESTANTS)[number]

/** Of one contestant over one mailbox, a mail. */
export interface Figures {
  /** Milliseconds from the process's start to the last letter taken, or the last mail handled. */
  readonly ms: number
  /** From the fifth of the letters to the last: without the start. Not a number where no letters are sent. */
  readonly slope: number
  /** Milliseconds of processors, of the contestant; and of the servers that it used. */
  readonly processor: number
  readonly servers: number
  /** Megabytes at most. */
  readonly peak: number
  /** The longest that the process of the mailbox answered nothing; of the product only. */
  readonly stallMs: number
}

/** `flushMs`: what each flush of the disk is made to take longer. */
interface Extent {
  readonly mails: number
  readonly rounds: number
  readonly seed: string
  readonly flushMs?: number
}

/** Medians of rounds in which contestants take turns, each over a mailbox of its own. */
export async function contest(
  kind: MailboxKind,
  contestants: readonly Contestant[],
  extent: Extent,
): Promise<Readonly<Partial<Record<Contestant, Figures & { readonly spread: number }>>>> {
  const found = new Map<Contestant, Figures[]>(contestants.map((one) => [one, []]))
  for (let round = 0; round < extent.rounds; round += 1)
    for (const contestant of contestants) {
      const mails = await benchMails(kind, extent.mails, `${extent.seed}${kind}${round}`)
      const figures = await once(contestant, mails, onSlowDisk(extent.flushMs ?? 0))
      found.get(contestant)?.push(figures)
      process.stderr.write(`${kind} ${contestant}: ${figures.ms.toFixed(1)} ms a mail, ${figures.peak} MB\n`)
    }
  return Object.fromEntries([...found].map(([contestant, all]) => [contestant, medians(all)]))
}

function medians(all: readonly Figures[]): Figures & { readonly spread: number } {
  const of = (pick: (figures: Figures) => number): number => median(all.map(pick))
  const times = all.map(({ ms }) => ms)
  return {
    ms: of(({ ms }) => ms),
    slope: of(({ slope }) => slope),
    processor: of(({ processor }) => processor),
    servers: of(({ servers }) => servers),
    spread: (Math.max(...times) - Math.min(...times)) / median(times),
    peak: Math.max(...all.map(({ peak }) => peak)),
    stallMs: Math.max(...all.map(({ stallMs }) => stallMs)),
  }
}

async function once(
  contestant: Contestant,
  mails: readonly Buffer[],
  before: readonly string[],
): Promise<Figures> {
  await using rig = await aRig()
  await deliverAll(rig, mails)
  const used = serversBeside(rig.sinkPid)
  const { servers, ...ran } = await run(contestant, rig, mails.length, before)
  const each = (sum: number): number => sum / mails.length
  const letters = contestant.startsWith('fetch') ? [] : counted(contestant, rig)
  return {
    ...ran,
    ms: each(ran.ms),
    slope: slopeOf(letters),
    processor: each(ran.processor),
    servers: each(servers - used),
  }
}

function counted(contestant: Contestant, rig: Rig) {
  return contestant === 'product' ? acknowledgements(rig) : rig.taken
}

/** What the mail servers have used so far: all below this process but those named, and itself. */
function serversBeside(...others: readonly number[]): number {
  return processorTimeBelow(process.pid, others)
}

/** `servers`: what they had used of processors when it ended. */
type Ran = Omit<Figures, 'slope'>

async function run(contestant: Contestant, rig: Rig, count: number, before: readonly string[]): Promise<Ran> {
  if (contestant === 'product') return runProduct(rig, count, before)
  const login = [String(rig.dovecot.port), rig.dovecot.user, rig.dovecot.password]
  const folder = mkdtempSync(join(tmpdir(), 'recepisse-floor-'))
  const kept = contestant === 'script-kept' ? [folder] : []
  const { said, ms, processor, peak } = contestant.startsWith('script')
    ? await runScript(before, 'afternoon.ts', ...login, String(rig.smtpPort), ...kept)
    : await runScript(before, 'floor.ts', contestant, ...login, folder, String(count))
  rmSync(folder, { recursive: true })
  const servers = serversBeside(rig.sinkPid)
  if (contestant.startsWith('fetch')) return { ms: Number(said), processor, peak, stallMs: 0, servers }
  await untilLetters(rig, count, 10_000, () => rig.taken)
  return { ms, processor, peak, stallMs: 0, servers }
}

async function runProduct(rig: Rig, count: number, before: readonly string[]): Promise<Ran> {
  const startedAt = performance.now()
  const service = spawnService(rig.folder, rig.environment, [], before)
  const memory = watchMemory(service.pid, SELDOM_MS)
  try {
    await untilLetters(rig, count)
    const ms = (acknowledgements(rig).at(-1)?.at ?? performance.now()) - startedAt
    const processor = memory.processorTime()
    const stallMs = await stallOf('office', rig.environment['RECEPISSE_HEALTH_PORT'] ?? '')
    const servers = serversBeside(rig.sinkPid, service.pid ?? 0)
    return { ms, processor, peak: memory.peak(), stallMs, servers }
  } finally {
    memory.peak()
    await stopService(service)
  }
}

/** As the service tells it since it started: nobody read it before. */
async function stallOf(name: string, port: string): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const found = new RegExp(`^recepisse_stall_seconds\\{process="${name}"\\} (\\S+)`, 'm').exec(metrics)
  return Math.round(Number(found?.[1]) * 1000)
}
