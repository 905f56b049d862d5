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
  saveSecondLook: 'after-secondlook',
  forget: 'after-forgotten',
  claim: 'after-intent',
  submit: 'after-handover',
  settle: 'after-settled',
}
export const CRASH_POINTS: readonly string[] = Object.values(ARROWS)

/**
 * For tests: `RECEPISSE_CRASH_AT=after-read,after-concluded@1` ends a process with SIGKILL at an arrow of its way, in its
 * first life or in the one named. Without the setting, `ports` as they are.
 */
export function dyingAt<Ports extends object>(settings: Settings, ports: Ports): Ports {
  const here = settings.RECEPISSE_CRASH_AT.filter(({ life }) => life === settings.RECEPISSE_STARTED_AGAIN)
  if (here.length === 0) return ports
  return new Proxy(ports, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      const arrow = ARROWS[String(name)]
      if (typeof value !== 'function' || !here.some(({ point }) => point === arrow)) return value
      return async (...given: unknown[]) => {
        await Reflect.apply(value, target, given)
        process.kill(process.pid, 'SIGKILL')
        // The signal may take a moment; nothing more must happen in it.
        return new Promise(() => {})
      }
    },
  })
}
