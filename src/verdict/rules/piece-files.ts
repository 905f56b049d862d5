import { labelOfPiece } from '../../call/asked-in.ts'
import type { Call } from '../../call/call.ts'
import type { Piece } from '../../call/piece.ts'
import type { Document } from '../../documents/document.ts'
import { hasExtension, playsRole } from '../../dossier/pieces.ts'
import type { Finding } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { MEGABYTE, megabytesOf } from './limits.ts'

/**
 * What the call says of the files of a piece, and of how many it takes: facts for staff, never a reason to
 * refuse.
 */
export const pieceFiles: Rule = {
  id: 'piece-files',
  check({ call, submissions }) {
    const documents = submissions.flatMap((submission) => submission.documents)
    return [...call.pieces.flatMap((piece) => ofPiece(piece, documents)), ...tooManyFor(call, documents)]
  },
}

function ofPiece(piece: Piece, documents: readonly Document[]): readonly Finding[] {
  const { most, megabytes, extensions } = piece.files ?? {}
  const own = distinct(documents.filter((document) => document.bytes > 0 && playsRole(document, piece.role)))
  const heavy = own.filter(({ bytes }) => megabytes !== undefined && bytes > megabytes * MEGABYTE)
  const odd = own.filter(
    ({ kind, name }) => kind === 'file' && extensions?.some((one) => hasExtension(name, one)) === false,
  )
  return [
    ...tooMany(labelOfPiece(piece), own.length, most),
    ...heavy.map(({ name, bytes }) => ({
      code: 'over-size' as const,
      document: name,
      megabytes: megabytesOf(bytes),
      limit: megabytes ?? 0,
    })),
    ...odd.map(({ name }) => ({
      code: 'other-format' as const,
      document: name,
      accepted: [...(extensions ?? [])],
    })),
  ]
}

function tooManyFor({ requiredDocuments }: Call, documents: readonly Document[]): readonly Finding[] {
  return requiredDocuments.flatMap(({ anyOf, label, most }) => {
    const own = documents.filter((document) => anyOf.some((role) => playsRole(document, role)))
    return tooMany(label, distinct(own).length, most)
  })
}

function tooMany(label: string, count: number, most: number | undefined): readonly Finding[] {
  return most !== undefined && count > most ? [{ code: 'too-many-files', label, count, most }] : []
}

/** The same file sent twice is one. */
function distinct(documents: readonly Document[]): readonly Document[] {
  return [...new Map(documents.map((document) => [document.sha256, document])).values()]
}
