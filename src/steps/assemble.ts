import { tracesOf } from '../acknowledgement/arrival.ts'
import type { EnvelopeKey } from '../acknowledgement/envelope.ts'
import type { Fingerprint } from '../base/ids.ts'
import type { Clock } from '../base/instant.ts'
import { placesOf } from '../dossier/fates.ts'
import { type Calls, callNamed } from '../dossier/routing.ts'
import type { PipelineRegister } from '../register/register.ts'
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
  const call = callNamed(calls, record.read.callId)
  const { key } = ports
  const numbering = { callId: call.id, prefix: call.registrationPrefix }
  const touched = await ports.register.assemble(
    fingerprint,
    (related, taken) => placesOf(related, { ...numbering, taken }),
    ports.clock.now(),
    (mail) => (key === null ? [] : tracesOf(mail, key).handles),
  )
  ports.observe({ type: 'mail-assembled', fingerprint })
  await Promise.all(touched.map((one) => ports.jobs.add('conclude', { fingerprint: one })))
}
