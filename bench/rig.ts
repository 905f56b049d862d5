import { type ChildProcess, execFile, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Demonstration, demonstrationCall, standing, startDemonstration } from '../demo/demonstration.ts'
import { later } from '../src/base/instant.ts'
import { processorTimeOfEnded, watchMemory } from '../test/documents/corpus/memory.ts'

const CALL = fileURLToPath(new URL('../demo/call.yaml', import.meta.url))
const MANY = 1_000_000
/** Looking takes a processor's time as well. */
export const SELDOM_MS = 500

/**
 * What the submission server tells: where it listens, and each letter that it took. `at`: milliseconds since
 * 1970.
 */
export type SinkWord =
  | { readonly port: number }
  | { readonly to: string; readonly at: number; readonly bytes: number }

/** A letter as the submission server took it. `at`: on this process's own clock (performance.now). */
export interface Taken {
  readonly to: string
  readonly at: number
}

/** What a measurement runs on. `taken`: letters of whoever submits, in their order. */
export type Rig = Omit<Demonstration, 'sink'> & {
  readonly taken: readonly Taken[]
  readonly smtpPort: number
  readonly sinkPid: number
}

/**
 * One mailbox, one submission server in a process of its own, nothing running yet. Everything is gone with
 * it.
 */
export async function aRig(environment: Readonly<Record<string, string>> = {}): Promise<Rig> {
  const stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-bench-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  await chmod(folder, 0o711)
  // Budgets protect people from robots; here all applicants write within minutes.
  const text = (await readFile(CALL, 'utf8')).replace(/(perHour|perAddressPerDay): \d+/g, `$1: ${MANY}`)
  const callFile = join(folder, 'call.yaml')
  await writeFile(callFile, text)
  const { port, pid, taken } = await aSink(stack)
  const rig = stack.use(
    await startDemonstration(demonstrationCall(), folder, {
      service: false,
      environment: {
        RECEPISSE_CALL: callFile,
        RECEPISSE_BREAKER_LETTERS: String(MANY),
        LOG_LEVEL: 'warn',
        SMTP_PORT: String(port),
        ...environment,
      },
    }),
  )
  return { ...rig, taken, smtpPort: port, sinkPid: pid, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}

async function aSink(
  stack: AsyncDisposableStack,
): Promise<{ port: number; pid: number; taken: readonly Taken[] }> {
  const child = fork(fileURLToPath(new URL('sink.ts', import.meta.url)))
  stack.defer(() => child.disconnect())
  const taken: Taken[] = []
  const { promise, resolve } = Promise.withResolvers<number>()
  child.on('message', (word: SinkWord) => {
    if ('port' in word) resolve(word.port)
    else taken.push({ to: word.to, at: word.at - performance.timeOrigin })
  })
  return { port: await promise, pid: child.pid ?? 0, taken }
}

export async function deliverAll(rig: Rig, mails: readonly Buffer[]): Promise<void> {
  for (const mail of mails) await rig.dovecot.deliver(mail, later(rig.world.clock.now(), -1_000))
}

/** A program of this folder, run to its end; what it printed. `before`: what starts it, if not we. */
export async function runScript(
  before: readonly string[],
  name: string,
  ...words: string[]
): Promise<{ said: string; ms: number; processor: number; peak: number }> {
  const startedAt = performance.now()
  const [command = '', ...program] = [
    ...before,
    process.execPath,
    fileURLToPath(new URL(name, import.meta.url)),
  ]
  const child = spawn(command, [...program, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const memory = watchMemory(child.pid, SELDOM_MS)
  const used = processorTimeOfEnded()
  let said = ''
  child.stdout.on('data', (data) => {
    said += data
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${name} ended with code ${code}`)
  const ms = performance.now() - startedAt
  return { said, ms, processor: processorTimeOfEnded() - used, peak: memory.peak() }
}

/** Waits until so many letters to applicants were taken by the submission server. */
export async function untilLetters(
  rig: Rig,
  count: number,
  withinMs = 1_200_000,
  counted: () => readonly Taken[] = () => acknowledgements(rig),
): Promise<void> {
  const giveUpAt = performance.now() + withinMs
  while (counted().length < count) {
    if (performance.now() > giveUpAt)
      throw new Error(`${counted().length} of ${count} letters within ${withinMs / 1000} s`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

export function acknowledgements({ taken }: Pick<Rig, 'taken'>): readonly Taken[] {
  return taken.filter(({ to }) => to.includes('@structure-'))
}

const EARLY = 0.2

/** Milliseconds a letter between the fifth of them and the last: what a start takes is no part of it. */
export function slopeOf(letters: readonly Taken[]): number {
  const first = letters[Math.floor(letters.length * EARLY)]
  const last = letters.at(-1)
  if (first === undefined || last === undefined || first === last) return Number.NaN
  return (last.at - first.at) / (letters.length - 1 - Math.floor(letters.length * EARLY))
}

/** Everything that was delivered is in the register. */
export async function untilReceived(rig: Rig, count: number): Promise<void> {
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

/** In good order, with everything it started: what traces it takes no signal itself. */
export async function stopService(service: ChildProcess): Promise<void> {
  if (service.exitCode !== null) return
  const ended = once(service, 'exit')
  process.kill(-(service.pid ?? 0), 'SIGTERM')
  await ended
}
