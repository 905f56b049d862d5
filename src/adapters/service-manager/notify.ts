import { spawn } from 'node:child_process'
import { Failure } from '../../base/failure.ts'

/** Part of systemd itself: Node speaks no datagrams to a Unix socket (decision 31). */
const PROGRAM = '/usr/bin/systemd-notify'

/**
 * Tells the service manager at `socket` a state, such as READY=1 (sd_notify(3)), and settles when it took it.
 * Failure('transient', 'manager-untold') when it could not be told.
 */
export async function notify(socket: string, state: string): Promise<void> {
  const teller = spawn(PROGRAM, [state], { stdio: 'ignore', env: { NOTIFY_SOCKET: socket } })
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  teller.once('error', reject)
  teller.once('exit', resolve)
  const status = await promise.catch((cause: unknown) => {
    throw untold(cause)
  })
  if (status !== 0) throw untold(status)
}

function untold(cause: unknown): Failure {
  return new Failure(
    'transient',
    'manager-untold',
    `the service manager that started this service cannot be told how it is (${PROGRAM})`,
    { cause },
  )
}
