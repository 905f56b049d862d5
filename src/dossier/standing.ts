import type { Document } from '../documents/document.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import type { Submission } from './dossier.ts'
import { bringsOwnForm, isFormOrLetter } from './pieces.ts'
import { isOfAnother, structuresOf } from './structures.ts'

/**
 * The submissions of a dossier with the facts that stand: what a later mail replaces (« annule et remplace ») no longer
 * speaks, and where papers of several structures came, only those of the first speak for the applicant. Pieces stay
 * pieces; what people entered is never touched. Pure.
 */
export function standing(submissions: readonly Submission[]): readonly Submission[] {
  return ofFirstStructure(withoutReplaced(submissions))
}

function withoutReplaced(submissions: readonly Submission[]): readonly Submission[] {
  return submissions.reduce<readonly Submission[]>((before, submission) => {
    const kept = submission.replaces ? before.map((earlier) => replacedBy(submission, earlier)) : before
    return [...kept, submission]
  }, [])
}

/** A new form takes the place of the old one whole; a mail that only corrects a fact takes that fact's. */
function replacedBy(later: Submission, earlier: Submission): Submission {
  const kinds = new Set(
    later.documents
      .flatMap((document) => document.fields)
      .filter((field) => field.confidence >= WEIGHTS.usable)
      .map((field) => field.kind),
  )
  // A SIRET says the SIREN too.
  if (kinds.has('siret')) kinds.add('siren')
  const whole = bringsOwnForm(later)
  return silenced(earlier, (document, kind) => kinds.has(kind) || (whole && isFormOrLetter(document)))
}

function ofFirstStructure(submissions: readonly Submission[]): readonly Submission[] {
  const [first, ...others] = structuresOf(submissions)
  if (first === undefined || others.length === 0) return submissions
  return submissions.map((one) => silenced(one, (document) => isOfAnother(document, first, others)))
}

type Kind = Document['fields'][number]['kind']

function silenced(
  submission: Submission,
  speaksNoMore: (document: Document, kind: Kind) => boolean,
): Submission {
  return {
    ...submission,
    documents: submission.documents.map((document) =>
      document.kind === 'staff_entry'
        ? document
        : { ...document, fields: document.fields.filter(({ kind }) => !speaksNoMore(document, kind)) },
    ),
  }
}
