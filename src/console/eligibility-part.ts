import type { Call } from '../call/call.ts'
import { shortMoment } from '../digest/words.ts'
import { Eligibility, eligibilityInWords } from '../dossier/eligibility.ts'
import type { KeptEligibility } from '../register/eligibility.ts'
import type { ApplicationView } from '../register/views.ts'
import { recordEligibility } from '../steps/record-eligibility.ts'
import { author, type Field, form, REASON, usage } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { onApplication } from './on-application.ts'
import { may, type Route, type Signed } from './route.ts'
import { eligibilityTag } from './words.ts'

/** What a person decided of an application’s eligibility, every word before it, and the form to decide. */
export function eligibilityPart(
  signed: Signed,
  { number, eligibility }: ApplicationView,
  all: readonly KeptEligibility[],
  call: Call,
): Html {
  return html`<h2 id="recevabilite">Recevabilité</h2>
${
  eligibility?.eligibility == null
    ? html`<p>Personne n’a encore décidé.</p>`
    : html`<p>${eligibilityTag(eligibility.eligibility)} ${told(eligibility, call)}</p>`
}
${may(signed.session.role, 'staff') ? forms(signed, number, eligibility) : NOTHING}
${
  all.length === 0
    ? NOTHING
    : html`<details><summary>Toutes les décisions sur la recevabilité (${all.length})</summary><div>\
<ul>${all.map(
        (one) =>
          html`<li>${one.eligibility === null ? 'décision annulée' : eligibilityInWords(one.eligibility)} \
${told(one, call)}</li>`,
      )}</ul></div></details>`
}`
}

function told({ by, at, reason }: KeptEligibility, call: Call): Html {
  return html`<span class="muted">– ${by}, ${shortMoment(at, call)} : ${reason}</span>`
}

function forms(signed: Signed, number: string, standing: KeptEligibility | null): Html {
  const decide = form(
    signed,
    `/candidatures/${number}/recevabilite`,
    [CHOICE, REASON],
    'Enregistrer la décision',
    { id: 'recevabilite' },
  )
  const takeBack =
    standing === null
      ? NOTHING
      : form(
          signed,
          `/candidatures/${number}/recevabilite/annuler`,
          [REASON],
          'Annuler la décision enregistrée',
          {
            id: 'recevabilite-annuler',
          },
        )
  const heading = standing === null ? 'Décider de la recevabilité' : 'Revoir la décision sur la recevabilité'
  return html`<details><summary>${heading}</summary><div>
<p class="hint">Votre décision reste dans le service : aucun programme ne la dit au candidat. La dernière \
compte ; les autres restent dans l’historique.</p>
${decide}${takeBack}</div></details>`
}

/** None is chosen beforehand: nobody decides by leaving a form as it is. */
const CHOICE: Field = {
  name: 'recevabilite',
  label: 'Décision',
  options: Eligibility.options.map((one) => [one, eligibilityInWords(one)] as const),
  inSight: true,
}

const decide = onApplication('recevabilite', 'recevabilite', async (asked, desk, number) => {
  const found = Eligibility.safeParse(asked.form['recevabilite'])
  if (!found.success) throw usage('Choisissez la décision sur la recevabilité.')
  await recordEligibility(desk, desk.calls, number, found.data, author(asked))
})

const takeBack = onApplication('recevabilite/annuler', 'recevabilite-annulee', (asked, desk, number) =>
  recordEligibility(desk, desk.calls, number, null, author(asked)),
)

export const ELIGIBILITY_ROUTES: readonly Route[] = [decide, takeBack]
