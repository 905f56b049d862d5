import { applicantOf } from './applicant.ts'
import { nameWords } from './names.ts'
import { piecesOf } from './pieces.ts'
import type { Placeable } from './placeable.ts'
import { standing } from './standing.ts'

/** Something by which the register finds mails that may belong together. Empty values are never clues. */
export interface Clue {
  readonly kind: 'sender' | 'siren' | 'rna' | 'name' | 'document' | 'answers' | 'message' | 'number'
  readonly value: string
}

/**
 * Applications that have a clue in common, from which on it is none by itself: an accountant writes for four
 * hundred structures, and everybody attaches the call. Identifiers are clues however many say them.
 */
export const SHARED_BY = 24

type Clued = Pick<Placeable, 'submission' | 'messageId' | 'repliesTo' | 'names' | 'opened'>

/** The clues of a submission. Two mails without one in common never belong together. */
export function cluesOf({ submission, messageId, repliesTo, names, opened }: Clued): readonly Clue[] {
  const applicant = applicantOf(standing([submission]))
  const clues: readonly (readonly [Clue['kind'], string | null])[] = [
    ['sender', submission.sender],
    ['siren', applicant.siren],
    ['rna', applicant.rna],
    ['name', applicant.name === null ? null : [...nameWords(applicant.name)].sort().join(' ')],
    // A blank form is everybody's.
    ...piecesOf(submission)
      .filter((document) => !document.emptyTemplate)
      .map((document) => ['document', document.sha256] as const),
    ['answers', submission.fingerprint],
    ['message', messageId],
    ...repliesTo.map((fingerprint) => ['answers', fingerprint] as const),
    ...[...new Set([...opened, ...names])].map((number) => ['number', number] as const),
  ]
  return clues.flatMap(([kind, value]) =>
    value === null || value === '' ? [] : [{ kind, value: value.toLowerCase() }],
  )
}

/** The clues in words, for comparing. */
export function clueWordsOf(one: Clued): readonly string[] {
  return cluesOf(one).map((clue) => `${clue.kind} ${clue.value}`)
}
