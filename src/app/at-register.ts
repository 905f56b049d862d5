import type { Settings } from '../settings/settings.ts'
import { refuseChangedDeadlines } from '../steps/adopt.ts'
import { every } from './every.ts'
import { openLastingWorld, type World } from './world.ts'

/**
 * How a process begins that opens the register: with the calls as their files stand, and the deadlines
 * adopted.
 */
export function atRegister(name: string) {
  return async (settings: Settings, stack: AsyncDisposableStack): Promise<World> => {
    const { world, adoptions } = await openLastingWorld(name, settings)
    stack.use(world)
    await refuseChangedDeadlines(world, world.calls)
    stack.use(watchForAdoption(world, adoptions))
    return world
  }
}

const LOOK_FOR_ADOPTION_MS = 2_000

/**
 * A call's file or a deadline adopted while this process lives with another one: it stops in good order, and
 * its parent starts it again with the files as they stand. One question, however many calls there are.
 */
function watchForAdoption({ register, observe }: World, adoptions: number): Disposable {
  return every(LOOK_FOR_ADOPTION_MS, 'adoption', observe, async () => {
    if ((await register.adoptions()) !== adoptions) process.kill(process.pid, 'SIGTERM')
  })
}
