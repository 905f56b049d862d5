import { z } from 'zod'
import type { Call } from '../call/call.ts'
import { type CallWords, callWordsIn, isAboutCall } from './call-words.ts'
import type { Mail } from './mail.ts'
import { type Pieces, piecesOf, type TriageDocument } from './pieces.ts'
import { automaticWording, isCalendarRequest, isReadReceipt } from './signs/automatic.ts'
import { bounceGrounds, isCertainBounce } from './signs/bounce.ts'
import { hasResponderHeader, isAutoSubmitted, isFromList, LOOP_HEADER } from './signs/header-signs.ts'
import { isForward, isGenericSubject, namesOtherAuthority, type Wording, wordingOf } from './wording.ts'

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

/** What the register knows of the sender; nothing when it is not asked. */
export interface TriageFacts {
  /** The mail answers one of our acknowledgements. */
  readonly answersOurs: boolean
  /** The sender has an application in the register. */
  readonly fromApplicant: boolean
}

const NOTHING_KNOWN: TriageFacts = { answersOurs: false, fromApplicant: false }

interface Signs {
  readonly mail: Mail
  readonly pieces: Pieces
  readonly wording: Wording
  readonly words: CallWords
  readonly about: boolean
  readonly known: TriageFacts
  readonly call: Call
}

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

function signsOf(mail: Mail, documents: readonly TriageDocument[], call: Call, known: TriageFacts): Signs {
  const matter = isForward(mail.subject) || mail.ownText === '' ? mail.text : mail.ownText
  const names = documents
    .map((document) => document.name)
    .concat(mail.attachments.map((attachment) => attachment.name ?? ''))
  const words = callWordsIn([mail.subject, matter, ...names].join('\n'), call)
  const about = isAboutCall(words)
  return {
    mail,
    pieces: piecesOf(mail, documents, about),
    wording: wordingOf(mail.subject, matter),
    words,
    about,
    known,
    call,
  }
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
  const { pieces, wording } = signs
  if (isForeign(signs) || isJobApplication(signs)) return null
  if (wording.withdraws && recognised(pieces) === 0) return null
  const grounds = [...groundsInPieces(signs), ...groundsInWords(signs)]
  return grounds.length === 0 ? null : { nature: 'submission', grounds }
}

/** What came speaks for itself: the form or a letter always, other pieces beside any sign of the call. */
function groundsInPieces(signs: Signs): string[] {
  const { pieces, wording, words, about, mail, known } = signs
  const grounds: string[] = []
  const trade = wording.trade && !about
  if (pieces.forms + pieces.letters > 0 && !trade) grounds.push('form-or-letter')
  const sign = about || words.weak.length > 0 || wording.applies || wording.continues || saysNothing(mail)
  if (pieces.supporting > 0 && sign && !trade && !isBulk(signs)) grounds.push('supporting-piece')
  if (pieces.opaque + pieces.emptyTemplates > 0 && saysNothing(mail) && !isBulk(signs))
    grounds.push('bare-attachment')
  if ((known.answersOurs || known.fromApplicant) && something(pieces) > 0)
    grounds.push('known-applicant-with-attachment')
  return grounds
}

/** What the sender says to be doing, with this call or with something that came. */
function groundsInWords(signs: Signs): string[] {
  const { pieces, wording, words, about } = signs
  const grounds: string[] = []
  if (about && something(pieces) > 0 && !isOnlyQuestion(signs)) grounds.push('call-phrase-and-attachment')
  if (about && wording.handsIn && (wording.applies || something(pieces) > 0)) grounds.push('says-to-apply')
  if (about && wording.applies && pieces.other + pieces.emptyTemplates > 0 && !wording.asks)
    grounds.push('applies-with-attachment')
  if (
    (wording.applies || wording.continues) &&
    something(pieces) > 0 &&
    words.weak.length > 0 &&
    !wording.trade
  )
    grounds.push('weak-phrase-and-attachment')
  return grounds
}

function recognised(pieces: Pieces): number {
  return pieces.forms + pieces.letters + pieces.supporting
}

/** Pieces that may be what the call asks for. */
function something(pieces: Pieces): number {
  return recognised(pieces) + pieces.opaque + pieces.linked
}

function asInquiry(signs: Signs): Triage | null {
  const { about, wording, known } = signs
  // A presentation, or « la pièce manquante », without a word of the call: perhaps the rest of an application.
  const rest =
    wording.namesPiece && ((wording.continues && something(signs.pieces) > 0) || signs.pieces.linked > 0)
  const unexplained = (signs.pieces.supporting > 0 || rest) && !wording.trade
  const concerns = about || known.answersOurs || known.fromApplicant || unexplained
  if (!concerns || isForeign(signs) || isJobApplication(signs) || isBulk(signs)) return null
  if (wording.withdraws) return { nature: 'inquiry', grounds: ['withdrawal'] }
  if (wording.thanks) return { nature: 'inquiry', grounds: ['thanks'] }
  return { nature: 'inquiry', grounds: [wording.asks ? 'question' : 'call-phrase'] }
}

function asBulk(signs: Signs): Triage | null {
  return isBulk(signs) ? { nature: 'unrelated', grounds: ['bulk-mail'] } : null
}

function isBulk({ mail }: Signs): boolean {
  const leave =
    /\b(se d(é|e)s(inscrire|abonner)|d(é|e)sinscription|d(é|e)sabonner|unsubscribe|newsletter|abmelden|darse de baja)\b/i
  return isFromList(mail) || leave.test(mail.text)
}

/** About a call, but of another authority, named in the call's file or recognised by its wording; never when ours is named. */
function isForeign({ mail, words }: Signs): boolean {
  if (words.strong.length > 0 || words.authority) return false
  return words.otherCalls.length > 0 || namesOtherAuthority(`${mail.subject}\n${mail.text}`)
}

/** For a post, not for the call: unless the call's form came with it. */
function isJobApplication({ wording, pieces, words }: Signs): boolean {
  if (pieces.forms > 0) return false
  return wording.job === 'subject' || (wording.job === 'words' && words.strong.length === 0)
}

/** A question with, say, a picture of a signature: nothing is handed in. */
function isOnlyQuestion({ wording, pieces }: Signs): boolean {
  return wording.asks && !wording.handsIn && recognised(pieces) === 0 && pieces.linked === 0
}

/** No words at all beside what came: the subject says nothing, the body nothing or a signature. */
function saysNothing(mail: Mail): boolean {
  const own = mail.ownText
    .replace(/envoy(é|e) (de|depuis) mon .*|sent from my .*|obtenez outlook.*|get outlook.*/gi, '')
    .trim()
  return (
    isGenericSubject(mail.subject) && (own.length < 40 || /^(cf|voir|ci|pj|bonjour)\b.{0,80}$/i.test(own))
  )
}
