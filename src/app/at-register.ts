import { deadlineText } from '../call/deadline.ts'
import type { Settings } from '../settings/settings.ts'
import { refuseChangedDeadlines } from '../steps/adopt.ts'
import { every } from './every.ts'
import { openWorld, type World } from './world.ts'

/** How a process begins that opens the register: with the calls as their files stand, and the deadlines adopted. */
export function atRegister(name: string) {
  return async (settings: Settings, stack: AsyncDisposableStack): Promise<World> => {
    const world = stack.use(await openWorld(name, settings))
    const versions = await world.register.adoptedCallVersions()
    await refuseChangedDeadlines(world, world.calls)
    stack.use(watchForAdoption(world, versions))
    return world
  }
}

const LOOK_FOR_ADOPTION_MS = 2_000

/**
 * A deadline or a call's file adopted while this process lives with another one: it stops in good order, and
 * its parent starts it again with the files as they stand.
 */
function watchForAdoption({ register, calls, observe }: World, versions: number): Disposable {
  return every(LOOK_FOR_ADOPTION_MS, 'deadline', observe, async () => {
    if ((await register.adoptedCallVersions()) !== versions) process.kill(process.pid, 'SIGTERM')
    for (const call of calls) {
      const adopted = await register.adoptedDeadline(call.id)
      if (adopted !== null && adopted.body !== deadlineText(call)) process.kill(process.pid, 'SIGTERM')
    }
  })
}
