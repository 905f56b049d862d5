import { dayOf } from '../base/day.ts'
import {
  type Instant,
  instantFromWallClock,
  later,
  millisecondsBetween,
  startOfDay,
} from '../base/instant.ts'
import type { CallShape } from './call-shape.ts'
import type { PublishedEnd } from './published-deadline.ts'

type Dated = Pick<CallShape, 'deadline' | 'sectors'>

/** One end of the time for applying, as an instant, with the call's own words for it. */
export interface Deadline extends PublishedEnd {
  /** Of a wave or a sector with an end of its own; null where the call has one for all. */
  readonly label: string | null
  /**
   * The wall clock of the call in its zone; of a day without an hour its first moment, or, where it counts,
   * its end.
   */
  readonly at: Instant
  /** The last day on which one can hand in, in the call's zone (CRPA L112-1: « la date prescrite »). */
  readonly lastDay: string
  /**
   * The end of the time in which a person decides: the call contradicts itself, or does not tell whether its
   * day counts.
   */
  readonly contestedUntil: Instant | null
}

/**
 * The ends that can hold for an application to these sectors, the earliest first; without sectors, those of
 * all. None for a call without an end.
 */
export function deadlinesOf(call: Dated, sectors: readonly string[] = []): readonly Deadline[] {
  const all = eachOnce(readingsOf(call, sectors).flat())
  return all.toSorted((one, other) => millisecondsBetween(other.at, one.at))
}

/** The same end once, from whichever sector it was come by; null, no end, is one too. */
export function eachOnce<End extends Deadline | null>(ends: readonly End[]): readonly End[] {
  const isSame = (one: End, other: End): boolean => one?.at === other?.at && one?.label === other?.label
  return ends.filter((one, index) => ends.findIndex((other) => isSame(one, other)) === index)
}

/**
 * Every end that people are told of: null stands for none, first, where a call or some of its sectors have
 * none.
 */
export function endsOf(call: Dated): readonly (Deadline | null)[] {
  return lastDeadline(call) === null ? [null, ...deadlinesOf(call)] : deadlinesOf(call)
}

/**
 * The ends by sector, each list the earliest first: one list where the sectors share their ends. Of an
 * application whose sectors nobody knows yet, any may be the one.
 */
export function readingsOf(call: Dated, sectors: readonly string[] = []): readonly (readonly Deadline[])[] {
  const chosen = call.sectors.filter(({ id }) => sectors.length === 0 || sectors.includes(id))
  const own = chosen.flatMap(({ label, deadline }) =>
    deadline === undefined ? [] : [[deadlineFrom(deadline, label, call)]],
  )
  return own.length > 0 && own.length === chosen.length ? own : [commonEnds(call), ...own]
}

function commonEnds(call: Dated): readonly Deadline[] {
  const { deadline } = call
  if (deadline.rolling === true) return []
  if (deadline.waves === undefined) return [deadlineFrom(deadline, null, call)]
  return deadline.waves.map((wave) => deadlineFrom(wave, wave.label, call))
}

function deadlineFrom(
  end: PublishedEnd,
  label: string | null,
  { deadline: { zone, contestedUntil } }: Dated,
): Deadline {
  const { asWritten, wallClock, inclusive, day, dayItself } = end
  const at = wallClock === undefined ? edgeOfDay(end, zone) : instantFromWallClock(wallClock, zone)
  const lastDay =
    day !== undefined && dayItself !== 'out' ? day : dayOf(day === undefined ? at : later(at, -1), zone)
  const disputed =
    label === null && contestedUntil !== undefined ? instantFromWallClock(contestedUntil, zone) : null
  const wholeDay = day !== undefined && dayItself === 'contested' ? startOfDay(day, zone, 1) : null
  return {
    asWritten,
    wallClock,
    inclusive,
    day,
    dayItself,
    label,
    at,
    lastDay,
    contestedUntil: disputed ?? wholeDay,
  }
}

/** As loaded, an end without an hour has a day (consistency.ts). */
function edgeOfDay({ day = '', dayItself }: PublishedEnd, zone: string): Instant {
  return startOfDay(day, zone, dayItself === 'in' ? 1 : 0)
}

/**
 * Strictly before for « avant », up to and including for « au plus tard »; of a day without an hour, before
 * its edge.
 */
export function isOpen(instant: Instant, { at, inclusive }: Deadline): boolean {
  return inclusive === true ? instant <= at : instant < at
}

/**
 * The deadline that something of this moment falls under: the first that is not over, else the last; null
 * without any.
 */
export function deadlineIn(instant: Instant, reading: readonly Deadline[]): Deadline | null {
  return reading.find((one) => isOpen(instant, one)) ?? reading.at(-1) ?? null
}

/** The same among all that can hold for these sectors. */
export function deadlineAt(instant: Instant, call: Dated, sectors: readonly string[] = []): Deadline | null {
  return deadlineIn(instant, deadlinesOf(call, sectors))
}

/** When nobody can hand in any more; null for a call without an end. */
export function lastDeadline(call: Dated): Instant | null {
  const everybody = readingsOf(call)
  return everybody.some((reading) => reading.length === 0) ? null : (deadlinesOf(call).at(-1)?.at ?? null)
}

/** The last day on which anybody can hand in; of a call without an end, the day of its publication. */
export function lastDay(call: Dated & Pick<CallShape, 'published'>): string {
  const last = lastDeadline(call) === null ? undefined : deadlinesOf(call).at(-1)
  return last?.lastDay ?? call.published.date
}

/** Whether it is in time for one of the sectors at least; for which of them, readingsOf tells. */
export function isInTime(instant: Instant, call: Dated, sectors: readonly string[] = []): boolean {
  return readingsOf(call, sectors).some((reading) => isInTimeBy(instant, reading))
}

/** Whether a moment is in time by one of the deadlines that are read; where none is, all of it is in time. */
export function isInTimeBy(instant: Instant, reading: readonly Deadline[]): boolean {
  return reading.length === 0 || reading.some((one) => isOpen(instant, one))
}

/** Whether what came at `receivedAt` can still be completed: until the deadline that it fell under. */
export function canComplete(
  now: Instant,
  { call, receivedAt, sectors }: { call: Dated; receivedAt: Instant; sectors: readonly string[] },
): boolean {
  return readingsOf(call, sectors).some((reading) => {
    const deadline = deadlineIn(receivedAt, reading)
    return deadline === null || isOpen(now, deadline)
  })
}

/** Null when the call tells no beginning, or it is over. */
export function opening(instant: Instant, { deadline: { opensAt, zone } }: Dated): Instant | null {
  const from = opensAt === undefined ? null : instantFromWallClock(opensAt, zone)
  return from !== null && instant < from ? from : null
}

/** True when `instant` is so near one of the deadlines that a doubtful clock cannot decide. */
export function isNearDeadline(instant: Instant, call: Dated, sectors: readonly string[] = []): boolean {
  const reach = call.deadline.doubtfulClockHours * 3_600_000
  return deadlinesOf(call, sectors).some(({ at }) => Math.abs(millisecondsBetween(at, instant)) <= reach)
}

/** What decides about time as one text, for telling whether it was changed: the same facts, the same text. */
export function deadlineText({ deadline, sectors, post, legal }: CallShape): string {
  const { zone, contestedUntil: until, rolling, waves, opensAt } = deadline
  const own = sectors.flatMap(({ id, deadline: end }) =>
    end === undefined ? [] : [{ id, ...factsOf(end, zone) }],
  )
  // Undefined keys leave no trace: what most calls do not have changes nothing that was adopted before.
  return JSON.stringify({
    ...factsOf(deadline, zone),
    contestedUntil: until ?? null,
    rolling,
    waves: waves?.map((wave) => factsOf(wave, zone)),
    opensAt,
    sectors: own.length > 0 ? own : undefined,
    post: post?.counts,
    contract: legal?.contract === true ? true : undefined,
  })
}

function factsOf({ wallClock, inclusive, day, dayItself }: PublishedEnd, zone: string): object {
  return wallClock === undefined ? { day, dayItself, zone } : { wallClock, zone, inclusive }
}
