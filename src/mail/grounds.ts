import { WEIGHTS } from '../knowledge/weights.ts'
import { isAboutCall } from './call-words.ts'
import {
  bringsSomething,
  type Facts,
  isForeign,
  isOfKnown,
  isOnlyQuestion,
  isOwnJob,
  isRecognised,
  isSentToMany,
} from './facts.ts'
import type { Ground, Place, Sign } from './signs.ts'
import { AGAINST, FOR } from './signs.ts'

/** The grounds of a mail, and the signs that were looked at and missed. */
export interface Weighed {
  readonly grounds: readonly Ground[]
  readonly missed: readonly Sign[]
}

/** Looks at a mail for every sign there is. Pure. */
export function weigh(facts: Facts): Weighed {
  const told = [...ofPieces(facts), ...ofSender(facts), ...ofCallWords(facts), ...ofWording(facts)]
  // Looked at where nothing else tells: what a list foresees needs no likeness.
  const alike = told.length > 0 ? [] : when(readsLikeQuestion(facts), 'reads-like-a-question', 0, 'text')
  const grounds = [...told, ...alike]
  const against = grounds.length === 0 ? [] : speakAgainst(facts)
  const all = [...grounds, ...against]
  const seen = new Set(all.map((ground) => ground.sign))
  if (told.length > 0) seen.add('reads-like-a-question')
  return { grounds: all, missed: [...FOR, ...AGAINST].filter((sign) => !seen.has(sign)) }
}

/** A sign when it is there; its weight is asked for only then. */
function when(is: boolean, sign: Sign, weight: number, place: Place): Ground[] {
  return is ? [{ sign, weight, place }] : []
}

function ofPieces({ pieces }: Facts): Ground[] {
  const { triage } = WEIGHTS
  const further = Math.max(0, pieces.asked.length - 1) * triage.furtherPiece
  return [
    ...when(pieces.forms > 0, 'form', triage.form, 'attachments'),
    ...when(pieces.letters > 0, 'letter', triage.letter, 'attachments'),
    ...when(pieces.body, 'typed-application', triage.typedApplication, 'text'),
    ...when(pieces.asked.length > 0, 'asked-piece', triage.askedPiece, 'attachments'),
    ...when(pieces.asked.length > 1, 'further-piece', further, 'attachments'),
    ...when(pieces.perhaps > 0, 'perhaps-asked-piece', triage.perhapsAsked, 'attachments'),
    ...when(pieces.emptyTemplates > 0, 'empty-template', triage.emptyTemplate, 'attachments'),
    ...when(pieces.opaque > 0, 'opaque-piece', triage.opaque, 'attachments'),
    ...when(pieces.linked > 0, 'transfer-link', triage.link, 'text'),
  ]
}

function ofSender({ known, namesNumber }: Facts): Ground[] {
  const { triage } = WEIGHTS
  // A number goes from hand to hand: it weighs from an applicant alone, and no more than an answer does.
  const isTheirs = known.fromApplicant && !known.answersOurs
  return [
    ...when(known.answersOurs, 'answers-ours', triage.answersOurs, 'register'),
    ...when(known.fromApplicant, 'from-applicant', triage.fromApplicant, 'register'),
    ...when(namesNumber, 'names-number', isTheirs ? triage.answersOurs : 0, 'text'),
  ]
}

/**
 * The call's own words, in what the sender wrote and in the papers. A word that also seeks a job is none of
 * the call's.
 */
function ofCallWords(facts: Facts): Ground[] {
  const { triage } = WEIGHTS
  const { words, papers } = facts
  const about = isAboutCall(words)
  const strong = words.strong.length > 0
  const weak = !about && words.weak.length > 0 && facts.wording.job === null && speaksOfApplying(facts)
  const inPapers = isAboutCall(papers.words)
  return [
    ...when(strong, 'strong-phrase', triage.strongPhrase, 'text'),
    ...when(about && !strong, 'about-call', triage.aboutCall, 'text'),
    ...when(weak, 'weak-phrase', triage.weakPhrase, 'text'),
    ...when(papers.words.strong.length > 0, 'strong-phrase-in-papers', triage.strongInPapers, 'papers'),
    ...when(
      inPapers && papers.words.strong.length === 0,
      'about-call-in-papers',
      triage.aboutInPapers,
      'papers',
    ),
  ]
}

/** One phrase that calls of this kind share is a sign where somebody applies, hands in, goes on or asks. */
function speaksOfApplying({ wording }: Facts): boolean {
  return wording.asks || wording.applies || wording.handsIn || wording.continues
}

/** Topics of a question that together make it one about applying. */
const TOPICS_AT_LEAST = 2

function ofWording(facts: Facts): Ground[] {
  const { triage } = WEIGHTS
  const { pieces, wording, saysNothing } = facts
  // Pictures are somebody's photographs, unless the mail is nothing else or says that it hands something in.
  const picture = pieces.pictures > 0 && (saysNothing || wording.namesApplication || wording.continues)
  // Whom we know hands in what the call does not ask for, too: what a letter of ours asked them for.
  const others = pieces.other > 0 && isOfKnown(facts)
  const other = others || (pieces.other > 0 && isAboutCall(facts.words))
  const brings = bringsSomething(facts) || picture || others
  const speaks =
    isRecognised(facts) ||
    facts.words.weak.length > 0 ||
    isAboutCall(facts.words) ||
    facts.papers.words.strong.length > 0
  // Who looks for a job applies for the post that a call offers, and for nothing else.
  const means = speaks && (wording.job === null || isOwnJob(facts))
  const handsIn = wording.handsIn && means
  return [
    ...when(picture, 'picture', triage.picture, 'attachments'),
    ...when(handsIn, 'hands-in', triage.handsIn, 'text'),
    ...when(wording.applies && means, 'applies', triage.applies, 'text'),
    ...when(wording.continues && (speaks || brings), 'continues', triage.continues, 'text'),
    ...when(saysNothing && brings, 'says-nothing', triage.saysNothing, 'text'),
    ...when(wording.withdraws, 'withdraws', 0, 'text'),
    ...when(asksAboutApplying(facts), 'asks-about-applying', 0, 'text'),
    ...when(other, 'other-file', triage.otherFile, 'attachments'),
  ]
}

/** « Peut-on encore répondre à l'appel ? »: a question in anybody's words, by what it turns on. */
function asksAboutApplying(facts: Facts): boolean {
  const { wording, words, sectors } = facts
  if (!wording.asks || wording.job !== null || wording.trade || isSentToMany(facts)) return false
  if (wording.topics.includes('to-apply') && !facts.internal) return true
  const own = [words.weak.length > 0, words.authority, sectors, facts.vocabulary].filter(Boolean).length
  // Colleagues ask each other about files and forms all day: theirs wants a word of the call itself.
  if (facts.internal && own === 0) return false
  return wording.topics.length + own >= TOPICS_AT_LEAST
}

/**
 * In words that no list foresees it reads like what applicants ask and request; what asks nothing in so many
 * words must read so more surely. Of colleagues, who ask each other all day, only what says a word of the
 * call; nobody asks by a newsletter.
 */
function readsLikeQuestion(facts: Facts): boolean {
  const { wording, words, questionLikeness } = facts
  const { questionLike, requestLike } = WEIGHTS.triage
  if (questionLikeness < (wording.asks ? questionLike : requestLike) || isSentToMany(facts)) return false
  if (wording.job !== null && !isOwnJob(facts)) return false
  return !facts.internal || facts.vocabulary || words.weak.length > 0
}

/** Too little of a question to be kept, and too much to be put aside unsaid. */
export function mayAsk(facts: Facts): boolean {
  return facts.questionLikeness >= WEIGHTS.triage.mayAsk && !facts.internal && !isSentToMany(facts)
}

function speakAgainst(facts: Facts): Ground[] {
  const { triage } = WEIGHTS
  const { wording, pieces } = facts
  return [
    ...when(isOnlyQuestion(facts), 'only-asks', triage.onlyAsks, 'text'),
    ...when(isForeign(facts), 'other-call', triage.otherCall, facts.otherCall === null ? 'papers' : 'text'),
    ...when(wording.job !== null && !isOwnJob(facts), 'seeks-a-job', triage.jobSeeking, 'text'),
    ...when(wording.trade, 'trade', triage.trade, 'subject'),
    ...when(wording.relays, 'relays-a-call', triage.relays, 'text'),
    ...when(isSentToMany(facts), 'bulk-mail', triage.bulk, 'headers'),
    // Beside a form or letter of its own it is a list of partners.
    ...when(
      pieces.severalCandidates && pieces.forms + pieces.letters === 0,
      'several-candidates',
      triage.severalCandidates,
      'papers',
    ),
  ]
}
