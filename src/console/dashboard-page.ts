import { counted, dateInWords, typographic } from '../acknowledgement/french.ts'
import { dayOf } from '../base/day.ts'
import type { RegistrationNumber } from '../base/ids.ts'
import { type Instant, startOfDay } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { lastDeadline } from '../call/deadline.ts'
import { depositDays, hoursOfLastDay, receivedSince } from '../exports/deposit-days.ts'
import { STATES, type State, type StateRow, stateTable } from '../exports/state-table.ts'
import type { Deposits } from '../register/desk.ts'
import { type Naming, whoApplies } from '../register/naming.ts'
import { depositCurve } from './deposit-curve.ts'
import type { Desk } from './desk.ts'
import { type Html, html, NOTHING } from './html.ts'
import { page, table } from './layout.ts'
import type { Route } from './route.ts'

/** Where a call stands: by category, day by day, and since yesterday. */
export const dashboardPage: Route = {
  method: 'GET',
  path: '/tableau',
  may: 'reader',
  async answer(asked, desk) {
    const call = desk.calls.find(({ id }) => id === asked.query['appel']) ?? desk.calls[0]
    const content = html`<h1>Tableau de bord</h1>
<p class="lead">${call.shortTitle}</p>
${otherCalls(desk, call)}
${await stands(desk, call)}
${await news(desk, call)}`
    return page(asked, 'Tableau de bord', '/tableau', content)
  },
}

function otherCalls({ calls }: Desk, shown: Call): Html {
  const others = calls.filter(({ id }) => id !== shown.id)
  if (others.length === 0) return NOTHING
  return html`<p>Autres appels : ${others.map(
    ({ id, shortTitle }, index) =>
      html`${index === 0 ? '' : ', '}<a href="/tableau?appel=${id}">${shortTitle}</a>`,
  )}.</p>`
}

async function stands({ register }: Desk, call: Call): Promise<Html> {
  const rows = stateTable(await register.states(call.id), call)
  return html`<h2>Où en sont les candidatures</h2>
<div class="numbers">${table(
    'Candidatures par filière ; chaque nombre mène à sa liste',
    ['Filière', ...STATES.map(({ label }) => label)],
    rows.map((row) => [
      row.label,
      ...STATES.map((state, index) => countCell(row.counts[index] ?? 0, row, state, call)),
    ]),
  )}</div>
<p class="hint">${typographic(
    'Une candidature de deux filières compte dans chacune, et une fois dans « Toutes ». Le dossier et ' +
      'le délai sont l’avis du programme ; la recevabilité est décidée par une personne.',
  )} <a href="/exports">Exports pour le comité</a></p>`
}

function countCell(count: number, row: StateRow, state: State, call: Call): Html {
  if (count === 0) return html`<span class="muted">0</span>`
  return html`<a href="/registre?${narrowed(row, state, call)}" \
aria-label="${`${row.label}, ${state.label} : ${count}`}">${count}</a>`
}

/** The register’s own words for the same. */
function narrowed({ sector }: StateRow, state: State, call: Call): string {
  const asked = {
    appel: call.id,
    filiere: sector === null ? 'aucune' : sector,
    dossier: state.completeness,
    delai: state.timeliness,
    recevabilite: state.eligibility,
  }
  const told = Object.entries(asked).filter((one): one is [string, string] => one[1] !== undefined)
  return new URLSearchParams(told).toString()
}

async function news({ register, clock }: Desk, call: Call): Promise<Html> {
  const now = clock.now()
  const { zone } = call.deadline
  const deposits = await register.deposits(call.id)
  const since = startOfDay(dayOf(now, zone), zone, -1)
  const completed = await register.completedSince(call.id, since)
  const names = await register.namesOf(completed)
  return html`<h2>Depuis hier</h2>
<ul><li>${counted(receivedSince(deposits, since), 'candidature reçue', 'candidatures reçues')} depuis le \
${dateInWords(dayOf(since, zone))}.</li>
<li>${counted(completed.length, 'candidature complétée', 'candidatures complétées')} par un nouvel \
envoi${completedList(completed, names)}.</li></ul>
${curve(deposits, call, now)}`
}

const NAMED = 20

function completedList(completed: readonly RegistrationNumber[], names: ReadonlyMap<string, Naming>): Html {
  if (completed.length === 0) return NOTHING
  const links = completed.slice(0, NAMED).map(
    (number, index) =>
      html`${index === 0 ? '' : ', '}\
<a href="/candidatures/${number}">${whoApplies(names.get(number))}</a>`,
  )
  return html` : ${links}${completed.length > NAMED ? ', …' : ''}`
}

function curve(deposits: readonly Deposits[], call: Call, now: Instant): Html {
  const days = depositDays(deposits, call, now)
  if (days.length === 0) return html`<h2>Dépôts</h2><p>Aucune candidature n’est encore arrivée.</p>`
  const end = lastDeadline(call)
  const hours = hoursOfLastDay(deposits, call)
  return html`<h2>Dépôts</h2>
<figure>${depositCurve(days, end === null ? null : dayOf(end, call.deadline.zone))}
<figcaption>Candidatures reçues en tout, jour après \
jour.${end === null ? '' : ' Le trait marque la date limite.'}</figcaption></figure>
<details><summary>Jour par jour</summary><div>${table(
    'Candidatures reçues',
    ['Jour', 'Ce jour', 'En tout'],
    days.map(({ day, count, total }) => [dateInWords(day), count, total]),
  )}</div></details>
${
  hours === null
    ? NOTHING
    : html`<details><summary>Le jour de la date limite, heure par heure</summary><div>${table(
        'Candidatures reçues le dernier jour',
        ['Heure', 'Reçues'],
        hours.flatMap((count, hour) => (count === 0 ? [] : [[`de ${hour} h à ${hour + 1} h`, count]])),
      )}</div></details>`
}`
}
