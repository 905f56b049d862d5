import { z } from 'zod'
import { counted } from '../acknowledgement/french.ts'
import { CallId } from '../base/ids.ts'
import { shortMoment } from '../digest/words.ts'
import { Eligibility, eligibilityInWords, UNDECIDED } from '../dossier/eligibility.ts'
import { LINE_ORDERS, type Line, type LineFilter, type LineOrder } from '../register/desk.ts'
import { whoApplies } from '../register/naming.ts'
import type { LineCounts } from '../register/states.ts'
import { Completeness, Timeliness } from '../verdict/finding.ts'
import { completenessInWords, timelinessInWords } from '../verdict/words.ts'
import type { Desk } from './desk.ts'
import { type Field, field, signedIn } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { page, table } from './layout.ts'
import { pageAsked, pager } from './pager.ts'
import type { Asked, Route } from './route.ts'
import { callOf, completenessTag, eligibilityTag, sectorLabels, timelinessTag } from './words.ts'

const A_PAGE = 50
const NO_SECTOR = 'aucune'
const ORDERS: Readonly<Record<LineOrder, string>> = {
  latest: 'les plus récentes d’abord',
  oldest: 'les plus anciennes d’abord',
  name: 'par nom',
  sector: 'par filière',
}

/** The register: narrowed by what stands in the address, so that a list can be kept as a bookmark. */
export const registerPage: Route = {
  method: 'GET',
  path: '/registre',
  may: 'reader',
  async answer(asked, desk) {
    const filter = filterOf(asked)
    const number = pageAsked(asked)
    const { lines, total } = await desk.register.lines(filter, (number - 1) * A_PAGE, A_PAGE)
    const counts = await desk.register.lineCounts(filter.callId)
    await noteSearch(asked, desk, filter)
    const content = html`<h1>Registre</h1>
${filters(filter, desk, counts, await followChoice(asked, desk, filter))}
<p role="status">${counted(total, 'candidature', 'candidatures')}${
      total === counts.all ? '' : ` sur ${counts.all}`
    }.</p>
${lines.length === 0 ? NOTHING : lineTable(lines, desk, `Candidatures, ${ORDERS[filter.order]}`)}
${pager(asked, '/registre', 'Pages du registre', number, Math.ceil(total / A_PAGE))}`
    return page(asked, 'Registre', '/registre', content)
  },
}

function filterOf(asked: Asked): LineFilter {
  const { query } = asked
  const sector = query['filiere'] ?? ''
  return {
    callId: CallId.safeParse(query['appel']).data ?? null,
    sector: sector === '' ? null : sector === NO_SECTOR ? '' : sector,
    timeliness: Timeliness.safeParse(query['delai']).data ?? null,
    completeness: Completeness.safeParse(query['dossier']).data ?? null,
    eligibility: EligibilityWanted.safeParse(query['recevabilite']).data ?? null,
    waits: query['accuse'] === 'attend',
    proposals: false,
    assignee: assigneeAsked(query['suivi'] ?? '', signedIn(asked).session.email),
    text: (query['texte'] ?? '').slice(0, 200),
    order: LINE_ORDERS.find((one) => one === query['tri']) ?? 'latest',
  }
}

const [MINE, NOBODYS] = ['moi', 'personne']

function assigneeAsked(asked: string, me: string): string | null {
  if (asked === '') return null
  if (asked === NOBODYS) return ''
  return asked === MINE ? me : asked.slice(0, 200)
}

/** Who narrowed the list by what. Never the words looked for: they are mostly somebody's name. */
async function noteSearch(asked: Asked, { register, clock }: Desk, filter: LineFilter): Promise<void> {
  const { callId, sector, timeliness, completeness, eligibility, waits, assignee, text } = filter
  const by = [
    ...(callId === null ? [] : [`appel ${callId}`]),
    ...(sector === null ? [] : [`filière ${sector === '' ? 'non détectée' : sector}`]),
    ...(timeliness === null ? [] : [timelinessInWords(timeliness)]),
    ...(completeness === null ? [] : [completenessInWords(completeness)]),
    ...(eligibility === null ? [] : [`recevabilité : ${wordOf(eligibility)}`]),
    ...(waits ? ['accusé à envoyer'] : []),
    ...(assignee === null ? [] : ['suivi']),
    ...(text.trim() === '' ? [] : ['recherche de mots']),
  ]
  if (by.length === 0) return
  await register.noteRead('registre', signedIn(asked).session.email, `liste : ${by.join(', ')}`, clock.now())
}

/** Mine, nobody’s, or a colleague’s. */
async function followChoice(asked: Asked, { register }: Desk, { assignee }: LineFilter): Promise<Field> {
  const me = signedIn(asked).session.email
  const others = [...new Set((await register.assignments()).map((one) => one.assignee))].filter(
    (email) => email !== me,
  )
  const value = assignee === null ? null : assignee === '' ? NOBODYS : assignee === me ? MINE : assignee
  return choice('suivi', 'Suivie par', value, 'tous', [
    [MINE, 'moi'],
    [NOBODYS, 'personne'],
    ...others.toSorted().map((email): Choice => [email, email]),
  ])
}

function filters(filter: LineFilter, desk: Desk, counts: LineCounts, follow: Field): Html {
  const choices: readonly Field[] = [
    { name: 'texte', label: 'Rechercher', type: 'search', value: filter.text },
    ...callChoice(filter, desk),
    sectorChoice(filter, desk, counts),
    choice('dossier', 'Dossier', filter.completeness, 'tous', [
      ['complete', many('complet', counts.completeness.complete)],
      ['incomplete', many('incomplet', counts.completeness.incomplete)],
      ['review', many('à vérifier', counts.completeness.review)],
    ]),
    choice('delai', 'Délai', filter.timeliness, 'tous', [
      ['on_time', many('dans les délais', counts.timeliness.on_time)],
      ['late', many('hors délai', counts.timeliness.late)],
      ['contested', many('à arbitrer', counts.timeliness.contested)],
    ]),
    choice(
      'recevabilite',
      'Recevabilité',
      filter.eligibility,
      'toutes',
      EligibilityWanted.options.map((one) => [one, many(wordOf(one), counts.eligibility[one])]),
    ),
    choice('accuse', 'Accusé de réception', filter.waits ? 'attend' : null, 'tous', [
      ['attend', 'à envoyer'],
    ]),
    follow,
    {
      name: 'tri',
      label: 'Trier',
      value: filter.order,
      options: LINE_ORDERS.map((order) => [order, ORDERS[order]] as const),
    },
  ]
  return html`<form class="filters" method="get" action="/registre" role="search">
${choices.map((one) => field({ ...one, required: false, quiet: true }, 'r'))}
<p><button>Filtrer</button></p>
</form>`
}

const EligibilityWanted = z.enum([...Eligibility.options, 'undecided'])

function wordOf(wanted: z.infer<typeof EligibilityWanted>): string {
  return wanted === 'undecided' ? UNDECIDED : eligibilityInWords(wanted)
}

function many(label: string, count: number | undefined): string {
  return `${label} (${count ?? 0})`
}

type Choice = readonly [value: string, label: string]

function choice(
  name: string,
  label: string,
  value: string | null,
  all: string,
  options: readonly Choice[],
): Field {
  return { name, label, value: value ?? '', options: [['', all], ...options] }
}

/** Where there is a choice. */
function callChoice({ callId }: LineFilter, { calls }: Desk): readonly Field[] {
  if (calls.length < 2) return []
  const options = calls.map((call): Choice => [call.id, call.title])
  return [choice('appel', 'Appel', callId, 'tous', options)]
}

function sectorChoice({ sector, callId }: LineFilter, { calls }: Desk, { sectors }: LineCounts): Field {
  const shown = calls.filter(({ id }) => callId === null || id === callId)
  const known = new Map(shown.flatMap((call) => call.sectors.map(({ id, label }) => [id, label] as const)))
  return choice('filiere', 'Filière', sector === '' ? NO_SECTOR : sector, 'toutes', [
    ...[...known].map(([id, label]): Choice => [id, many(label, sectors[id])]),
    [NO_SECTOR, many('non détectée', sectors[''])],
  ])
}

/** Applications as lines of a table, each with a way to its page. */
export function lineTable(lines: readonly Line[], desk: Desk, caption: string): Html {
  return table(
    caption,
    ['Candidat', 'N°', 'Reçue le', 'Filière', 'Délai', 'Dossier', 'Suivie par'],
    lines.map((line) => {
      const call = callOf(desk.calls, line.callId)
      return [
        html`<a href="/candidatures/${line.number}">${whoApplies(line)}</a>`,
        html`<span class="whole">${line.number}</span>`,
        shortMoment(line.receivedAt, call),
        sectorLabels(line.sectors, call),
        timelinessTag(line.timeliness),
        html`${completenessTag(line.completeness)}${
          line.eligibility === null ? NOTHING : html` ${eligibilityTag(line.eligibility)}`
        }${line.waits ? html` <span class="tag open">accusé à envoyer</span>` : NOTHING}`,
        line.assignee ?? '',
      ]
    }),
  )
}
