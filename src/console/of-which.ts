import { applicationInWords } from '../register/naming.ts'
import type { MailView } from '../register/views.ts'
import type { Desk } from './desk.ts'
import { form, REASON } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { folded } from './layout.ts'
import type { Signed } from './route.ts'

/** Of which application a question or an answer is: what the program found, and what a person says. */
export async function ofWhich(signed: Signed, { register }: Desk, mail: MailView): Promise<Html> {
  const { fingerprint, number, mayBelongTo } = mail
  const names = await register.namesOf(mayBelongTo)
  const known = number !== null && (await register.application(number)) !== null
  const named = (one: string) => html`<input type="hidden" name="numero" value="${one}">`
  const act = (path: string, one: string, button: string) =>
    form(signed, `/courriels/${fingerprint}/${path}`, [named(one), REASON], button, { id: `${path}-${one}` })
  const decide = (one: string) =>
    folded(
      signed,
      'Regarder, puis décider',
      html`${act('rattacher', one, 'Rattacher à ce dossier')}${act(
        'detacher',
        one,
        'Ce n’est pas ce dossier',
      )}`,
    )
  const found = mayBelongTo.map(
    (one) => html`<li><a href="/candidatures/${one}">${applicationInWords(one, names.get(one))}</a>
${decide(one)}</li>`,
  )
  const another = form(
    signed,
    `/courriels/${fingerprint}/rattacher`,
    [{ name: 'numero', label: 'N° de la candidature' }, REASON],
    'Rattacher à ce dossier',
    { id: 'rattacher' },
  )
  return html`${
    found.length === 0
      ? NOTHING
      : html`<div class="notice"><p>Peut-être d’un dossier déjà déposé : le courriel répond à l’une de nos \
lettres, cite un numéro ou vient d’une adresse connue. Rien n’y a été ajouté.</p><ul>${found}</ul></div>`
  }
${
  known && number !== null
    ? folded(signed, 'Ce courriel n’est pas de cette candidature', act('detacher', number, 'L’en détacher'))
    : folded(
        signed,
        mayBelongTo.length === 0
          ? 'Rattacher ce courriel à une candidature'
          : 'Rattacher ce courriel à une autre candidature',
        another,
      )
}`
}

/** A question that may be about a dossier names it. */
export function whoPerhaps(
  { fingerprint }: Pick<MailView, 'fingerprint'>,
  who: string,
  concerns: ReadonlyMap<string, readonly string[]>,
): string {
  const numbers = concerns.get(fingerprint) ?? []
  return numbers.length === 0 ? who : `${who} – peut-être du dossier ${numbers.join(', ')}`
}
