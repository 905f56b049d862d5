import { tracesOf } from '../acknowledgement/arrival.ts'
import type { EnvelopeKey } from '../acknowledgement/envelope.ts'
import type { CallId, Fingerprint } from '../base/ids.ts'
import type { Clock, Instant } from '../base/instant.ts'
import { type Calls, callNamed } from '../call/calls.ts'
import { placesOf } from '../dossier/fates.ts'
import type { PipelineRegister } from '../register/pipeline.ts'
import type { Observe } from './events.ts'
import type { Jobs } from './jobs.ts'
import { onward } from './onward.ts'

export interface AssemblePorts {
  readonly register: PipelineRegister
  readonly jobs: Jobs
  readonly clock: Clock
  readonly observe: Observe
  /** To know our own envelope addresses by; null where no letter was ever sent. */
  readonly key: EnvelopeKey | null
}

/** Finds the application that a mail belongs to, or opens one, and gives the mail its fate. */
export async function assemble(ports: AssemblePorts, fingerprint: Fingerprint, calls: Calls): Promise<void> {
  const record = await ports.register.mail(fingerprint)
  if (record?.read == null) return
  if (record.progress !== 'read') return onward(ports.jobs, fingerprint, record.progress)
  const touched = await placed(ports, fingerprint, record.read.callId, calls, ports.clock.now())
  ports.observe({ type: 'mail-assembled', fingerprint })
  await Promise.all(touched.map((one) => ports.jobs.add('conclude', { fingerprint: one })))
}

/** The change of the register alone: the mails that are to be concluded (again) follow from it. */
export function placed(
  { register, key }: Pick<AssemblePorts, 'key'> & { readonly register: Pick<PipelineRegister, 'assemble'> },
  fingerprint: Fingerprint,
  callId: CallId,
  calls: Calls,
  at: Instant,
): Promise<readonly Fingerprint[]> {
  const call = callNamed(calls, callId)
  const numbering = { callId: call.id, prefix: call.registrationPrefix }
  return register.assemble(
    fingerprint,
    (related, taken) => placesOf(related, { ...numbering, taken }),
    at,
    (mail) => (key === null ? [] : tracesOf(mail, key).handles),
  )
}
