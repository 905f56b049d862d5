import type { Settings } from '../settings/settings.ts'

/** The arrows of a mail's way, by the call after which the process dies. */
const ARROWS: Readonly<Record<string, string>> = {
  keep: 'after-archive',
  recordSightings: 'after-received',
  add: 'after-hint',
  countAttempt: 'after-attempt',
  fetchedAgain: 'after-fetched',
  saveRead: 'after-read',
  assemble: 'after-assembled',
  conclude: 'after-concluded',
  asOne: 'after-through',
  saveSecondLook: 'after-secondlook',
  forget: 'after-forgotten',
  claim: 'after-intent',
  submit: 'after-handover',
  settle: 'after-settled',
}
export const CRASH_POINTS: readonly string[] = Object.values(ARROWS)

/**
 * For tests: `RECEPISSE_CRASH_AT=after-read,after-concluded@1` ends a process with SIGKILL at an arrow of its
 * way, in its first life or in the one named. Without the setting, `ports` as they are.
 */
export function dyingAt<Ports extends object>(settings: Settings, ports: Ports): Ports {
  const here = settings.RECEPISSE_CRASH_AT.filter(({ life }) => life === settings.RECEPISSE_STARTED_AGAIN)
  if (here.length === 0) return ports
  return dyingAfter(new Set(here.map(({ point }) => point)), ports)
}

function dyingAfter<Ports extends object>(points: ReadonlySet<string>, ports: Ports): Ports {
  return new Proxy(ports, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      const arrow = ARROWS[String(name)]
      if (typeof value !== 'function' || arrow === undefined) return value
      return async (...given: unknown[]) => {
        const result: unknown = await Reflect.apply(
          value,
          target,
          name === 'asOne' ? given.map(within) : given,
        )
        if (!points.has(arrow)) return result
        process.kill(process.pid, 'SIGKILL')
        // The signal may take a moment; nothing more must happen in it.
        return new Promise(() => {})
      }
    },
  })

  /** Changes that are one transaction die within it, too. */
  function within(changes: unknown): unknown {
    if (typeof changes !== 'function') return changes
    return (register: object): unknown => changes(dyingAfter(points, register))
  }
}
