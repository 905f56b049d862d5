import type { ChildProcess } from 'node:child_process'

/** Kill -9 of a service and of everything it started. */
export function endGroup(service: ChildProcess): Promise<void> {
  if (service.pid === undefined) throw new Error('the service did not start')
  if (service.exitCode !== null || service.signalCode !== null) return Promise.resolve()
  const ended = new Promise<void>((resolve) => service.once('exit', () => resolve()))
  process.kill(-service.pid, 'SIGKILL')
  return ended
}
