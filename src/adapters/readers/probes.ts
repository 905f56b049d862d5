import { fileTypeFromBuffer } from 'file-type'
import { looksEncoded, wholeBase64 } from '../mime/base64.ts'
import { isSoundBinhex } from '../mime/binhex.ts'
import { textIn, wideCharsetOf } from '../mime/charset.ts'
import { isKnownFile } from '../mime/known-file.ts'
import { mainPart, type OfficeKind } from './office-package.ts'
import { Unreadable } from './opened.ts'
import { openArchive } from './zip.ts'

/** The start of a file that probes look at. */
const HEAD_BYTES = 4096

/** Bytes as the characters of the same number: TextDecoder's « latin1 » is windows-1252, and moves some. */
function characters(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

/**
 * What a file is that does not begin as a PDF does. Types that file-type does not know, or too roughly, have
 * probes.
 */
export async function probe(content: Uint8Array): Promise<string> {
  const head = characters(content.subarray(0, HEAD_BYTES))
  if (head.startsWith('\u0078\u009f\u003e\u0022')) return 'application/ms-tnef'
  if (head.startsWith('{\\rtf')) return 'application/rtf'
  if (isPkcs7(content)) return 'application/pkcs7-mime'
  if (head.startsWith('=ybegin ')) return 'application/x-yenc'
  const written = writtenType(head, content)
  if (written !== null) return written
  const known = await fileTypeFromBuffer(content)
  if (known?.mime === 'application/x-cfb') return compoundType(content)
  if (known?.mime === 'application/zip') return archiveType(content)
  // Some producers and gateways put bytes before the header; readers accept them within the first kilobyte.
  // What holds a PDF as it is (winmail.dat, a signed mail, an archive without compression) was told apart
  // above.
  if (head.slice(0, 1024).includes('%PDF-')) return 'application/pdf'
  if (known !== undefined && !TEXTUAL.has(known.mime) && !isWordTakenForMagic(known.mime, content))
    return known.mime
  return textType(content) ?? known?.mime ?? 'application/octet-stream'
}

/** A DER or BER sequence that starts with an identifier of PKCS #7: 1.2.840.113549.1.7. */
function isPkcs7(content: Uint8Array): boolean {
  const head = Buffer.from(content.subarray(0, 40)).toString('hex')
  return head.startsWith('30') && /06092a864886f70d0107/.test(head)
}

/** Other files written as text: a name of the text alone would say « text » of them all. */
function writtenType(head: string, content: Uint8Array): string | null {
  if (/^\s*begin(-base64)? [0-7]{3,4} \S/.test(head)) return 'application/x-uuencode'
  if (/^\s*\(This file must be converted with BinHex/i.test(head))
    return isSoundBinhex(characters(content)) ? 'application/x-uuencode' : 'application/mac-binhex40'
  if (/^\s*-----BEGIN (PKCS ?#?7|CMS)/.test(head)) return 'application/pkcs7-mime'
  if (!/^\s*[\x21-\x7e]{60}/.test(head)) return null
  const whole = wholeBase64(Buffer.from(content))
  if (whole === null) return looksEncoded(Buffer.from(content)) ? 'application/x-encoded' : null
  if (isPkcs7(whole)) return 'application/pkcs7-mime'
  if (isKnownFile(whole)) return 'application/x-uuencode'
  return looksEncoded(Buffer.from(content)) ? 'application/x-encoded' : null
}

/** Types that file-type guesses from a few letters: the text probe knows better. */
const TEXTUAL = new Set(['application/xml', 'text/calendar', 'text/vcard', 'application/rtf'])

/**
 * Some binary types are told by four letters that a text may begin with: « FORMULAIRE » is no AIFF sound, «
 * MZ… » no program. A file of these types always holds control characters soon; a text holds none.
 */
function isWordTakenForMagic(mime: string, content: Uint8Array): boolean {
  if (!/^(audio|video|image|font|model)\/|^application\/x-/.test(mime) || mime === 'image/svg+xml')
    return false
  return !content.subarray(0, HEAD_BYTES).some((byte) => byte < 32 && ![9, 10, 12, 13].includes(byte))
}

/** Storages of an OLE compound file are named in UTF-16 in its directory. */
const COMPOUND: readonly (readonly [name: string, type: string])[] = [
  ['EncryptedPackage', 'application/x-ole-encrypted-package'],
  ['__substg1.0_', 'application/vnd.ms-outlook'],
  ['WordDocument', 'application/msword'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
]

function compoundType(content: Uint8Array): string {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const found = COMPOUND.find(([name]) => buffer.includes(Buffer.from(name, 'utf16le')))
  return found?.[1] ?? 'application/x-cfb'
}

const OFFICE: Readonly<Record<OfficeKind, string>> = {
  text: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  slides: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
}

/** file-type wants the parts of an office file in the usual order; some producers write another. */
async function archiveType(content: Uint8Array): Promise<string> {
  try {
    await using archive = await openArchive(content)
    const names = new Set(archive.entries.map((entry) => entry.fileName))
    const office = await mainPart(archive)
    if (office !== null) return OFFICE[office.kind]
    const mimetype = archive.entries.find((entry) => entry.fileName === 'mimetype')
    if (mimetype !== undefined && names.has('content.xml')) {
      return characters(await archive.inflate(mimetype, 200)).trim()
    }
    return 'application/zip'
  } catch (error) {
    if (error instanceof Unreadable) return 'application/zip'
    throw error
  }
}

const TEXT_PROBES: readonly (readonly [probe: RegExp, type: string])[] = [
  [/^BEGIN:VCALENDAR/i, 'text/calendar'],
  [/^BEGIN:VCARD/i, 'text/vcard'],
  [/^-----BEGIN PGP MESSAGE-----/, 'application/pgp-encrypted'],
  [/^-----BEGIN PGP SIGNATURE-----/, 'application/pgp-signature'],
  [/^-----BEGIN PGP (?:PUBLIC|PRIVATE) KEY BLOCK-----/, 'application/pgp-keys'],
  // The control part of an enciphered mail (RFC 3156, 4).
  [/^Version: ?\d\s*$/, 'application/pgp-version'],
  [/^(<!--[\s\S]*?-->\s*)*(<!doctype html|<html|<head|<body)/i, 'text/html'],
  [/^<\?xml[^>]*>\s*(<!doctype html|<html)/i, 'text/html'],
  [
    /^<(p|div|table|h[1-6]|span|meta|title|br|a|b|font|center|ul|ol|section|article|style|img|form)[\s>/]/i,
    'text/html',
  ],
  [/^(<\?xml|<[a-z][\w:-]*[\s>])/i, 'application/xml'],
]
const MAIL_FIELD = new RegExp(
  '^(from|to|subject|date|message-id|mime-version|received|return-path|delivered-to|x-[\\w-]+|' +
    'dkim-signature|content-type|arc-[\\w-]+|authentication-results|reply-to|thread-topic):',
  'i',
)

function textType(content: Uint8Array): string | null {
  if (!looksLikeText(content)) return null
  const head = textIn(content.subarray(0, HEAD_BYTES))
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (isMail(head)) return 'message/rfc822'
  return TEXT_PROBES.find(([probe]) => probe.test(head))?.[1] ?? 'text/plain'
}

/**
 * Three known fields at the very top, one of them a sender's or a route's: a form with « Date : » is no mail.
 */
function isMail(head: string): boolean {
  const lines = head.split(/\r?\n/)
  if (/^From \S+ /.test(lines[0] ?? '')) lines.shift()
  const end = lines.findIndex((line) => !/^[\w-]+:|^[ \t]+\S/.test(line))
  const fields = lines.slice(0, end === -1 ? undefined : end).filter((line) => MAIL_FIELD.test(line))
  const routed = fields.some((line) => /^(received|message-id|mime-version|return-path):/i.test(line))
  return fields.length >= 3 && routed
}

/** No NUL outside UTF-16, and hardly any control character. */
function looksLikeText(content: Uint8Array): boolean {
  const head = content.subarray(0, HEAD_BYTES)
  if (wideCharsetOf(head) !== null) return true
  const controls = head.filter((byte) => byte < 32 && ![9, 10, 12, 13, 27].includes(byte)).length
  return !head.includes(0) && controls <= head.length / 50
}
