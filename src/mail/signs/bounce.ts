import { fold } from '../../base/folding.ts'
import { headerValues, type Mail } from '../mail.ts'
import { namesDaemon, robotSender } from './robot-address.ts'

/** Subjects of non-delivery notices, folded (base/folding.ts), as mail systems in use write them. */
const SUBJECTS: readonly RegExp[] = [
  /\bundeliver(ed|able)\b/,
  /\bdelivery (status notification|failure|failed|has failed|problem|error|report|delayed|unsuccessful|notification)/,
  /\bmail (delivery|transfer) (failed|failure|error|problem|delayed|system|subsystem)/,
  /\b(mail|message|e-?mail|courriel) (could not be|cannot be|not|was not|has not(?: yet)? been) (delivered|sent|transmitted)/,
  /\b(could not|couldn't|unable to) (be delivered|deliver)\b/,
  /\bfailure notice\b|\breturned (mail|message)\b|\breturn(ed|ing) (mail|message) to sender\b|\bbounced? (mail|message)\b/,
  /\bfailed (mail|delivery|to deliver)\b|\bnon[- ]?delivery\b|\bnot delivered\b|\bdelivery .{0,30}\bfail/,
  /\bwarning: (message|could not send)|\bmessage (delayed|status - undeliverable)|^delayed mail\b|\bdelayed delivery\b/,
  /\bpostmaster notify\b|\berror (mail report|sending your mail)\b|\bcould not send (mail|message)\b|\bbounce notification\b/,
  /^(notice: )?(mail )?delivery status( report)?\.?$|\bmail delivery status\b|\bunsolicited bulk email, apparently from you\b/,
  /\babuse report\b|^spamtrap|\bdmarc (forensic|aggregate) report\b|^report domain: .* submitter:/,
  /^(abuse )?complaint about (message|e-?mail|spam)|^(email )?feedback report\b/,
  /\b(user|recipient|mailbox) (unknown|not found)\b|\bpermanent (delivery )?(error|failure)\b|\bmessage you sent (was )?blocked\b/,
  /^non remis\b|: non remis\b|\bnon[- ]?remise?\b|\bechec (de |d')?(la )?(remise|livraison|distribution|delivrance|envoi)\b/,
  /\b(message|courriel|courrier) (non (delivre|distribue|remis)|retourne|refuse|en attente de remise)/,
  /\bretour a l'expediteur\b|\bavis de non[- ](remise|distribution)\b|\bremise (retardee|differee)\b/,
  /\bunzustellbar|\bnicht zugestellt|\bzustell(fehler|ung fehlgeschlagen)|\bfehlgeschlagene zustellung|\bunzugestellt/,
  /\bno (se )?(entregado|pudo entregar|ha podido entregar)|\bdevuelto\b.*\bcorreo\b|\bcorreo devuelto\b|\bno se puede entregar\b/,
  /\bmancat[ao] (consegna|recapito)|\bnon (recapitat|consegnat)|\bconsegna non riuscita\b/,
  /配信|送信できま|メールエラー|エラー通知|無法傳遞|退信|не ?доставлен|送信エラー|投递失败|邮件传输失败|系统退信/,
]
/** Sentences of such notices, folded, looked for at the beginning of the body. */
const SENTENCES: readonly RegExp[] = [
  /\b(message|mail) (was |has been )?(created|generated) automatically by (the )?mail/,
  /\bautomatically generated delivery status notification\b|\bthis is the mail (system|delivery agent)\b|\bqmail-send program\b/,
  /\b(could|can) ?not be (delivered|sent)\b|\bunable to deliver (this|your|the)? ?message\b|\bwasn't able to deliver\b/,
  /\bnot able to deliver\b|\bdid not reach (some|the|your|its|all)\b|\bwas not delivered\b|\bhas not been delivered\b|\bnot yet been delivered\b/,
  /\bdelivery (to the following|has failed|failed|attempts)\b|\bfollowing (address|recipient)(es|s|\(e?s\))? (failed|had|have|were|was|could)\b/,
  /\b(unknown|invalid final delivery) user(id)?\b|\bundeliverable to\b|\bundeliverable mail\b|\berror delivering your mail\b/,
  /\bmessage from interscan\b|\bencountered delivery problems\b|\bmessage not delivered\b|\bpermanent error; i've given up\b/,
  /\b(votre|le|ce) (message|courriel|mail|e-mail) (n'a (pas|pu)|ne peut|n'est pas).{0,40}(remis|delivre|distribue|livre|envoye|achemine)/,
  /\bechec de (la )?(remise|livraison|distribution)\b|\bdestinataires? suivants? .{0,40}(echec|pas|impossible)/,
  /\bkonnte nicht .{0,30}zugestellt\b|\bno (se )?(pudo|ha podido|puede) (ser )?entreg|\bnon e stato possibile (consegnare|recapitare)\b/,
  /\b5\d\d[ -]5\.\d\.\d+\b|\bsaid: 5\d\d\b|\bsmtp error from remote\b/,
]
/** Openings that only machines write: enough by themselves in a mail without files. */
const OPENINGS: readonly RegExp[] = [
  /^.{0,80}this is the mail (system|delivery agent|server) at\b/,
  /^.{0,80}this is an? .{0,40}(abuse|authentication-failure|delivery status) (report|notification)\b/,
  /^the original message was received at .{0,200}(addresses had|delivery errors)/,
  /^.{0,60}(we had trouble|there was an error) delivering your (message|mail)\b/,
  /^.{0,40}your message could not be (sent|delivered)\b/,
  /^.{0,80}message (was )?created automatically by (the )?mail/,
  /^.{0,80}votre message n'a (pas|pu) .{0,30}(remis|delivre|distribue|envoye)/,
]
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
  const subject = SUBJECTS.some((pattern) => pattern.test(fold(mail.subject)))
  const opening = fold(mail.text.slice(0, 3000))
  const body = SENTENCES.some((pattern) => pattern.test(opening))
  const sender = robotSender(mail)
  if (namesDaemon(mail) || (mail.returnPath ?? '').toLowerCase().startsWith('mailer-daemon'))
    grounds.push('bounce-sender')
  else if ((sender !== null || mail.returnPath === '') && (subject || body))
    grounds.push('bounce-sender-and-words')
  if (subject) grounds.push('bounce-subject')
  if (body && (subject || sender !== null)) grounds.push('bounce-words')
  const filed = mail.attachments.some((attachment) => !attachment.inline)
  if (!filed && OPENINGS.some((pattern) => pattern.test(opening))) grounds.push('bounce-opening')
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
