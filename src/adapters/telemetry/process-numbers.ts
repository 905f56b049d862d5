import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Gauge, Registry } from 'prom-client'

/** What one process tells of itself, whichever mailboxes it works for. */
export interface ProcessNumbers {
  snapshot(): Promise<object[]>
  /** Of several mailboxes each, from now on. */
  show(look: () => readonly { readonly mailbox: string; readonly works: boolean }[]): void
}

/**
 * How often is looked for stalls. At 50 ms it was two thirds of all that woke an idle service; one that
 * matters to people lasts longer than this, and is seen whole or in part.
 */
const STALLS_EVERY_MS = 200

/** Memory and stalls of this process, as Prometheus reads them. */
export function processNumbers(name: string): ProcessNumbers {
  const registry = new Registry()
  const registers = [registry]
  const delays = monitorEventLoopDelay({ resolution: STALLS_EVERY_MS })
  delays.enable()
  new Gauge({
    name: 'recepisse_process_resident_bytes',
    help: 'Memory of a process, its readers aside',
    labelNames: ['process'],
    registers,
    collect() {
      this.set({ process: name }, process.memoryUsage.rss())
    },
  })
  new Gauge({
    name: 'recepisse_stall_seconds',
    help: 'The longest that a process answered nothing since the last reading',
    labelNames: ['process'],
    registers,
    collect() {
      this.set({ process: name }, Math.max(0, delays.max / 1e9 - STALLS_EVERY_MS / 1000))
      delays.reset()
    },
  })
  return {
    snapshot: () => registry.getMetricsAsJSON(),
    show(look) {
      new Gauge({
        name: 'recepisse_mailbox_works',
        help: '0 while a process cannot work for a mailbox of several: its log says why',
        labelNames: ['process', 'mailbox'],
        registers,
        collect() {
          for (const { mailbox, works } of look()) this.set({ process: name, mailbox }, works ? 1 : 0)
        },
      })
    },
  }
}
