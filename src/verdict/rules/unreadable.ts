import type { Call } from '../../call/call.ts'
import { type Document, type Extract, playsKnownPart } from '../../documents/document.ts'
import { UNREAD } from '../../documents/text/language.ts'
import type { Submission } from '../../dossier/dossier.ts'
import { isOnPaper } from '../../dossier/paper.ts'
import { isPictureAskedFor } from '../../dossier/pieces.ts'

/** A document that may hold what was not detected elsewhere: « received but unreadable » is a third state. */
export interface Unreadable {
  readonly reason: 'unreadable_document' | 'not_scanned' | 'external_link' | 'cannot_be_seen'
  readonly evidence: readonly Extract[]
}

/**
 * Documents with a problem, pictures of pages without a word of text, and what was read in doubt: in a
 * picture, or in another language; never signature logos, nor a picture that is asked for as such. What could
 * not be read at all comes first. A paper in another language that plays a known part may hold a fact, and
 * is no other piece. Last, a deposit on paper of which nobody made a scan: whoever has it in hand sees.
 */
export function unreadableDocuments(
  seeks: 'piece' | 'fact',
  submissions: readonly Submission[],
  call: Call,
): readonly Unreadable[] {
  const documents = submissions.flatMap((submission) => submission.documents)
  const hiding = documents.filter(
    (document) =>
      mayHideSomething(document) &&
      !(seeks === 'piece' && isKnownAbroad(document)) &&
      !isPictureAskedFor(document, call) &&
      !wasOpened(document, documents),
  )
  const sorted = [...hiding.filter((one) => !isInDoubt(one)), ...hiding.filter((one) => isInDoubt(one))]
  const unread = sorted.map((document) => ({
    reason: reasonOf(document),
    evidence: [{ document: document.name, page: 1, text: '' }],
  }))
  return submissions.some(isUnscanned) ? [...unread, { reason: 'not_scanned', evidence: [] }] : unread
}

/** On paper alone. */
function isUnscanned({ receipt, documents }: Submission): boolean {
  return isOnPaper(receipt) && documents.every(({ kind }) => kind !== 'file')
}

/** An archive or a forwarded mail whose files are among the documents: they speak for it. */
function wasOpened({ name, problem }: Document, documents: readonly Document[]): boolean {
  return problem === null && documents.some((other) => other.name.startsWith(`${name}/`))
}

function mayHideSomething(document: Document): boolean {
  const idle = document.roles.some((role) => role.role === 'decor' || role.role === 'call_notice')
  if (idle) return false
  if (document.kind === 'body' && document.problem === null) return document.otherLanguage === UNREAD
  return document.problem !== null || document.words === 0 || isInDoubt(document)
}

/** Read, and perhaps not rightly: letters recognised in a picture, words in another language. */
function isInDoubt({ problem, words, scanned, otherLanguage }: Document): boolean {
  return problem === null && words > 0 && (scanned || otherLanguage !== undefined)
}

function isKnownAbroad({ problem, scanned, roles, otherLanguage }: Document): boolean {
  if (otherLanguage === undefined || otherLanguage === UNREAD || problem !== null || scanned) return false
  return playsKnownPart(roles)
}

function reasonOf(document: Document): Unreadable['reason'] {
  if (document.problem === 'external_link') return 'external_link'
  return isInDoubt(document) ? 'cannot_be_seen' : 'unreadable_document'
}
