import type { Call } from '../call/call.ts'
import { typographic } from './french.ts'
import { escapeHtml, page, renderSections } from './html.ts'
import type { Section } from './layout.ts'
import type { Letter } from './outgoing.ts'
import { renderText } from './plain-text.ts'

/** Of our loop header; raised when its meaning changes. */
const LOOP_VERSION = 'v1'
const REFERENCES_AT_MOST = 20

/** What is particular to a letter to an applicant. */
export interface Particular extends Pick<Letter, 'subject' | 'headers' | 'messageId'> {
  readonly to: string
  /** Where an answer goes; the call's mailbox where nothing is said. */
  readonly replyTo?: string
  /** Heads its page, before the name that the letters are sent under. */
  readonly title: string
  readonly sections: readonly Section[]
  /** The Message-IDs that it answers, the nearest last; and what the first of them answered. */
  readonly answers: readonly (string | null | undefined)[]
  readonly references: readonly string[]
}

/**
 * A letter to an applicant as this call sends them: from whom, in which thread, as text and as a page, closed
 * alike.
 */
export function onStationery(call: Call, particular: Particular): Letter {
  const { to, replyTo, title, sections, answers, references, subject, headers, messageId } = particular
  const { senderName, from, bouncesTo } = call.acknowledgement
  const closing = typographic(`${call.authority.name}, ${call.service.name}`)
  const answered = answers.filter((id) => typeof id === 'string')
  const thread = answered.length === 0 ? [] : [...references, ...answered]
  return {
    from: { name: senderName, address: from },
    to: [to],
    replyTo: replyTo ?? call.mailbox.address,
    envelopeFrom: bouncesTo,
    subject,
    text: renderText(sections, closing),
    html: page(
      `${title} – ${typographic(senderName)}`,
      `${renderSections(sections)}\n<p>${escapeHtml(closing)}</p>`,
    ),
    headers,
    messageId,
    inReplyTo: answered.at(-1) ?? null,
    references: thread.slice(-REFERENCES_AT_MOST),
  }
}

/**
 * By which no robot answers it (RFC 3834, 3.1.7; MS-OXCMAIL 2.1.3.2.20), and our loop header, with what the
 * letter is about. `automatic`: how a program wrote it (RFC 3834, 5); null where a person did.
 */
export function headersOf(
  about: string,
  automatic: 'auto-replied' | 'auto-generated' | null,
): Record<string, string> {
  return {
    ...(automatic === null ? {} : { 'Auto-Submitted': automatic }),
    'X-Recepisse': `${LOOP_VERSION}; ${about}`,
    'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply',
    'Content-Language': 'fr',
  }
}
