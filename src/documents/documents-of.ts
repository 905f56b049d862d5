import { fold } from '../base/folding.ts'
import type { Call } from '../call/call.ts'
import type { Attachment, Mail } from '../mail/mail.ts'
import { transferLinks } from '../mail/transfer-links.ts'
import { bodyDocument } from './body-document.ts'
import {
  BODY_NAME,
  type Document,
  type FileReading,
  playsKnownPart,
  type Reading,
  type RoleFinding,
} from './document.ts'
import { fieldsOf } from './fields/fields.ts'
import { withPersonNames } from './fields/person-names.ts'
import { numberedName } from './numbered-name.ts'
import { withPersonsNamed } from './persons-named.ts'
import { isDecor } from './roles/decor.ts'
import { unreadRoles } from './roles/name-hints.ts'
import { only } from './roles/only.ts'
import { recognise } from './roles/recognise.ts'
import { languageOfLabels } from './text/label-languages.ts'
import { isUnread, languageOfPaper, UNREAD } from './text/language.ts'
import { languageOfLetter } from './text/letter-phrases.ts'
import { wholeText, writtenLines } from './text/page.ts'
import { countWords } from './text/words.ts'
import { sha256OfText } from './text-fingerprint.ts'

/** An attachment with what reading it gave: itself, and the files in it. */
export interface ReadAttachment {
  readonly attachment: Attachment
  readonly files: readonly FileReading[]
}

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
    return { ...base, ...nothing, roles: [only('decor', name)] }
  }
  // What could not be read has no role that anybody saw.
  if (reading.problem !== null && base.words === 0)
    return { ...base, ...nothing, roles: unreadRoles(name, reading.mediaType, call) }
  const fields = withPersonNames(name, reading, fieldsOf(name, reading, call), call)
  const seen = recognise({ name, reading, fields, isBody: false }, call)
  // One candidate's name beside another's number is nobody's: a list gives no fields.
  const otherLanguage = otherLanguageOf(reading, seen.roles, call)
  return {
    ...base,
    fields: seen.listsCandidates ? [] : fields,
    ...seen,
    ...(otherLanguage === null ? {} : { otherLanguage }),
  }
}

/** The language in which the lists of words know little; the call's own where what it is could be told. */
function otherLanguageOf({ pages }: Reading, roles: readonly RoleFinding[], call: Call): string | null {
  const text = wholeText(pages)
  const language = languageOfPaper(text) ?? languageOfLetter(fold(text)) ?? languageOfLabels(pages)
  if (language === 'fr') return null
  if (language === null) return isUnread(pages.flatMap(writtenLines)) ? UNREAD : null
  return playsKnownPart(roles) && language === call.languages.letters ? null : language
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

function linkDocument(url: URL, names: Names): Document {
  return {
    kind: 'link',
    name: names.unique(url.hostname),
    mediaType: 'text/uri-list',
    bytes: 0,
    sha256: sha256OfText(url.href),
    roles: [only('other', url.hostname)],
    problem: 'external_link',
    detail: 'a link to a file-transfer service; links are never followed',
    fields: [],
    emptyTemplate: false,
    listsCandidates: false,
    scanned: false,
    words: 0,
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
    for (let count = 2; this.#taken.has(candidate.toLowerCase()); count += 1)
      candidate = numberedName(name, count)
    this.#taken.add(candidate.toLowerCase())
    return candidate
  }
}
