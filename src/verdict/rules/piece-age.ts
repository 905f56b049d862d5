import { type Instant, wallClockOf } from '../../base/instant.ts'
import { labelOfPiece } from '../../call/asked-in.ts'
import type { Call } from '../../call/call.ts'
import type { Submission } from '../../dossier/dossier.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { Finding } from '../finding.ts'
import type { Rule } from '../rule.ts'

/**
 * A piece that its own date shows to be older, when it was received, than the call takes: a fact for staff.
 */
export const pieceAge: Rule = {
  id: 'piece-age',
  check({ call, submissions }) {
    return submissions.flatMap((submission) => oldIn(submission, call))
  },
}

function oldIn({ documents, receipt }: Submission, call: Call): readonly Finding[] {
  return call.pieces.flatMap((piece) => {
    if (piece.notOlderThan === undefined) return []
    const oldest = oldestOn(receipt.receivedAt, piece.notOlderThan, call)
    return documents.flatMap(({ name, roles }) => {
      const dated = roles.find(({ role, score }) => role === piece.role && score >= WEIGHTS.usable)?.dated
      return dated === undefined || dated >= oldest
        ? []
        : [{ code: 'piece-old' as const, label: labelOfPiece(piece), document: name, dated, oldest }]
    })
  })
}

/** The first day from which a piece is young enough for a mail received then. */
function oldestOn(receivedAt: Instant, period: string, { deadline }: Call): string {
  return wallClockOf(receivedAt, deadline.zone).toPlainDate().subtract(period).toString()
}
