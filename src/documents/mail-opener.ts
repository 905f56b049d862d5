import type { Fingerprint } from '../base/ids.ts'
import type { Mail } from '../mail/mail.ts'
import type { FileReading } from './document.ts'
import type { PagePainter } from './page-painter.ts'

/**
 * Looks into a mail that is kept, where a stranger's bytes meet nothing. A document is named by its
 * fingerprint, so that what is shown is what was judged; null when it is nowhere in the mail. `raw`: the
 * mail's bytes.
 */
export interface MailOpener extends PagePainter {
  /** Its head and text. Failure('permanent', 'ended-its-reader') for a mail that cannot be parsed. */
  parse(raw: Uint8Array): Promise<Mail>
  /** A document, read anew. */
  document(raw: Uint8Array, document: Fingerprint): Promise<FileReading | null>
  /** The bytes of the attachment that is the document, or that holds it. */
  attachment(raw: Uint8Array, document: Fingerprint): Promise<Uint8Array | null>
}
