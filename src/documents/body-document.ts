import { fold } from '../base/folding.ts'
import type { Call } from '../call/call.ts'
import { HANDS_IN_FOR_OTHERS } from '../knowledge/for-others.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import type { Mail } from '../mail/mail.ts'
import { subjectOf } from '../mail/subject.ts'
import { BODY_NAME, type Document, type FieldValue, type Reading } from './document.ts'
import { fieldsOf } from './fields/fields.ts'
import { withPersonNames } from './fields/person-names.ts'
import { beforeSignature } from './mail-signature.ts'
import { only } from './roles/only.ts'
import { recognise } from './roles/recognise.ts'
import { isUnread, languageOfMail, UNREAD } from './text/language.ts'
import { pagesOfText, writtenLines } from './text/page.ts'
import { countWords } from './text/words.ts'
import { sha256OfText } from './text-fingerprint.ts'

/** Read of a body: fifty full pages. */
const BODY_CHARACTERS = 150_000

/** What was typed into a mail, as a document; null when nothing was. */
export function bodyDocument(mail: Mail, call: Call): Document | null {
  const parts = bodyParts(mail)
  const text = parts.join('\n').trim().slice(0, BODY_CHARACTERS)
  const words = countWords(text)
  if (words === 0) return null
  if (INLINE_PGP.test(text)) return encipheredBody(text)
  const { said, signature } = withoutSignatures(parts)
  const reading = textReading(said)
  const typed = withPersonNames(BODY_NAME, reading, fieldsOf(BODY_NAME, reading, call), call)
  const own = HANDS_IN_FOR_OTHERS.says(fold(said)) ? ofNoRelay(typed) : typed
  const fields = [...own, ...signed(fieldsOf(BODY_NAME, textReading(signature), call), typed)]
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
    ...(isUnread(reading.pages.flatMap(writtenLines)) ? { otherLanguage: UNREAD } : {}),
    // A body with labels and no answers is a list of what is attached, never a form sent back.
    ...(seen.emptyTemplate ? { emptyTemplate: false, roles: [only('other', BODY_NAME)] } : {}),
  }
}

/**
 * Who hands in for others says who they are themselves: no sentence of theirs names the applicant's
 * representative. What answers a label, or stands in what is attached, does.
 */
function ofNoRelay(fields: readonly FieldValue[]): FieldValue[] {
  const { guessed, beside } = WEIGHTS.fields
  return fields.map((field) =>
    (field.kind === 'representative' || field.kind === 'role') && field.confidence < beside
      ? { ...field, confidence: Math.min(field.confidence, guessed) }
      : field,
  )
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
    roles: [only('other', BODY_NAME)],
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
const FORWARDED_HEAD = new RegExp(
  '(?:^|\\n)[ \\t]*\\*?(?:De|From|Von)\\*?[ \\t]*:[^\\n]*(?:\\n[ \\t]*\\*?(?:Date|Envoyé|Sent|Objet|' +
    'Subject|À|A|To|Cc|Pour|Répondre à|Reply-To)\\*?[ \\t]*:[^\\n]*){2,}',
  'iu',
)

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
