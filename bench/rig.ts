import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import {
  type Demonstration,
  demonstrationCall,
  standing,
  startDemonstration,
} from '../src/app/demonstration.ts'
import { later } from '../src/base/instant.ts'
import { watchMemory } from '../test/documents/corpus/memory.ts'

const CALL = fileURLToPath(new URL('../demo/call.yaml', import.meta.url))
const MANY = 1_000_000

/** One mailbox, one submission server, nothing running yet. Everything is gone with it. */
export async function aRig(environment: Readonly<Record<string, string>> = {}): Promise<Demonstration> {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-bench-'))
  await chmod(folder, 0o711)
  // Budgets protect people from robots; here all applicants write within minutes.
  const text = (await readFile(CALL, 'utf8')).replace(/perHour: \d+/, `perHour: ${MANY}`)
  const callFile = join(folder, 'call.yaml')
  await writeFile(callFile, text)
  const rig = await startDemonstration(demonstrationCall(), folder, {
    service: false,
    environment: {
      RECEPISSE_CALL: callFile,
      RECEPISSE_BREAKER_LETTERS: String(MANY),
      LOG_LEVEL: 'warn',
      ...environment,
    },
  })
  return {
    ...rig,
    async [Symbol.asyncDispose]() {
      await rig[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function deliverAll(rig: Demonstration, mails: readonly Buffer[]): Promise<void> {
  for (const mail of mails) await rig.dovecot.deliver(mail, later(rig.world.clock.now(), -1_000))
}

/** A program of this folder, run to its end; what it printed. */
export async function runScript(
  name: string,
  ...words: string[]
): Promise<{ said: string; ms: number; processor: number; peak: number }> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [fileURLToPath(new URL(name, import.meta.url)), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const memory = watchMemory(child.pid)
  let said = ''
  child.stdout.on('data', (data) => {
    said += data
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${name} ended with code ${code}`)
  const ms = performance.now() - startedAt
  return { said, ms, processor: memory.processorTime(), peak: memory.peak() }
}

/** Waits until so many letters to applicants were taken by the submission server. */
export async function untilLetters(rig: Demonstration, count: number, withinMs = 600_000): Promise<void> {
  const giveUpAt = performance.now() + withinMs
  while (acknowledgements(rig).length < count) {
    if (performance.now() > giveUpAt)
      throw new Error(`${acknowledgements(rig).length} of ${count} letters within ${withinMs / 1000} s`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

export function acknowledgements(rig: Demonstration) {
  return rig.sink.letters.filter((letter) => letter.to[0]?.includes('@structure-') === true)
}

/** Everything that was delivered is in the register. */
export async function untilReceived(rig: Demonstration, count: number): Promise<void> {
  while ((await standing(rig.world)).received < count) await new Promise((resolve) => setTimeout(resolve, 50))
}

/** A service and all that it will start run on one processor (util-linux). */
export async function bindTo({ pid }: ChildProcess, processor: number): Promise<void> {
  await promisify(execFile)('taskset', ['--all-tasks', '--cpu-list', '--pid', `${processor}`, `${pid}`])
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** In good order, with everything it started. */
export async function stopService(service: ChildProcess): Promise<void> {
  if (service.exitCode !== null) return
  const ended = once(service, 'exit')
  service.kill('SIGTERM')
  await ended
}
