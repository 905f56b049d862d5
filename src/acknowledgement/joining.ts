import { momentIn } from '../language/moments.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { responsible } from './contents.ts'
import { languageOf, paragraphIn, wordsOf } from './in-words.ts'
import type { Section } from './layout.ts'
import { composeNote } from './note.ts'
import type { Letter } from './outgoing.ts'

/**
 * What it is made from; `submission` is the mail that joined, `original` our letter to the address first
 * acknowledged.
 */
export type JoiningInput = Pick<
  AcknowledgementInput,
  'call' | 'number' | 'submission' | 'to' | 'original'
> & {
  /** The language that the one first acknowledged wrote in: who joined may write another. */
  readonly writtenIn: string | null
}

/**
 * Tells the address first acknowledged that a mail from another one was added to its application, so that who
 * did not know of it can say so. Neither that address nor a word of the mail is in it. Pure.
 */
export function composeJoining(given: JoiningInput): Letter {
  const verdict = { findings: [] }
  const input: AcknowledgementInput = {
    ...given,
    kind: 'supplement',
    verdict,
    beforeDeadline: false,
    version: 1,
  }
  return composeNote(input, {
    kind: 'joined',
    title: ({ joining }) => joining.title,
    subject: ({ joining }) => joining.subject,
    sections: (one) => [opening(one), responsible(one)],
    writtenIn: given.writtenIn,
  })
}

function opening({ call, number, submission }: Omit<JoiningInput, 'writtenIn'>): Section {
  const { acknowledgement, facts, joining } = wordsOf(call)
  return {
    title: null,
    blocks: [
      paragraphIn(call, acknowledgement.salutation),
      paragraphIn(call, joining.joined),
      {
        kind: 'facts',
        facts: [
          { label: facts.reference, value: number },
          {
            label: joining.received,
            value: momentIn(languageOf(call), submission.receipt.receivedAt, call.deadline),
          },
        ],
      },
      paragraphIn(call, joining.ifNot),
    ],
  }
}
