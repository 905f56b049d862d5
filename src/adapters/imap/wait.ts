import type { ImapFlow } from 'imapflow'
import { imapFailure } from './connect.ts'

/**
 * Waits in IDLE until the server says that something changed, `milliseconds` have passed or `signal` aborts.
 * Coming back proves nothing: the caller makes a round trip next. Failures: transient when the connection is gone.
 */
export async function waitForChange(
  client: ImapFlow,
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  if (!client.usable) throw imapFailure(new Error('the connection is closed'))
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(finish, milliseconds)
    function finish(): void {
      clearTimeout(timer)
      client.off('exists', finish)
      client.off('close', closed)
      signal.removeEventListener('abort', finish)
      resolve()
    }
    function closed(): void {
      clearTimeout(timer)
      client.off('exists', finish)
      signal.removeEventListener('abort', finish)
      reject(imapFailure(new Error('the connection was closed')))
    }
    client.once('exists', finish)
    client.once('close', closed)
    signal.addEventListener('abort', finish)
    // IDLE ends by itself when the next command is sent; its own failure shows as a close.
    client.idle().catch(closed)
  })
}
