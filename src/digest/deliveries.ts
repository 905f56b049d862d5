import { applicationInWords, UNIDENTIFIED } from '../register/naming.ts'
import type { ApplicationSummary, LetterState } from '../register/views.ts'
import type { DigestDelivery, KnownAs } from './digest.ts'

/** The state of a letter that somebody must know of; null when it went its way, as far as anybody told. */
function stateOf(letter: LetterState): DigestDelivery['state'] | null {
  if (letter.state === 'bounced' || letter.state === 'refused') return letter.state
  const news = letter.arrival?.news
  if (news === 'challenged' || news === 'said-bounced') return news
  if (letter.uncertain > 0) return 'uncertain'
  const waits = news === 'delayed' || (letter.state === 'due' && letter.attempts > 0)
  return waits ? 'delayed' : null
}

/**
 * What became of the letters to applicants. One that a later letter about the same mail replaced is no task
 * any more; nor is a message after which another was written, once its loss was known (as in vitals.ts).
 */
export function deliveriesOf(
  letters: readonly LetterState[],
  applications: readonly ApplicationSummary[],
  known: KnownAs,
): readonly DigestDelivery[] {
  return letters.flatMap((letter) => {
    const isTold = letter.kind !== 'digest' && letter.kind !== 'trial'
    const state = isTold ? stateOf(letter) : null
    if (state === null || isReplaced(letter, letters)) return []
    const applicant = applications.find((application) => application.number === letter.number)?.applicant
    return [
      {
        who: whoOf(letter, known),
        state,
        kind: letter.kind,
        since: letter.arrival?.at ?? letter.createdAt,
        phone: applicant?.phone ?? null,
      },
    ]
  })
}

/** An answer to a question has a number, and no application. */
function whoOf({ number }: LetterState, known: KnownAs): string {
  if (number === null) return UNIDENTIFIED
  return known.get(number) ?? applicationInWords(number, undefined)
}

function isReplaced(letter: LetterState, letters: readonly LetterState[]): boolean {
  if (letter.kind === 'message')
    return letters.some(
      (other) =>
        other.kind === 'message' &&
        other.number === letter.number &&
        other.createdAt > (letter.arrival?.at ?? letter.createdAt),
    )
  return letters.some(
    (other) =>
      other.fingerprint !== null &&
      other.fingerprint === letter.fingerprint &&
      other.createdAt > letter.createdAt &&
      other.kind !== 'reminder',
  )
}
