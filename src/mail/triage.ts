import { z } from 'zod'
import type { Call } from '../call/call.ts'
import type { Mail } from './mail.ts'
import { isOurLetterAlone } from './own-text.ts'
import type { TriageDocument } from './pieces.ts'
import { automaticWording, isCalendarRequest, isReadReceipt } from './signs/automatic.ts'
import { bounceGrounds, isCertainBounce } from './signs/bounce.ts'
import { hasResponderHeader, isAutoSubmitted, LOOP_HEADER } from './signs/header-signs.ts'
import {
  isBulk,
  isForeign,
  isJobApplication,
  NOTHING_KNOWN,
  recognised,
  type Signs,
  signsOf,
  something,
  type TriageFacts,
} from './signs-of-mail.ts'
import { submissionGrounds } from './submission.ts'

/** The one fate of each mail seen in a watched folder. */
export const Fate = z.enum([
  'application',
  'supplement',
  'duplicate',
  'inquiry',
  'automatic',
  'bounce',
  'unrelated',
  'quarantined',
])
export type Fate = z.infer<typeof Fate>

/**
 * What a mail is by itself, before it is known what it belongs to. A submission becomes an application,
 * a supplement or a duplicate when it is assembled.
 */
export const Nature = z.enum(['submission', 'inquiry', 'automatic', 'bounce', 'unrelated'])
export type Nature = z.infer<typeof Nature>

export const Triage = z.object({
  nature: Nature,
  /** Codes of the grounds, such as `call-phrase-in-subject`; never content of the mail. */
  grounds: z.array(z.string()),
})
export type Triage = z.infer<typeof Triage>

/**
 * Says what a mail is: a bounce, an automatic answer, a submission, an inquiry about the call, or nothing that
 * concerns it. In doubt it errs towards a person's desk: an unrelated mail leaves no trace, so that word is
 * kept for mails without any sign of the call. Pure; never throws.
 */
export function triage(
  mail: Mail,
  documents: readonly TriageDocument[],
  call: Call,
  known: TriageFacts = NOTHING_KNOWN,
): Triage {
  const signs = signsOf(mail, documents, call, known)
  return (
    asBounce(signs) ??
    asAutomatic(signs) ??
    asSubmission(signs) ??
    asInquiry(signs) ??
    asBulk(signs) ?? { nature: 'unrelated', grounds: ['no-sign-of-the-call'] }
  )
}

/** Words alone make a bounce only of a mail that hands nothing in: « TR: Undeliverable: … » may be a second attempt. */
function asBounce(signs: Signs): Triage | null {
  const grounds = bounceGrounds(signs.mail)
  if (grounds.length === 0) return null
  const onlyOne = grounds.length === 1 && asSubmission(signs) !== null
  if (!isCertainBounce(grounds) && (onlyOne || recognised(signs.pieces) > 0)) return null
  return { nature: 'bounce', grounds: [...grounds] }
}

/** Automatic by header or by wording, and nothing that looks like an application: a copier says « auto-generated » too. */
function asAutomatic(signs: Signs): Triage | null {
  const { mail } = signs
  const grounds: string[] = []
  if (mail.headers.some((field) => field.name === LOOP_HEADER))
    return { nature: 'automatic', grounds: ['own-loop-header'] }
  if (isOurLetterAlone(mail.text, mail.ownText)) grounds.push('echo-of-our-letter')
  if (isReadReceipt(mail)) grounds.push('read-receipt')
  if (isAutoSubmitted(mail)) grounds.push('auto-submitted')
  if (hasResponderHeader(mail)) grounds.push('responder-header')
  if (isCalendarRequest(mail)) grounds.push('calendar')
  const wording = automaticWording(mail)
  if (wording !== null) grounds.push(`wording-${wording}`)
  if (mail.returnPath === '') grounds.push('null-return-path')
  const invitation = grounds.includes('calendar') && recognised(signs.pieces) === 0
  if (grounds.length === 0 || (asSubmission(signs) !== null && !invitation)) return null
  return { nature: 'automatic', grounds }
}

function asSubmission(signs: Signs): Triage | null {
  const grounds = submissionGrounds(signs)
  return grounds.length === 0 ? null : { nature: 'submission', grounds: [...grounds] }
}

function asInquiry(signs: Signs): Triage | null {
  const { about, wording, words, known } = signs
  // A presentation, or « la pièce manquante », without a word of the call: perhaps the rest of an application.
  const rest =
    wording.namesPiece && ((wording.continues && something(signs.pieces) > 0) || signs.pieces.linked > 0)
  const unexplained = (signs.pieces.supporting > 0 || rest) && !wording.trade
  // « L'AMI est-il ouvert à tous ? »: a question in the words of calls of this kind is for the person who runs one.
  const asked = wording.asks && words.weak.length > 0 && !wording.trade
  // Somebody hands something in: to another call than ours, perhaps, and that is for a person to see.
  const handed = wording.handsIn && wording.applies && words.weak.length > 0 && !wording.trade
  const concerns = about || known.answersOurs || known.fromApplicant || unexplained || asked || handed
  if (!concerns || isForeign(signs) || isJobApplication(signs) || isBulk(signs)) return null
  if (wording.withdraws) return { nature: 'inquiry', grounds: ['withdrawal'] }
  if (wording.thanks) return { nature: 'inquiry', grounds: ['thanks'] }
  return { nature: 'inquiry', grounds: [wording.asks ? 'question' : 'call-phrase'] }
}

function asBulk(signs: Signs): Triage | null {
  return isBulk(signs) ? { nature: 'unrelated', grounds: ['bulk-mail'] } : null
}
