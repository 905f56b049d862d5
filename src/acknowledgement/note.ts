import type { AcknowledgementInput } from './acknowledgement.ts'
import { dataNotice } from './data-notice.ts'
import { typographic } from './french.ts'
import { escapeHtml, page, renderSections } from './html.ts'
import { paragraph, type Section } from './layout.ts'
import { headersOf, messageIdOf } from './letter.ts'
import type { Letter } from './outgoing.ts'
import { renderText } from './plain-text.ts'

const REFERENCES_AT_MOST = 20

/** What is particular to a note. `subject`: between « Auto: » and the call; `sections`: what comes before the data protection. */
export interface NoteParts {
  readonly kind: 'reminder' | 'joined'
  readonly title: string
  readonly subject: string
  readonly sections: readonly Section[]
}

/** A letter of a program that answers no mail of theirs, in the thread of our acknowledgement (`input.original`). Pure. */
export function composeNote(input: AcknowledgementInput, parts: NoteParts): Letter {
  const { call, number, original, to } = input
  const title = `${parts.title} – ${typographic(call.acknowledgement.senderName)}`
  const closing = typographic(`${call.authority.name}, ${call.service.name}`)
  const protection = paragraph(dataNotice(call))
  const sections = [...parts.sections, { title: 'Protection des données', blocks: [protection] }]
  const references = original.messageId === null ? [] : [...original.references, original.messageId]
  return {
    from: { name: call.acknowledgement.senderName, address: call.acknowledgement.from },
    to: [to],
    replyTo: call.mailbox.address,
    envelopeFrom: call.acknowledgement.bouncesTo,
    subject: `Auto: ${parts.subject} – ${call.shortTitle} – réf.\u00A0${number}`,
    text: renderText(sections, closing),
    html: page(title, `${renderSections(sections)}\n<p>${escapeHtml(closing)}</p>`),
    // RFC 3834, 5 calls that generated.
    headers: { ...headersOf(input), 'Auto-Submitted': 'auto-generated' },
    messageId: messageIdOf(input, parts.kind),
    inReplyTo: original.messageId,
    references: references.slice(-REFERENCES_AT_MOST),
  }
}
