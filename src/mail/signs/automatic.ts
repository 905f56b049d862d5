import { fold } from '../../base/folding.ts'
import {
  AUTOMATIC_SUBJECTS,
  CHALLENGES,
  PERHAPS_AUTOMATIC,
  REACTIONS,
  RESPONDER_SENTENCES,
} from '../../knowledge/automatic-mail.ts'
import { headerValues, type Mail } from '../mail.ts'
import { subjectOf } from '../subject.ts'

/** What an automatic answer is about. */
export type AutomaticWording = 'absence' | 'read-receipt' | 'challenge' | 'responder'

const BODY_AT_MOST = 1500

/** What a subject alone shows beyond doubt; null for a subject that a person may have written. */
export function automaticSubject(subject: string): AutomaticWording | null {
  const folded = fold(subject)
  return AUTOMATIC_SUBJECTS.first(folded)?.entry.kind ?? (CHALLENGES.says(folded) ? 'challenge' : null)
}

/**
 * What subject and words show of a mail that carries no header of RFC 3834. Doubtful words only count in a
 * short answer to another mail, without attachment and without question: a person on leave may apply too.
 */
export function automaticWording(mail: Mail): AutomaticWording | null {
  const sure = automaticSubject(mail.subject)
  if (sure !== null) return sure
  const words = fold(mail.ownText === '' ? mail.text.slice(0, BODY_AT_MOST) : mail.ownText)
  const isAnswer = mail.inReplyTo.length > 0 || mail.references.length > 0 || isAnnounced(mail.subject)
  const isShort = isAnswer && words.length <= BODY_AT_MOST && !words.includes('?')
  const said = isShort ? (RESPONDER_SENTENCES.first(words)?.entry.kind ?? null) : null
  // A brochure comes with the excuses of a program that names itself; a person on leave sends files too.
  if (mail.attachments.some((attachment) => !attachment.inline)) return said === 'responder' ? said : null
  if (PERHAPS_AUTOMATIC.says(fold(mail.subject)) && !mail.ownText.includes('?')) return 'absence'
  return said
}

function isAnnounced(subject: string): boolean {
  const { forwards, answers } = subjectOf(subject)
  return forwards || answers
}

/** A notification of reading or processing (RFC 8098). */
export function isReadReceipt(mail: Mail): boolean {
  if (
    mail.attachments.some((attachment) =>
      /^message\/(global-)?disposition-notification$/.test(attachment.declaredType),
    )
  )
    return true
  return headerValues(mail, 'content-type').some((value) => /disposition-notification/i.test(value))
}

/** An invitation or its answer (RFC 5546): calendars send and answer these by themselves. */
export function isCalendarRequest(mail: Mail): boolean {
  if (headerValues(mail, 'content-type').some((value) => /^text\/calendar\b.*\bmethod=/i.test(value)))
    return true
  return mail.attachments.some(
    (attachment) => attachment.declaredType === 'text/calendar' && attachment.name === null,
  )
}

/**
 * « 👍 a réagi »: a sign of assent, and a mail that is called back. Programs write these for people; nobody
 * waits for an answer.
 */
export function isReaction(mail: Mail): boolean {
  if (mail.attachments.some(({ declaredType }) => REACTION_TYPE.test(declaredType))) return true
  const words = fold(`${mail.subject} . ${mail.ownText.slice(0, REACTION_LETTERS)}`)
  return mail.ownText.length < REACTION_LETTERS && REACTIONS.says(words)
}

const REACTION_TYPE = /\breaction\b/
const REACTION_LETTERS = 500
