import { applicationInWords, UNIDENTIFIED } from '../register/naming.ts'
import { lossOf } from '../register/outbox.ts'
import { isReplaced } from '../register/replaced.ts'
import type { ApplicationSummary, LetterState } from '../register/views.ts'
import type { DigestDelivery, KnownAs } from './digest.ts'

/** The state of a letter that somebody must know of; null when it went its way, as far as anybody told. */
function stateOf(letter: LetterState): DigestDelivery['state'] | null {
  const loss = lossOf(letter)
  if (loss !== null) return loss
  const news = letter.arrival?.news
  if (news === 'challenged' || news === 'said-bounced') return news
  if (letter.uncertain > 0) return 'uncertain'
  const waits = news === 'delayed' || (letter.state === 'due' && letter.attempts > 0)
  return waits ? 'delayed' : null
}

/** What became of the letters to applicants. One that another replaced is no task any more. */
export function deliveriesOf(
  letters: readonly LetterState[],
  applications: readonly ApplicationSummary[],
  known: KnownAs,
): readonly DigestDelivery[] {
  return letters.flatMap((letter) => {
    const isTold = letter.kind !== 'digest' && letter.kind !== 'trial'
    const state = isTold ? stateOf(letter) : null
    const toldAt = letter.arrival?.at ?? letter.createdAt
    if (state === null || isReplaced(letter, toldAt, letters)) return []
    const applicant = applications.find((application) => application.number === letter.number)?.applicant
    return [
      {
        who: whoOf(letter, known),
        state,
        kind: letter.kind,
        since: toldAt,
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
