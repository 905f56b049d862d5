import { fold } from '../base/folding.ts'
import type { Call } from '../call/call.ts'
import { PROGRAM_FOOTERS } from '../knowledge/gateways.ts'
import {
  type CallWords,
  callWordsIn,
  comparable,
  isAboutCall,
  NO_WORDS,
  saysVocabulary,
  vocabularyOf,
} from './call-words.ts'
import { isOfAuthority } from './hosts.ts'
import { questionLikeness } from './likeness.ts'
import type { Mail } from './mail.ts'
import { namesNumberOf } from './named-numbers.ts'
import { type OtherCall, otherCallIn } from './other-call.ts'
import { isOurLetterAlone } from './own-text.ts'
import { type Pieces, piecesOf, type TriageDocument } from './pieces.ts'
import { isFromList } from './signs/header-signs.ts'
import { isGenericSubject, subjectOf } from './subject.ts'
import { type Wording, wordingOf } from './wording.ts'

/** What the register knows of the sender; nothing when it is not asked. */
export interface TriageFacts {
  /** The mail answers one of our acknowledgements. */
  readonly answersOurs: boolean
  /** The sender has an application in the register. */
  readonly fromApplicant: boolean
}

/** When the register is not asked. */
export const NOTHING_KNOWN: TriageFacts = { answersOurs: false, fromApplicant: false }

/** What the attached papers say of a call. */
export interface Papers {
  readonly words: CallWords
  readonly otherCall: OtherCall | null
}

export const NO_PAPERS: Papers = { words: NO_WORDS, otherCall: null }

/** The words of the attached papers, looked at for calls. */
export function papersOf(text: string, call: Call): Papers {
  if (text === '') return NO_PAPERS
  const words = callWordsIn(text, call)
  return { words, otherCall: otherCallIn(text, words, call) }
}

/** Everything that triage looks at, gathered once. */
export interface Facts {
  readonly mail: Mail
  readonly pieces: Pieces
  readonly wording: Wording
  readonly words: CallWords
  readonly papers: Papers
  readonly otherCall: OtherCall | null
  /** A sector of the call is named. */
  readonly sectors: boolean
  /** A word of the call's own title is said, or one of its family. */
  readonly vocabulary: boolean
  /** A registration number of the call's shape is written, by whomever: our letters are quoted. */
  readonly namesNumber: boolean
  /** How much it reads like what applicants ask and request, from 0 to 1 (likeness.ts). */
  readonly questionLikeness: number
  /** It comes from the authority's own domain. */
  readonly internal: boolean
  /** No words at all beside what came. */
  readonly saysNothing: boolean
  readonly known: TriageFacts
  readonly call: Call
}

/**
 * What there is to know of a mail before it is judged: its words, its documents, its sender and what is known
 * of both.
 */
export function factsOf(
  mail: Mail,
  documents: readonly TriageDocument[],
  call: Call,
  known: TriageFacts,
  papers: Papers,
): Facts {
  const matter = matterOf(mail)
  const names = documents
    .map((document) => document.name)
    .concat(mail.attachments.map((attachment) => attachment.name ?? ''))
  const said = [mail.subject, matter, ...names].join('\n')
  const words = callWordsIn(said, call)
  // What our own letter says of dossiers is no piece of one.
  const echo = isOurLetterAlone(mail.text, mail.ownText)
  const ofOthers = documents.filter((document) => !(echo && document.kind === 'body'))
  return {
    mail,
    pieces: piecesOf(mail, ofOthers, call, isAboutCall(words)),
    wording: wordingOf(mail.subject, matter),
    words,
    papers,
    otherCall: otherCallIn(said, words, call),
    sectors: namesSector(said, call),
    vocabulary: saysVocabulary(said, vocabularyOf(call)),
    namesNumber: namesNumberOf(`${mail.subject}\n${mail.text}`, call.registrationPrefix),
    questionLikeness: questionLikeness(mail.subject, matter, call),
    internal: mail.from.some(({ address }) => isOfAuthority(address, call)),
    saysNothing: saysNothing(mail) && !isAboutCall(words),
    known,
    call,
  }
}

/** The words to judge: the sender's own; of a forwarded mail all; of our own letter sent back none. */
function matterOf(mail: Mail): string {
  if (isOurLetterAlone(mail.text, mail.ownText)) return ''
  return subjectOf(mail.subject).forwards || mail.ownText === '' ? mail.text : mail.ownText
}

function namesSector(said: string, call: Call): boolean {
  const words = ` ${comparable(said)} `
  return call.sectors
    .flatMap((sector) => [sector.label.replace(/^(?:le|la|les|l['’])\s*/i, ''), ...sector.synonyms])
    .some((name) => words.includes(` ${comparable(name)} `))
}

/** Fewer letters than that under an empty subject say nothing. */
const SAID_AT_LEAST = 40

/** No words at all beside what came: the subject says nothing, the body nothing or a signature. */
function saysNothing(mail: Mail): boolean {
  const lines = mail.ownText.split('\n').filter((line) => !PROGRAM_FOOTERS.says(fold(line)))
  const own = lines.join('\n').trim()
  const shortWords = /^(?:cf|voir|ci|pj|bonjour|voila|voici)\b.{0,80}$/.test(fold(own))
  return isGenericSubject(mail.subject) && (own.length < SAID_AT_LEAST || shortWords)
}

/** Something came that may be what the call asks for. */
export function bringsSomething({ pieces }: Facts): boolean {
  const { forms, letters, asked, opaque, linked, emptyTemplates, body } = pieces
  return body || forms + letters + asked.length + opaque + linked + emptyTemplates > 0
}

/** It is of an application that is known: an answer to a letter of ours, its sender's mail, its number. */
export function isOfKnown({ known, namesNumber }: Facts): boolean {
  return known.answersOurs || known.fromApplicant || namesNumber
}

/** Pieces that were recognised as what the call asks for. */
export function isRecognised({ pieces }: Facts): boolean {
  return pieces.body || pieces.forms + pieces.letters + pieces.asked.length > 0
}

/** Sent to many. Words of a newsletter count less than a question: signatures advertise newsletters too. */
export function isSentToMany({ mail, wording }: Facts): boolean {
  return isFromList(mail) || (wording.leaves && !wording.asks && !wording.withdraws && !wording.handsIn)
}

/** About another call than ours, in the mail or in its papers; never when the papers name ours. */
export function isForeign({ otherCall, papers, words }: Facts): boolean {
  // A call of our own authority under another title: its name beside it makes it no more ours.
  if (otherCall === 'other-title') return papers.words.strong.length === 0
  // Titles of programmes are many authorities': only the name of ours makes it ours.
  if (otherCall === 'other-authority') return !papers.words.authority
  if (otherCall === 'named-in-file') return true
  if (papers.otherCall === null) return false
  return papers.otherCall === 'other-authority' ? !words.authority : words.strong.length === 0
}

/** The work that somebody seeks is what this call offers: its own words stand beside it. */
export function isOwnJob({ wording, words, call }: Facts): boolean {
  const offers = call.recognition.weak.some((phrase) =>
    /\b(?:poste|emploi|recrutement|stage)\b/i.test(phrase),
  )
  if (!offers || wording.job === null) return false
  return words.strong.length > 0 || saysVocabulary(wording.job, vocabularyOf(call))
}

/** A question with, say, a picture of a signature: nothing is handed in. */
export function isOnlyQuestion(facts: Facts): boolean {
  const { wording, pieces } = facts
  return wording.asks && !wording.handsIn && !isRecognised(facts) && pieces.linked === 0
}
