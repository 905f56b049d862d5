import { asFailure } from '../base/failure.ts'
import type { Fingerprint, OutboxId } from '../base/ids.ts'
import type { Calls } from '../call/calls.ts'
import type { FreshlyRead } from '../register/mail-record.ts'
import type { PipelineRegister } from '../register/pipeline.ts'
import { placed } from './assemble.ts'
import { afterwards, type Concluded, type ConcludePorts, concluded } from './conclude.ts'

/** What became of a mail that was taken through: its conclusion, and others that its place changes. */
export type Through =
  | {
      readonly kind: 'through'
      readonly result: Concluded | null
      readonly others: readonly Fingerprint[]
      readonly letter: OutboxId | null
    }
  | { readonly kind: 'read-only' }

/**
 * Writes down what was read of a mail, places it and concludes it: one transaction, one wait for the disk.
 * What cannot be done so is done step by step, as the sweep does it: the step that fails then tells why, and
 * what was read is kept.
 */
export async function takeThrough(
  ports: ConcludePorts,
  fingerprint: Fingerprint,
  read: FreshlyRead,
  calls: Calls,
  /** Written with it. */
  also: (register: PipelineRegister) => Promise<OutboxId | null> = async () => null,
): Promise<Through> {
  const now = ports.clock.now()
  try {
    return await ports.register.asOne(async (register) => {
      await register.saveRead(fingerprint, read, now)
      const touched = await placed({ ...ports, register }, fingerprint, read.callId, calls, now)
      const result = touched.includes(fingerprint)
        ? await concluded({ ...ports, register }, fingerprint, calls, now)
        : null
      const letter = await also(register)
      const others = touched.filter((other) => other !== fingerprint)
      return { kind: 'through', result, others, letter }
    })
  } catch (error) {
    const failure = asFailure(error)
    if (failure.kind === 'transient') throw failure
    ports.observe({ type: 'trouble', where: 'take-through', failure })
    await ports.register.saveRead(fingerprint, read, now)
    return { kind: 'read-only' }
  }
}

/** What follows once it is on the disk. */
export async function follow(
  ports: ConcludePorts,
  fingerprint: Fingerprint,
  through: Through,
): Promise<void> {
  if (through.kind === 'read-only') return ports.jobs.add('assemble', { fingerprint })
  if (through.result !== null) await afterwards(ports, fingerprint, through.result)
  if (through.letter !== null) await ports.jobs.add('deliver', { outboxId: through.letter })
  await Promise.all(through.others.map((other) => ports.jobs.add('conclude', { fingerprint: other })))
}
