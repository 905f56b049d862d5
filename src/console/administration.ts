import { shortMoment } from '../digest/words.ts'
import { Role } from '../register/accounts.ts'
import { invite } from '../steps/sign-in.ts'
import { addressIn, form, signedIn, token, usage } from './forms.ts'
import { detailLine, eventLabel, ROLES } from './history-words.ts'
import { html, NOTHING } from './html.ts'
import { done, page, table } from './layout.ts'
import { type Route, seeOther } from './route.ts'

const TRAIL_LENGTH = 300

const trail: Route = {
  method: 'GET',
  path: '/journal',
  may: 'administrator',
  async answer(asked, desk) {
    const entries = await desk.register.trail(TRAIL_LENGTH)
    const content = html`<h1>Journal</h1>
<p>Les ${TRAIL_LENGTH} dernières connexions, consultations et décisions. Le journal est scellé dans le \
registre : personne ne peut en retirer une ligne.</p>
${table(
  'Les plus récentes d’abord',
  ['Quand', 'Quoi', 'Sur', 'Précisions'],
  entries.map(({ at, type, subject, detail }) => [
    shortMoment(at, desk.calls[0]),
    eventLabel(type),
    subject.length === 64 ? subject.slice(0, 12) : subject,
    detailLine(detail),
  ]),
)}`
    return page(asked, 'Journal', '/journal', content)
  },
}

const accounts: Route = {
  method: 'GET',
  path: '/comptes',
  may: 'administrator',
  async answer(asked, desk) {
    const all = await desk.register.accounts()
    const signed = signedIn(asked)
    const content = html`<h1>Comptes</h1>
${done(asked)}
${table(
  'Comptes',
  ['Adresse', 'Rôle', 'État', 'Action'],
  all.map(({ email, role, disabled, password, invitation }) => [
    email,
    ROLES[role],
    disabled ? 'fermé' : invitation !== null ? 'invité' : password === null ? 'par la collectivité' : 'actif',
    disabled || email === signed.session.email
      ? NOTHING
      : html`<form method="post" action="/comptes/fermer">${token(signed.session)}\
<input type="hidden" name="adresse" value="${email}"><button class="second">Fermer le compte de \
${email}</button></form>`,
  ]),
)}
<h2>Inviter</h2>
<div class="narrow">${form(
      signed,
      '/comptes',
      [
        { name: 'adresse', label: 'Adresse électronique', type: 'email' },
        { name: 'role', label: 'Rôle', options: Role.options.map((one) => [one, ROLES[one]] as const) },
      ],
      'Créer l’invitation',
      { id: 'inviter' },
    )}</div>`
    return page(asked, 'Comptes', '/comptes', content)
  },
}

const inviting: Route = {
  method: 'POST',
  path: '/comptes',
  may: 'administrator',
  async answer(asked, desk) {
    const email = addressIn(asked, 'adresse')
    const role = Role.safeParse(asked.form['role'])
    if (email === null || !role.success) throw usage('Indiquez une adresse et un rôle.')
    const path = `${desk.ownUrl}/invitation/${await invite(desk, email, role.data)}`
    const content = html`<h1>Invitation créée</h1>
<p>Remettez ce lien à ${email}, et à personne d’autre. Il sert une fois, pendant trois jours.</p>
<p><code>${path}</code></p><p><a href="/comptes">Retour aux comptes</a></p>`
    return page(asked, 'Invitation créée', '/comptes', content)
  },
}

const closing: Route = {
  method: 'POST',
  path: '/comptes/fermer',
  may: 'administrator',
  async answer(asked, desk) {
    const { session } = signedIn(asked)
    const email = asked.form['adresse'] ?? ''
    if (email === session.email) throw usage('On ne ferme pas son propre compte.')
    await desk.register.disableAccount(email, session.email, desk.clock.now())
    return seeOther('/comptes?fait=compte')
  },
}

export const ADMINISTRATION_ROUTES: readonly Route[] = [trail, accounts, inviting, closing]
