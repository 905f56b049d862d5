import type { RegistrationNumber } from '../base/ids.ts'
import type { Call } from '../call/call.ts'
import { domainOf } from '../mail/hosts.ts'
import { dataSection, messageBlocks, responsible } from './contents.ts'
import { oneLine } from './french.ts'
import { paragraphIn, set, wordsOf } from './in-words.ts'
import type { Section } from './layout.ts'
import type { Letter, LetterFile } from './outgoing.ts'
import { headersOf, onStationery } from './stationery.ts'

/** What a message is made from. The same input always gives the same letter. */
export interface MessageInput {
  readonly call: Call
  readonly number: RegistrationNumber
  readonly to: string
  readonly subject: string
  /** As the person typed it. */
  readonly text: string
  /** The mail of theirs that it goes on from. */
  readonly original: { readonly messageId: string | null; readonly references: readonly string[] }
  readonly files: readonly LetterFile[]
  /** Among the messages under this number, from 1. */
  readonly rank: number
}

const SUBJECT_AT_MOST = 150

/** What a person writes to an applicant: no act, no acknowledgement, and nothing of a program. Pure. */
export function composeMessage(input: MessageInput): Letter {
  const { call, number, to, subject, original, files, rank } = input
  return onStationery(call, {
    to,
    title: ({ acknowledgement }) => acknowledgement.fromStaff,
    subject: () => oneLine(subject, SUBJECT_AT_MOST),
    sections: (one) => sectionsOf({ ...input, call: one }),
    // What a person wrote is not translated by a program.
    writtenIn: null,
    headers: headersOf(`ref=${number}`, null),
    messageId: `<${number}.message-${rank}@${domainOf(call.acknowledgement.from)}>`,
    answers: [original.messageId],
    references: original.references,
    files,
  })
}

function sectionsOf({ call, number, text }: MessageInput): readonly Section[] {
  const { acknowledgement, facts } = wordsOf(call)
  return [
    {
      title: null,
      blocks: [
        paragraphIn(call, acknowledgement.salutation),
        ...messageBlocks(call, text),
        {
          kind: 'facts',
          facts: [
            { label: facts.reference, value: number, note: facts.quote },
            { label: facts.object, value: set(call, call.title) },
          ],
        },
      ],
    },
    responsible({ call }),
    dataSection(call),
  ]
}
