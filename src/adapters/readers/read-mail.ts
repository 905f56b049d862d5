import type { OF_MAILS } from '../../base/failures/of-mails.ts'
import type { Calls } from '../../call/calls.ts'
import type { File, FileReading } from '../../documents/document.ts'
import type { ReadAttachment } from '../../documents/documents-of.ts'
import { understandMail } from '../../dossier/understanding.ts'
import type { Understood } from '../../dossier/understood.ts'
import type { Attachment, ParsedMail } from '../../mail/mail.ts'
import { isStandIn, STAND_IN } from '../../mail/signs/stand-in.ts'
import { createMailParser } from '../mime/parse.ts'
import type { Order, Unopened } from './messages.ts'
import { reading } from './opened.ts'
import { Numbering, type Progress, readFile } from './read-file.ts'

type MailOrder = Pick<Extract<Order, { what: 'mail' }>, 'fingerprint' | 'clocks' | 'closed'>

/** Why bytes are no mail that could be read. */
export class NotAMail extends Error {
  override readonly name = 'NotAMail'
  readonly code: keyof typeof OF_MAILS

  constructor(code: keyof typeof OF_MAILS) {
    super(code)
    this.code = code
  }
}

/**
 * A mail, from its bytes to what it is: parsed, its files read, looked at under each supposition. NotAMail
 * for bytes without a header field (RFC 5322, 3.6 wants some) or with more of them than is read, and for what
 * a server says in the place of a mail; its message is the code.
 */
export async function readMail(
  order: MailOrder,
  raw: Uint8Array,
  calls: Calls,
  progress: Progress,
): Promise<Understood> {
  const parsed = await createMailParser().parse(raw, order.fingerprint)
  // Nobody knows what it says, and nobody may guess.
  if (parsed.isHeadCut) throw new NotAMail('head-too-long')
  if (parsed.mail.headers.length === 0) throw new NotAMail('not-a-mail')
  if (isStandIn(parsed.mail)) throw new NotAMail(STAND_IN)
  const read = await readAttachments(parsed, order.closed, progress)
  return understandMail(parsed.mail, read, order.clocks, calls)
}

async function readAttachments(
  parsed: ParsedMail,
  closed: readonly Unopened[],
  progress: Progress,
): Promise<readonly ReadAttachment[]> {
  const numbering = new Numbering()
  const refusals = new Map(closed.map((one) => [one.index, one]))
  const read: ReadAttachment[] = []
  for (const attachment of parsed.mail.attachments) {
    const refused = refusals.get(attachment.index)
    const files =
      refused === undefined
        ? await readFile(fileOf(parsed, attachment), progress, numbering)
        : [unopened(attachment, refused)]
    read.push({ attachment, files })
  }
  return read
}

/** An attachment as a file to be read, with the charset that its sender declares for a text. */
export function fileOf(
  { content }: ParsedMail,
  { index, name, declaredType, charset, sha256 }: Attachment,
): File {
  return {
    sha256,
    name: name ?? '',
    declaredType: charset === undefined ? declaredType : `${declaredType}; charset=${charset}`,
    content: content(index),
  }
}

function unopened({ name, bytes, sha256 }: Attachment, { problem, detail }: Unopened): FileReading {
  return {
    name: name ?? '',
    bytes,
    sha256,
    reading: reading('application/octet-stream', { problem, detail }),
  }
}
