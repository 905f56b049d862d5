import learnt from './question-like.json' with { type: 'json' }

/** What features of a text speak for an applicant's question (above 0) or for other mail (below). */
export interface Learnt {
  readonly bias: number
  readonly weights: Readonly<Record<string, number>>
}

/** Written by `npm run learn`, never by hand: a test holds that it follows from its mails. */
export const QUESTION_LIKE: Learnt = learnt
