import { z } from 'zod'
import { Fingerprint } from '../../base/ids.ts'
import { BODY_NAME, Document, DocumentKind, STAFF_ENTRY } from '../../documents/document.ts'
import type { Listed } from '../../documents/received.ts'

/**
 * Documents as rows hold them. Rows of 0.1.0 do not say what kind a document is, and hold a number that is
 * still to be given as the words « en cours »: here, and nowhere else, they are brought up to date.
 */
const Stored = z.preprocess((row) => {
  const old = OfRelease01.safeParse(row)
  return old.success ? upgraded(old.data) : row
}, Document)

const OfRelease01 = z.looseObject({
  kind: z.undefined().optional(),
  name: z.string(),
  mediaType: z.string(),
  fields: z.array(z.looseObject({ value: z.string() })).default([]),
})

function upgraded(row: z.infer<typeof OfRelease01>): unknown {
  const fields = row.fields.map((field) => (field.value === 'en cours' ? { ...field, pending: true } : field))
  return { listsCandidates: false, scanned: false, ...row, kind: kindOf(row), fields }
}

function kindOf({ name, mediaType }: { name: string; mediaType: string }): DocumentKind {
  if (mediaType === STAFF_ENTRY) return 'staff_entry'
  if (mediaType === 'text/uri-list') return 'link'
  return name === BODY_NAME && mediaType === 'text/plain' ? 'body' : 'file'
}

/** A document as it was kept, in the shape of this edition. Throws where it is none. */
export function documentOfRow(body: string): Document {
  return Stored.parse(JSON.parse(body))
}

const Head = z.object({
  kind: DocumentKind.optional(),
  name: z.string(),
  mediaType: z.string(),
  sha256: Fingerprint,
  roles: z.array(z.object({ role: z.string() })),
})

/** What lists tell of a document, without the cost of the rest. */
export function listedOfRow(body: string): Listed {
  const { kind, name, mediaType, sha256, roles } = Head.parse(JSON.parse(body))
  const decor = roles.some(({ role }) => role === 'decor')
  return { kind: kind ?? kindOf({ name, mediaType }), name, sha256, decor }
}
