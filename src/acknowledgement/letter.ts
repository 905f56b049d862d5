import type { Letters } from '../language/letters.ts'
import { fill } from '../language/message.ts'
import { domainOf } from '../mail/hosts.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { contentsOf } from './contents.ts'
import { oneLine } from './french.ts'
import { wordsOf } from './in-words.ts'
import type { Letter } from './outgoing.ts'
import { headersOf, onStationery } from './stationery.ts'
import { languageWritten } from './translation.ts'

const SUBJECT_AT_MOST = 80

/**
 * The acknowledgement of one mail (CRPA L112-11, R112-11-1): every mention that the law wants, and headers
 * by which no robot answers it (RFC 3834, 3.1; domain 5.5). Pure: the same input, the same letter.
 */
export function composeAcknowledgement(input: AcknowledgementInput): Letter {
  const { call, to, number, original, corrects, byPerson } = input
  return onStationery(call, {
    to,
    title: (words) => nameOf(input, words),
    subject: (name) => subjectOf(input, name),
    sections: (one) => contentsOf({ ...input, call: one }),
    writtenIn: languageWritten(input.submission.documents),
    headers: headersOf(`ref=${number}`, byPerson === true ? null : 'auto-replied'),
    messageId: messageIdOf(input),
    // In the thread of the mail answered; a rectifying letter answers the one that it corrects.
    answers: [original.messageId, corrects?.messageId],
    references: original.references,
    ...(input.files === undefined ? {} : { files: input.files }),
  })
}

/**
 * « Auto: » as RFC 3834, 3.1.5 suggests; then what it is, the reference, and the original subject on one
 * line.
 */
function subjectOf(input: AcknowledgementInput, name: string): string {
  const { call, number, original, byPerson, neutral } = input
  const { acknowledgement } = wordsOf(call)
  const subject = neutral === true ? '' : oneLine(original.subject, SUBJECT_AT_MOST)
  const parts = [
    `${byPerson === true ? '' : 'Auto: '}${name}`,
    call.shortTitle,
    fill(acknowledgement.numbered, { number }),
  ]
  return [...parts, ...(subject === '' ? [] : [subject])].join(' – ')
}

function nameOf(
  { corrects, kind, words }: AcknowledgementInput,
  { acknowledgement, answer }: Letters,
): string {
  if (kind === 'inquiry' && words !== undefined && corrects === undefined) return answer.title
  return corrects === undefined ? acknowledgement.title : acknowledgement.rectifying
}

/** Derived from what it answers: a twin sent after a crash is known as the same letter. */
export function messageIdOf(
  { call, number, submission, version }: AcknowledgementInput,
  kind: 'ack' | 'reminder' | 'joined' = 'ack',
): string {
  const domain = domainOf(call.acknowledgement.from)
  return `<${number}.${kind}-${version}.${submission.fingerprint.slice(0, 12)}@${domain}>`
}
