import type { Call } from '../call/call.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import {
  bringsSomething,
  type Facts,
  factsOf,
  isOfKnown,
  isRecognised,
  isSentToMany,
  NO_PAPERS,
  NOTHING_KNOWN,
  type Papers,
  type TriageFacts,
} from './facts.ts'
import { mayAsk, type Weighed, weigh } from './grounds.ts'
import type { Mail } from './mail.ts'
import { isOurLetterAlone } from './own-text.ts'
import type { TriageDocument } from './pieces.ts'
import { automaticWording, isCalendarRequest, isReaction, isReadReceipt } from './signs/automatic.ts'
import { bounceGrounds, isCertainBounce } from './signs/bounce.ts'
import { hasResponderHeader, isAutoReply, isAutoSubmitted } from './signs/header-signs.ts'
import type { Ground, Sign } from './signs.ts'
import { MAY_ASK, REPLACES, type Triage } from './triage.ts'

/**
 * Says what a mail is: a bounce, an automatic answer, something handed in to the call, a matter for a
 * person's desk, or nothing that concerns it. Evidence goes before words: what speaks against a mail takes
 * from what speaks for it, and can bring it to a person's desk, never to « unrelated », a fate that forgets:
 * that one needs the absence of every sign. Pure; never throws.
 */
export function triage(
  mail: Mail,
  documents: readonly TriageDocument[],
  call: Call,
  known: TriageFacts = NOTHING_KNOWN,
  papers: Papers = NO_PAPERS,
): Triage {
  return triageOf(factsOf(mail, documents, call, known, papers))
}

/** The same of facts that were gathered already. */
export function triageOf(facts: Facts): Triage {
  const weighed = weigh(facts)
  const told = asBounce(facts, weighed) ?? asAutomatic(facts, weighed) ?? byEvidence(facts, weighed)
  return { ...told, weighed: [...weighed.grounds], missed: [...weighed.missed] }
}

type Told = Pick<Triage, 'nature' | 'grounds'>

/**
 * Words alone make a bounce only of a mail that hands nothing in: « TR: Undeliverable: … » may be a second
 * attempt.
 */
function asBounce(facts: Facts, weighed: Weighed): Told | null {
  const grounds = bounceGrounds(facts.mail)
  if (grounds.length === 0) return null
  const onlyOne = grounds.length === 1 && isSubmission(weighed)
  if (!isCertainBounce(grounds) && (onlyOne || isRecognised(facts))) return null
  return { nature: 'bounce', grounds: [...grounds] }
}

/**
 * Automatic by header or by wording, and nothing that looks like an application: a copier says « auto-
 * generated » too.
 */
function asAutomatic(facts: Facts, weighed: Weighed): Told | null {
  const { mail } = facts
  const grounds: string[] = []
  if (isReaction(mail)) grounds.push('reaction')
  if (isOurLetterAlone(mail.text, mail.ownText)) grounds.push('echo-of-our-letter')
  if (isReadReceipt(mail)) grounds.push('read-receipt')
  if (isAutoSubmitted(mail)) grounds.push('auto-submitted')
  if (hasResponderHeader(mail)) grounds.push('responder-header')
  if (isCalendarRequest(mail)) grounds.push('calendar')
  const wording = automaticWording(mail)
  if (wording !== null) grounds.push(`wording-${wording}`)
  if (answersByItself(facts, grounds)) return { nature: 'automatic', grounds }
  if (mail.returnPath === '') grounds.push('null-return-path')
  const invitation = grounds.includes('calendar') && !isRecognised(facts)
  if (grounds.length === 0 || (isSubmission(weighed) && !invitation)) return null
  return { nature: 'automatic', grounds }
}

/**
 * A program that answers says so of itself, and sends brochures with its excuses; it fills no form and writes
 * no letter. A copier only says that a machine sent the mail.
 */
function answersByItself({ mail, pieces }: Facts, grounds: readonly string[]): boolean {
  if (pieces.forms + pieces.letters > 0 || pieces.body || pieces.opaque > 0) return false
  return isAutoReply(mail) || grounds.some((ground) => BY_ITSELF.has(ground))
}

const BY_ITSELF: ReadonlySet<string> = new Set(['responder-header', 'wording-responder', 'wording-absence'])

function byEvidence(facts: Facts, weighed: Weighed): Told {
  const { wording } = facts
  const { grounds } = weighed
  if (grounds.length === 0)
    return { nature: 'unrelated', grounds: ['no-sign-of-the-call', ...(mayAsk(facts) ? [MAY_ASK] : [])] }
  const codes = grounds.map((ground) => ground.sign as string)
  if (isWithdrawal(facts)) return { nature: 'inquiry', grounds: ['withdrawal', ...codes] }
  if (isSubmission(weighed))
    return { nature: 'submission', grounds: wording.replaces ? [...codes, REPLACES] : codes }
  if (isSentToMany(facts) && isTalk(facts) && !isRecognised(facts))
    return { nature: 'inquiry', grounds: ['newsletter', ...codes] }
  if (wording.thanks && isTalk(facts) && !bringsOther(facts))
    return { nature: 'inquiry', grounds: ['thanks', ...codes] }
  const asks = wording.asks || codes.includes('reads-like-a-question')
  return { nature: 'inquiry', grounds: [asks ? 'question' : 'call-phrase', ...codes] }
}

/**
 * An application is taken back: in the subject, or in words beside which nothing is handed in. « Suite au
 * retrait d'un partenaire, nous candidatons seuls » takes nothing back.
 */
function isWithdrawal(facts: Facts): boolean {
  const { wording } = facts
  if (!wording.withdraws) return false
  if (wording.withdrawsInSubject) return true
  const handsSomething = bringsSomething(facts) && (wording.handsIn || wording.appliesNow)
  return !isRecognised(facts) && !handsSomething
}

/** Nothing came with it that a person would have to look at. */
function isTalk({ pieces }: Facts): boolean {
  return pieces.opaque + pieces.pictures + pieces.linked + pieces.emptyTemplates === 0
}

/** « Merci, voici notre RIB »: what somebody sends whose application is known is looked at. */
function bringsOther(facts: Facts): boolean {
  return facts.pieces.other > 0 && isOfKnown(facts)
}

/** Something is handed in, and the evidence that it is for this call outweighs what speaks against it. */
function isSubmission({ grounds }: Weighed): boolean {
  const sum = grounds.reduce((total, ground) => total + ground.weight, 0)
  // Weights are hundredths: sums of them are compared as such.
  const enough = Math.round(sum * 100) >= Math.round(WEIGHTS.triage.submission * 100)
  return enough && isActed(grounds) && !grounds.some(({ sign }) => BARRING.has(sign))
}

/** Whatever came, a program acknowledges nothing that is another's: a person looks. */
const BARRING: ReadonlySet<Sign> = new Set<Sign>(['other-call', 'relays-a-call', 'several-candidates'])

const ACTS: ReadonlySet<Sign> = new Set<Sign>([
  'form',
  'letter',
  'typed-application',
  'further-piece',
  'opaque-piece',
  'picture',
  'transfer-link',
  'hands-in',
])

const PAPERS: readonly Sign[] = ['asked-piece', 'other-file']

/** Beside these a single paper is handed in, whether anything recognises it or not. */
const HANDING: ReadonlySet<Sign> = new Set<Sign>([
  'applies',
  'continues',
  'says-nothing',
  'answers-ours',
  'from-applicant',
])

/**
 * Something is done with the mail. Minutes, studies and cuttings name the programme too, in the mail and in
 * the file; and who offers services to the authority, or to its candidates, presents a firm as applicants do.
 * Where nobody says to apply, one such paper is looked at by a person; two that the call asks for, of
 * different kinds, say so.
 */
function isActed(grounds: readonly Ground[]): boolean {
  const signs = new Set(grounds.map(({ sign }) => sign))
  if ([...ACTS].some((sign) => signs.has(sign))) return true
  const isPaper = PAPERS.some((sign) => signs.has(sign))
  return isPaper && [...HANDING].some((sign) => signs.has(sign))
}
