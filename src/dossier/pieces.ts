import type { Document } from '../documents/document.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import type { Submission } from './dossier.ts'

/** The files a person sent: not the body, not signature logos, not links. */
export function piecesOf(submission: Submission): readonly Document[] {
  return submission.documents.filter(
    (document) => document.kind !== 'body' && document.bytes > 0 && !plays(document, 'decor'),
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
  return plays(document, 'form') || plays(document, 'letter')
}

function plays(document: Document, role: string): boolean {
  return document.roles.some((one) => one.role === role && one.score >= WEIGHTS.usable)
}

/** What a mail brings: its pieces or, when it has none, its own text. */
function contentOf(submission: Submission): readonly Document[] {
  const pieces = piecesOf(submission)
  return pieces.length > 0 ? pieces : submission.documents.filter((document) => document.kind === 'body')
}

/** True when all that a mail brings came before, byte for byte. A mail that brings nothing repeats nothing. */
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
