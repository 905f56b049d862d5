import { typographic } from '../acknowledgement/french.ts'
import type { Call } from '../call/call.ts'
import type { FieldKind } from '../call/field-kind.ts'
import { isSiret } from '../documents/identifiers/identifiers.ts'
import { asWritten } from '../exports/as-written.ts'
import { factsOf } from '../exports/fact-labels.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import type { ApplicationView } from '../register/views.ts'
import { signature, typedInto } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { may, type Signed } from './route.ts'
import { addressOf, placeOf } from './shown-piece.ts'

interface Fact {
  readonly kind: FieldKind
  readonly label: string
  readonly value: string | null
  /** The value as one place says it, where several are shown together. */
  readonly read: string | null
}

/**
 * The facts of an application: each leads to the page that says it, and is corrected where it stands. Why is
 * asked in place, with what a person does most proposed.
 */
export function factForms(signed: Signed, application: ApplicationView, call: Call): Html {
  const [opener] = application.mails
  const mayCorrect = opener !== undefined && may(signed.session.role, 'staff')
  const rows = factsIn(application, call).map((fact) => {
    const place = placeOf(application.mails, fact.kind, fact.read)
    const link =
      place === null
        ? html`<span class="hint">${fact.value === null ? '' : 'saisi par un agent'}</span>`
        : html`<a href="${addressOf(application.number, place)}" \
aria-label="${typographic(`p. ${place.page} : voir où se lit « ${fact.label} »`)}">p. ${place.page}</a>`
    const doubt = isDoubtful(fact)
      ? html` <span class="fault">Ce numéro ne semble pas exact.</span>`
      : NOTHING
    return mayCorrect
      ? html`<div class="fact">${correctionForm(signed, opener.fingerprint, fact)}${link}${doubt}</div>`
      : html`<div class="fact"><p><strong>${fact.label}</strong> ${written(fact)}</p>${link}${doubt}</div>`
  })
  return html`<section aria-labelledby="candidat"><h2 id="candidat">Le candidat</h2>${rows}</section>`
}

/** Shown whoever gave it, and refused to nobody: numbers of other registers are no SIRET. */
function isDoubtful({ kind, value }: Fact): boolean {
  return kind === 'siret' && value !== null && !isSiret(value)
}

function written({ kind, value }: Fact): string {
  return value === null ? '' : asWritten(kind, value)
}

/** Who applies, and what only this call asks for. */
function factsIn({ applicant, mails }: ApplicationView, call: Call): readonly Fact[] {
  const values = { ...applicant, legal_form: applicant.legalForm, postal_address: applicant.address }
  const fields = mails.flatMap(({ documents }) => documents.flatMap((document) => document.fields))
  const own = call.kinds.map(({ id, label }): Fact => {
    const told = fields.filter(({ kind, confidence }) => kind === id && confidence >= WEIGHTS.usable)
    const values = [...new Set(told.map(({ value }) => value))]
    return { kind: id, label, value: values.join(', ') || null, read: values[0] ?? null }
  })
  return [
    ...factsOf(call).map(([kind, label]): Fact => ({ kind, label, value: values[kind], read: values[kind] })),
    ...own,
  ]
}

const PROPOSED_REASON = 'lu autrement sur la pièce'

function correctionForm(signed: Signed, opener: string, fact: Fact): Html {
  const id = `fait-${fact.kind}`
  const own = `corriger-${fact.kind}`
  const value = typedInto(signed, own, 'valeur') ?? written(fact)
  const reason = typedInto(signed, own, 'motif') ?? PROPOSED_REASON
  return html`<form class="correct" id="${own}" method="post" action="/courriels/${opener}/corriger" \
tabindex="-1">
${signature(signed, own)}<input type="hidden" name="fait" value="${fact.kind}">
<label for="${id}">${fact.label}</label><input id="${id}" name="valeur" value="${value}" \
autocomplete="off"${fact.value === null ? html` placeholder="non trouvé"` : NOTHING}>
<span class="why"><label for="${id}-motif">Motif</label>\
<input id="${id}-motif" name="motif" value="${reason}" required maxlength="500" autocomplete="off">\
<button>Enregistrer</button></span>
</form>`
}
