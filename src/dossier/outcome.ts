import { z } from 'zod'
import { Day, dayOf, yearsLater } from '../base/day.ts'
import { type Instant, millisecondsBetween } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { type Deadline, deadlineIn, isOpen, lastDeadline, readingsOf } from '../call/deadline.ts'

/**
 * What became of an application in the end, by a person's word alone: nothing in the program proposes one.
 */
export const OutcomeKind = z.enum(['selected', 'not_selected', 'withdrawn', 'no_decision'])
export type OutcomeKind = z.infer<typeof OutcomeKind>

/** The act that decided: how the authority refers to it, and its day. */
export const Act = z.object({ reference: z.string().trim().min(1).max(200), on: Day })
export type Act = z.infer<typeof Act>

/**
 * `act`: always there where somebody was selected or not; a withdrawal and a missing decision may have none.
 */
export interface Outcome {
  readonly kind: OutcomeKind
  readonly act: Act | null
}

/**
 * What an outcome is told against: the call, when its application was first received, and for which sectors.
 */
export interface Decided {
  readonly call: Call
  readonly receivedAt: Instant
  readonly sectors: readonly string[]
}

/**
 * Until when nobody can be selected or not: the latest of the deadlines that the application may fall under
 * and that are not over. Null where it can be told now.
 */
export function tooEarlyUntil(now: Instant, { call, receivedAt, sectors }: Decided): Instant | null {
  const open = readingsOf(call, sectors).flatMap((reading): readonly Deadline[] => {
    const deadline = deadlineIn(receivedAt, reading)
    return deadline !== null && isOpen(now, deadline) ? [deadline] : []
  })
  return open.toSorted((one, other) => millisecondsBetween(one.at, other.at))[0]?.at ?? null
}

/** What a person left out or mistook. */
export type OutcomeFault = 'too-early' | 'act-wanted' | 'act-before-receipt' | 'act-to-come'

/** Null where it can be recorded. A withdrawal is the applicant's own and can come at any time. */
export function faultOfOutcome({ kind, act }: Outcome, decided: Decided, now: Instant): OutcomeFault | null {
  if (kind !== 'withdrawn' && tooEarlyUntil(now, decided) !== null) return 'too-early'
  if (act === null) return kind === 'selected' || kind === 'not_selected' ? 'act-wanted' : null
  if (act.on > dayOf(now, decided.call.deadline.zone)) return 'act-to-come'
  return act.on < dayOf(decided.receivedAt, decided.call.deadline.zone) ? 'act-before-receipt' : null
}

const IN_WORDS: Readonly<Record<OutcomeKind, string>> = {
  selected: 'retenue',
  not_selected: 'non retenue',
  withdrawn: 'retirée par le candidat',
  no_decision: 'sans décision',
}

/** What was decided, in French, as a part of a sentence. */
export function outcomeInWords(kind: OutcomeKind): string {
  return IN_WORDS[kind]
}

/** An outcome with when somebody recorded it. */
interface Recorded {
  readonly outcome: Outcome | null
  readonly at: Instant
}

/**
 * The day until which an application is kept: so many years after the end of the call, or after it came where
 * there is none; where the call counts from the decision, after the act, else after it was recorded. Null
 * where nothing says.
 */
export function keptUntil(
  call: Call,
  { receivedAt, outcome }: { readonly receivedAt: Instant; readonly outcome: Recorded | null },
  years: number,
): Day | null {
  const from =
    call.retention?.from !== 'decision'
      ? dayOf(lastDeadline(call) ?? receivedAt, call.deadline.zone)
      : outcome === null
        ? null
        : (outcome.outcome?.act?.on ?? dayOf(outcome.at, call.deadline.zone))
  return from === null ? null : yearsLater(from, years)
}
