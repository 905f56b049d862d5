import { domainOf } from '../mail/hosts.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { contentsOf } from './contents.ts'
import { oneLine } from './french.ts'
import type { Letter } from './outgoing.ts'
import { headersOf, onStationery } from './stationery.ts'

const SUBJECT_AT_MOST = 80

/**
 * The acknowledgement of one mail (CRPA L112-11, R112-11-1): every mention that the law wants, and headers
 * by which no robot answers it (RFC 3834, 3.1; domain 5.5). Pure: the same input, the same letter.
 */
export function composeAcknowledgement(input: AcknowledgementInput): Letter {
  const { call, to, number, original, corrects, byPerson } = input
  return onStationery(call, {
    to,
    title: nameOf(input),
    subject: subjectOf(input),
    sections: contentsOf(input),
    headers: headersOf(`ref=${number}`, byPerson === true ? null : 'auto-replied'),
    messageId: messageIdOf(input),
    // In the thread of the mail answered; a rectifying letter answers the one that it corrects.
    answers: [original.messageId, corrects?.messageId],
    references: original.references,
  })
}

/**
 * « Auto: » as RFC 3834, 3.1.5 suggests; then what it is, the reference, and the original subject on one
 * line.
 */
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

/** Derived from what it answers: a twin sent after a crash is known as the same letter. */
export function messageIdOf(
  { call, number, submission, version }: AcknowledgementInput,
  kind: 'ack' | 'reminder' | 'joined' = 'ack',
): string {
  return `<${number}.${kind}-${version}.${submission.fingerprint.slice(0, 12)}@${domainOf(call.acknowledgement.from)}>`
}
