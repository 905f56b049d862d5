import type { Fingerprint } from '../base/ids.ts'
import type { Clock } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { cluesOf, placementOf } from '../dossier/belonging.ts'
import type { Submission } from '../dossier/dossier.ts'
import type { MailRecord, PipelineRegister, ReadMail } from '../register/register.ts'
import type { Observe } from './events.ts'
import type { Jobs } from './jobs.ts'
import { onward } from './onward.ts'

export interface AssemblePorts {
  readonly register: PipelineRegister
  readonly jobs: Jobs
  readonly clock: Clock
  readonly observe: Observe
}

/** Finds the application that a mail belongs to, or opens one, and gives the mail its fate. */
export async function assemble(ports: AssemblePorts, fingerprint: Fingerprint, call: Call): Promise<void> {
  const record = await ports.register.mail(fingerprint)
  if (record === null || record.read === null || record.progress !== 'read') {
    return record === null ? undefined : onward(ports.jobs, fingerprint, record.progress)
  }
  const submission = submissionOf(record, record.read)
  const references = [...(record.read.mail?.inReplyTo ?? []), ...(record.read.mail?.references ?? [])]
  const replyTo = await ports.register.numbersAnswered(references)
  const clues = [
    ...cluesOf(submission),
    ...replyTo.map((number) => ({ kind: 'number' as const, value: number })),
  ]
  const added = { submission, replyTo, words: record.read.mail?.text ?? '' }
  const { touched } = await ports.register.assemble(
    fingerprint,
    clues,
    (candidates, taken) => placementOf(added, candidates, call.id, call.registrationPrefix, taken),
    ports.clock.now(),
  )
  ports.observe({ type: 'mail-assembled', fingerprint })
  await Promise.all(touched.map((one) => ports.jobs.add('conclude', { fingerprint: one })))
}

export function submissionOf(record: Pick<MailRecord, 'fingerprint'>, read: ReadMail): Submission {
  return {
    fingerprint: record.fingerprint,
    receipt: read.receipt,
    sender: read.sender,
    documents: [...read.documents],
  }
}
