import { instantFromWallClock, isOneInstant } from '../base/instant.ts'
import type { CallShape } from './call-shape.ts'
import type { Contradiction } from './contradiction.ts'
import { deadlinesOf } from './deadline.ts'
import type { PublishedEnd } from './published-deadline.ts'

type Path = Contradiction['path']

/** What the file says of its deadlines that cannot be. */
export function inDeadlines(call: CallShape): readonly Contradiction[] {
  const faults = [...ofShape(call), ...ends(call).flatMap(({ end, path }) => anEnd(end, path))]
  if (faults.length > 0) return faults
  const moved = movedHours(call)
  return moved.length > 0 ? moved : inOrder(call)
}

interface Placed {
  readonly end: PublishedEnd
  readonly path: Path
}

/** Every end that the file gives, where it gives it. */
function ends({ deadline, sectors }: CallShape): readonly Placed[] {
  const waves = deadline.waves?.map((end, index) => ({ end, path: ['deadline', 'waves', index] }))
  const common = deadline.rolling === true ? [] : (waves ?? [{ end: deadline, path: ['deadline'] }])
  const own = sectors.flatMap(({ deadline: end }, index) =>
    end === undefined ? [] : [{ end, path: ['sectors', index, 'deadline'] }],
  )
  return [...common, ...own]
}

/** A call has one end, waves, or none at all. */
function ofShape({ deadline }: CallShape): readonly Contradiction[] {
  const { rolling, waves } = deadline
  const without = rolling === true ? 'a rolling call has no end' : 'each wave has its own end'
  if (rolling !== true && waves === undefined) return []
  const keys = ['wallClock', 'inclusive', 'day', 'dayItself', 'contestedUntil'] as const
  const given = keys.filter((key) => deadline[key] !== undefined)
  const both = rolling === true && waves !== undefined ? (['waves'] as const) : []
  return [...given, ...both].map((key) => ({ path: ['deadline', key], message: `${without}: leave it out` }))
}

/** An hour or a day, and what belongs to it. */
function anEnd({ wallClock, inclusive, day, dayItself }: PublishedEnd, path: Path): readonly Contradiction[] {
  const fault = (key: keyof PublishedEnd, message: string): Contradiction => ({
    path: [...path, key],
    message,
  })
  if (wallClock === undefined && day === undefined)
    return [
      fault(
        'wallClock',
        'give wallClock where the call gives an hour, day where it gives none, waves where it has ' +
          'several, rolling where it has no end',
      ),
    ]
  if (wallClock !== undefined && day !== undefined)
    return [fault('day', 'the hour is given by wallClock: a call has one of the two')]
  if (wallClock !== undefined)
    return [
      ...(inclusive === undefined
        ? [fault('inclusive', 'say false for « avant », true for « au plus tard »')]
        : []),
      ...(dayItself === undefined
        ? []
        : [fault('dayItself', 'belongs to day; with an hour, inclusive tells')]),
    ]
  return [
    ...(dayItself === undefined
      ? [fault('dayItself', 'say whether what comes on that day is in time: in, out or contested')]
      : []),
    ...(inclusive === undefined
      ? []
      : [fault('inclusive', 'belongs to wallClock; with a day, dayItself tells')]),
  ]
}

function movedHours(call: CallShape): readonly Contradiction[] {
  const { zone, contestedUntil, opensAt } = call.deadline
  const hours = [
    ...ends(call).map(({ end, path }) => ({ reading: end.wallClock, path: [...path, 'wallClock'] })),
    { reading: contestedUntil, path: ['deadline', 'contestedUntil'] },
    { reading: opensAt, path: ['deadline', 'opensAt'] },
  ]
  return hours.flatMap(({ reading, path }) =>
    reading === undefined || isOneInstant(reading, zone)
      ? []
      : [{ path, message: `the clocks of ${zone} change then: this hour is skipped or comes twice` }],
  )
}

function inOrder(call: CallShape): readonly Contradiction[] {
  const { deadline, published } = call
  const [first, ...others] = deadlinesOf(call)
  const faults: Contradiction[] = []
  if (first === undefined) return faults
  const last = others.at(-1) ?? first
  const waves = (deadline.waves ?? []).map(({ label }) =>
    deadlinesOf(call).findIndex((one) => one.label === label),
  )
  const early = waves.findIndex((position, index) => index > 0 && position <= (waves[index - 1] ?? -1))
  if (early > 0)
    faults.push({
      path: ['deadline', 'waves', early],
      message: 'comes before the one above: the earliest first',
    })
  if (published.date > last.lastDay)
    faults.push({
      path: ['published', 'date'],
      message: `the call is published after its deadline (${deadline.asWritten})`,
    })
  if (deadline.opensAt !== undefined && instantFromWallClock(deadline.opensAt, deadline.zone) >= first.at)
    faults.push({ path: ['deadline', 'opensAt'], message: 'the time for applying begins after it ends' })
  if (deadline.contestedUntil === undefined) return faults
  if (deadline.contestedBecause === undefined)
    faults.push({ path: ['deadline', 'contestedBecause'], message: 'a contested period needs its reason' })
  const common = deadlinesOf(call).find(({ label }) => label === null)
  if (common !== undefined && instantFromWallClock(deadline.contestedUntil, deadline.zone) <= common.at)
    faults.push({ path: ['deadline', 'contestedUntil'], message: 'must come after the deadline' })
  return faults
}
