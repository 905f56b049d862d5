import type { Document, FormValue, Page } from '../documents/document.ts'
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
  const { mail: parsed, content } = await desk.parser.parse(await desk.archive.read(mail.fingerprint))
  if (document.name === 'courriel')
    return { pages: [{ number: 1, text: parsed.text }], values: [], content: new Uint8Array() }
  for (const attachment of parsed.attachments) {
    const isIt = attachment.sha256 === document.sha256
    if (!isIt && parsed.attachments.some(({ sha256 }) => sha256 === document.sha256)) continue
    const bytes = content(attachment.index)
    const files = await desk.reader.read({
      name: attachment.name ?? '',
      declaredType: attachment.declaredType,
      content: bytes,
    })
    const file = files.find(({ sha256 }) => sha256 === document.sha256)
    if (file !== undefined)
      return {
        pages: file.reading.pages,
        values: file.reading.formValues.filter(({ value }) => value !== ''),
        content: bytes,
      }
  }
  return null
}
