import { asFailure } from '../base/failure.ts'
import {
  acceptInvitation,
  invited,
  SHORTEST_PASSWORD,
  signIn,
  signInVouched,
  signOut,
} from '../steps/sign-in.ts'
import type { Desk } from './desk.ts'
import { inFrench } from './failures.ts'
import { type Field, field } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { page } from './layout.ts'
import { type Answer, type Asked, type Cookies, type Route, SESSION_COOKIE, seeOther } from './route.ts'

const CODE: Field = {
  name: 'code',
  label: 'Code à six chiffres',
  hint: 'Affiché par votre application d’authentification.',
  autocomplete: 'one-time-code',
}
const MEMORY_COOKIE = 'recepisse-oidc'

const door: Route = {
  method: 'GET',
  path: '/connexion',
  may: 'anyone',
  answer: async (asked, desk) =>
    asked.session === null ? doorPage(asked, desk, asked.query['suite'] ?? '/', null) : seeOther('/'),
}

const enter: Route = {
  method: 'POST',
  path: '/connexion',
  may: 'anyone',
  guarded: true,
  async answer(asked, desk) {
    const { adresse = '', motdepasse = '', code = '', suite = '/' } = asked.form
    const token = await signIn(desk, adresse, motdepasse, code)
    if (token === null)
      return doorPage(
        asked,
        desk,
        suite,
        'Adresse, mot de passe ou code inexact. Après cinq essais, le compte est fermé pendant un quart d’heure.',
      )
    return seeOther(inside(suite), sessionCookie(token))
  },
}

function sessionCookie(token: string): Cookies {
  return { [SESSION_COOKIE]: { value: token } }
}

/** A page of this site, never another one. */
function inside(path: string): string {
  return /^\/(?![/\\])[^\\]*$/.test(path) ? path : '/'
}

function doorPage(asked: Asked, desk: Desk, next: string, wrong: string | null): Answer {
  const fields: readonly Field[] = [
    {
      name: 'adresse',
      label: 'Adresse électronique',
      type: 'email',
      autocomplete: 'username',
      value: asked.form['adresse'] ?? '',
    },
    { name: 'motdepasse', label: 'Mot de passe', type: 'password', autocomplete: 'current-password' },
    CODE,
  ]
  const content = html`<h1>Connexion</h1>
${wrong === null ? NOTHING : html`<p class="notice wrong" role="alert">${wrong}</p>`}
<form class="narrow" method="post" action="/connexion">
<input type="hidden" name="suite" value="${next}">
${fields.map((one) => field(one, 'c'))}
<p><button>Se connecter</button></p>
</form>
${desk.voucher === null ? NOTHING : html`<p><a class="button" href="/oidc">Se connecter avec le compte de la collectivité</a></p>`}`
  return page(asked, 'Connexion', null, content, wrong === null ? 200 : 401)
}

const leave: Route = {
  method: 'POST',
  path: '/deconnexion',
  may: 'reader',
  async answer(asked, desk) {
    await signOut(desk, asked.cookies[SESSION_COOKIE] ?? '')
    return seeOther('/connexion', { [SESSION_COOKIE]: null })
  },
}

const invitation: Route = {
  method: 'GET',
  path: '/invitation/:token',
  may: 'anyone',
  guarded: true,
  answer: (asked, desk) => invitationPage(asked, desk, desk.proofs.newCodeSecret(), null),
}

const accept: Route = {
  method: 'POST',
  path: '/invitation/:token',
  may: 'anyone',
  guarded: true,
  async answer(asked, desk) {
    const { motdepasse: password = '', encore = '', secret = '', code = '' } = asked.form
    if (password !== encore) return invitationPage(asked, desk, secret, 'Les deux mots de passe diffèrent.')
    try {
      await acceptInvitation(desk, asked.params['token'] ?? '', { password, secret, code })
    } catch (error) {
      const failure = asFailure(error)
      if (failure.code !== 'usage') throw failure
      return invitationPage(asked, desk, secret, inFrench(failure))
    }
    return page(asked, 'Compte prêt', null, READY)
  },
}

const READY = html`<h1>Votre compte est prêt</h1><p><a class="button" href="/connexion">Se connecter</a></p>`

async function invitationPage(
  asked: Asked,
  desk: Desk,
  secret: string,
  wrong: string | null,
): Promise<Answer> {
  const token = asked.params['token'] ?? ''
  const account = await invited(desk, token)
  if (account === null)
    return page(
      asked,
      'Invitation',
      null,
      html`<h1>Invitation</h1><p class="notice">Cette invitation n’est plus valable : elle a servi, ou elle a plus de trois jours. Demandez-en une autre.</p>`,
      404,
    )
  const content = html`<h1>Bienvenue</h1>
${wrong === null ? NOTHING : html`<p class="notice wrong" role="alert">${wrong}</p>`}
<p>Ce compte est celui de <strong>${account.email}</strong>.</p>
<form class="narrow" method="post" action="/invitation/${token}">
<input type="hidden" name="secret" value="${secret}">
<h2>1. Votre mot de passe</h2>
${field({ name: 'motdepasse', label: 'Mot de passe', type: 'password', autocomplete: 'new-password', hint: `Au moins ${SHORTEST_PASSWORD} caractères ; une phrase se retient bien.` }, 'i')}
${field({ name: 'encore', label: 'Mot de passe, encore une fois', type: 'password', autocomplete: 'new-password' }, 'i')}
<h2>2. Votre application d’authentification</h2>
${secretShown(secret, desk.proofs.codeAddress(secret, account.email))}
${field(CODE, 'i')}
<p><button>Créer mon compte</button></p>
</form>`
  return page(asked, 'Invitation', null, content, wrong === null ? 200 : 400)
}

function secretShown(secret: string, address: string): Html {
  const groups = secret.replace(/(.{4})(?=.)/g, '$1 ')
  return html`<p>Dans l’application (FreeOTP, Aegis, Microsoft Authenticator…), ajoutez un compte avec cette clé :</p>
<p><code class="key">${groups}</code></p>
<p><a href="${address}">L’ajouter sur cet appareil</a></p>`
}

const oidc: Route = {
  method: 'GET',
  path: '/oidc',
  may: 'anyone',
  guarded: true,
  async answer(asked, desk) {
    if (desk.voucher === null) return doorPage(asked, desk, '/', null)
    const { to, memory } = await desk.voucher.begin()
    return seeOther(to, { [MEMORY_COOKIE]: { value: memory, lax: true } })
  },
}

const oidcBack: Route = {
  method: 'GET',
  path: '/oidc/retour',
  may: 'anyone',
  guarded: true,
  async answer(asked, desk) {
    const email = (await desk.voucher?.finish(asked.url, asked.cookies[MEMORY_COOKIE] ?? '')) ?? null
    const token = email === null ? null : await signInVouched(desk, email)
    if (token === null)
      return doorPage(
        asked,
        desk,
        '/',
        'Ce compte de la collectivité n’a pas accès à Récépissé : demandez une invitation.',
      )
    // A page, not a redirection: a browser that comes from another site only sends our cookie from here on.
    const content = html`<h1>Vous êtes connecté</h1><p><a class="button" href="/" data-follow>Continuer</a></p>`
    return {
      ...page(asked, 'Connexion', null, content),
      cookies: { ...sessionCookie(token), [MEMORY_COOKIE]: null },
    }
  },
}

export const SIGN_IN_ROUTES: readonly Route[] = [door, enter, leave, invitation, accept, oidc, oidcBack]
