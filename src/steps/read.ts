import { type EnvelopeKey, isOwnLetter } from '../acknowledgement/envelope.ts'
import { asFailure, Failure } from '../base/failure.ts'
import type { Fingerprint } from '../base/ids.ts'
import { later } from '../base/instant.ts'
import type { Calls } from '../call/calls.ts'
import { type MailReader, type Supposition, suppositionOf, type Understood } from '../dossier/understood.ts'
import type { Clocks } from '../evidence/evidence.ts'
import { fallbackReceipt } from '../mail/receipt-time.ts'
import { asOwnLetter, type Triage } from '../mail/triage.ts'
import { isTrial } from '../mail/trial.ts'
import type { FreshlyRead, MailRecord, ReadMail } from '../register/mail-record.ts'
import type { PipelineRegister } from '../register/pipeline.ts'
import type { SetAsidePipeline } from '../register/set-aside.ts'
import type { ConcludePorts } from './conclude.ts'
import { onward } from './onward.ts'
import { follow, type Through, takeThrough } from './take-through.ts'
import { tryOut } from './try-out.ts'

export interface ReadPorts extends ConcludePorts {
  readonly register: PipelineRegister & Pick<SetAsidePipeline, 'isTakenIn'>
  readonly reader: MailReader
  /** Mails open at a time, by their bytes: each stands in memory with all that is attached. */
  readonly room: { enter(bytes: number): Promise<Disposable> }
  /** A mail that was in hand when its process died is tried again alone: whose doing it was is then known. */
  readonly company: { enter(alone: boolean): Promise<Disposable> }
}

/** A mail that was in hand at so many deaths of its process, all but the first alone, is quarantined. */
export const FATAL_ATTEMPTS = 4
/**
 * How long a mail that looks like none of our business waits for the ones before it: they may be its sender's
 * application.
 */
const WAIT_FOR_EARLIER_MS = 60_000

/**
 * Has a mail read, with its documents, says what it is, and takes it through. A mail that cannot be read is
 * quarantined with its receipt time.
 */
export async function read(ports: ReadPorts, fingerprint: Fingerprint, calls: Calls): Promise<void> {
  const record = await ports.register.mail(fingerprint)
  if (record === null)
    throw new Failure('bug', 'mail-without-row', 'a job names a mail that the register does not have')
  if (record.progress !== 'received') return onward(ports.jobs, fingerprint, record.progress)
  using _company = await ports.company.enter(record.attempts > 0)
  const attempt = await ports.register.countAttempt(fingerprint, 1, ports.clock.now())
  if (attempt > FATAL_ATTEMPTS) return quarantine(ports, record, 'ended-its-reader', calls)
  let through: Through
  try {
    const found = await understood(ports, record, calls)
    const result = await withKnown(ports.register, record.clocks, found, ports.key)
    if (await mustWait(ports, record, found, result)) {
      throw new Failure(
        'transient',
        'earlier-mails-in-hand',
        'this mail may add to one that is still being read',
      )
    }
    const answer = (register: PipelineRegister) =>
      isTrial(result.triage)
        ? tryOut(register, found, result, calls, ports.clock.now())
        : Promise.resolve(null)
    through = await takeThrough(ports, fingerprint, result, calls, answer)
    ports.observe({
      type: 'mail-read',
      fingerprint,
      documents: result.documents.length,
      nature: result.triage.nature,
    })
  } catch (error) {
    const failure = asFailure(error)
    await ports.register.countAttempt(fingerprint, -1, ports.clock.now())
    if (failure.kind === 'transient') throw failure
    ports.observe({ type: 'trouble', where: 'read', failure })
    return quarantine(ports, record, failure.code, calls)
  }
  await follow(ports, fingerprint, through)
}

/** The mail as it is by itself: read where a stranger's bytes meet nothing. */
export async function understood(
  ports: Pick<ReadPorts, 'archive' | 'reader' | 'room'>,
  record: Pick<MailRecord, 'fingerprint' | 'bytes' | 'clocks'>,
  calls: Calls,
): Promise<Understood> {
  using _place = await ports.room.enter(record.bytes)
  return await ports.reader.readMail(await ports.archive.read(record.fingerprint), record, calls)
}

/**
 * What a mail is, with what the register knows of its sender. Whether it is a letter of ours only the key can
 * tell, which no reader has; without one no mail is.
 */
export async function withKnown(
  register: Pick<PipelineRegister, 'senderFacts'> & Pick<SetAsidePipeline, 'isTakenIn'>,
  clocks: Clocks,
  found: Understood,
  key: EnvelopeKey | null,
): Promise<FreshlyRead> {
  const { mail } = found
  // What this mail itself left behind says nothing: read again, it must be what it was.
  const references = [...mail.inReplyTo, ...mail.references]
  const known = await register.senderFacts(mail.from[0]?.address ?? null, references, mail.fingerprint)
  const words = {
    takenIn: await register.isTakenIn(mail.fingerprint),
    own: key !== null && isOwnLetter(mail, key),
  }
  return supposing(suppositionOf(known), found, clocks, words)
}

const NO_WORDS = { takenIn: false, own: false }

function supposing(
  supposition: Supposition,
  { mail, receipt, proof, attached, sorted, documents, words }: Understood,
  clocks: Clocks,
  { takenIn, own }: { readonly takenIn: boolean; readonly own: boolean },
): FreshlyRead {
  const { callId, triage: told } = sorted[supposition]
  const triage = withStaffsWord(own ? asOwnLetter(told) : told, clocks, takenIn)
  // Nothing of a mail that is not our business is kept: neither its sender nor its words (design, invariant
  // 5).
  const ours = triage.nature !== 'unrelated'
  return {
    callId,
    receipt,
    triage,
    sender: ours ? (mail.from[0]?.address ?? null) : null,
    proof: ours ? proof : 'untold',
    mail: ours ? mail : null,
    documents: ours ? (documents[callId] ?? []) : [],
    attached,
    words: ours ? words : '',
  }
}

/**
 * What a person entered from paper is an application, whatever can be read of it; so is what a person took
 * in, unless the rules themselves see in it something that is handed in or asked.
 */
function withStaffsWord(triage: Triage, clocks: Clocks, takenIn: boolean): Triage {
  if (clocks.postmark !== null)
    return { nature: 'submission', grounds: ['entered-by-staff'], weighed: [], missed: [] }
  if (!takenIn || triage.nature === 'submission' || triage.nature === 'inquiry') return triage
  return { ...triage, nature: 'submission', grounds: ['taken-in-by-staff'] }
}

/**
 * True when only a known sender would make it a submission, and mails that could make the sender known are
 * still in hand.
 */
async function mustWait(
  ports: ReadPorts,
  record: MailRecord,
  found: Understood,
  result: ReadMail,
): Promise<boolean> {
  if (result.triage.nature !== 'unrelated' && result.triage.nature !== 'inquiry') return false
  if (supposing('applicant', found, record.clocks, NO_WORDS).triage.nature !== 'submission') return false
  const since = later(ports.clock.now(), -WAIT_FOR_EARLIER_MS)
  return ports.register.hasEarlierInHand(record.fingerprint, record.clocks.observedAt, since)
}

/** Which call it was for nobody can say: the first one's staff look at it. */
async function quarantine(ports: ReadPorts, record: MailRecord, code: string, calls: Calls): Promise<void> {
  await ports.register.quarantine(
    record.fingerprint,
    code,
    calls[0].id,
    fallbackReceipt(record.clocks),
    ports.clock.now(),
  )
  ports.observe({ type: 'mail-quarantined', fingerprint: record.fingerprint, code })
}
