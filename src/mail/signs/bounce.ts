import { fold } from '../../base/folding.ts'
import { BOUNCE_OPENINGS, BOUNCE_SENTENCES, BOUNCE_SIGNS, BOUNCE_SUBJECTS } from '../../knowledge/bounces.ts'
import { headerValues, type Mail } from '../mail.ts'
import { namesDaemon, robotSender } from './robot-address.ts'

const STRUCTURES = new Set([
  'message/delivery-status',
  'message/global-delivery-status',
  'text/rfc822-headers',
  'message/feedback-report',
])

/** Grounds to take a mail for a notice of non-delivery or a complaint; none means that it is not one. */
export function bounceGrounds(mail: Mail): readonly string[] {
  const grounds: string[] = []
  if (isReport(mail)) grounds.push('bounce-structure')
  if (headerValues(mail, 'x-failed-recipients').length > 0) grounds.push('bounce-header')
  const title = fold(mail.subject)
  const subject = BOUNCE_SUBJECTS.says(title) || BOUNCE_SIGNS.test(title)
  const opening = fold(mail.text.slice(0, 3000))
  const body = BOUNCE_SENTENCES.says(opening)
  const sender = robotSender(mail)
  if (namesDaemon(mail) || (mail.returnPath ?? '').toLowerCase().startsWith('mailer-daemon'))
    grounds.push('bounce-sender')
  else if ((sender !== null || mail.returnPath === '') && (subject || body))
    grounds.push('bounce-sender-and-words')
  if (subject) grounds.push('bounce-subject')
  if (body && (subject || sender !== null)) grounds.push('bounce-words')
  const filed = mail.attachments.some((attachment) => !attachment.inline)
  if (!filed && BOUNCE_OPENINGS.says(opening)) grounds.push('bounce-opening')
  if (/"notificationType":"(bounce|complaint)"/i.test(mail.text.slice(0, 500))) grounds.push('bounce-words')
  return grounds
}

/** Grounds that leave no doubt, even beside pieces of an application: a returned letter has those too. */
export function isCertainBounce(grounds: readonly string[]): boolean {
  return grounds.some((ground) => !['bounce-subject', 'bounce-words', 'bounce-opening'].includes(ground))
}

function isReport(mail: Mail): boolean {
  if (mail.attachments.some((attachment) => STRUCTURES.has(attachment.declaredType))) return true
  if (STRUCTURES.has(mail.contentType)) return true
  if (mail.contentType !== 'multipart/report') return false
  return !headerValues(mail, 'content-type').some((value) => /disposition-notification/i.test(value))
}
