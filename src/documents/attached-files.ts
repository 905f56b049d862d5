import { type Attached, type AttachmentKind, kindOf } from './attached.ts'
import { type ReadAttachment, wordsOf } from './documents-of.ts'
import { isDecor } from './roles/decor.ts'

/** What was attached to a mail, without the pictures of its signature and what programs add. */
export function attachedOf(readings: readonly ReadAttachment[]): Attached {
  const counts: Partial<Record<AttachmentKind, number>> = {}
  for (const { attachment, files } of readings) {
    const reading = files[0]?.reading
    const mediaType = reading?.mediaType ?? attachment.declaredType
    if (isDecor(attachment, mediaType, reading === undefined ? 0 : wordsOf(reading))) continue
    const kind = reading?.problem === 'encrypted' ? 'enciphered' : kindOf(mediaType)
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}
