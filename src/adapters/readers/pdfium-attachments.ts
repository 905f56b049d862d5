import { EXPANDED_BYTES, MEMBERS } from './limits.ts'
import type { Member } from './opened.ts'
import type { Pointer } from './pdfium.ts'
import type { OpenPdf } from './pdfium-document.ts'

/**
 * Files embedded in a PDF, as in a portfolio or a dossier made by joining; to the bounds of one attachment.
 */
export function embeddedIn(pdf: OpenPdf): Member[] {
  const { pdfium, memory, handle } = pdf
  const members: Member[] = []
  const count = Math.min(pdfium.FPDFDoc_GetAttachmentCount(handle), MEMBERS)
  let left = EXPANDED_BYTES
  for (let index = 0; index < count; index += 1) {
    const attachment = pdfium.FPDFDoc_GetAttachment(handle, index)
    if (attachment === 0) continue
    const name = memory.text((into, size) => pdfium.FPDFAttachment_GetName(attachment, into, size))
    const content = contentOf(pdf, attachment, left)
    left -= content.byteLength
    members.push({ name, content })
  }
  return members
}

/** Nothing of a file whose content is missing or more than there may be. */
function contentOf({ pdfium, memory }: OpenPdf, attachment: Pointer, most: number): Uint8Array {
  const ask = (room: Pointer, size: number): number =>
    pdfium.FPDFAttachment_GetFile(attachment, room, size, memory.answer) === 0 ? 0 : memory.integer(0)
  const size = ask(0, 0)
  if (size === 0 || size > most) return new Uint8Array()
  const room = memory.allocate(size)
  try {
    return memory.bytesAt(room, ask(room, size))
  } finally {
    memory.release(room)
  }
}
