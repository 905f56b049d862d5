import { counted, typographic } from '../acknowledgement/french.ts'
import type { Call } from '../call/call.ts'
import { type Comparison, categoryLabel, comparisonOf, type Order, type Seen } from '../exports/comparison.ts'
import { comparisonSheet, criteriaRows } from '../exports/comparison-sheet.ts'
import { isUnder } from '../register/by-sector.ts'
import { refuseUnproven } from '../steps/printable.ts'
import type { Desk } from './desk.ts'
import { signedIn } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { page } from './layout.ts'
import { type Asked, type Route, seeOther } from './route.ts'

/** In addresses: the candidates of whom no sector is known. */
const NONE = 'sans-filiere'
/** So many stand side by side on a sheet of A4 across. */
const SIDE_BY_SIDE = 4

const choice: Route = {
  method: 'GET',
  path: '/comparer',
  may: 'reader',
  async answer(asked, desk) {
    const lists = await Promise.all(desk.calls.map((call) => listOf(call, desk)))
    const content = html`<h1>Comparer</h1>
<p>Les candidatures d’une filière, côte à côte, avec ce qui a été lu et l’endroit où cela a été lu. Rien \
n’est noté ni classé : les lignes des critères sont vides, à remplir par les personnes qui examinent.</p>
${lists}`
    return page(asked, 'Comparer', '/comparer', content)
  },
}

async function listOf(call: Call, { register }: Desk): Promise<Html> {
  const all = await register.summaries(call.id)
  const sectors = [...call.sectors.map(({ id }) => id), null]
  const items = sectors.map((sector) => {
    const members = all.filter((one) => isUnder(one, sector))
    const label = categoryLabel(sector, call)
    const count = counted(members.length, 'candidature', 'candidatures')
    if (members.length === 0) return html`<li>${label} : aucune candidature</li>`
    return html`<li><a href="/comparer/${call.id}/${sector ?? NONE}">${label}</a> : ${count}</li>`
  })
  return html`<h2>${call.shortTitle}</h2><ul>${items}</ul>`
}

const comparePage: Route = {
  method: 'GET',
  path: '/comparer/:call/:sector',
  may: 'reader',
  async answer(asked, desk) {
    const what = wantedIn(asked, desk)
    if (what === null) return seeOther('/comparer')
    const comparison = await compared(desk, what)
    await noteRead(asked, desk, what, 'comparaison')
    const title = `Comparer : ${comparison.category}`
    return page(asked, title, '/comparer', shown(comparison, what))
  },
}

const workbook: Route = {
  method: 'GET',
  path: '/comparer/:call/:sector/comparaison.xlsx',
  may: 'reader',
  async answer(asked, desk) {
    const what = wantedIn(asked, desk)
    if (what === null) return seeOther('/comparer')
    await refuseUnproven(desk.register)
    await noteRead(asked, desk, what, 'export de la comparaison')
    return {
      kind: 'download',
      name: `comparaison-${what.call.id}-${what.sector ?? NONE}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: await desk.workbook([comparisonSheet(await compared(desk, what), what.call.shortTitle)]),
    }
  },
}

interface What {
  readonly call: Call
  readonly sector: string | null
  readonly order: Order
}

function wantedIn({ params, query }: Asked, { calls }: Desk): What | null {
  const call = calls.find(({ id }) => id === params['call'])
  const sector = params['sector'] ?? ''
  if (call === undefined || (sector !== NONE && !call.sectors.some(({ id }) => id === sector))) return null
  const order = query['ordre'] === 'reception' ? 'receipt' : 'alphabet'
  return { call, sector: sector === NONE ? null : sector, order }
}

async function compared({ register }: Desk, { call, ...asked }: What): Promise<Comparison> {
  const applications = await register.applications(call.id)
  return comparisonOf(applications, call, asked, await register.corrections(null))
}

function noteRead(asked: Asked, { register, clock }: Desk, { call, sector }: What, what: string) {
  const { email } = signedIn(asked).session
  return register.noteRead(call.id, email, `${what}, ${categoryLabel(sector, call)}`, clock.now())
}

function shown(comparison: Comparison, { call, sector, order }: What): Html {
  const { category, candidates } = comparison
  const here = `/comparer/${call.id}/${sector ?? NONE}`
  const other =
    order === 'alphabet'
      ? html`Par ordre alphabétique. <a href="${here}?ordre=reception">Par ordre de réception</a>`
      : html`Par ordre de réception. <a href="${here}">Par ordre alphabétique</a>`
  const groups = Array.from({ length: Math.ceil(candidates.length / SIDE_BY_SIDE) }, (_, group) =>
    groupTable(comparison, group * SIDE_BY_SIDE),
  )
  return html`<div class="compare"><h1>${category}</h1>
<p>${call.shortTitle} – ${counted(candidates.length, 'candidature', 'candidatures')}. \
<span class="screen">${other}. \
<a href="${here}/comparaison.xlsx?ordre=${order === 'receipt' ? 'reception' : 'alphabet'}" \
download>Classeur (XLSX)</a></span></p>
<p class="muted">${typographic(
    'Ce tableau montre ce qu’un programme a lu, et où. Il ne note ni ne classe personne.',
  )}</p>
${groups.length === 0 ? html`<p>Aucune candidature.</p>` : groups}</div>`
}

function groupTable(comparison: Comparison, from: number): Html {
  const { candidates, rows, category } = comparison
  const some = candidates.slice(from, from + SIDE_BY_SIDE)
  const heads = some.map(
    ({ number, name }) =>
      html`<th scope="col"><a href="/candidatures/${number}">${name ?? 'Sans nom'}</a><br>\
<span class="muted">${number}</span></th>`,
  )
  const told = rows.filter(({ cells }) => cells.some((cell) => cell.length > 0))
  return html`<table><caption>${category}, candidatures ${from + 1} à ${from + some.length} sur \
${candidates.length}</caption>
<thead><tr><th scope="col">Élément</th>${heads}</tr></thead>
<tbody>${told.map(
    ({ label, cells }) =>
      html`<tr><th scope="row">${label}</th>${some.map(
        ({ name, number }, index) =>
          html`<td data-label="${name ?? number}">${seenCell(cells[from + index] ?? [])}</td>`,
      )}</tr>
`,
  )}
<tr><td colspan="${some.length + 1}"><strong>À remplir par les personnes qui examinent</strong></td></tr>
${criteriaRows(comparison).map(
  (criterion) =>
    html`<tr class="blank">\
<td>${
      criterion === ''
        ? html`\
<span class="muted">critère</span>`
        : html`<strong>${criterion}</strong>`
    }</td>${some.map(() => html`<td>&#160;</td>`)}</tr>`,
)}</tbody></table>`
}

function seenCell(seen: readonly Seen[]): Html {
  if (seen.length === 0) return html`<span class="muted">–</span>`
  return html`${seen.map(
    ({ text, where }) =>
      html`<div>${text}${where === null ? NOTHING : html` <span class="muted">${where}</span>`}</div>`,
  )}`
}

export const COMPARE_ROUTES: readonly Route[] = [choice, comparePage, workbook]
