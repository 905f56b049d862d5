import { capitalised, typographic } from '../acknowledgement/french.ts'
import { requirementLabel } from '../call/asked-in.ts'
import type { Call } from '../call/call.ts'
import type { Extract } from '../documents/document.ts'
import { placeName } from '../register/piece-name.ts'
import type { ApplicationView, MailView } from '../register/views.ts'
import { requirementsOf } from '../verdict/judge.ts'
import { remarkInWords } from '../verdict/words.ts'
import { type Html, html, NOTHING } from './html.ts'
import { table } from './layout.ts'
import { addressOf, placeSeen } from './shown-piece.ts'
import { ASSUMED, REASONS, statusTag } from './words.ts'

/** What the call asks for, what the program says of it, and where it saw it. */
export function requirements({ number, verdict, mails }: ApplicationView, call: Call): Html {
  return table(
    'Avis du programme, avec l’endroit où chaque élément a été vu',
    ['Élément', 'Avis', 'Où et pourquoi'],
    requirementsOf(verdict.findings).map((finding) => [
      capitalised(requirementLabel(finding.id, call)),
      statusTag(finding),
      html`${capitalised(REASONS[finding.reason])}${finding.assumed === true ? ` ; ${ASSUMED}` : ''}\
${finding.evidence.slice(0, 3).map((one) => seen(number, mails, one))}`,
    ]),
  )
}

/** What was seen, and a way to where. */
function seen(number: string, mails: readonly MailView[], one: Extract): Html {
  const place = placeSeen(mails, one)
  const where = `${placeName(one.document, mails)}, p.\u00A0${one.page}`
  const way = place === null ? where : html`<a href="${addressOf(number, place)}">${where}</a>`
  return html`<blockquote>${way}${
    one.text === '' ? NOTHING : html` : <mark>${one.text.slice(0, 300)}</mark>`
  }</blockquote>`
}

/**
 * What staff should know and no applicant is told: sizes, numbers, dates, bounds; and who the call says may
 * apply.
 */
export function remarks({ verdict }: ApplicationView, { eligibility, ...call }: Call): Html {
  const told = verdict.findings.flatMap((finding) => remarkInWords(finding, call) ?? [])
  const who =
    eligibility === undefined
      ? []
      : [`Qui peut candidater (${eligibility.source}) : « ${eligibility.asWritten} »`]
  const all = [...told, ...who].map(typographic)
  return all.length === 0 ? NOTHING : html`<ul>${all.map((one) => html`<li>${one}</li>`)}</ul>`
}

/** Papers of two structures in one dossier: which is whose is for a person to say. */
export function structures({ verdict }: ApplicationView): Html {
  return html`${verdict.findings.flatMap((finding) =>
    finding.code === 'several-structures'
      ? [
          html`<div class="notice"><p>Ce dossier contient les pièces de plusieurs structures. Seules celles \
de la première sont montrées comme celles du candidat : à séparer ou à confirmer.</p>\
<ul>${finding.structures.map(
            ({ name, identifier, documents }) =>
              html`<li>${name ?? 'Structure sans nom'}${
                identifier === null ? NOTHING : html` (${identifier})`
              } : ${documents.join(', ')}</li>`,
          )}</ul></div>`,
        ]
      : [],
  )}`
}
