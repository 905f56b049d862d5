import type { Environment } from './environment.ts'

/** A service manager that wants to be told how its service is (sd_notify(3)). */
export interface ServiceManager {
  /** The path or abstract name of its socket. */
  readonly socket: string
  /** It takes a service for dead that says nothing for so long; null where it does not. */
  readonly watchdogMs: number | null
}

/** The manager that started this process; null where none did, or none asks. */
export function serviceManager(environment: Environment = process.env): ServiceManager | null {
  const { NOTIFY_SOCKET: socket, WATCHDOG_USEC: watchdog, WATCHDOG_PID: whose } = environment
  if (socket === undefined || socket === '') return null
  const isOurs = whose === undefined || Number(whose) === process.pid
  const milliseconds = Math.floor(Number(watchdog) / 1000)
  return { socket, watchdogMs: isOurs && milliseconds > 0 ? milliseconds : null }
}
