import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { CRASH_POINTS } from '../../src/app/crash-points.ts'
import type { TroubledRig } from './troubled-rig.ts'

type Chance = () => number

/** A fault: what happens, for how long at the most, and how it ends. */
export interface Fault {
  readonly name: string
  readonly holdMs: number
  begin(rig: TroubledRig, chance: Chance): Promise<void>
  end(rig: TroubledRig): Promise<void>
}

const nothing = async () => {}

/** Processes that the service started and that live. */
function childrenOf(pid: number | undefined): readonly number[] {
  if (pid === undefined) return []
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

function oneOf<Item>(items: readonly Item[], chance: Chance): Item | undefined {
  return items[Math.floor(chance() * items.length)]
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    // It ended by itself in the meantime.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

async function askRedis(rig: TroubledRig, ...command: [string, ...string[]]): Promise<void> {
  const redis = new Redis(rig.redisPort, '127.0.0.1', { maxRetriesPerRequest: 1, retryStrategy: () => null })
  redis.on('error', () => undefined)
  try {
    await redis.call(...command)
  } finally {
    redis.disconnect()
  }
}

function line(which: 'imap' | 'smtp', state: 'slow' | 'silent' | 'refuse', holdMs: number): Fault {
  return {
    name: `${which}-${state}`,
    holdMs,
    begin: async (rig) => rig[which].line(state),
    end: async (rig) => rig[which].line('pass'),
  }
}

function cut(which: 'imap' | 'smtp', most: number): Fault {
  return {
    name: `${which}-cut`,
    holdMs: 3_000,
    begin: async (rig, chance) => rig[which].cutAfter(Math.floor(chance() * most)),
    end: async (rig) => rig[which].cutAfter(Number.POSITIVE_INFINITY),
  }
}

const asleep = new Set<number>()

export const FAULTS: readonly Fault[] = [
  line('imap', 'slow', 6_000),
  line('imap', 'silent', 8_000),
  line('imap', 'refuse', 5_000),
  cut('imap', 60_000),
  line('smtp', 'slow', 6_000),
  line('smtp', 'silent', 8_000),
  line('smtp', 'refuse', 5_000),
  cut('smtp', 400),
  {
    name: 'kill-one-process',
    holdMs: 500,
    async begin(rig, chance) {
      const pid = oneOf(childrenOf(rig.service.pid), chance)
      if (pid !== undefined) signal(pid, 'SIGKILL')
    },
    end: nothing,
  },
  {
    name: 'one-process-asleep',
    holdMs: 6_000,
    async begin(rig, chance) {
      const pid = oneOf(childrenOf(rig.service.pid), chance)
      if (pid === undefined) return
      asleep.add(pid)
      signal(pid, 'SIGSTOP')
    },
    async end() {
      for (const pid of asleep) signal(pid, 'SIGCONT')
      asleep.clear()
    },
  },
  { name: 'kill-all', holdMs: 4_000, begin: (rig) => rig.startAgain(), end: nothing },
  {
    name: 'crash-points',
    holdMs: 8_000,
    begin: (rig, chance) =>
      rig.startAgain({
        RECEPISSE_CRASH_AT: `${oneOf(CRASH_POINTS, chance)},${oneOf(CRASH_POINTS, chance)}@1`,
      }),
    end: nothing,
  },
  {
    name: 'redis-killed',
    holdMs: 3_000,
    begin: async (rig) => rig.loseRedis(),
    async end(rig) {
      rig.findRedis()
      await delay(200)
    },
  },
  { name: 'redis-forgets', holdMs: 500, begin: (rig) => askRedis(rig, 'FLUSHALL'), end: nothing },
  {
    name: 'redis-slow',
    holdMs: 4_000,
    begin: (rig) => askRedis(rig, 'CLIENT', 'PAUSE', '3500'),
    end: nothing,
  },
  {
    name: 'redis-full',
    holdMs: 4_000,
    begin: (rig) => askRedis(rig, 'CONFIG', 'SET', 'maxmemory', '1mb'),
    end: (rig) => askRedis(rig, 'CONFIG', 'SET', 'maxmemory', '0'),
  },
  {
    name: 'disk-full',
    holdMs: 5_000,
    begin: async (rig) => rig.disk?.fill(),
    end: async (rig) => rig.disk?.empty(),
  },
  {
    name: 'mail-server-restarted',
    holdMs: 1_500,
    begin: (rig) => rig.stopMailServer(),
    end: (rig) => rig.startMailServer(),
  },
]

/** The clock of the next start, some minutes off: backwards as well as forwards. */
export function jumpedClock(rig: TroubledRig, chance: Chance): Record<string, string> {
  const offset = Number(rig.demonstration.environment['RECEPISSE_CLOCK_OFFSET_MS'])
  return { RECEPISSE_CLOCK_OFFSET_MS: String(offset + Math.round((chance() - 0.5) * 600_000)) }
}
