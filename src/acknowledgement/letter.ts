import { domainOf } from '../mail/hosts.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { contentsOf } from './contents.ts'
import { oneLine, typographic } from './french.ts'
import { escapeHtml, page, renderSections } from './html.ts'
import type { Letter } from './outgoing.ts'
import { renderText } from './plain-text.ts'

/** Of our loop header; raised when its meaning changes. */
const LOOP_VERSION = 'v1'
const SUBJECT_AT_MOST = 80
const REFERENCES_AT_MOST = 20

/**
 * The acknowledgement of one mail (CRPA L112-11, R112-11-1): every mention that the law wants, and headers
 * by which no robot answers it (RFC 3834, 3.1; domain 5.5). Pure: the same input, the same letter.
 */
export function composeAcknowledgement(input: AcknowledgementInput): Letter {
  const { call } = input
  const sections = contentsOf(input)
  const title = `${nameOf(input)} – ${typographic(call.acknowledgement.senderName)}`
  const closing = typographic(`${call.authority.name}, ${call.service.name}`)
  return {
    from: { name: call.acknowledgement.senderName, address: call.acknowledgement.from },
    to: [input.to],
    replyTo: call.mailbox.address,
    envelopeFrom: call.acknowledgement.bouncesTo,
    subject: subjectOf(input),
    text: renderText(sections, closing),
    html: page(title, `${renderSections(sections)}\n<p>${escapeHtml(closing)}</p>`),
    headers: headersOf(input),
    messageId: messageIdOf(input),
    ...threadOf(input),
  }
}

/** In the thread of the mail answered; a rectifying letter answers the one that it corrects. */
function threadOf({ original, corrects }: AcknowledgementInput): Pick<Letter, 'inReplyTo' | 'references'> {
  const earlier = [original.messageId, corrects?.messageId].filter((id) => typeof id === 'string')
  const references = earlier.length === 0 ? [] : [...original.references, ...earlier]
  return { inReplyTo: earlier.at(-1) ?? null, references: references.slice(-REFERENCES_AT_MOST) }
}

/** « Auto: » as RFC 3834, 3.1.5 suggests; then what it is, the reference, and the original subject on one line. */
function subjectOf(input: AcknowledgementInput): string {
  const { call, number, original, byPerson, neutral } = input
  const subject = neutral === true ? '' : oneLine(original.subject, SUBJECT_AT_MOST)
  const parts = [
    `${byPerson === true ? '' : 'Auto: '}${nameOf(input)}`,
    call.shortTitle,
    `réf.\u00A0${number}`,
  ]
  return [...parts, ...(subject === '' ? [] : [subject])].join(' – ')
}

function nameOf({ corrects }: AcknowledgementInput): string {
  return corrects === undefined ? 'Accusé de réception' : 'Accusé de réception rectificatif'
}

/** By which no robot answers it (RFC 3834, 3.1.7; MS-OXCMAIL 2.1.3.2.20), and our loop header. */
export function headersOf({
  number,
  byPerson,
}: Pick<AcknowledgementInput, 'number' | 'byPerson'>): Record<string, string> {
  const always = {
    'X-Recepisse': `${LOOP_VERSION}; ref=${number}`,
    'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply',
    'Content-Language': 'fr',
  }
  return byPerson === true ? always : { 'Auto-Submitted': 'auto-replied', ...always }
}

/** Derived from what it answers: a twin sent after a crash is known as the same letter. */
export function messageIdOf(
  { call, number, submission, version }: AcknowledgementInput,
  kind: 'ack' | 'reminder' | 'joined' = 'ack',
): string {
  return `<${number}.${kind}-${version}.${submission.fingerprint.slice(0, 12)}@${domainOf(call.acknowledgement.from)}>`
}
