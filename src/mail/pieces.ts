import { fold } from '../base/folding.ts'
import type { DocumentRole } from '../call/call.ts'
import type { Mail } from './mail.ts'

/** What triage needs to know of a document: the parts of src/documents' Document that it reads. */
export interface TriageDocument {
  readonly kind: 'body' | 'file' | 'link' | 'staff_entry'
  readonly name: string
  readonly mediaType: string
  readonly roles: readonly { readonly role: DocumentRole; readonly score: number }[]
  readonly problem: string | null
  readonly emptyTemplate: boolean
  readonly words: number
}

/** What came with a mail, as evidence that it hands something in. */
export interface Pieces {
  /** The call's form, filled. */
  readonly forms: number
  /** A letter that declares an interest in a call. */
  readonly letters: number
  /** A presentation of a structure, or a project: calls ask for these, and sales representatives send them too. */
  readonly supporting: number
  /** The call's form or letter sent back with nothing in it. */
  readonly emptyTemplates: number
  /** Nobody can say what it is: a scan, a photograph, a locked or damaged file. */
  readonly opaque: number
  /** Read, and nothing that the call asks for. */
  readonly other: number
  /** Files behind a link to a file-transfer site. */
  readonly linked: number
}

/** Below this a role is a guess. Scores run from 0 to 1. */
const GOOD_SCORE = 0.5
/** Fewer words than that in a picture or PDF: a scan, whose text nobody has read. */
const WORDS_OF_A_SCAN = 15
const TRANSFER_SITES =
  /^https?:\/\/([a-z0-9-]+\.)*(wetransfer\.com|we\.tl|swisstransfer\.com|grosfichiers\.com|transfernow\.net|smash\.com|fromsmash\.com|dropbox\.com|drive\.google\.com|docs\.google\.com|1drv\.ms|onedrive\.live\.com|sharepoint\.com|box\.com|icloud\.com|filesender\.renater\.fr|francetransfert\.numerique\.gouv\.fr|kdrive\.infomaniak\.com|mega\.nz|transfer\.pcloud\.com|hubic\.com|free\.fr\/|dl\.free\.fr|transferxl\.com|filemail\.com|terabox\.com|1fichier\.com|cloud\.orange\.fr)/i

/**
 * Counts what came with a mail. Without documents (none read yet) the attachments themselves are opaque. A
 * body counts when it is the application itself: long mails of any kind look like projects, so that role
 * only counts in a mail `about` the call.
 */
export function piecesOf(
  mail: Pick<Mail, 'attachments' | 'links'>,
  documents: readonly TriageDocument[],
  about: boolean,
): Pieces {
  const files = documents.filter((document) => document.kind !== 'body')
  const counts = { forms: 0, letters: 0, supporting: 0, emptyTemplates: 0, opaque: 0, other: 0, linked: 0 }
  for (const file of files) counts[kindOf(file)] += 1
  const body = documents.find((document) => document.kind === 'body')
  const typed = body === undefined ? 'other' : kindOf(body)
  if (typed === 'forms' || typed === 'letters' || (typed === 'supporting' && about)) counts[typed] += 1
  if (documents.length === 0) counts.opaque += mail.attachments.filter(isFile).length
  if (counts.linked === 0) counts.linked += mail.links.filter((link) => TRANSFER_SITES.test(link)).length
  return counts
}

function kindOf(document: TriageDocument): keyof Pieces {
  if (document.problem === 'external_link') return 'linked'
  if (document.emptyTemplate) return 'emptyTemplates'
  const good = document.roles.filter((role) => role.score >= GOOD_SCORE).map((role) => role.role)
  if (good.includes('form')) return 'forms'
  if (good.includes('letter')) return 'letters'
  if (good.includes('presentation') || good.includes('project')) return 'supporting'
  if (good.includes('decor') || good.includes('call_notice') || isTechnical(document.name)) return 'other'
  if (document.problem !== null && document.problem !== 'empty') return 'opaque'
  // Text is read or it is not: only a picture or a PDF can be a scan.
  return document.words < WORDS_OF_A_SCAN && !document.mediaType.startsWith('text/') ? 'opaque' : 'other'
}

function isFile(attachment: Mail['attachments'][number]): boolean {
  return !attachment.inline && !/^(message\/|text\/calendar)/.test(attachment.declaredType)
}

/** Parts that mail programs add: signatures, visiting cards, calendars, delivery reports. */
function isTechnical(name: string): boolean {
  return /\.(p7s|p7c|vcf|ics|asc|pgp|sig|gif|exe|msi|scr|com|bat|cmd|js|vbs|dll|bin|apk|iso)$|^smime|^(image|logo|signature)[-_]?\d*\.(png|jpe?g|gif|bmp|svg)$/.test(
    fold(name),
  )
}
