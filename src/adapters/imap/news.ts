import type { ImapFlow } from 'imapflow'
import { imapFailure } from './connect.ts'

/** What the server said of new mail since it was last looked for. */
export interface News {
  /** To be called before each SEARCH: what was announced until then will be in its answer. */
  looking(): void
  /**
   * Waits in IDLE until the server announces mail, `milliseconds` have passed or `signal` aborts; not at all
   * when mail was announced since the last look. Coming back proves nothing: the caller makes a round trip
   * next. Failures: transient when the connection is gone.
   */
  waitForChange(milliseconds: number, signal: AbortSignal): Promise<void>
}

/**
 * Listens for as long as the connection lives, not only in IDLE: a server may tell of a mail in its answer to
 * any command (RFC 9051, 7.4.1), and never tells twice.
 */
export function listenForNews(client: ImapFlow): News {
  const state = { announced: false, wake: () => {} }
  client.on('exists', () => {
    state.announced = true
    state.wake()
  })
  return {
    looking() {
      state.announced = false
    },
    async waitForChange(milliseconds, signal) {
      if (!client.usable) throw imapFailure(new Error('the connection is closed'))
      if (state.announced || signal.aborted) return
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(finish, milliseconds)
        function end(): void {
          clearTimeout(timer)
          state.wake = () => {}
          client.off('close', closed)
          signal.removeEventListener('abort', finish)
        }
        function finish(): void {
          end()
          resolve()
        }
        function closed(): void {
          end()
          reject(imapFailure(new Error('the connection was closed')))
        }
        state.wake = finish
        client.once('close', closed)
        signal.addEventListener('abort', finish)
        // IDLE ends by itself when the next command is sent; its own failure shows as a close.
        client.idle().catch(closed)
      })
    },
  }
}
