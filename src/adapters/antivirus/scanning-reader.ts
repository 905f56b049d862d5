import { Failure } from '../../base/failure.ts'
import type { DocumentReader } from '../../documents/document.ts'
import type { MailOpener } from '../../documents/mail-opener.ts'
import type { ClosedAttachment, MailReader, PartsReader } from '../../dossier/understood.ts'
import { type ClamdPlace, scan } from './clamd.ts'

/**
 * A reader that has every attachment scanned before it is opened; clamd looks into archives itself. What is
 * infected, or too large to be scanned, is never opened. Failure('transient') while clamd is down: the mail
 * waits.
 */
export function scanningReader(reader: MailReader & PartsReader, place: ClamdPlace): MailReader {
  return {
    async readMail(raw, inHand, calls) {
      const closed: ClosedAttachment[] = []
      for (const { index, content } of await reader.parts(raw)) {
        const result = await scan(place, content)
        if (result !== 'clean') closed.push({ index, ...CLOSED[result] })
      }
      return reader.readMail(raw, inHand, calls, closed)
    },
  }
}

const CLOSED = {
  infected: { problem: 'infected', detail: 'the antivirus found something; it was not opened' },
  oversize: { problem: 'too_large', detail: 'larger than the antivirus scans; it was not opened' },
} as const

/**
 * The same for documents that people look at: what is not clean, or cannot be scanned, has no text and no
 * picture.
 */
export function scanningOpener(opener: MailOpener, place: ClamdPlace): MailOpener {
  async function isClean(raw: Uint8Array, sha256: Parameters<MailOpener['attachment']>[1]): Promise<boolean> {
    const content = await opener.attachment(raw, sha256)
    return content === null || (await scan(place, content)) === 'clean'
  }
  return {
    parse: (raw) => opener.parse(raw),
    attachment: (raw, sha256) => opener.attachment(raw, sha256),
    document: async (raw, sha256) => ((await isClean(raw, sha256)) ? opener.document(raw, sha256) : null),
    paint: async (raw, sha256, page, passage) =>
      (await isClean(raw, sha256)) ? opener.paint(raw, sha256, page, passage) : null,
  }
}

/** The same for a file that staff dropped. Failure('permanent', 'not-clean') for what is not opened. */
export function scanningDocuments(reader: DocumentReader, place: ClamdPlace): DocumentReader {
  return {
    async read(file) {
      if ((await scan(place, file.content)) !== 'clean')
        throw new Failure('permanent', 'not-clean', 'the antivirus does not let this file be opened')
      return reader.read(file)
    },
  }
}
