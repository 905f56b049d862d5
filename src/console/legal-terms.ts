import { workingDaysLater } from '../acknowledgement/working-days.ts'
import type { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { shortMoment } from '../digest/words.ts'
import { type Html, html } from './html.ts'

interface Term {
  readonly at: Instant
  readonly written: string
}

/** `received`: the moment as staff read it, with its day first. */
export type Terms = (
  since: Instant,
  received: string,
  call: Call,
) => { readonly soon: Term; readonly last: Term }

const WRITTEN_DAY = 'jj/mm/aaaa'.length

/**
 * One working day for the registration notice, ten for the acknowledgement (CRPA R112-11-2): counted once for
 * each day, mails of one day have the same.
 */
export function termsByDay(): Terms {
  const known = new Map<string, ReturnType<Terms>>()
  return (since, received, call) => {
    const day = `${call.id} ${received.slice(0, WRITTEN_DAY)}`
    const counted = known.get(day) ?? { soon: termOf(since, 1, call), last: termOf(since, 10, call) }
    known.set(day, counted)
    return counted
  }
}

function termOf(since: Instant, days: number, call: Call): Term {
  const at = workingDaysLater(since, days, call.deadline.zone)
  return { at, written: shortMoment(at, call) }
}

/** Until when an acknowledgement is due, in words, and whether it is time. */
export function inTime(
  since: Instant,
  call: Call,
  now: Instant,
  terms: Terms,
): { readonly until: () => Html; readonly urgent: boolean } {
  const written = shortMoment(since, call)
  const { soon, last } = terms(since, written, call)
  const received = () => html`reçu le ${written}`
  if (now <= soon.at)
    return { until: () => html`avant le <strong>${soon.written}</strong> (${received()})`, urgent: false }
  if (now <= last.at)
    return {
      until: () => html`<strong>sans attendre</strong>, au plus tard le ${last.written} (${received()})`,
      urgent: true,
    }
  return {
    until: () => html`<strong>le délai légal a pris fin</strong> le ${last.written} (${received()})`,
    urgent: true,
  }
}
