import type { Fingerprint } from '../base/ids.ts'
import type { Passage } from './text/passage.ts'

/** A page of a document as a picture made by us: nothing of the original's bytes is in it but its look. */
export interface PagePicture {
  readonly mediaType: 'image/webp'
  readonly content: Uint8Array
  /** Where what is marked begins, as a share of its height from the top; absent where nothing is. */
  readonly markedAt?: number | undefined
}

/**
 * Draws pages of documents of a mail, in the same bounded processes that read. `raw`: the mail's bytes. Null
 * when it holds no such document or page, when it is infected, or when drawing took more than it may.
 * `passage` is marked where the page has it as text, and nowhere else.
 */
export interface PagePainter {
  paint(
    raw: Uint8Array,
    document: Fingerprint,
    page: number,
    passage?: Passage | null,
  ): Promise<PagePicture | null>
}
