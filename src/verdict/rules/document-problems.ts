import { isPictureAskedFor } from '../../dossier/pieces.ts'
import type { Rule } from '../rule.ts'

/** Every document that gave nothing, or not all, with its reason: the applicant can still mend it in time. */
export const documentProblems: Rule = {
  id: 'document-problems',
  check({ call, submissions }) {
    const documents = submissions.flatMap((submission) => submission.documents)
    return documents.flatMap((document) =>
      document.problem === null || isPictureAskedFor(document, call)
        ? []
        : [{ code: 'document-problem' as const, document: document.name, problem: document.problem }],
    )
  },
}
