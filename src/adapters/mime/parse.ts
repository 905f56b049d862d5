import { createHash } from 'node:crypto'
import { Fingerprint } from '../../base/ids.ts'
import { plainText } from '../../base/text-gate.ts'
import { withoutBanners } from '../../mail/banners.ts'
import { linksOf } from '../../mail/links.ts'
import {
  type Attachment,
  type HeaderField,
  headerValues,
  type Mail,
  type MailParser,
  type ParsedMail,
} from '../../mail/mail.ts'
import { parseMailDate } from '../../mail/mail-date.ts'
import { ownText } from '../../mail/own-text.ts'
import { withoutGatewayTags } from '../../mail/subject.ts'
import { addressesOf, returnPathOf } from './addresses.ts'
import { runApart } from './apart.ts'
import { bodyTextOf } from './body-text.ts'
import { KEPT_INLINE } from './leaf-parser.ts'
import { readableBytes } from './lines.ts'
import { mended } from './mended.ts'
import { headOf, isHeadTooLong, readHeaderFields, textOf, withLegalHead } from './raw-head.ts'
import { reportOf } from './report.ts'
import { charsetOf, type Leaf, type Outcome } from './run-parser.ts'

const IDS_AT_MOST = 500
const SUBJECT_AT_MOST = 1000

/**
 * The parser of mails, on mailparser. Bounds: 500 parts, 20 levels, 2000 header fields, a megabyte of header.
 * `apartFrom`: attachments of so many bytes are decoded beside it; Infinity leaves all to mailparser.
 */
export function createMailParser(apartFrom?: number): MailParser {
  return { parse: (raw, known) => parse(raw, known, apartFrom) }
}

async function parse(raw: Uint8Array, known?: Fingerprint, apartFrom?: number): Promise<ParsedMail> {
  const bytes = readableBytes(raw)
  const head = headOf(bytes)
  const headers = readHeaderFields(head)
  const outcome = await outcomeOf(withLegalHead(bytes, head), apartFrom)
  const leaves = leavesOf(outcome, bytes, head)
  const text = withoutBanners(plainText(await bodyTextOf(outcome)))
  const report = reportOf(leaves)
  return {
    mail: {
      fingerprint: known ?? sha256(raw),
      bytes: raw.byteLength,
      headers,
      contentType: contentTypeOf(headers),
      ...peopleOf(headers),
      subject: subjectIn(outcome, headers),
      ...threadOf(headers),
      date: parseMailDate(headerValues({ headers }, 'date')[0] ?? ''),
      text,
      ownText: ownText(text),
      links: linksOf(text, outcome.html),
      attachments: leaves.map(attachmentOf),
      ...(report === null ? {} : { report }),
    },
    content: (index) => leaves[index]?.content ?? new Uint8Array(),
    isHeadCut: isHeadTooLong(head),
  }
}

/** What comes out is counted: a mail of which the parser does not give every part is written anew for it. */
async function outcomeOf(bytes: Buffer, apartFrom?: number): Promise<Outcome> {
  const head = headOf(bytes)
  const mail = mended(bytes, head)
  const outcome = await runApart(mail.bytes, apartFrom)
  if (mail.pieces === null || outcome.stoppedBy !== null || outcome.leaves.length === mail.pieces)
    return outcome
  const anew = mended(bytes, head, true)
  const again = await runApart(anew.bytes, apartFrom)
  return again.leaves.length === anew.pieces ? again : { ...again, stoppedBy: 'parts are missing' }
}

/** As its sender wrote it: the marks that gateways put before it are put aside, here and nowhere else. */
function subjectIn(outcome: Outcome, headers: readonly HeaderField[]): string {
  const written = outcome.subject || (headerValues({ headers: [...headers] }, 'subject')[0] ?? '')
  return withoutGatewayTags(tidy(written.slice(0, SUBJECT_AT_MOST)))
}

function peopleOf(
  headers: readonly HeaderField[],
): Pick<Mail, 'returnPath' | 'from' | 'sender' | 'replyTo' | 'to' | 'cc'> {
  return {
    returnPath: returnPathOf(headers),
    from: addressesOf(headers, 'from'),
    sender: addressesOf(headers, 'sender'),
    replyTo: addressesOf(headers, 'reply-to'),
    to: addressesOf(headers, 'to'),
    cc: addressesOf(headers, 'cc'),
  }
}

function threadOf(headers: readonly HeaderField[]): Pick<Mail, 'messageId' | 'inReplyTo' | 'references'> {
  return {
    messageId: idsOf(headers, 'message-id')[0] ?? null,
    inReplyTo: idsOf(headers, 'in-reply-to'),
    references: idsOf(headers, 'references'),
  }
}

/** Message identifiers with their angle brackets (RFC 5322, 3.6.4); prose around them is left out. */
function idsOf(headers: readonly HeaderField[], name: string): string[] {
  const values = headerValues({ headers: [...headers] }, name)
  return values.flatMap((value) => value.match(/<[^<>\s]{1,990}>/g) ?? []).slice(0, IDS_AT_MOST)
}

function contentTypeOf(headers: readonly HeaderField[]): string {
  const written = headerValues({ headers: [...headers] }, 'content-type')[0] ?? 'text/plain'
  return (written.split(';')[0] ?? '').trim().toLowerCase() || 'text/plain'
}

/**
 * The leaf parts; of a mail that stopped the parser or in which it found nothing (a boundary that matches no
 * line), also its whole body as one part of unknown type: nothing that came is unaccounted for.
 */
function leavesOf(outcome: Outcome, bytes: Buffer, head: Buffer): readonly RecoveredLeaf[] {
  const leaves = outcome.leaves.map(recovered)
  const rest = bytes.subarray(head.length)
  const foundNothing = leaves.length === 0 && outcome.text === '' && outcome.html === ''
  if (outcome.stoppedBy === null && !(foundNothing && textOf(rest).trim() !== '')) return leaves
  return [
    ...leaves,
    { name: null, declaredType: 'application/octet-stream', inline: false, contentId: null, content: rest },
  ]
}

type RecoveredLeaf = Pick<Attachment, 'name' | 'declaredType' | 'charset' | 'inline' | 'contentId'> & {
  readonly content: Uint8Array
}

function recovered({ part, content }: Leaf): RecoveredLeaf {
  const disposition = part.contentDisposition
  const declaredType = part.contentType || 'application/octet-stream'
  const charset = declaredType.startsWith('text/') ? charsetOf(part) : null
  return {
    name: fileName(part.filename),
    declaredType,
    ...(charset === null ? {} : { charset }),
    inline: disposition === 'inline' || disposition === KEPT_INLINE,
    contentId: part.cid ?? null,
    content,
  }
}

function attachmentOf(leaf: RecoveredLeaf, index: number): Attachment {
  const { content, ...facts } = leaf
  return { index, ...facts, bytes: content.byteLength, sha256: sha256(content) }
}

/** A name to show: composed accents, no control characters, no path of the sender's machine. */
function fileName(written: string | undefined): string | null {
  const name = tidy((written ?? '').split(/[\\/]/).at(-1) ?? '')
  return name === '' ? null : name
}

/** Undeclared 8-bit names come out of the parser as ISO 8859-1; what lies from 80 to 9F was windows-1252. */
function tidy(text: string): string {
  const written = text.replace(/[\u0080-\u009f]/g, (letter) => textOf(Uint8Array.of(letter.charCodeAt(0))))
  return plainText(written)
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
}

function sha256(bytes: Uint8Array): Fingerprint {
  return Fingerprint.parse(createHash('sha256').update(bytes).digest('hex'))
}
