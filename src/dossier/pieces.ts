import type { Call } from '../call/call.ts'
import type { Document, DocumentProblem } from '../documents/document.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import type { Submission } from './dossier.ts'

/** The files a person sent: not the body, not signature logos, not links. */
export function piecesOf(submission: Submission): readonly Document[] {
  return submission.documents.filter(
    (document) => document.kind !== 'body' && document.bytes > 0 && !playsRole(document, 'decor'),
  )
}

/** A mail that brings its own form or letter speaks for itself. */
export function bringsOwnForm(submission: Submission): boolean {
  return submission.documents.some(speaksForSomebody)
}

/** A form or a letter with something in it. */
export function speaksForSomebody(document: Document): boolean {
  return !document.emptyTemplate && isFormOrLetter(document)
}

/** A document that serves as the form or the letter of its dossier. */
export function isFormOrLetter(document: Document): boolean {
  return playsRole(document, 'form') || playsRole(document, 'letter')
}

/** What nobody needs to read: a picture is looked at, whether or not there are words in it. */
const NOT_READ: ReadonlySet<DocumentProblem | null> = new Set([
  null,
  'unfinished',
  'too_large',
  'unsupported',
])

/**
 * A picture that the call asks for as such: that it holds no words, or was not read, keeps nothing hidden.
 */
export function isPictureAskedFor(document: Document, call: Call): boolean {
  if (!NOT_READ.has(document.problem)) return false
  const pictures = call.pieces.filter(({ like }) => like === 'picture').map(({ role }) => role)
  const isPicture = document.mediaType.startsWith('image/')
  return document.roles.some(
    ({ role, score }) => pictures.includes(role) && (isPicture || score >= WEIGHTS.usable),
  )
}

/** Extensions that name one format. */
const SAME: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  jpe: 'jpg',
  tiff: 'tif',
  htm: 'html',
  heif: 'heic',
}

/** True when a file's name says that it is of a format. */
export function hasExtension(name: string, extension: string): boolean {
  const own =
    name
      .replace(/ \(\d{1,3}\)$/, '')
      .split('.')
      .at(-1)
      ?.toLowerCase() ?? ''
  return (SAME[own] ?? own) === (SAME[extension] ?? extension)
}

/** A document that surely serves in a role. */
export function playsRole(document: Document, role: string): boolean {
  return document.roles.some((one) => one.role === role && one.score >= WEIGHTS.usable)
}

/** What a mail brings: its pieces or, when it has none, its own text. */
function contentOf(submission: Submission): readonly Document[] {
  const pieces = piecesOf(submission)
  return pieces.length > 0 ? pieces : submission.documents.filter((document) => document.kind === 'body')
}

/**
 * True when all that a mail brings came before, byte for byte. A mail that brings nothing repeats nothing.
 */
export function repeats(submission: Submission, earlier: readonly Submission[]): boolean {
  const content = contentOf(submission)
  const known = new Set(earlier.flatMap((other) => contentOf(other).map((document) => document.sha256)))
  return content.length > 0 && content.every((document) => known.has(document.sha256))
}

/** By time of receipt, then by fingerprint, so that the order never depends on who was read first. */
export function inOrderOfReceipt<Item extends { readonly submission: Submission }>(
  items: readonly Item[],
): readonly Item[] {
  return [...items].sort((left, right) => {
    const [one, other] = [left.submission, right.submission]
    if (one.receipt.receivedAt !== other.receipt.receivedAt)
      return one.receipt.receivedAt < other.receipt.receivedAt ? -1 : 1
    return one.fingerprint < other.fingerprint ? -1 : 1
  })
}
