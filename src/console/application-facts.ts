import { typographic } from '../acknowledgement/french.ts'
import type { Call } from '../call/call.ts'
import { factsOf } from '../exports/fact-labels.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import type { ApplicationView } from '../register/views.ts'
import { remarkInWords } from '../verdict/words.ts'
import { type Html, html, NOTHING } from './html.ts'

/** Who applies, and what only this call asks of them. */
export function applicantFacts({ applicant, mails }: ApplicationView, call: Call): Html {
  const values = { ...applicant, legal_form: applicant.legalForm, postal_address: applicant.address }
  const fields = mails.flatMap(({ documents }) => documents.flatMap((document) => document.fields))
  const own = call.kinds.map(({ id, label }) => {
    const told = fields.filter(({ kind, confidence }) => kind === id && confidence >= WEIGHTS.usable)
    return [label, [...new Set(told.map(({ value }) => value))].join(', ') || null] as const
  })
  const facts = [...factsOf(call).map(([id, label]) => [label, values[id]] as const), ...own]
  return html`<dl class="facts">${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value ?? html`<span class="muted">non trouvé</span>`}</dd>`)}</dl>`
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
          html`<div class="notice"><p>Ce dossier contient les pièces de plusieurs structures. Seules celles de la première sont montrées comme celles du candidat : à séparer ou à confirmer.</p><ul>${finding.structures.map(({ name, identifier, documents }) => html`<li>${name ?? 'Structure sans nom'}${identifier === null ? NOTHING : html` (${identifier})`} : ${documents.join(', ')}</li>`)}</ul></div>`,
        ]
      : [],
  )}`
}
