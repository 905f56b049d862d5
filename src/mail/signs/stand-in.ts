import { headerValues, type Mail } from '../mail.ts'

/** Why such a mail was set aside, in the register. */
export const STAND_IN = 'stand-in'

/** « …using the IMAP4 protocol failed for the following message: 20004 », in whatever language. */
const PROTOCOL = /\b(?:IMAP4?|POP3?|MAPI|EWS|ActiveSync|Exchange)\b/i
const NUMBER = /\d{2,}/

/** What the notice tells of the mail that is kept back, in the languages of mail servers of Europe. */
const TOLD: readonly RegExp[] = [
  /^[ \t>*]*(?:subject|objet|sujet|betreff|asunto|oggetto|assunto|onderwerp)\s*:/im,
  /^[ \t>*]*(?:from|de|von|da|van|expéditeur|sender|absender|remitente|mittente)\s*:/im,
  new RegExp(
    "^[ \\t>*]*(?:sent(?: date)?|date(?: sent| d['’]envoi| de l['’]envoi)?|envoyé(?: le)?|" +
      'gesendet(?: am)?|sendedatum|fecha(?: de envío)?|enviado(?: el)?|data(?: di invio| de envio)?|' +
      'inviato(?: il)?|verzonden)\\s*:',
    'im',
  ),
]

/**
 * A stand-in is what a server hands over in the place of a mail that it keeps back (Exchange: « Retrieval
 * using the IMAP4 protocol failed »): it wrote it itself, so nobody sent it and it came no way, and it tells
 * of another mail. The true mail never comes under its number: a person must open it elsewhere.
 */
export function isStandIn(
  mail: Pick<Mail, 'headers' | 'from' | 'messageId' | 'subject' | 'text' | 'attachments'>,
): boolean {
  const cameNoWay = headerValues(mail, 'received').length === 0 && mail.attachments.length === 0
  // A draft has no route either, but a person’s program puts an address and an identifier into it.
  if (!cameNoWay || mail.from.length > 0 || headerValues(mail, 'from').length === 0) return false
  const signs = [
    mail.messageId === null,
    PROTOCOL.test(mail.subject) && NUMBER.test(mail.subject),
    TOLD.every((line) => line.test(mail.text)),
  ]
  return signs.filter(Boolean).length >= 2
}
