import { notify } from '../adapters/service-manager/notify.ts'
import { createLog } from '../adapters/telemetry/log.ts'
import { asFailure } from '../base/failure.ts'
import type { ServiceManager } from '../settings/service-manager.ts'
import type { Settings } from '../settings/settings.ts'
import { every } from './every.ts'

/** One that is late, or lost, leaves two more. */
const NOTICES_IN_TIME = 3

/**
 * Tells who started the service that it is ready and, as long as `isMoving`, that it goes on: a manager
 * with a watchdog starts it anew when it stands still. A manager that cannot be told is told of, and keeps
 * nobody from working.
 */
export async function tellManager(
  { socket, watchdogMs }: ServiceManager,
  { LOG_LEVEL }: Pick<Settings, 'LOG_LEVEL'>,
  isMoving: () => boolean,
): Promise<Disposable> {
  const observe = createLog('run', LOG_LEVEL)
  await notify(socket, 'READY=1').catch((error: unknown) =>
    observe({ type: 'trouble', where: 'service manager', failure: asFailure(error) }),
  )
  if (watchdogMs === null) return { [Symbol.dispose]: () => undefined }
  return every(watchdogMs / NOTICES_IN_TIME, 'service manager', observe, async () => {
    if (isMoving()) await notify(socket, 'WATCHDOG=1')
  })
}
