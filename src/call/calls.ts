import { Failure } from '../base/failure.ts'
import type { CallId } from '../base/ids.ts'
import { type Instant, instantFromWallClock, later } from '../base/instant.ts'
import type { Call } from './call.ts'
import { deadlinesOf, lastDeadline } from './deadline.ts'

/** The calls that share a mailbox: one at least. */
export type Calls = readonly [Call, ...Call[]]

/**
 * The call of an id that the register holds. A call whose file is gone is a fault of configuration, not of
 * the mail.
 */
export function callNamed(calls: Calls, id: CallId): Call {
  const call = calls.find((one) => one.id === id)
  if (call === undefined)
    throw new Failure(
      'transient',
      'call-file-missing',
      `the register holds mail for the call ${id}, whose file is not there any more: put it back`,
    )
  return call
}

/** Every moment at which one of the calls ends, a wave or a sector of it. */
export function deadlinesOfAll(calls: readonly Call[]): readonly Instant[] {
  return calls.flatMap((call) => deadlinesOf(call).map(({ at }) => at))
}

/** A call is thought of so long before it is published and after it is over. */
const AROUND_MS = 60 * 24 * 3_600_000

/** When mails for a call come; `until` is null where it has no end. */
export function seasonOf(call: Call): { readonly from: Instant; readonly until: Instant | null } {
  const published = instantFromWallClock(`${call.published.date}T00:00`, call.deadline.zone)
  const end = lastDeadline(call)
  return { from: later(published, -AROUND_MS), until: end === null ? null : later(end, AROUND_MS) }
}

/** When the first of the calls' seasons begins: what came to the mailbox before is none of ours. */
export function seasonsBegin(calls: Calls): Instant {
  const [first, ...others] = calls.map((call) => seasonOf(call).from)
  return others.reduce((earliest, from) => (from < earliest ? from : earliest), first as Instant)
}
