import { asFailure, Failure } from '../base/failure.ts'
import type { Fingerprint } from '../base/ids.ts'
import { type Clock, later } from '../base/instant.ts'
import { attachedOf } from '../documents/attached.ts'
import type { DocumentReader } from '../documents/document.ts'
import type { ReadAttachment } from '../documents/documents-of.ts'
import { paperReceipt } from '../dossier/paper.ts'
import { type Calls, routeMail } from '../dossier/routing.ts'
import type { Archive, Clocks } from '../evidence/evidence.ts'
import type { Attachment, Mail, MailParser, ParsedMail } from '../mail/mail.ts'
import { fallbackReceipt, receiptOf } from '../mail/receipt-time.ts'
import { isStandIn, STAND_IN } from '../mail/signs/stand-in.ts'
import type { Triage } from '../mail/triage.ts'
import type { FreshlyRead, MailRecord, PipelineRegister, ReadMail } from '../register/register.ts'
import type { SetAsidePipeline } from '../register/set-aside.ts'
import type { Observe } from './events.ts'
import type { Jobs } from './jobs.ts'
import { onward } from './onward.ts'

export interface ReadPorts {
  readonly archive: Archive
  readonly register: PipelineRegister & Pick<SetAsidePipeline, 'isTakenIn'>
  readonly parser: MailParser
  readonly reader: DocumentReader
  /** Mails open at a time, by their bytes: each stands in memory with all that is attached. */
  readonly room: { enter(bytes: number): Promise<Disposable> }
  readonly jobs: Jobs
  readonly clock: Clock
  readonly observe: Observe
}

/** A mail that was in hand at so many deaths of its process is quarantined: the others must not wait for it. */
export const FATAL_ATTEMPTS = 4
/** How long a mail that looks like none of our business waits for the ones before it: they may be its sender's application. */
const WAIT_FOR_EARLIER_MS = 60_000

/** Parses a mail, reads its documents, says what it is. A mail that cannot be read is quarantined with its receipt time. */
export async function read(ports: ReadPorts, fingerprint: Fingerprint, calls: Calls): Promise<void> {
  const record = await ports.register.mail(fingerprint)
  if (record === null)
    throw new Failure('bug', 'mail-without-row', 'a job names a mail that the register does not have')
  if (record.progress !== 'received') return onward(ports.jobs, fingerprint, record.progress)
  const attempt = await ports.register.countAttempt(fingerprint, 1, ports.clock.now())
  if (attempt > FATAL_ATTEMPTS) return quarantine(ports, record, 'ended-its-reader', calls)
  try {
    const opened = await openInRoom(ports, record)
    const result = await understand(ports.register, record.clocks, opened, calls)
    if (await mustWait(ports, record, opened, calls, result)) {
      throw new Failure(
        'transient',
        'earlier-mails-in-hand',
        'this mail may add to one that is still being read',
      )
    }
    await ports.register.saveRead(fingerprint, result, ports.clock.now())
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
  await ports.jobs.add('assemble', { fingerprint })
}

export async function openInRoom(ports: ReadPorts, record: MailRecord): Promise<OpenedMail> {
  using _place = await ports.room.enter(record.bytes)
  return await openMail(ports, record)
}

/** A mail parsed and its attachments read: what can be done before anything else is known. */
export interface OpenedMail {
  readonly mail: Mail
  readonly attachments: readonly ReadAttachment[]
}

/**
 * Failure('permanent', 'not-a-mail') for bytes that are none (RFC 5322, 3.6 wants header fields), 'stand-in' for what a
 * server says in the place of a mail; a person looks at what they are.
 */
export async function openMail(
  ports: Pick<ReadPorts, 'archive' | 'parser' | 'reader'>,
  record: Pick<MailRecord, 'fingerprint'>,
): Promise<OpenedMail> {
  const parsed = await ports.parser.parse(await ports.archive.read(record.fingerprint), record.fingerprint)
  if (parsed.mail.headers.length === 0)
    throw new Failure('permanent', 'not-a-mail', 'these bytes have no header field')
  if (isStandIn(parsed.mail))
    throw new Failure('permanent', STAND_IN, 'the server handed over a notice in the place of a mail')
  return { mail: parsed.mail, attachments: await readAttachments(ports.reader, parsed) }
}

async function readAttachments(
  reader: DocumentReader,
  { mail, content }: ParsedMail,
): Promise<readonly ReadAttachment[]> {
  const read: ReadAttachment[] = []
  for (const attachment of mail.attachments) {
    const file = {
      name: attachment.name ?? '',
      declaredType: declaredTypeOf(attachment),
      content: content(attachment.index),
    }
    read.push({ attachment, files: await reader.read(file) })
  }
  return read
}

/** As its sender wrote it: a text is read in the charset that it declares. */
function declaredTypeOf({ declaredType, charset }: Attachment): string {
  return charset === undefined ? declaredType : `${declaredType}; charset=${charset}`
}

/** What an opened mail is, with what the register knows of its sender. */
export async function understand(
  register: Pick<PipelineRegister, 'senderFacts'> & Pick<SetAsidePipeline, 'isTakenIn'>,
  clocks: Clocks,
  opened: OpenedMail,
  calls: Calls,
): Promise<FreshlyRead> {
  const { mail } = opened
  // What this mail itself left behind says nothing: read again, it must be what it was.
  const references = [...mail.inReplyTo, ...mail.references]
  const known = await register.senderFacts(mail.from[0]?.address ?? null, references, mail.fingerprint)
  const takenIn = await register.isTakenIn(mail.fingerprint)
  return readMailOf(opened, clocks, calls, { ...known, takenIn })
}

function readMailOf(
  { mail, attachments }: OpenedMail,
  clocks: Clocks,
  calls: Calls,
  known: Parameters<typeof routeMail>[4] & { readonly takenIn: boolean },
): FreshlyRead {
  // The border server and its trust are those of the mailbox, which the calls share.
  const receipt = paperReceipt(clocks) ?? receiptOf(mail, clocks, calls[0])
  const routed = routeMail(mail, attachments, receipt.receivedAt, calls, known)
  const triage = withStaffsWord(routed.triage, clocks, known.takenIn)
  // Nothing of a mail that is not our business is kept: neither its sender nor its words (design, invariant 5).
  const ours = triage.nature !== 'unrelated'
  return {
    callId: routed.call.id,
    receipt,
    triage,
    sender: ours ? (mail.from[0]?.address ?? null) : null,
    mail: ours ? mail : null,
    documents: ours ? routed.documents : [],
    attached: attachedOf(attachments),
  }
}

/**
 * What a person entered from paper is an application, whatever can be read of it; so is what a person took in, unless
 * the rules themselves see in it something that is handed in or asked.
 */
function withStaffsWord(triage: Triage, clocks: Clocks, takenIn: boolean): Triage {
  if (clocks.postmark !== null)
    return { nature: 'submission', grounds: ['entered-by-staff'], weighed: [], missed: [] }
  if (!takenIn || triage.nature === 'submission' || triage.nature === 'inquiry') return triage
  return { ...triage, nature: 'submission', grounds: ['taken-in-by-staff'] }
}

/** True when only a known sender would make it a submission, and mails that could make the sender known are still in hand. */
async function mustWait(
  ports: ReadPorts,
  record: MailRecord,
  opened: OpenedMail,
  calls: Calls,
  result: ReadMail,
): Promise<boolean> {
  if (result.triage.nature !== 'unrelated' && result.triage.nature !== 'inquiry') return false
  const asApplicant = readMailOf(opened, record.clocks, calls, {
    fromApplicant: true,
    answersOurs: false,
    takenIn: false,
  })
  if (asApplicant.triage.nature !== 'submission') return false
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
