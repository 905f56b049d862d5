import { dateInWords } from '../acknowledgement/french.ts'
import type { Day } from '../base/day.ts'
import type { DepositDay } from '../exports/deposit-days.ts'
import { type Html, html, NOTHING } from './html.ts'

const WIDTH = 480
const HEIGHT = 220
const LEFT = 40
const RIGHT = 12
const TOP = 12
const BOTTOM = 30

/**
 * The curve of all deposits until each day, as a picture that needs no program: its words say what it shows,
 * and the table beside it says every figure. `deadline`: the day on which it ends, marked where it is shown.
 */
export function depositCurve(days: readonly DepositDay[], deadline: Day | null): Html {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return NOTHING
  const across = (index: number) =>
    LEFT + (days.length === 1 ? 0.5 : index / (days.length - 1)) * (WIDTH - LEFT - RIGHT)
  const up = (total: number) => HEIGHT - BOTTOM - (total / Math.max(1, last.total)) * (HEIGHT - TOP - BOTTOM)
  const points = days.map(({ total }, index) => `${across(index).toFixed(1)},${up(total).toFixed(1)}`)
  const end = days.findIndex(({ day }) => day === deadline)
  const mark =
    end === -1
      ? NOTHING
      : html`<line class="end" x1="${across(end).toFixed(1)}" x2="${across(end).toFixed(1)}" y1="${TOP}" \
y2="${HEIGHT - BOTTOM}"/>`
  return html`<svg class="curve" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" \
aria-label="${inWords(first, last)}">
<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${HEIGHT - BOTTOM}" y2="${HEIGHT - BOTTOM}"/>
<line class="axis" x1="${LEFT}" x2="${LEFT}" y1="${TOP}" y2="${HEIGHT - BOTTOM}"/>
<text x="${LEFT - 6}" y="${TOP + 8}" text-anchor="end">${last.total}</text>
<text x="${LEFT - 6}" y="${HEIGHT - BOTTOM}" text-anchor="end">0</text>
<text x="${LEFT}" y="${HEIGHT - 10}">${inShort(first.day)}</text>
<text x="${WIDTH - RIGHT}" y="${HEIGHT - 10}" text-anchor="end">${inShort(last.day)}</text>
${mark}<polyline points="${points.join(' ')}"/>
${
  days.length === 1
    ? html`<circle cx="${across(0).toFixed(1)}" cy="${up(first.total).toFixed(1)}" r="4"/>`
    : NOTHING
}
</svg>`
}

function inWords(first: DepositDay, last: DepositDay): string {
  return (
    `Candidatures reçues en tout, du ${dateInWords(first.day)} au ${dateInWords(last.day)} : de ` +
    `${first.total} à ${last.total}. Le tableau « Jour par jour » donne chaque valeur.`
  )
}

/** « 23/11/2022 » */
function inShort(day: Day): string {
  return day.split('-').reverse().join('/')
}
