import { randomUUID } from 'node:crypto'
import { holderOf } from '../adapters/lock/holder.ts'
import { Failure } from '../base/failure.ts'
import { type Instant, later } from '../base/instant.ts'
import type { Machine } from '../register/machines.ts'
import { dataPaths } from '../settings/settings.ts'
import { LEASE_MS } from './lease-times.ts'
import { pause } from './pause.ts'
import type { World } from './world.ts'

const LOOK_AGAIN_MS = 1_000

/**
 * This machine's name among those that share a register (RECEPISSE_INSTANCE), taken until it is disposed
 * of. A service that comes back after it was killed has it at once; a machine that was started anew may
 * wait until its earlier life's time is over. Failure('permanent', 'name-taken') when another machine is
 * seen to live under it.
 */
export async function takeName(world: World): Promise<Machine & AsyncDisposable> {
  const { settings, register, clock, calls } = world
  const machine = {
    name: settings.RECEPISSE_INSTANCE,
    holder: holderOf(dataPaths(settings).lock),
    life: randomUUID(),
    calls: calls.map(({ id }) => id),
  }
  let seen: Instant | null = null
  // By this process's own clock: the other machine's may be off.
  const overAt = performance.now() + LEASE_MS
  for (;;) {
    const at = clock.now()
    const isOver = performance.now() > overAt
    const held = await register.takeName(machine, at, later(at, LEASE_MS), isOver ? seen : null)
    if (held === null) break
    if (seen !== null && held !== seen) throw nameTaken(machine.name)
    seen = held
    await pause(LOOK_AGAIN_MS)
  }
  return { ...machine, [Symbol.asyncDispose]: () => register.endName(machine) }
}

/** Renewed beside other work. False when it is another's by now. */
export function renewName({ register, clock }: World, machine: Machine): Promise<boolean> {
  return register.renewName(machine, later(clock.now(), LEASE_MS))
}

function nameTaken(name: string): Failure {
  return new Failure(
    'permanent',
    'name-taken',
    `another machine works at this register under the name « ${name} »: give each a RECEPISSE_INSTANCE ` +
      'of its own',
  )
}
