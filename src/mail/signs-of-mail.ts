import type { Call } from '../call/call.ts'
import { type CallWords, callWordsIn, isAboutCall } from './call-words.ts'
import type { Mail } from './mail.ts'
import { isOurLetterAlone } from './own-text.ts'
import { type Pieces, piecesOf, type TriageDocument } from './pieces.ts'
import { isFromList } from './signs/header-signs.ts'
import { isForward, isGenericSubject, namesOtherAuthority, type Wording, wordingOf } from './wording.ts'

/** What the register knows of the sender; nothing when it is not asked. */
export interface TriageFacts {
  /** The mail answers one of our acknowledgements. */
  readonly answersOurs: boolean
  /** The sender has an application in the register. */
  readonly fromApplicant: boolean
}

/** When the register is not asked. */
export const NOTHING_KNOWN: TriageFacts = { answersOurs: false, fromApplicant: false }

/** Everything that triage looks at, gathered once. */
export interface Signs {
  readonly mail: Mail
  readonly pieces: Pieces
  readonly wording: Wording
  readonly words: CallWords
  readonly about: boolean
  readonly known: TriageFacts
  readonly call: Call
}

export function signsOf(
  mail: Mail,
  documents: readonly TriageDocument[],
  call: Call,
  known: TriageFacts,
): Signs {
  const matter = matterOf(mail)
  const names = documents
    .map((document) => document.name)
    .concat(mail.attachments.map((attachment) => attachment.name ?? ''))
  const words = callWordsIn([mail.subject, matter, ...names].join('\n'), call)
  const about = isAboutCall(words)
  // What our own letter says of dossiers is no piece of one.
  const echo = isOurLetterAlone(mail.text, mail.ownText)
  const ofOthers = documents.filter((document) => !(echo && document.kind === 'body'))
  return {
    mail,
    pieces: piecesOf(mail, ofOthers, about),
    wording: wordingOf(mail.subject, matter),
    words,
    about,
    known,
    call,
  }
}

/** The words to judge: the sender's own; of a forwarded mail all; of our own letter sent back none. */
function matterOf(mail: Mail): string {
  if (isOurLetterAlone(mail.text, mail.ownText)) return ''
  return isForward(mail.subject) || mail.ownText === '' ? mail.text : mail.ownText
}

/** Pieces in a role that the call asks for. */
export function recognised(pieces: Pieces): number {
  return pieces.forms + pieces.letters + pieces.supporting
}

/** Pieces that may be what the call asks for. */
export function something(pieces: Pieces): number {
  return recognised(pieces) + pieces.opaque + pieces.linked
}

/** Sent to many. Words of a newsletter count less than a question: signatures advertise newsletters too. */
export function isBulk({ mail, wording }: Signs): boolean {
  const leave =
    /\b(se d(é|e)s(inscrire|abonner)|d(é|e)sinscription|d(é|e)sabonner|unsubscribe|abmelden|darse de baja)\b/i
  return isFromList(mail) || (leave.test(mail.ownText) && !wording.asks && !wording.withdraws)
}

/** About a call, but of another authority, named in the call's file or recognised by its wording; never when ours is named. */
export function isForeign({ mail, words }: Signs): boolean {
  if (words.strong.length > 0 || words.authority) return false
  return words.otherCalls.length > 0 || namesOtherAuthority(`${mail.subject}\n${mail.text}`)
}

/** For a post, not for the call: unless the call's form came with it. */
export function isJobApplication({ wording, pieces, words }: Signs): boolean {
  if (pieces.forms > 0) return false
  return wording.job === 'subject' || (wording.job === 'words' && words.strong.length === 0)
}

/** A question with, say, a picture of a signature: nothing is handed in. */
export function isOnlyQuestion({ wording, pieces }: Signs): boolean {
  return wording.asks && !wording.handsIn && recognised(pieces) === 0 && pieces.linked === 0
}

/** No words at all beside what came: the subject says nothing, the body nothing or a signature. */
export function saysNothing(mail: Mail): boolean {
  const own = mail.ownText
    .replace(/envoy(é|e) (de|depuis) mon .*|sent from my .*|obtenez outlook.*|get outlook.*/gi, '')
    .trim()
  return (
    isGenericSubject(mail.subject) && (own.length < 40 || /^(cf|voir|ci|pj|bonjour)\b.{0,80}$/i.test(own))
  )
}
