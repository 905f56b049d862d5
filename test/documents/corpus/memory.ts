import { readdirSync, readFileSync } from 'node:fs'
import { programOf } from '../../../src/adapters/compiled/program.ts'

const EVERY_MS = 100

/** A process, and its command line. */
export interface Running {
  readonly pid: number
  readonly line: string
}

/** The processes below this one. */
export function processesBelow(root = process.pid): readonly Running[] {
  return familyOf(root)
    .filter((pid) => pid !== root)
    .map((pid) => ({ pid, line: readQuietly(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim() }))
}

/** Whether a process is one that reads: behind a wall, a starter of it stands before it. */
export function isReader({ line }: Running): boolean {
  return /^\S*node /.test(line) && line.endsWith(programOf('workers/reader.ts'))
}

/** The process among those below this one whose command line holds some words. */
export function childRunning(words: string): number {
  const parents = parentsOfAll()
  for (const pid of parents.keys()) {
    const line = readQuietly(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
    if (pid !== process.pid && line.includes(words) && descends(pid, process.pid, parents)) return pid
  }
  throw new Error(`no process runs « ${words} »`)
}

/** Megabytes that a process and all below it hold, shared pages counted once (PSS). */
export function megabytesOf(root: number): number {
  return familyOf(root).reduce((sum, pid) => sum + pssOf(pid), 0)
}

function familyOf(root: number): readonly number[] {
  const parents = parentsOfAll()
  return [...parents.keys()].filter((pid) => descends(pid, root, parents))
}

/** The kernel's clock for /proc has a hundred ticks a second. */
const TICK_MS = 10

/** Milliseconds of processors that a process has used so far; `ofChildren`: those of its that have ended. */
function processorTimesOf(pid: number): { readonly own: number; readonly ofChildren: number } {
  const stat = readQuietly(`/proc/${pid}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = (from: number): number => Number(fields[from] ?? 0) + Number(fields[from + 1] ?? 0)
  return { own: ticks(11) * TICK_MS, ofChildren: ticks(13) * TICK_MS }
}

/** What children of this process that have ended have used of processors, in milliseconds, all below them included. */
export function processorTimeOfEnded(): number {
  return processorTimesOf(process.pid).ofChildren
}

/** The same of a process and all below it; or of all below it but the families of some. */
export function processorTimeBelow(root: number, without: readonly number[] = []): number {
  const left = new Set(without.flatMap(familyOf))
  const counted = familyOf(root).filter((pid) => !left.has(pid) && (without.length === 0 || pid !== root))
  return counted.reduce((sum, pid) => {
    const { own, ofChildren } = processorTimesOf(pid)
    return sum + own + ofChildren
  }, 0)
}

/** How often threads of a process and of all below it gave the processor away of their own accord: they were woken since. */
export function wakeUpsBelow(root: number): number {
  return familyOf(root).reduce((sum, pid) => sum + wakeUpsOf(pid), 0)
}

function wakeUpsOf(pid: number): number {
  const threads = namesIn(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}/status`)
  const counts = threads.map((path) => /^voluntary_ctxt_switches:\s+(\d+)/m.exec(readQuietly(path))?.[1] ?? 0)
  return counts.reduce<number>((sum, count) => sum + Number(count), 0)
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (error instanceof Error) return []
    throw error
  }
}

function parentsOfAll(): Map<number, number> {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const stat = readQuietly(`/proc/${name}/stat`)
    // pid (name) state ppid …: the name may hold anything.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    if (stat !== '') parents.set(Number(name), parent)
  }
  return parents
}

function descends(pid: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at))
    if (at === root) return true
  return false
}

function pssOf(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+)/m.exec(readQuietly(`/proc/${pid}/smaps_rollup`))?.[1]
  return Number(kilobytes ?? 0) / 1000
}

/** A process may end while one looks. */
function readQuietly(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch (error) {
    if (error instanceof Error) return ''
    throw error
  }
}

/**
 * Looks again and again. `peak` ends it and tells the most memory that was seen, in megabytes; `processorTime` the
 * milliseconds of processors that all of them have used, those that ended meanwhile too: once the family itself has
 * ended, what it was when it was last looked at.
 */
export function watchMemory(
  root: number = process.pid,
  everyMs = EVERY_MS,
): {
  readonly peak: () => number
  readonly processorTime: () => number
} {
  let most = 0
  let used = 0
  const look = (): void => {
    const family = familyOf(root)
    most = Math.max(
      most,
      family.reduce((sum, pid) => sum + pssOf(pid), 0),
    )
    used = Math.max(used, processorTimeBelow(root))
  }
  const timer = setInterval(look, everyMs)
  return {
    peak: () => {
      clearInterval(timer)
      look()
      return Math.round(most)
    },
    processorTime: () => {
      look()
      return used
    },
  }
}
