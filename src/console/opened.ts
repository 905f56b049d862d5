import type { Document, File, FormValue, PagePicture } from '../documents/document.ts'
import { type Page, pagesOfText } from '../documents/text/page.ts'
import type { ParsedMail } from '../mail/mail.ts'
import type { MailView } from '../register/views.ts'
import type { Desk } from './desk.ts'

/** A document taken out of its mail again: its text, and the bytes of the attachment that it is or stands in. */
export interface Opened {
  readonly pages: readonly Page[]
  readonly values: readonly FormValue[]
  readonly content: Uint8Array
}

/**
 * Reads one document anew, in the reader's bounded process: no text of documents is kept. Found by its fingerprint, so
 * that what is shown is what was judged. Null when it is nowhere in the mail.
 */
export async function opened(desk: Desk, mail: MailView, document: Document): Promise<Opened | null> {
  const parsed = await desk.parser.parse(await desk.archive.read(mail.fingerprint))
  if (document.kind === 'body')
    return { pages: pagesOfText(parsed.mail.text), values: [], content: new Uint8Array() }
  for (const attachment of attachmentsWith(parsed, document)) {
    const files = await desk.reader.read(attachment)
    const file = files.find(({ sha256 }) => sha256 === document.sha256)
    if (file !== undefined)
      return {
        pages: file.reading.pages,
        values: file.reading.formValues.filter(({ value }) => value !== ''),
        content: attachment.content,
      }
  }
  return null
}

/** A page of a document as a picture; null when there is none to be had. */
export async function drawn(
  desk: Desk,
  mail: MailView,
  document: Document,
  page: number,
): Promise<PagePicture | null> {
  const parsed = await desk.parser.parse(await desk.archive.read(mail.fingerprint))
  for (const attachment of attachmentsWith(parsed, document)) {
    const picture = await desk.painter.paint(attachment, document.sha256, page)
    if (picture !== null) return picture
  }
  return null
}

/** The attachment that is the document; when none is, all that may hold it. */
function attachmentsWith({ mail, content }: ParsedMail, { sha256 }: Document): readonly File[] {
  const itself = mail.attachments.find((attachment) => attachment.sha256 === sha256)
  return (itself === undefined ? mail.attachments : [itself]).map(({ name, declaredType, index }) => ({
    name: name ?? '',
    declaredType,
    content: content(index),
  }))
}
