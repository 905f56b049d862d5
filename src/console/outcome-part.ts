import { dateInWords, momentInWords, typographic } from '../acknowledgement/french.ts'
import type { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { shortMoment } from '../digest/words.ts'
import { OutcomeKind, outcomeInWords, tooEarlyUntil } from '../dossier/outcome.ts'
import type { KeptOutcome } from '../register/outcomes.ts'
import type { ApplicationView } from '../register/views.ts'
import { form, REASON } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { may, type Signed } from './route.ts'

/** « retenue – délibération no 12 du 3 mai 2026 » */
export function outcomeLine({ outcome }: KeptOutcome): string {
  if (outcome === null) return 'suite annulée'
  const act = outcome.act === null ? '' : ` – ${outcome.act.reference}, ${dateInWords(outcome.act.on)}`
  return typographic(`${outcomeInWords(outcome.kind)}${act}`)
}

/** What stands, and every word before it. */
export function outcomePart(
  signed: Signed,
  application: ApplicationView,
  all: readonly KeptOutcome[],
  call: Call,
): Html {
  const { outcome } = application
  if (all.length === 0) return NOTHING
  const told = (one: KeptOutcome) =>
    html`<li>${outcomeLine(one)} <span class="muted">– ${one.by}, ${shortMoment(one.at, call)} : \
${one.reason}</span></li>`
  return html`<h2>Suite donnée</h2>
<p>${outcome === null ? 'Aucune suite n’est enregistrée à ce jour.' : outcomeLine(outcome)}</p>
${letterLink(signed, application, call)}
<details><summary>Toutes les décisions enregistrées (${all.length})</summary><div>\
<ul>${all.map(told)}</ul></div></details>`
}

/** Where a template of the call’s file notifies what stands. */
function letterLink(signed: Signed, { number, outcome }: ApplicationView, { decisions }: Call): Html {
  const kind = outcome?.outcome?.kind
  const template =
    kind === 'selected'
      ? decisions?.favourable
      : kind === 'not_selected'
        ? decisions?.unfavourable
        : undefined
  if (template === undefined || !may(signed.session.role, 'staff')) return NOTHING
  return html`<p><a href="/candidatures/${number}/decision">Écrire la lettre de décision</a></p>`
}

const LATEST_FIRST = 'Une autre suite remplace celle-ci ; les deux restent dans l’historique.'

/**
 * Before the deadline only the applicant’s own withdrawal can be recorded: the form says when the rest can.
 */
export function outcomeForm(signed: Signed, application: ApplicationView, call: Call, now: Instant): Html {
  const { number, outcome, receivedAt, sectors } = application
  const until = tooEarlyUntil(now, { call, receivedAt, sectors })
  const kinds = OutcomeKind.options.filter((kind) => until === null || kind === 'withdrawn')
  const early =
    until === null
      ? NOTHING
      : html`<p class="hint">${typographic(
          `Avant le ${momentInWords(until, call.deadline)}, seul un retrait par le candidat peut être ` +
            'enregistré.',
        )}</p>`
  return html`${early}${
    outcome === null
      ? NOTHING
      : html`<p>Enregistrée : ${outcomeLine(outcome)}. <span class="hint">${LATEST_FIRST}</span></p>`
  }
${form(
  signed,
  `/candidatures/${number}/suite`,
  [
    {
      name: 'suite',
      label: 'Suite donnée',
      options: kinds.map((kind) => [kind, outcomeInWords(kind)] as const),
    },
    {
      name: 'acte',
      label: 'Acte qui décide',
      hint:
        'Sa référence, par exemple : délibération n° 2026-12 du conseil communautaire. Indispensable ' +
        'pour « retenue » et « non retenue ».',
      required: false,
    },
    { name: 'date', label: 'Date de l’acte', type: 'date', required: false },
    REASON,
  ],
  'Enregistrer la suite',
  { id: 'suite' },
)}
${
  outcome === null
    ? NOTHING
    : form(signed, `/candidatures/${number}/suite/annuler`, [REASON], 'Annuler la suite enregistrée', {
        id: 'suite-annuler',
      })
}`
}
