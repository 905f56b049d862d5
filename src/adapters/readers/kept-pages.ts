import type { MailOpener } from '../../documents/mail-opener.ts'
import type { PagePicture } from '../../documents/page-painter.ts'

/** Pictures kept in memory, never on disk: some three hundred pages, those that were looked at last. */
const MOST_BYTES = 24_000_000

/**
 * An opener that draws a page once while people leaf through it, and once for several who ask at the same
 * time.
 */
export function keepingPages(opener: MailOpener): MailOpener {
  const kept = new Map<string, PagePicture>()
  const underway = new Map<string, Promise<PagePicture | null>>()
  let bytes = 0
  function keep(key: string, picture: PagePicture): void {
    kept.set(key, picture)
    bytes += picture.content.byteLength
    for (const [oldest, { content }] of kept) {
      if (bytes <= MOST_BYTES) return
      kept.delete(oldest)
      bytes -= content.byteLength
    }
  }
  return {
    parse: (raw) => opener.parse(raw),
    document: (raw, document) => opener.document(raw, document),
    attachment: (raw, document) => opener.attachment(raw, document),
    async paint(raw, document, page, passage = null) {
      const key = JSON.stringify([document, page, passage])
      const known = kept.get(key)
      if (known !== undefined) return known
      const drawing = underway.get(key) ?? opener.paint(raw, document, page, passage)
      underway.set(key, drawing)
      try {
        const picture = await drawing
        if (picture !== null && !kept.has(key)) keep(key, picture)
        return picture
      } finally {
        underway.delete(key)
      }
    },
  }
}
