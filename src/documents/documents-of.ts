import type { Call } from '../call/call.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import type { Attachment, Mail } from '../mail/mail.ts'
import { subjectOf } from '../mail/subject.ts'
import { transferLinks } from '../mail/transfer-links.ts'
import {
  BODY_NAME,
  type Document,
  type FieldValue,
  type FileReading,
  type Reading,
  type RoleFinding,
} from './document.ts'
import { fieldsOf } from './fields/fields.ts'
import { withPersonNames } from './fields/person-names.ts'
import { beforeSignature } from './mail-signature.ts'
import { withPersonsNamed } from './persons-named.ts'
import { isDecor } from './roles/decor.ts'
import { unreadRoles } from './roles/name-hints.ts'
import { recognise } from './roles/recognise.ts'
import { languageOf, languageOfMail } from './text/language.ts'
import { pagesOfText, wholeText } from './text/page.ts'
import { countWords } from './text/words.ts'
import { sha256OfText } from './text-fingerprint.ts'

/** An attachment with what reading it gave: itself, and the files in it. */
export interface ReadAttachment {
  readonly attachment: Attachment
  readonly files: readonly FileReading[]
}

/** Read of a body: fifty full pages. */
const BODY_CHARACTERS = 150_000

/**
 * All documents of a mail: its body, its attachments and what they contain, and the files behind transfer
 * links.
 */
export function documentsOf(mail: Mail, call: Call, readings: readonly ReadAttachment[]): Document[] {
  const names = new Names()
  const body = bodyDocument(mail, call)
  if (body !== null) names.unique(BODY_NAME)
  const files = readings.flatMap(({ attachment, files }) =>
    files.map((file, rank) =>
      fileDocument(file, rank === 0 ? attachment : null, attachment.index, names, call),
    ),
  )
  const links = transferLinks(mail.links).map((url) => linkDocument(url, names))
  return withPersonsNamed([...(body === null ? [] : [body]), ...files, ...links], mail, call)
}

function fileDocument(
  file: FileReading,
  attachment: Attachment | null,
  index: number,
  names: Names,
  call: Call,
): Document {
  const { reading } = file
  const name = names.unique(named(file.name, index))
  const base = {
    kind: 'file' as const,
    name,
    mediaType: reading.mediaType,
    bytes: file.bytes,
    sha256: file.sha256,
    problem: reading.problem,
    detail: reading.detail,
    words: wordsOf(reading),
    scanned: reading.pages.some((page) => page.recognised !== undefined),
  }
  const nothing = { fields: [], emptyTemplate: false, listsCandidates: false }
  if (isDecor(attachment ?? asPart(file), reading.mediaType, base.words)) {
    return { ...base, ...nothing, roles: [role('decor', name)] }
  }
  // What could not be read has no role that anybody saw.
  if (reading.problem !== null && base.words === 0)
    return { ...base, ...nothing, roles: unreadRoles(name, reading.mediaType, call) }
  const fields = withPersonNames(name, reading, fieldsOf(name, reading, call), call)
  const seen = recognise({ name, reading, fields, isBody: false }, call)
  // One candidate's name beside another's number is nobody's: a list gives no fields.
  const otherLanguage = otherLanguageOf(reading, seen.roles)
  return {
    ...base,
    fields: seen.listsCandidates ? [] : fields,
    ...seen,
    ...(otherLanguage === null ? {} : { otherLanguage }),
  }
}

/** The language of what plays no known part, when it is not the call's. */
function otherLanguageOf({ pages }: Reading, roles: readonly RoleFinding[]): string | null {
  if (roles.some((role) => role.role !== 'other' && role.score >= WEIGHTS.usable)) return null
  const language = languageOf(wholeText(pages))
  return language === 'fr' ? null : language
}

/** A part without a name is called by its place in the mail, and what it holds after it. */
function named(name: string, index: number): string {
  return name === '' || name.startsWith('/') ? `pièce ${index + 1}${name}` : name
}

/** A file out of a forwarded mail or an archive, as if it had come in the mail itself. */
function asPart(file: FileReading): Attachment {
  const { bytes, sha256, reading } = file
  const name = file.name.split('/').at(-1) ?? file.name
  return { index: 0, name, declaredType: reading.mediaType, inline: true, contentId: null, bytes, sha256 }
}

function bodyDocument(mail: Mail, call: Call): Document | null {
  const parts = bodyParts(mail)
  const text = parts.join('\n').trim().slice(0, BODY_CHARACTERS)
  const words = countWords(text)
  if (words === 0) return null
  if (INLINE_PGP.test(text)) return encipheredBody(text)
  const { said, signature } = withoutSignatures(parts)
  const reading = textReading(said)
  const typed = withPersonNames(BODY_NAME, reading, fieldsOf(BODY_NAME, reading, call), call)
  const fields = [...typed, ...signed(fieldsOf(BODY_NAME, textReading(signature), call), typed)]
  const seen = recognise({ name: BODY_NAME, reading, fields: typed, isBody: true }, call)
  return {
    kind: 'body',
    name: BODY_NAME,
    mediaType: 'text/plain',
    bytes: new TextEncoder().encode(text).byteLength,
    sha256: sha256OfText(text),
    problem: null,
    detail: null,
    words,
    scanned: false,
    fields,
    ...seen,
    ...writtenIn(said, call),
    // A body with labels and no answers is a list of what is attached, never a form sent back.
    ...(seen.emptyTemplate ? { emptyTemplate: false, roles: [role('other', BODY_NAME)] } : {}),
  }
}

/** The language that an applicant wrote in: their letter is translated into it where the call allows it. */
function writtenIn(said: string, { languages }: Call): Pick<Document, 'language'> {
  const language = languages.beside.length === 0 ? null : languageOfMail(said)
  return language === null ? {} : { language }
}

const INLINE_PGP = /^-----BEGIN PGP MESSAGE-----/m

/** Its sender wrote it for somebody's key: there is a text, and nobody here can read it. */
function encipheredBody(text: string): Document {
  return {
    kind: 'body',
    name: BODY_NAME,
    mediaType: 'application/pgp-encrypted',
    bytes: new TextEncoder().encode(text).byteLength,
    sha256: sha256OfText(text),
    problem: 'encrypted',
    detail: 'enciphered for somebody (OpenPGP)',
    words: 0,
    scanned: false,
    fields: [],
    roles: [role('other', BODY_NAME)],
    emptyTemplate: false,
    listsCandidates: false,
  }
}

/** Whoever forwards signs as well as whoever wrote first. */
function withoutSignatures(parts: readonly string[]): { said: string; signature: string } {
  const cut = parts.map((part) => beforeSignature(part.slice(0, BODY_CHARACTERS)))
  return {
    said: cut
      .map((part) => part.said)
      .join('\n')
      .trim(),
    signature: cut.map((part) => part.signature).join('\n'),
  }
}

/** What somebody forwards speaks for whom it came from: then the mail below counts too, without its head. */
function bodyParts(mail: Mail): string[] {
  const forwarded = subjectOf(mail.subject).forwards
  if (!forwarded) return [mail.ownText.trim()]
  return mail.text.replace(/^\s*>+ ?/gm, '').split(FORWARDED_HEAD)
}

/**
 * What a mail program writes above a forwarded mail: its date and addresses are those of the mail, not
 * answers.
 */
const FORWARDED_HEAD =
  /(?:^|\n)[ \t]*\*?(?:De|From|Von)\*?[ \t]*:[^\n]*(?:\n[ \t]*\*?(?:Date|Envoyé|Sent|Objet|Subject|À|A|To|Cc|Pour|Répondre à|Reply-To)\*?[ \t]*:[^\n]*){2,}/iu

/**
 * A sender's own particulars, out of a signature: kept for staff, too unsure to stand alone, and never
 * against what was typed.
 */
function signed(fields: readonly FieldValue[], typed: readonly FieldValue[]): FieldValue[] {
  const kinds = new Set(typed.map((field) => field.kind))
  return fields
    .filter((field) => !kinds.has(field.kind))
    .map((field) => ({ ...field, confidence: Math.min(field.confidence, WEIGHTS.fields.guessed) }))
}

function linkDocument(url: URL, names: Names): Document {
  return {
    kind: 'link',
    name: names.unique(url.hostname),
    mediaType: 'text/uri-list',
    bytes: 0,
    sha256: sha256OfText(url.href),
    roles: [role('other', url.hostname)],
    problem: 'external_link',
    detail: 'a link to a file-transfer service; links are never followed',
    fields: [],
    emptyTemplate: false,
    listsCandidates: false,
    scanned: false,
    words: 0,
  }
}

function role(name: 'decor' | 'other', document: string): RoleFinding {
  return { role: name, score: 1, grounds: [{ document, page: 1, text: document }] }
}

function textReading(text: string): Reading {
  return {
    mediaType: 'text/plain',
    pages: pagesOfText(text),
    formValues: [],
    pictures: [],
    problem: null,
    detail: null,
  }
}

/** Words that could be read in a file. */
export function wordsOf(reading: Reading): number {
  return reading.pages.reduce((sum, page) => sum + countWords(wholeText([page])), 0)
}

/** Gives each document of a mail a name of its own: `a.pdf`, `a.pdf (2)`. */
class Names {
  readonly #taken = new Set<string>()

  unique(name: string): string {
    let candidate = name
    for (let count = 2; this.#taken.has(candidate.toLowerCase()); count += 1) candidate = `${name} (${count})`
    this.#taken.add(candidate.toLowerCase())
    return candidate
  }
}
