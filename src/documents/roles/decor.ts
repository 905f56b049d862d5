import { fold } from '../../base/folding.ts'
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
])
const ADDED_NAMES = /^(smime\.p7s|signature\.asc|.*\.(ics|vcf|p7s|asc))$/
const LOGO_NAMES =
  /^(image\d{3}|logo|outlook[-_]|signature|banniere|banner|bandeau|facebook|linkedin|instagram|twitter|youtube|icone?|pastedimage|att\d{5}|picture)/

/** True for what mail programs add to a mail and nobody sent: signature logos, tracking pixels, cards, S/MIME signatures. */
export function isDecor(attachment: Attachment, mediaType: string): boolean {
  const name = fold(attachment.name ?? '')
  if (ADDED_BY_PROGRAMS.has(mediaType) || ADDED_BY_PROGRAMS.has(attachment.declaredType)) return true
  if (ADDED_NAMES.test(name)) return true
  if (!mediaType.startsWith('image/')) return false
  if (attachment.bytes <= PIXEL_BYTES) return true
  const embedded = attachment.contentId !== null && (attachment.inline || LOGO_NAMES.test(name))
  return attachment.bytes <= LOGO_BYTES && (embedded || (attachment.inline && LOGO_NAMES.test(name)))
}
