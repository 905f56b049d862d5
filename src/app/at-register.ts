import { asFailure } from '../base/failure.ts'
import type { Standing } from '../register/adoptions.ts'
import { refuseChangedDeadlines } from '../steps/adopt.ts'
import { refuseCallsElsewhere, refuseOtherCalls, takeMailbox } from '../steps/one-of-a-kind.ts'
import { every } from './every.ts'
import type { Beginning } from './kept-mailbox.ts'
import { RENEW_MS } from './lease-times.ts'
import { renewName, takeName } from './machine-name.ts'
import { openLastingWorld, type World } from './world.ts'

/**
 * How a process begins that opens the register: with the calls as their files stand, and the deadlines
 * adopted; and not at all at a register of others. The office has this machine's name: it writes for all of
 * it.
 */
export function atRegister(name: 'office' | 'console'): Beginning<World>['stand'] {
  return async (footing, stack, anew) => {
    const { settings } = footing
    const { world, standing } = await openLastingWorld(footing)
    stack.use(world)
    await takeMailbox(world.register, settings.IMAP_USER)
    await refuseOtherCalls(world.register, ours(world), world.clock.now())
    await refuseChangedDeadlines(world, world.calls)
    stack.use(watchStanding(world, standing, anew))
    // A register in a file has its folder’s lock.
    if (name === 'office' && settings.DATABASE_URL !== undefined) await workUnderName(world, stack, anew)
    return world
  }
}

function ours({ settings, calls }: World) {
  return { name: settings.RECEPISSE_INSTANCE, calls: calls.map(({ id }) => id) }
}

const LOOK_EVERY_MS = 2_000

/**
 * A call's file or a deadline adopted while this process lives with another one, or a register that a newer
 * program changed: it stops in good order, and begins again with what is true then, which may be that it is
 * refused. One question, however many calls there are.
 */
function watchStanding(
  { register, observe }: World,
  { adoptions, schema }: Standing,
  anew: () => void,
): Disposable {
  return every(LOOK_EVERY_MS, 'standing', observe, async () => {
    const now = await register.standing()
    if (now.adoptions !== adoptions || now.schema !== schema) anew()
  })
}

/**
 * As above, for a name that another machine took meanwhile, and for calls that it works for and this one
 * lacks.
 */
async function workUnderName(world: World, stack: AsyncDisposableStack, anew: () => void): Promise<void> {
  const { register, clock, observe } = world
  const machine = stack.use(await takeName(world))
  const work = every(RENEW_MS, 'machine name', observe, async () => {
    if (!(await renewName(world, machine))) anew()
    await refuseCallsElsewhere(register, machine, clock.now()).catch((error: unknown) => {
      const failure = asFailure(error)
      if (failure.code === 'other-calls') anew()
      throw failure
    })
  })
  stack.use(work)
}
