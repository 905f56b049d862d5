import type { Document, FormValue } from '../documents/document.ts'
import type { PagePicture } from '../documents/page-painter.ts'
import { type Page, pagesOfText } from '../documents/text/page.ts'
import type { Passage } from '../documents/text/passage.ts'
import type { MailView } from '../register/views.ts'
import type { Desk } from './desk.ts'

/** A document taken out of its mail again: its text, and what its form was filled with. */
export interface Opened {
  readonly pages: readonly Page[]
  readonly values: readonly FormValue[]
}

/**
 * Reads one document anew, in the reader's bounded process: no text of documents is kept. Null when it is
 * nowhere in the mail, or is not opened.
 */
export async function opened(desk: Desk, mail: MailView, document: Document): Promise<Opened | null> {
  const raw = await desk.archive.read(mail.fingerprint)
  if (document.kind === 'body') return { pages: pagesOfText((await desk.opener.parse(raw)).text), values: [] }
  const file = await desk.opener.document(raw, document.sha256)
  if (file === null) return null
  return {
    pages: file.reading.pages,
    values: file.reading.formValues.filter(({ value }) => value !== ''),
  }
}

/** The bytes of the attachment that a document is or stands in. */
export async function original(desk: Desk, mail: MailView, document: Document): Promise<Uint8Array | null> {
  return desk.opener.attachment(await desk.archive.read(mail.fingerprint), document.sha256)
}

/** A page of a document as a picture, with what was read there marked; null when there is none to be had. */
export async function drawn(
  desk: Desk,
  mail: MailView,
  document: Document,
  page: number,
  passage: Passage | null,
): Promise<PagePicture | null> {
  return desk.opener.paint(await desk.archive.read(mail.fingerprint), document.sha256, page, passage)
}
