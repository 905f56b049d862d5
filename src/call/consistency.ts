import { instantFromWallClock, isOneInstant } from '../base/instant.ts'
import type { Call } from './call.ts'
import { type Contradiction, repeated } from './contradiction.ts'
import { deadlineOf, lastDay } from './deadline.ts'
import type { PublishedDeadline } from './published-deadline.ts'
import { inWhatIsAsked } from './what-is-asked.ts'

/** Every contradiction at once, in the order of the file. Pure; the file's shape was checked before. */
export function contradictionsIn(call: Call): readonly Contradiction[] {
  return [
    ...inDeadline(call),
    ...repeated(
      call.sectors,
      ({ id }) => id,
      (index) => ['sectors', index, 'id'],
    ),
    ...inWhatIsAsked(call),
  ]
}

function inDeadline(call: Call): readonly Contradiction[] {
  const { deadline } = call
  const faults = [...anEnd(deadline), ...movedHours(deadline)]
  return faults.length > 0 ? faults : inOrder(call)
}

const ofDeadline = (key: keyof PublishedDeadline, message: string): Contradiction => ({
  path: ['deadline', key],
  message,
})

/** An hour or a day, and what belongs to it. */
function anEnd({ wallClock, inclusive, day, dayItself }: PublishedDeadline): readonly Contradiction[] {
  if (wallClock === undefined && day === undefined)
    return [
      ofDeadline('wallClock', 'give wallClock where the call gives an hour, or day where it gives none'),
    ]
  if (wallClock !== undefined && day !== undefined)
    return [ofDeadline('day', 'the hour is given by wallClock: a call has one of the two')]
  if (wallClock !== undefined)
    return [
      ...(inclusive === undefined
        ? [ofDeadline('inclusive', 'say false for « avant », true for « au plus tard »')]
        : []),
      ...(dayItself === undefined
        ? []
        : [ofDeadline('dayItself', 'belongs to day; with an hour, inclusive tells')]),
    ]
  return [
    ...(dayItself === undefined
      ? [ofDeadline('dayItself', 'say whether what comes on that day is in time: in, out or contested')]
      : []),
    ...(inclusive === undefined
      ? []
      : [ofDeadline('inclusive', 'belongs to wallClock; with a day, dayItself tells')]),
  ]
}

function movedHours(deadline: PublishedDeadline): readonly Contradiction[] {
  return (['wallClock', 'contestedUntil'] as const).flatMap((key) => {
    const reading = deadline[key]
    return reading === undefined || isOneInstant(reading, deadline.zone)
      ? []
      : [ofDeadline(key, `the clocks of ${deadline.zone} change then: this hour is skipped or comes twice`)]
  })
}

function inOrder(call: Call): readonly Contradiction[] {
  const { deadline, published } = call
  const faults: Contradiction[] = []
  if (published.date > lastDay(call))
    faults.push({
      path: ['published', 'date'],
      message: `the call is published after its deadline (${deadline.asWritten})`,
    })
  if (deadline.contestedUntil === undefined) return faults
  if (deadline.contestedBecause === undefined)
    faults.push(ofDeadline('contestedBecause', 'a contested period needs its reason'))
  if (instantFromWallClock(deadline.contestedUntil, deadline.zone) <= deadlineOf(call))
    faults.push(ofDeadline('contestedUntil', 'must come after the deadline'))
  return faults
}
