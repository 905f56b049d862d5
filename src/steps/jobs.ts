import { z } from 'zod'
import { CallId, Fingerprint, OutboxId } from '../base/ids.ts'
import type { Haste } from '../register/ledger.ts'

/**
 * The jobs: names and payloads. Ids only, never personal data: Redis keeps them in clear text. Each job is a
 * hint to look at the register, so running one twice, or late, or not at all, changes nothing in the end.
 */
export const JOBS = {
  read: z.strictObject({ fingerprint: Fingerprint }),
  assemble: z.strictObject({ fingerprint: Fingerprint }),
  conclude: z.strictObject({ fingerprint: Fingerprint }),
  reconsider: z.strictObject({ fingerprint: Fingerprint }),
  deliver: z.strictObject({ outboxId: OutboxId }),
  summarise: z.strictObject({ callId: CallId, slot: z.string().regex(/^[0-9A-Za-z-]+$/) }),
  sweep: z.strictObject({ slot: z.string().regex(/^\d+$/) }),
} as const

export type JobName = keyof typeof JOBS
export type Payload<Name extends JobName> = z.infer<(typeof JOBS)[Name]>

/** A handler for every name that a queue has; a missing one does not compile. */
export type Handlers<Name extends JobName> = {
  readonly [One in Name]: (payload: Payload<One>) => Promise<void>
}

/** Where steps leave their hints. Adding one that is already waiting is adding nothing. */
export interface Jobs {
  add<Name extends JobName>(name: Name, payload: Payload<Name>, haste?: Haste): Promise<void>
}

/** Letters never wait behind what is being read: a queue of their own, taken where a sender stands beside. */
export const QUEUES = {
  reading: ['read', 'assemble', 'conclude', 'reconsider', 'sweep', 'summarise'],
  sending: ['deliver'],
} as const satisfies Record<string, readonly JobName[]>
export type QueueName = keyof typeof QUEUES

/** The id under which a job waits: one for each thing to be done, so that hints do not pile up. */
export function jobId<Name extends JobName>(name: Name, payload: Payload<Name>): string {
  return `${name}-${Object.values(payload).join('-')}`
}

/** The queue in which a job of this name waits. */
export function queueOf(name: JobName): QueueName {
  for (const queue of Object.keys(QUEUES) as QueueName[]) {
    const names: readonly JobName[] = QUEUES[queue]
    if (names.includes(name)) return queue
  }
  throw new Error(`no queue has ${name}`)
}
