import { type Instant, millisecondsBetween, startOfDay } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { type Deadline, deadlineIn, eachOnce, endsOf, isOpen, readingsOf } from '../call/deadline.ts'
import { fill } from '../language/message.ts'
import { dayIn, hourIn, zoneIn } from '../language/moments.ts'
import type { Finding } from '../verdict/finding.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { languageOf, say, wordsOf } from './in-words.ts'
import type { Fact } from './layout.ts'

/** What tells which deadline a mail falls under: when it came, and for which sectors it applies. */
export interface Applied {
  readonly call: Call
  readonly receivedAt: Instant
  readonly sectors: readonly string[]
}

/** Of a letter that is written: its mail's. */
export function appliedIn({
  call,
  submission,
  verdict,
}: Pick<AcknowledgementInput, 'call' | 'submission' | 'verdict'>): Applied {
  return { call, receivedAt: submission.receipt.receivedAt, sectors: sectorsIn(verdict.findings) }
}

/** The sectors that a verdict found. */
function sectorsIn(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap((finding) => (finding.code === 'sectors' ? finding.sectors : []))
}

/**
 * The deadlines that a letter tells: the one that the mail falls under; of a mail whose sectors have
 * deadlines of their own and are not known, each; of a call without an end, the call's words for it.
 */
export function deadlineFacts(applied: Applied): readonly Fact[] {
  return fallenUnder(applied).map((deadline) => factOf(deadline, applied.call))
}

/** All of them, for who has not applied yet: each wave, each sector's own. */
export function deadlinesInWords(call: Call): readonly Fact[] {
  return endsOf(call).map((deadline) => factOf(deadline, call))
}

function factOf(deadline: Deadline | null, call: Call): Fact {
  const { source, asWritten } = call.deadline
  const { facts } = wordsOf(call)
  return deadline === null
    ? { label: fill(facts.calls, { source }), value: say(call, facts.ownWords, { text: asWritten }) }
    : { label: fill(facts.deadline, { source }), value: inWords(deadline, call) }
}

/** One for each way to read which it is, each once; null for none. */
function fallenUnder({ call, receivedAt, sectors }: Applied): readonly (Deadline | null)[] {
  return eachOnce(readingsOf(call, sectors).map((reading) => deadlineIn(receivedAt, reading)))
}

/**
 * As the call states it: « avant le mercredi 23 novembre 2022 à 16 h 00, heure de La Réunion (UTC+4) ». A day
 * without an hour is quoted: an hour that nobody published is printed nowhere.
 */
function inWords(deadline: Deadline, call: Call): string {
  const { label } = deadline
  const told = withoutName(deadline, call)
  if (label === null) return told
  // What is told is typeset already, and the call's own name of a zone is left as it is.
  return say(call, wordsOf(call).facts.named, { label, deadline: '\u0000' }).replace('\u0000', () => told)
}

function withoutName({ wallClock, inclusive, asWritten, at }: Deadline, call: Call): string {
  const { zone, zoneLabel } = call.deadline
  const { facts } = wordsOf(call)
  if (wallClock === undefined) return say(call, facts.quoted, { text: asWritten, zone: zoneLabel })
  return fill(inclusive === true ? facts.atLatest : facts.before, {
    day: dayIn(languageOf(call), at, zone),
    hour: hourIn(languageOf(call), at, zone),
    zone: zoneIn(languageOf(call), at, call.deadline),
  })
}

/**
 * Until when a dossier can be completed, as it stands within a sentence: the earliest of the deadlines that
 * may hold and are not over. Empty where there is none.
 */
export function untilWhen(applied: Applied): string {
  const { call, receivedAt } = applied
  const open = fallenUnder(applied).flatMap((one) => (one !== null && isOpen(receivedAt, one) ? [one] : []))
  const [first] = open.toSorted((one, other) => millisecondsBetween(other.at, one.at))
  return first === undefined ? '' : endOf(first, call)
}

function endOf({ wallClock, inclusive, dayItself, at, lastDay }: Deadline, call: Call): string {
  const { zone, zoneLabel } = call.deadline
  const language = languageOf(call)
  const { until } = language.letters
  const day = dayIn(language, at, zone)
  if (wallClock === undefined)
    return dayItself === 'in'
      ? fill(until.dayIncluded, { day: dayIn(language, startOfDay(lastDay, zone), zone), zone: zoneLabel })
      : fill(until.beforeDay, { day, zone: zoneLabel })
  return fill(inclusive === true ? until.atLatest : until.beforeHour, {
    day,
    hour: hourIn(language, at, zone),
    zone: zoneIn(language, at, call.deadline),
  })
}
