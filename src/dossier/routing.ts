import { Failure } from '../base/failure.ts'
import { fold } from '../base/folding.ts'
import type { CallId } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { type Calls, seasonOf } from '../call/calls.ts'
import type { Document } from '../documents/document.ts'
import { documentsOf, type ReadAttachment } from '../documents/documents-of.ts'
import { wholeText } from '../documents/text/page.ts'
import { factsOf, NOTHING_KNOWN, papersOf, type TriageFacts } from '../mail/facts.ts'
import { comparableAddress } from '../mail/hosts.ts'
import type { Mail } from '../mail/mail.ts'
import type { Nature, Triage } from '../mail/triage.ts'
import { triageOf } from '../mail/triaging.ts'

/**
 * What a mail is, for the call it is for. `rivals`: calls it may be for just as well; a person decides then.
 */
export interface Routed {
  readonly call: Call
  readonly triage: Triage
  readonly documents: readonly Document[]
  readonly rivals: readonly CallId[]
}

const RANK: Readonly<Record<Nature, number>> = {
  submission: 4,
  inquiry: 3,
  bounce: 2,
  automatic: 2,
  unrelated: 1,
}
/** What a mail is, found once, and for which call it is, by what is known of its sender. */
export interface Routes {
  /** For each call that it may be for. */
  readonly documents: readonly (readonly [Call, readonly Document[]])[]
  under(known: TriageFacts): Routed
}

/**
 * Which of the calls that share a mailbox a mail is for, by grounds: the address it was sent to, then the
 * season, then what it is to each call and the phrases that only one call uses. With one call there is
 * nothing to choose.
 */
export function routesOf(
  mail: Mail,
  attachments: readonly ReadAttachment[],
  receivedAt: Instant,
  calls: Calls,
): Routes {
  const text = textOfPapers(attachments)
  const said = `${mail.subject}\n${mail.text}\n${text}`
  const options = plausible(mail, receivedAt, calls).map((call) => {
    const documents = documentsOf(mail, call, attachments)
    const facts = factsOf(mail, documents, call, NOTHING_KNOWN, papersOf(text, call))
    // A number of the call's is a phrase that only this call uses.
    const phrases = phrasesOf(said, call) + (facts.namesNumber ? 1 : 0)
    return { call, documents, facts, phrases }
  })
  return {
    documents: options.map(({ call, documents }) => [call, documents]),
    under: (known) =>
      bestOf(options.map((option) => ({ ...option, triage: triageOf({ ...option.facts, known }) }))),
  }
}

interface Option {
  readonly call: Call
  readonly documents: readonly Document[]
  readonly phrases: number
  readonly triage: Triage
}

function bestOf(options: readonly Option[]): Routed {
  const rankOf = (option: Option): number => RANK[option.triage.nature]
  const [best, ...others] = [...options].sort(
    (left, right) => rankOf(right) - rankOf(left) || right.phrases - left.phrases,
  )
  if (best === undefined) throw new Failure('bug', 'no-call', 'a mail is routed among one call at least')
  const isSubmission = best.triage.nature === 'submission'
  const rivals = others.filter(
    (other) => isSubmission && rankOf(other) === rankOf(best) && other.phrases === best.phrases,
  )
  const { call, documents, triage } = best
  const grounds = rivals.length === 0 ? triage.grounds : [...triage.grounds, 'call-unsure']
  return { call, documents, rivals: rivals.map((rival) => rival.call.id), triage: { ...triage, grounds } }
}

/** Those it is addressed to; else those of the season; else all. */
function plausible(mail: Mail, receivedAt: Instant, calls: Calls): readonly Call[] {
  const recipients = new Set([...mail.to, ...mail.cc].map(({ address }) => comparableAddress(address)))
  const addressed = calls.filter((call) => recipients.has(comparableAddress(call.mailbox.address)))
  if (addressed.length > 0) return addressed
  const inSeason = calls.filter((call) => isInSeason(receivedAt, call))
  return inSeason.length > 0 ? inSeason : calls
}

function isInSeason(receivedAt: Instant, call: Call): boolean {
  const { from, until } = seasonOf(call)
  return receivedAt >= from && (until === null || receivedAt <= until)
}

/** Of the papers so much is looked at for the words of a call: titles, heads and first pages. */
const PAPERS_LETTERS = 200_000

function textOfPapers(attachments: readonly ReadAttachment[]): string {
  const read = attachments.flatMap(({ files }) => files.map((file) => wholeText(file.reading.pages)))
  return read.join('\n').slice(0, PAPERS_LETTERS)
}

function phrasesOf(text: string, call: Call): number {
  const words = fold(text)
  return call.recognition.strong.filter((phrase) => words.includes(fold(phrase))).length
}
