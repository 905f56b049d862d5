import type { Document, Extract } from '../../documents/document.ts'
import type { Submission } from '../../dossier/dossier.ts'

/** A document that may hold what was not detected elsewhere: « received but unreadable » is a third state. */
export interface Unreadable {
  readonly reason: 'unreadable_document' | 'external_link'
  readonly evidence: readonly Extract[]
}

/** Documents with a problem, and pictures of pages without a word of text; never signature logos. */
export function unreadableDocuments(submissions: readonly Submission[]): readonly Unreadable[] {
  const documents = submissions.flatMap((submission) => submission.documents)
  return documents.filter(mayHideSomething).map((document) => ({
    reason: document.problem === 'external_link' ? 'external_link' : 'unreadable_document',
    evidence: [{ document: document.name, page: 1, text: '' }],
  }))
}

function mayHideSomething(document: Document): boolean {
  const idle = document.roles.some((role) => role.role === 'decor' || role.role === 'call_notice')
  if (idle || (document.kind === 'body' && document.problem === null)) return false
  return document.problem !== null || document.words === 0
}
