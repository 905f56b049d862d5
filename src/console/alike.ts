import { typographic } from '../acknowledgement/french.ts'
import type { RegistrationNumber } from '../base/ids.ts'
import { applicationInWords } from '../register/naming.ts'
import type { ApplicationView } from '../register/views.ts'
import type { Desk } from './desk.ts'
import { form, REASON } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { folded } from './layout.ts'
import { may, type Signed } from './route.ts'

/**
 * Applications that have an identifier, a name, an address or a file in common with this one. Nothing of one
 * was added to the other: a person compares them and says which it is, from either side.
 */
export async function alike(signed: Signed, desk: Desk, application: ApplicationView): Promise<Html> {
  const others = [...new Set(application.mails.flatMap(({ mayBelongTo }) => mayBelongTo))]
  if (others.length === 0) return NOTHING
  const names = await desk.register.namesOf(others)
  const decides = may(signed.session.role, 'staff')
  return html`<div class="notice"><p>${typographic(
    'Peut-être la même candidature : un numéro, un nom, une adresse ou un fichier est commun. Rien n’a ' +
      'été ajouté de l’une à l’autre ; ni l’un ni l’autre des expéditeurs n’en est informé.',
  )}</p>
<ul>${others.map(
    (other) =>
      html`<li><a href="/candidatures/${other}">${applicationInWords(other, names.get(other))}</a>${
        decides ? decisions(signed, application.number, other) : NOTHING
      }</li>`,
  )}</ul></div>`
}

function decisions(signed: Signed, number: RegistrationNumber, other: RegistrationNumber): Html {
  const named = html`<input type="hidden" name="numero" value="${other}">`
  const decide = (path: string, button: string) =>
    form(signed, `/candidatures/${number}/${path}`, [named, REASON], button, { id: `${path}-${other}` })
  return folded(
    signed,
    'Comparer, puis décider',
    html`${decide('reunir', 'C’est la même : réunir')}${decide('distinguer', 'Ce sont deux candidatures')}`,
  )
}
