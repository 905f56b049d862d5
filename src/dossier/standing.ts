import type { Document, FieldValue } from '../documents/document.ts'
import type { Submission } from './dossier.ts'
import { fieldsIn } from './fields-in.ts'
import { heldBack, type Proposal } from './particulars.ts'
import { replacing } from './replacing.ts'
import { isOfAnother, type Structure, structuresOf } from './structures.ts'

/** A dossier with the facts that stand, and those that are for a person to accept or refuse. */
export interface Settled {
  readonly submissions: readonly Submission[]
  readonly proposals: readonly Proposal[]
}

/**
 * The submissions of a dossier with the facts that stand: what its own sender replaces (« annule et remplace
 * ») no longer speaks; where papers of several structures came, only those of the first speak for the
 * applicant; and what a later mail says otherwise waits for a person. Pieces stay pieces; what people entered
 * is never touched. Pure.
 */
export function settled(submissions: readonly Submission[]): Settled {
  const replaced = withoutReplaced(submissions)
  const ofFirst = ofFirstStructure(replaced)
  if (submissions.length < 2) return { submissions: ofFirst, proposals: [] }
  const kept = new Set(fieldsIn(ofFirst))
  const { fields, proposals } = heldBack(
    submissions,
    new Set(fieldsIn(replaced).filter((field) => !kept.has(field))),
  )
  const stands = ofFirst.map((one) => silenced(one, (_, field) => fields.has(field)))
  return { submissions: stands, proposals }
}

/** The same without what waits. */
export function standing(submissions: readonly Submission[]): readonly Submission[] {
  return settled(submissions).submissions
}

function withoutReplaced(submissions: readonly Submission[]): readonly Submission[] {
  return submissions.reduce<readonly Submission[]>((before, submission) => {
    const givesWay = replacing(submission)
    const kept = submission.replaces
      ? before.map((earlier) => silenced(earlier, (document, { kind }) => givesWay(earlier, document, kind)))
      : before
    return [...kept, submission]
  }, [])
}

function ofFirstStructure(submissions: readonly Submission[]): readonly Submission[] {
  const [first, ...others] = structuresOf(submissions)
  if (first === undefined || others.length === 0) return submissions
  return submissions.map((one) => {
    const ofOthers = one.documents.filter((document) => isOfAnother(document, first, others))
    const silent = new Set([...ofOthers, ...one.documents.filter((mail) => wraps(mail, ofOthers, first))])
    return silenced(one, (document) => silent.has(document))
  })
}

/** A mail or archive with papers of another structure, and none of the first: it speaks for that one. */
function wraps({ name }: Document, ofOthers: readonly Document[], { documents }: Structure): boolean {
  const brought = (some: readonly Document[]) => some.some((one) => one.name.startsWith(`${name}/`))
  return brought(ofOthers) && !brought(documents)
}

function silenced(
  submission: Submission,
  speaksNoMore: (document: Document, field: FieldValue) => boolean,
): Submission {
  return {
    ...submission,
    documents: submission.documents.map((document) =>
      document.kind === 'staff_entry'
        ? document
        : { ...document, fields: document.fields.filter((field) => !speaksNoMore(document, field)) },
    ),
  }
}
