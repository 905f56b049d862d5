import type { Call } from '../call/call.ts'
import { rolesOf } from '../call/requirements.ts'
import type { DocumentRole } from '../call/roles.ts'
import { IDLE_ROLES } from '../call/roles.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import type { Mail } from './mail.ts'
import { runsWhenOpened } from './signs/runs.ts'
import { transferLinks } from './transfer-links.ts'

/** What triage needs to know of a document: the parts of src/documents' Document that it reads. */
export interface TriageDocument {
  readonly kind: 'body' | 'file' | 'link' | 'staff_entry'
  readonly name: string
  readonly mediaType: string
  readonly roles: readonly { readonly role: DocumentRole; readonly score: number }[]
  readonly problem: string | null
  readonly emptyTemplate: boolean
  readonly words: number
  /** A table of several candidates: somebody's list, nobody's application. */
  readonly listsCandidates: boolean
  /** Its pages are pictures: what words it has were recognised. */
  readonly scanned: boolean
}

/** What came with a mail, as evidence that it hands something in. */
export interface Pieces {
  /** The call's form, filled. */
  readonly forms: number
  /** A letter that declares an interest in a call. */
  readonly letters: number
  /** Other pieces that the call asks for, by their kinds: a presentation, a project, statutes… */
  readonly asked: readonly DocumentRole[]
  /** Papers that may be something asked for, and are not surely. */
  readonly perhaps: number
  /** The call's form or letter sent back with nothing in it. */
  readonly emptyTemplates: number
  /** Nobody can say what it is: a scan, a locked, enciphered or damaged file. */
  readonly opaque: number
  /** Pictures without words: a photographed page nobody could read, or a photograph. */
  readonly pictures: number
  /** Read, and nothing that the call asks for. */
  readonly other: number
  /** Files behind a link to a file-transfer site. */
  readonly linked: number
  /** The text of the mail is itself the application. */
  readonly body: boolean
  /** A table of several candidates came with it. */
  readonly severalCandidates: boolean
}

/** Fewer words than that in a picture or PDF are no text: a scan that nobody has read, a photograph. */
const WORDS_OF_A_TEXT = 3

/** Roles that no call asks for: what programs add, the call sent back, and what is none of these. */
const IDLE: ReadonlySet<DocumentRole> = new Set(IDLE_ROLES)

/**
 * Counts what came with a mail. Without documents (none read yet) the attachments themselves are opaque. A
 * body counts when it is the application itself: long mails of any kind look like projects, so that role
 * only counts in a mail `about` the call.
 */
export function piecesOf(
  mail: Pick<Mail, 'attachments' | 'links'>,
  documents: readonly TriageDocument[],
  call: Call,
  about: boolean,
): Pieces {
  const wanted = askedRoles(call)
  const kinds = documents
    .filter((document) => document.kind !== 'body' && !isOpened(document, documents))
    .map((file) => [kindOf(file, wanted), file] as const)
  const count = (kind: Kind): number => kinds.filter(([one]) => one === kind).length
  const body = documents.find((document) => document.kind === 'body')
  const typed = body === undefined ? 'other' : kindOf(body, wanted)
  const unread = documents.length === 0 ? mail.attachments.filter(isFile).length : 0
  const askedFor = kinds.flatMap(([, file]) => goodRoles(file).filter((role) => isAsked(role, wanted)))
  const typedRoles = typed === 'asked' && about && body !== undefined ? goodRoles(body) : []
  return {
    forms: count('forms'),
    letters: count('letters'),
    asked: [...new Set([...askedFor, ...typedRoles.filter((role) => isAsked(role, wanted))])],
    perhaps: count('perhaps'),
    emptyTemplates: count('emptyTemplates'),
    opaque: count('opaque') + unread + (typed === 'opaque' ? 1 : 0),
    pictures: count('pictures'),
    other: count('other'),
    linked: count('linked') || transferLinks(mail.links).length,
    body: typed === 'forms' || typed === 'letters',
    severalCandidates: documents.some((document) => document.listsCandidates),
  }
}

type Kind =
  | 'forms'
  | 'letters'
  | 'asked'
  | 'perhaps'
  | 'emptyTemplates'
  | 'opaque'
  | 'pictures'
  | 'other'
  | 'linked'
  | 'idle'

/** An archive or a forwarded mail whose files are among the documents: they speak for it. */
function isOpened({ name }: TriageDocument, documents: readonly TriageDocument[]): boolean {
  return documents.some((other) => other.name.startsWith(`${name}/`))
}

/** The roles that this call asks for, whatever it calls them. */
function askedRoles(call: Call): ReadonlySet<DocumentRole> {
  const required = call.requiredDocuments.flatMap(rolesOf)
  return new Set([...required, ...call.pieces.map((piece) => piece.role)])
}

function isAsked(role: DocumentRole, wanted: ReadonlySet<DocumentRole>): boolean {
  return wanted.has(role) && role !== 'form' && role !== 'letter' && !IDLE.has(role)
}

function goodRoles(document: TriageDocument): DocumentRole[] {
  return document.roles.filter((role) => role.score >= WEIGHTS.usable).map((role) => role.role)
}

/** Told as a role that the call asks for, below what counts alone. */
function mayBeAsked({ roles }: TriageDocument, wanted: ReadonlySet<DocumentRole>): boolean {
  return roles.some(({ role }) => wanted.has(role) && !IDLE.has(role))
}

function kindOf(document: TriageDocument, wanted: ReadonlySet<DocumentRole>): Kind {
  if (document.problem === 'external_link') return 'linked'
  if (document.emptyTemplate) return 'emptyTemplates'
  const good = goodRoles(document)
  if (good.includes('form')) return 'forms'
  if (good.includes('letter')) return 'letters'
  if (good.some((role) => isAsked(role, wanted))) return 'asked'
  if (good.includes('decor') || good.includes('call_notice')) return 'idle'
  if (document.words >= WORDS_OF_A_TEXT && mayBeAsked(document, wanted)) return 'perhaps'
  if (runsWhenOpened(document.name)) return 'other'
  if (document.problem !== null && document.problem !== 'empty') return 'opaque'
  // A picture of a page that plays no part anybody recognised: perhaps it was read badly.
  if (document.scanned && document.words >= WORDS_OF_A_TEXT) return 'opaque'
  // Text is read or it is not: only a picture or a PDF can be a scan.
  if (document.words >= WORDS_OF_A_TEXT || document.mediaType.startsWith('text/')) return 'other'
  return document.mediaType.startsWith('image/') ? 'pictures' : 'opaque'
}

function isFile(attachment: Mail['attachments'][number]): boolean {
  return !attachment.inline && !/^(message\/|text\/calendar)/.test(attachment.declaredType)
}
