import { type Instant, millisecondsBetween, startOfDay } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { type Deadline, deadlineIn, eachOnce, endsOf, isOpen, readingsOf } from '../call/deadline.ts'
import type { Finding } from '../verdict/finding.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { dayInWords, hourInWords, typographic, zoneInWords } from './french.ts'
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
  return deadline === null
    ? { label: `Dépôt des candidatures (${source})`, value: typographic(`« ${asWritten} »`) }
    : { label: `Date limite publiée (${source})`, value: inWords(deadline, call) }
}

/** One for each way to read which it is, each once; null for none. */
function fallenUnder({ call, receivedAt, sectors }: Applied): readonly (Deadline | null)[] {
  return eachOnce(readingsOf(call, sectors).map((reading) => deadlineIn(receivedAt, reading)))
}

/**
 * As the call states it: « avant le mercredi 23 novembre 2022 à 16 h 00, heure de La Réunion (UTC+4) ». A day
 * without an hour is quoted: an hour that nobody published is printed nowhere.
 */
function inWords(deadline: Deadline, { deadline: { zone, zoneLabel } }: Call): string {
  const { wallClock, inclusive, asWritten, at, label } = deadline
  const name = label === null ? '' : typographic(`${label} : `)
  if (wallClock === undefined) return `${name}${typographic(`« ${asWritten} » (${zoneLabel})`)}`
  const before = inclusive === true ? 'au plus tard le' : 'avant le'
  return `${name}${before} ${dayInWords(at, zone)} à ${hourInWords(at, zone)}, ${zoneInWords(at, { zone, zoneLabel })}`
}

/**
 * Until when a dossier can be completed, after a comma: the earliest of the deadlines that may hold and are
 * not over. Empty where there is none.
 */
export function untilWhen(applied: Applied): string {
  const { call, receivedAt } = applied
  const open = fallenUnder(applied).flatMap((one) => (one !== null && isOpen(receivedAt, one) ? [one] : []))
  const [first] = open.toSorted((one, other) => millisecondsBetween(other.at, one.at))
  return first === undefined ? '' : `, ${endOf(first, call)}`
}

function endOf({ wallClock, inclusive, dayItself, at, lastDay }: Deadline, { deadline }: Call): string {
  const { zone, zoneLabel } = deadline
  const day = dayInWords(at, zone)
  if (wallClock === undefined)
    return dayItself === 'in'
      ? `jusqu’au ${dayInWords(startOfDay(lastDay, zone), zone)} inclus (${zoneLabel})`
      : `avant le ${day} (${zoneLabel})`
  const hour = hourInWords(at, zone)
  return `jusqu’au ${day}, ${inclusive === true ? `${hour} au plus tard` : `avant ${hour}`}, ${zoneInWords(at, deadline)}`
}
