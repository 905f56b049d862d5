import type { AcknowledgementInput } from './acknowledgement.ts'
import { dataNotice } from './data-notice.ts'
import { paragraph, type Section } from './layout.ts'
import { messageIdOf } from './letter.ts'
import type { Letter } from './outgoing.ts'
import { headersOf, onStationery } from './stationery.ts'

/**
 * What is particular to a note. `subject`: between « Auto: » and the call; `sections`: what comes before the
 * data protection.
 */
export interface NoteParts {
  readonly kind: 'reminder' | 'joined'
  readonly title: string
  readonly subject: string
  readonly sections: readonly Section[]
}

/**
 * A letter of a program that answers no mail of theirs, in the thread of our acknowledgement
 * (`input.original`). Pure.
 */
export function composeNote(input: AcknowledgementInput, parts: NoteParts): Letter {
  const { call, number, original, to } = input
  const protection = paragraph(dataNotice(call))
  return onStationery(call, {
    to,
    title: parts.title,
    subject: `Auto: ${parts.subject} – ${call.shortTitle} – réf.\u00A0${number}`,
    sections: [...parts.sections, { title: 'Protection des données', blocks: [protection] }],
    headers: headersOf(`ref=${number}`, 'auto-generated'),
    messageId: messageIdOf(input, parts.kind),
    answers: [original.messageId],
    references: original.references,
  })
}
