import { fold } from '../../base/folding.ts'
import { LOGO_NAMES } from '../../knowledge/file-names.ts'
import type { Attachment } from '../../mail/mail.ts'

/** Logos in signatures stay under this; a photographed page does not. */
const LOGO_BYTES = 60_000
/** Nothing can be read in so small a picture, wherever it hangs. */
const PIXEL_BYTES = 2_500

const ADDED_BY_PROGRAMS: ReadonlySet<string> = new Set([
  'text/calendar',
  'text/vcard',
  'application/pkcs7-signature',
  'application/pgp-signature',
  'application/pgp-keys',
  'application/pgp-version',
])
/**
 * A picture with so many words in it is a page, however it hangs in the mail; a card under a mail has fewer.
 */
const WORDS_OF_A_PAGE = 40

/**
 * True for what mail programs add to a mail and nobody sent: signature logos, tracking pixels, cards,
 * signatures, blank text parts. By what it is: `mediaType` as its content tells and `words` that were read in
 * it, never by its name or declared type alone.
 */
export function isDecor(attachment: Attachment, mediaType: string, words: number): boolean {
  const name = fold(attachment.name ?? '')
  if (ADDED_BY_PROGRAMS.has(mediaType)) return true
  if (mediaType.startsWith('text/') && attachment.name === null && words === 0) return true
  if (!mediaType.startsWith('image/') || words >= WORDS_OF_A_PAGE) return false
  if (attachment.bytes <= PIXEL_BYTES) return true
  const embedded = attachment.contentId !== null && (attachment.inline || LOGO_NAMES.says(name))
  return attachment.bytes <= LOGO_BYTES && (embedded || (attachment.inline && LOGO_NAMES.says(name)))
}
