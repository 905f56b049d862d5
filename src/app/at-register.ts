import { asFailure } from '../base/failure.ts'
import type { Standing } from '../register/adoptions.ts'
import type { Machine } from '../register/machines.ts'
import { refuseChangedDeadlines } from '../steps/adopt.ts'
import {
  refuseCallsElsewhere,
  refuseOtherCalls,
  refuseOtherWay,
  takeMailbox,
} from '../steps/one-of-a-kind.ts'
import { every } from './every.ts'
import type { Beginning } from './kept-mailbox.ts'
import { RENEW_MS } from './lease-times.ts'
import { renewName, takeName } from './machine-name.ts'
import { type Pace, uponChange } from './upon-change.ts'
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
    await refuseOtherWay(world.register, settings.IMAP_USER, settings.GRAPH_USER !== undefined)
    await refuseOtherCalls(world.register, ours(world), world.clock.now())
    await refuseChangedDeadlines(world, world.calls)
    // A register in a file has its folder’s lock.
    const isNamed = name === 'office' && settings.DATABASE_URL !== undefined
    const machine = isNamed ? await workUnderName(world, stack, anew) : null
    stack.use(watchStanding(world, standing, machine, anew))
    return world
  }
}

function ours({ settings, calls }: World) {
  return { name: settings.RECEPISSE_INSTANCE, calls: calls.map(({ id }) => id) }
}

const LOOK: Pace = { everyMs: 2_000, atLeastMs: 60_000 }

/**
 * A call's file or a deadline adopted while this process lives with another one, a register that a newer
 * program changed, or another machine with calls that this one lacks: it stops in good order, and begins
 * again with what is true then, which may be that it is refused. One question, however many calls there are.
 */
function watchStanding(
  world: World,
  { adoptions, schema }: Standing,
  machine: Machine | null,
  anew: () => void,
): Disposable {
  const { register, clock } = world
  return uponChange(LOOK, 'standing', world, async () => {
    const now = await register.standing()
    if (now.adoptions !== adoptions || now.schema !== schema) anew()
    if (machine !== null)
      await refuseCallsElsewhere(register, machine, clock.now()).catch((error: unknown) => {
        const failure = asFailure(error)
        if (failure.code === 'other-calls') anew()
        throw failure
      })
    return true
  })
}

/** A name that another machine took meanwhile is this process's no more: it begins anew, and is refused. */
async function workUnderName(world: World, stack: AsyncDisposableStack, anew: () => void): Promise<Machine> {
  const machine = stack.use(await takeName(world))
  const renewing = every(RENEW_MS, 'machine name', world.observe, async () => {
    if (!(await renewName(world, machine))) anew()
  })
  stack.use(renewing)
  return machine
}
