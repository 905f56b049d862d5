import { typographic } from '../acknowledgement/french.ts'
import type { Call } from '../call/call.ts'
import type { ApplicationView } from '../register/views.ts'
import { remarkInWords } from '../verdict/words.ts'
import { type Html, html, NOTHING } from './html.ts'

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
