import type { Submission } from '../../dossier/dossier.ts'
import { hasExtension, piecesOf } from '../../dossier/pieces.ts'
import type { Finding } from '../finding.ts'
import type { Rule } from '../rule.ts'

export const MEGABYTE = 1_000_000

/**
 * What the call says of size and format. A fact for staff: a call that does not exclude such files cannot
 * refuse them.
 */
export const limits: Rule = {
  id: 'limits',
  check({ call, submissions }) {
    const { totalMegabytes, extensions } = call.limits
    return [
      ...(totalMegabytes === undefined ? [] : overSize(submissions, totalMegabytes)),
      ...(extensions === undefined ? [] : otherFormats(submissions, extensions)),
    ]
  },
}

function overSize(submissions: readonly Submission[], limit: number): readonly Finding[] {
  const bytes = submissions.flatMap(piecesOf).reduce((sum, document) => sum + document.bytes, 0)
  return bytes > limit * MEGABYTE ? [{ code: 'over-size', megabytes: megabytesOf(bytes), limit }] : []
}

/** Megabytes, to a tenth. */
export function megabytesOf(bytes: number): number {
  return Math.round((bytes / MEGABYTE) * 10) / 10
}

function otherFormats(submissions: readonly Submission[], accepted: readonly string[]): readonly Finding[] {
  const others = submissions
    .flatMap(piecesOf)
    .filter(({ name }) => !accepted.some((extension) => hasExtension(name, extension)))
  return others.map((document) => ({
    code: 'other-format',
    document: document.name,
    accepted: [...accepted],
  }))
}
