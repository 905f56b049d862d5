import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'

/** Kill -9 of a service and of everything it started. */
export function endGroup(service: ChildProcess): Promise<void> {
  if (service.pid === undefined) throw new Error('the service did not start')
  if (service.exitCode !== null || service.signalCode !== null) return Promise.resolve()
  const ended = new Promise<void>((resolve) => service.once('exit', () => resolve()))
  process.kill(-service.pid, 'SIGKILL')
  return ended
}

/** A Redis of the test’s own, as the service asks for. */
export function startRedis(port: number, policy = 'noeviction'): ChildProcess {
  return spawn(
    'redis-server',
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--maxmemory-policy',
      policy,
    ],
    { stdio: 'ignore' },
  )
}

/** Waits for a condition; half a minute at the most, unless told otherwise. */
export async function until(condition: () => Promise<boolean>, withinMs = 30_000): Promise<void> {
  const giveUpAt = performance.now() + withinMs
  while (!(await condition())) {
    if (performance.now() > giveUpAt) throw new Error(`the condition was not met within ${withinMs / 1000} s`)
    await delay(50)
  }
}
