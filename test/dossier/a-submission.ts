import { createHash } from 'node:crypto'
import { Fingerprint } from '../../src/base/ids.ts'
import type { Instant } from '../../src/base/instant.ts'
import type { FieldKind } from '../../src/call/field-kind.ts'
import type { DocumentRole } from '../../src/call/roles.ts'
import type { Document, DocumentProblem } from '../../src/documents/document.ts'
import type { Submission } from '../../src/dossier/dossier.ts'
import type { ReceiptSource } from '../../src/mail/receipt.ts'
import type { SenderProof } from '../../src/mail/signs/sender-proof.ts'

export function sha256(text: string): Fingerprint {
  return Fingerprint.parse(createHash('sha256').update(text).digest('hex'))
}

interface DocumentShape {
  readonly name?: string
  readonly content?: string
  readonly roles?: readonly DocumentRole[]
  readonly fields?: Readonly<Record<string, string>>
  readonly confidence?: number
  /** Its fields are still to be given. */
  readonly pending?: boolean
  readonly elsewhere?: boolean
  readonly problem?: DocumentProblem
  readonly emptyTemplate?: boolean
  readonly words?: number
  /** Nothing says what it is. */
  readonly unknown?: boolean
}

/** A document as the recogniser would leave it. */
export function aDocument(shape: DocumentShape = {}): Document {
  const name = shape.name ?? 'formulaire.pdf'
  const extract = { document: name, page: 1, text: 'extract' }
  return {
    kind: 'file',
    name,
    mediaType: 'application/pdf',
    bytes: 1000,
    sha256: sha256(shape.content ?? name),
    roles: (shape.roles ?? ['other']).map((role) => ({
      role,
      score: 0.9,
      grounds: shape.unknown === true ? [] : [extract],
    })),
    problem: shape.problem ?? null,
    detail: null,
    fields: Object.entries(shape.fields ?? {}).map(([kind, value]) => ({
      kind: kind as FieldKind,
      value,
      ...(shape.pending === true ? { pending: true as const } : {}),
      ...(shape.elsewhere === true ? { elsewhere: true as const } : {}),
      confidence: shape.confidence ?? 0.9,
      extract,
    })),
    emptyTemplate: shape.emptyTemplate ?? false,
    listsCandidates: false,
    scanned: false,
    words: shape.words ?? 100,
  }
}

interface SubmissionShape {
  readonly id?: string
  readonly receivedAt?: Instant
  readonly source?: ReceiptSource
  readonly clocks?: Submission['receipt']['clocks']
  readonly sender?: string | null
  readonly documents?: readonly Document[]
  readonly replaces?: boolean
  readonly proof?: SenderProof
}

/** A mail that hands something in, received by the border server unless told otherwise. */
export function aSubmission(shape: SubmissionShape = {}): Submission {
  const receivedAt = shape.receivedAt ?? ('2022-11-22T08:00:00.000Z' as Instant)
  const source = shape.source ?? 'boundary'
  return {
    fingerprint: sha256(shape.id ?? `${receivedAt}${shape.sender ?? ''}`),
    receipt: { receivedAt, source, clocks: shape.clocks ?? [{ source, at: receivedAt }], doubts: [] },
    sender: shape.sender === undefined ? 'contact@structure.example' : shape.sender,
    proof: shape.proof ?? 'proven',
    documents: [...(shape.documents ?? [])],
    replaces: shape.replaces ?? false,
  }
}
