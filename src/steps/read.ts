import { asFailure, Failure } from '../base/failure.ts'
import type { Fingerprint } from '../base/ids.ts'
import type { Clock } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import type { Document, DocumentReader } from '../documents/document.ts'
import { documentsOf } from '../documents/documents-of.ts'
import type { Archive, Clocks } from '../evidence/evidence.ts'
import type { MailParser, ParsedMail } from '../mail/mail.ts'
import type { Receipt } from '../mail/receipt.ts'
import { receiptOf } from '../mail/receipt-time.ts'
import { triage } from '../mail/triage.ts'
import type { MailRecord, PipelineRegister, ReadMail } from '../register/register.ts'
import type { Observe } from './events.ts'
import type { Jobs } from './jobs.ts'
import { onward } from './onward.ts'

export interface ReadPorts {
  readonly archive: Archive
  readonly register: PipelineRegister
  readonly parser: MailParser
  readonly reader: DocumentReader
  readonly jobs: Jobs
  readonly clock: Clock
  readonly observe: Observe
}

/** A mail that was in hand at so many deaths of its process is set aside. Documents are read in children, so it is rarely the mail that kills. */
const FATAL_ATTEMPTS = 10

/** Parses a mail, reads its documents, says what it is. A mail that cannot be read is quarantined with its receipt time. */
export async function read(ports: ReadPorts, fingerprint: Fingerprint, call: Call): Promise<void> {
  const record = await ports.register.mail(fingerprint)
  if (record === null)
    throw new Failure('bug', 'mail-without-row', 'a job names a mail that the register does not have')
  if (record.progress !== 'received') return onward(ports.jobs, fingerprint, record.progress)
  const attempt = await ports.register.countAttempt(fingerprint, 1, ports.clock.now())
  if (attempt > FATAL_ATTEMPTS) return quarantine(ports, record, 'ended-its-reader')
  try {
    const result = await readMail(ports, record, call)
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
    return quarantine(ports, record, failure.code)
  }
  await ports.jobs.add('assemble', { fingerprint })
}

async function readMail(ports: ReadPorts, record: MailRecord, call: Call): Promise<ReadMail> {
  const parsed = await ports.parser.parse(await ports.archive.read(record.fingerprint))
  // Without a single header field there is no mail to understand (RFC 5322, 3.6); a person looks at what it is.
  if (parsed.mail.headers.length === 0)
    throw new Failure('permanent', 'not-a-mail', 'these bytes have no header field')
  return understand(ports, parsed, record.clocks, call)
}

/** From a parsed mail to what the register keeps of it. */
async function understand(
  ports: Pick<ReadPorts, 'reader'>,
  parsed: ParsedMail,
  clocks: Clocks,
  call: Call,
): Promise<ReadMail> {
  const { mail } = parsed
  const readings = []
  for (const attachment of mail.attachments) {
    const file = {
      name: attachment.name ?? '',
      declaredType: attachment.declaredType,
      content: parsed.content(attachment.index),
    }
    readings.push({ attachment, files: await ports.reader.read(file) })
  }
  const documents: readonly Document[] = documentsOf(mail, call, readings)
  const nature = triage(mail, documents, call)
  // Nothing of a mail that is not our business is kept: neither its sender nor its words (design, invariant 5).
  const ours = nature.nature !== 'unrelated'
  return {
    receipt: receiptOf(mail, clocks, call),
    triage: nature,
    sender: ours ? (mail.from[0]?.address ?? null) : null,
    mail: ours ? mail : null,
    documents: ours ? documents : [],
  }
}

async function quarantine(ports: ReadPorts, record: MailRecord, code: string): Promise<void> {
  await ports.register.quarantine(record.fingerprint, code, fallbackReceipt(record.clocks), ports.clock.now())
  ports.observe({ type: 'mail-quarantined', fingerprint: record.fingerprint, code })
}

/** For a mail whose Received lines nobody could read: the server's own date, or else ours. */
function fallbackReceipt(clocks: Clocks): Receipt {
  const internal = clocks.internalDate
  const source = internal !== null ? 'internaldate' : 'file'
  const receivedAt = internal ?? clocks.fileTime ?? clocks.observedAt
  return { receivedAt, source, clocks: [{ source, at: receivedAt }], doubts: ['no_boundary'] }
}
