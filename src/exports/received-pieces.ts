import type { Fingerprint } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import { type Listed, listedOf, type ReceivedFile, receivedFiles } from '../documents/received.ts'
import type { ApplicationView } from '../register/views.ts'

/** A file that was received, and the mail that brought it. */
export interface ReceivedPiece extends Listed {
  readonly bytes: number
  readonly mail: Fingerprint
  readonly receivedAt: Instant | null
}

/** The files of an application in order of receipt, each once. */
export function receivedPieces({
  mails,
}: Pick<ApplicationView, 'mails'>): readonly ReceivedFile<ReceivedPiece>[] {
  return receivedFiles(
    mails.flatMap(({ documents, fingerprint, receipt }) =>
      documents.map((document) => ({
        ...listedOf(document),
        bytes: document.bytes,
        mail: fingerprint,
        receivedAt: receipt?.receivedAt ?? null,
      })),
    ),
  )
}
