import { z } from 'zod'
import { Fingerprint } from '../base/ids.ts'
import { Instant } from '../base/instant.ts'
import { FieldKind } from '../call/field-kind.ts'
import { DocumentRole } from '../call/roles.ts'
import { type Document, type FieldValue, STAFF_ENTRY } from '../documents/document.ts'
import type { Submission } from './dossier.ts'

/**
 * What a person establishes against, or beside, what was read. `field`: the fact of the whole application, ''
 * for none; `role`: what a document is; `received-otherwise`: a piece that came by another way, and which;
 * `refused`: what a later mail proposed, which speaks no more.
 */
export const Correction = z.discriminatedUnion('what', [
  z.object({ what: z.literal('field'), kind: FieldKind, value: z.string().max(500) }),
  z.object({ what: z.literal('role'), document: z.string(), roles: z.array(DocumentRole) }),
  z.object({ what: z.literal('received-otherwise'), role: DocumentRole, how: z.string().min(1).max(500) }),
  z.object({ what: z.literal('refused'), kind: FieldKind, value: z.string().max(5000) }),
])
export type Correction = z.infer<typeof Correction>

/**
 * A correction that stands, of the mail it was written at, and when it was decided. In the order of their
 * decisions.
 */
export const StandingCorrection = z.object({ fingerprint: Fingerprint, correction: Correction, at: Instant })
export type StandingCorrection = z.infer<typeof StandingCorrection>

/** The name under which findings show a person's word as evidence. */
const ENTRY = 'saisie par un agent'

/**
 * The submissions as people corrected them: what was read of a corrected fact gives way, everywhere in the
 * dossier.
 */
export function corrected(
  submissions: readonly Submission[],
  corrections: readonly StandingCorrection[],
): readonly Submission[] {
  return corrections.reduce(applied, submissions)
}

function applied(
  submissions: readonly Submission[],
  { fingerprint, correction, at }: StandingCorrection,
): readonly Submission[] {
  switch (correction.what) {
    case 'field': {
      const { kind, value } = correction
      // What came after the decision was not decided about: it is proposed, or supplies what nobody knew.
      const without = submissions.map((one) =>
        one.receipt.receivedAt > at
          ? one
          : mapDocuments(one, (document) => withoutFields(document, (field) => field.kind === kind)),
      )
      const extract = { document: ENTRY, page: 1, text: value }
      const field = { kind, value, confidence: 1, extract }
      return value === '' ? without : withEntry(without, fingerprint, { fields: [field] })
    }
    case 'role': {
      const { document: name, roles } = correction
      const grounds = [{ document: name, page: 1, text: ENTRY }]
      return submissions.map((one) =>
        one.fingerprint !== fingerprint
          ? one
          : mapDocuments(one, (document) =>
              document.name !== name
                ? document
                : {
                    ...document,
                    roles: roles.map((role) => ({ role, score: 1, grounds })),
                    emptyTemplate: false,
                  },
            ),
      )
    }
    case 'refused': {
      const { kind, value } = correction
      const isRefused = (field: FieldValue) => field.kind === kind && field.value === value
      return submissions.map((one) =>
        one.fingerprint === fingerprint
          ? mapDocuments(one, (document) => withoutFields(document, isRefused))
          : one,
      )
    }
    case 'received-otherwise': {
      const grounds = [{ document: ENTRY, page: 1, text: correction.how }]
      return withEntry(submissions, fingerprint, { roles: [{ role: correction.role, score: 1, grounds }] })
    }
  }
}

function mapDocuments(submission: Submission, change: (document: Document) => Document): Submission {
  return { ...submission, documents: submission.documents.map(change) }
}

function withoutFields(document: Document, gives: (field: FieldValue) => boolean): Document {
  return { ...document, fields: document.fields.filter((field) => !gives(field)) }
}

/**
 * Added as a document of no bytes, so that it is evidence like any other and never a file of the applicant's.
 */
function withEntry(
  submissions: readonly Submission[],
  fingerprint: Fingerprint,
  facts: Partial<Pick<Document, 'fields' | 'roles'>>,
): readonly Submission[] {
  const entry: Document = {
    name: ENTRY,
    kind: 'staff_entry',
    mediaType: STAFF_ENTRY,
    bytes: 0,
    sha256: fingerprint,
    roles: [],
    problem: null,
    detail: null,
    fields: [],
    emptyTemplate: false,
    listsCandidates: false,
    scanned: false,
    words: 1,
    ...facts,
  }
  return submissions.map((one) =>
    one.fingerprint === fingerprint ? { ...one, documents: [...one.documents, entry] } : one,
  )
}
