import { asFailure } from '../base/failure.ts'
import { type Clock, type Instant, millisecondsBetween } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { deadlinesOfAll } from '../call/calls.ts'
import { canonical } from '../proof/entry.ts'
import type { SignedHead } from '../proof/head.ts'
import type { Signer } from '../proof/signature.ts'
import type { ProofRegister } from '../register/proof.ts'
import type { Observe } from './events.ts'

/**
 * A time-stamp authority: its name in the register, and how it is asked for its whole answer over some text.
 */
export interface Stamper {
  readonly authority: string
  stamp(data: string): Promise<Buffer>
}

export interface SealPorts {
  readonly register: ProofRegister
  /** Those whose deadlines the register vouches for. */
  readonly calls: readonly Call[]
  readonly signer: Signer
  readonly clock: Clock
  readonly observe: Observe
  /** Null: heads are signed and not stamped. */
  readonly stamper: Stamper | null
}

/** Heads asked a stamp for in one go: after an outage the newest first, it vouches for all before it. */
const STAMPS_AT_ONCE = 10

/**
 * Signs the register as it stands, and catches up with what is owed: a deadline's head, stamps. Never delays
 * an acknowledgement.
 */
export async function seal(ports: SealPorts, kind: 'regular' | 'close'): Promise<SignedHead> {
  await ports.register.noteSigningKey(ports.signer, ports.clock.now())
  await takeDeadlineHead(ports)
  const head = await ports.register.takeHead(kind, ports.signer, ports.clock.now())
  if (ports.stamper !== null) await stampOwed(ports, ports.stamper)
  return head
}

/**
 * The head of the last deadline that passed, when the register has none from after it: a service that was
 * down or slow at that second takes it when it is back, and says how late. One head vouches for all deadlines
 * before it.
 */
async function takeDeadlineHead({ register, calls, signer, clock, observe }: SealPorts): Promise<void> {
  const now = clock.now()
  const passed = deadlinesOfAll(calls).filter((deadline) => deadline <= now)
  const last = passed.sort().at(-1)
  if (last === undefined || !(await register.takeDeadlineHead(last, signer, now))) return
  observe({ type: 'deadline-sealed', late: millisecondsBetween(last, now) })
}

async function stampOwed(ports: SealPorts, stamper: Stamper): Promise<void> {
  for (const { head } of await ports.register.unstamped(stamper.authority, STAMPS_AT_ONCE)) {
    try {
      const token = await stamper.stamp(canonical(head))
      await ports.register.keepAnchor(head, {
        authority: stamper.authority,
        token: token.toString('base64'),
        at: ports.clock.now(),
      })
    } catch (error) {
      ports.observe({ type: 'trouble', where: 'time-stamp', failure: asFailure(error) })
      return
    }
  }
}

/** The second at which the next deadline passes, of those still to come; null when all have passed. */
export function nextOf(deadlines: readonly Instant[], now: Instant): Instant | null {
  return [...deadlines].sort().find((deadline) => deadline > now) ?? null
}
