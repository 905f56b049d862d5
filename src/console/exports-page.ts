import type { Call } from '../call/call.ts'
import { applicationRecord } from '../exports/application-record.ts'
import { categoryLabel } from '../exports/comparison.ts'
import { asCsv } from '../exports/csv.ts'
import { workbookOf } from '../exports/register-table.ts'
import { refuseUnproven } from '../steps/printable.ts'
import { NO_CATEGORY } from './committee-exports.ts'
import type { Desk } from './desk.ts'
import { signedIn } from './forms.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { type Answer, type Asked, type Route, seeOther } from './route.ts'

const FORMATS = [
  ['xlsx', 'Classeur (XLSX)', 'Le registre, puis une feuille par filière, avec filtres.'],
  ['pdf', 'Registre des dépôts (PDF)', 'À imprimer et à signer, dans l’ordre de réception.'],
  ['csv', 'Tableau (CSV)', 'Pour tout tableur ; s’ouvre d’un double clic.'],
  ['json', 'Données (JSON)', 'Pour un autre logiciel.'],
] as const

const exportsPage: Route = {
  method: 'GET',
  path: '/exports',
  may: 'reader',
  async answer(asked, { calls }) {
    const content = html`<h1>Exports</h1>
<p>Les exports contiennent des données personnelles : rangez-les comme le reste du dossier.</p>
<p><a href="/tableau">Tableau de bord</a> : où en sont les candidatures, par filière et jour par jour.</p>
${calls.map(ofCall)}`
    return page(asked, 'Exports', '/exports', content)
  },
}

function ofCall(call: Call): Html {
  const { id, shortTitle } = call
  const categories = [
    ...call.sectors.map((sector) => [sector.id, sector.label] as const),
    [NO_CATEGORY, categoryLabel(null, call)] as const,
  ]
  const each = (file: string) =>
    html`<details><summary>Filière par filière</summary><div><ul>${categories.map(
      ([category, label]) =>
        html`<li><a href="/exports/${id}/${file}?filiere=${category}" download>${label}</a></li>`,
    )}</ul></div></details>`
  return html`<h2>${shortTitle}</h2>
<h3>Registre</h3>
<dl class="facts">${FORMATS.map(
    ([format, label, what]) =>
      html`<dt><a href="/exports/${id}/registre.${format}" download>${label}</a></dt><dd>${what}</dd>`,
  )}</dl>
<h3>Pour le comité</h3>
<dl class="facts"><dt><a href="/exports/${id}/fiches.pdf" download>Fiches (PDF)</a></dt>\
<dd>Une fiche par candidature, à imprimer et à annoter.${each('fiches.pdf')}</dd>
<dt><a href="/exports/${id}/dossiers.zip" download>Dossiers (ZIP)</a></dt>\
<dd>Les pièces reçues, rangées par filière et nommées d’après le numéro et la structure, avec les fiches, \
les comparaisons et la liste des empreintes.${each('dossiers.zip')}</dd></dl>`
}

const download: Route = {
  method: 'GET',
  path: '/exports/:call/:file',
  may: 'reader',
  async answer(asked, desk) {
    const call = desk.calls.find(({ id }) => id === asked.params['call'])
    const format = FORMATS.find(([id]) => asked.params['file'] === `registre.${id}`)?.[0]
    if (call === undefined || format === undefined) return seeOther('/exports')
    await refuseUnproven(desk.register)
    await noteExport(asked, desk, call, format)
    return exported(desk, call, format)
  },
}

function noteExport(asked: Asked, { register, clock }: Desk, call: Call, format: string): Promise<void> {
  return register.noteRead(call.id, signedIn(asked).session.email, `export ${format}`, clock.now())
}

async function exported(desk: Desk, call: Call, format: (typeof FORMATS)[number][0]): Promise<Answer> {
  const records = (await desk.register.summaries(call.id)).map((one) => applicationRecord(one, call))
  const name = `registre-${call.id}.${format}`
  switch (format) {
    case 'xlsx':
      return { kind: 'download', name, type: XLSX, content: await desk.workbook(workbookOf(records, call)) }
    case 'pdf':
      return {
        kind: 'download',
        name,
        type: 'application/pdf',
        content: await desk.depositRegister(
          records,
          call,
          desk.clock.now(),
          (await desk.register.lastHead())?.head ?? null,
        ),
      }
    case 'csv':
      return {
        kind: 'download',
        name,
        type: 'text/csv; charset=utf-8',
        content: Buffer.from(asCsv([{ call, records }])),
      }
    case 'json':
      return {
        kind: 'download',
        name,
        type: 'application/json',
        content: Buffer.from(JSON.stringify(records, null, 2)),
      }
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const EXPORT_ROUTES: readonly Route[] = [exportsPage, download]
