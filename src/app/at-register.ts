import { deadlineText } from '../call/deadline.ts'
import type { Settings } from '../settings/settings.ts'
import { refuseChangedDeadlines } from '../steps/adopt.ts'
import { every } from './every.ts'
import { openWorld, type World } from './world.ts'

/** How a process begins that opens the register: with the calls as their files stand, and the deadlines adopted. */
export function atRegister(name: string) {
  return async (settings: Settings, stack: AsyncDisposableStack): Promise<World> => {
    const world = stack.use(await openWorld(name, settings))
    await refuseChangedDeadlines(world, world.calls)
    stack.use(watchForAdoption(world))
    return world
  }
}

const LOOK_FOR_ADOPTION_MS = 2_000

/**
 * A deadline adopted while this process lives with another one: it stops in good order, and its parent starts
 * it again with the call's file as it stands.
 */
function watchForAdoption({ register, calls, observe }: World): Disposable {
  return every(LOOK_FOR_ADOPTION_MS, 'deadline', observe, async () => {
    for (const call of calls) {
      const adopted = await register.adoptedDeadline(call.id)
      if (adopted !== null && adopted.body !== deadlineText(call)) process.kill(process.pid, 'SIGTERM')
    }
  })
}
