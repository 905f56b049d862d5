import { automaticSubject, automaticWording } from '../../signs/automatic.ts'
import { bounceGrounds } from '../../signs/bounce.ts'
import { type AnswerInput, heldIfAwaited, type Rule } from '../rule.ts'

/**
 * Robots that carry no header, known by their words. Words are a weak sign, so an application that bears
 * them is held, not dropped.
 */
export const automaticReply: Rule = {
  id: '13-automatic-reply',
  test:
    'worded as an out-of-office reply, a read receipt or a notice of non-delivery; or an answer to our ' +
    'letter that brings nothing',
  decide: (input) =>
    isWordedAsRobot(input) || bringsNothing(input) ? heldIfAwaited(input, '13-automatic-reply') : null,
}

function isWordedAsRobot({ mail, triage }: AnswerInput): boolean {
  const wording = automaticSubject(mail.subject) ?? automaticWording(mail)
  if (wording !== null && wording !== 'challenge') return true
  if (bounceGrounds(mail).length > 0) return true
  return triage.nature === 'automatic' && wording === null
}

/** A robot that strips its headers and answers everything would otherwise be answered for ever. */
function bringsNothing({ mail, known }: AnswerInput): boolean {
  const answersOurs = known.ownMessageIds([...mail.inReplyTo, ...mail.references])
  const files = mail.attachments.some((attachment) => !attachment.inline)
  return answersOurs && !files && mail.links.length === 0
}
