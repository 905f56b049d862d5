import type { Letters } from '../language/letters.ts'
import { fill } from '../language/message.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { dataSection } from './contents.ts'
import { wordsOf } from './in-words.ts'
import type { Section } from './layout.ts'
import { messageIdOf } from './letter.ts'
import type { Letter } from './outgoing.ts'
import { headersOf, onStationery } from './stationery.ts'

/**
 * What is particular to a note, in any language. `subject`: between « Auto: » and the call; `sections`: what
 * comes before the data protection.
 */
export interface NoteParts {
  readonly kind: 'reminder' | 'joined'
  readonly title: (words: Letters) => string
  readonly subject: (words: Letters) => string
  readonly sections: (input: AcknowledgementInput) => readonly Section[]
  /** The language that whom it goes to wrote in, where a mail of theirs tells. */
  readonly writtenIn: string | null
}

/**
 * A letter of a program that answers no mail of theirs, in the thread of our acknowledgement
 * (`input.original`). Pure.
 */
export function composeNote(input: AcknowledgementInput, parts: NoteParts): Letter {
  const { call, number, original, to } = input
  const words = wordsOf(call)
  return onStationery(call, {
    to,
    title: parts.title,
    name: parts.subject,
    subject: (name) =>
      `Auto: ${name} – ${call.shortTitle} – ${fill(words.acknowledgement.numbered, { number })}`,
    sections: (one) => [...parts.sections({ ...input, call: one }), dataSection(one)],
    writtenIn: parts.writtenIn,
    headers: headersOf(`ref=${number}`, 'auto-generated'),
    messageId: messageIdOf(input, parts.kind),
    answers: [original.messageId],
    references: original.references,
  })
}
