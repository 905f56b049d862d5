import { signIn, signInVouched, signOut } from '../steps/sign-in.ts'
import type { Desk } from './desk.ts'
import { CODE, type Field, field } from './forms.ts'
import { html, NOTHING } from './html.ts'
import { page } from './layout.ts'
import { type Answer, type Asked, type Cookies, type Route, SESSION_COOKIE, seeOther } from './route.ts'

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
    const { adresse: email = '', motdepasse: password = '', code = '', suite = '/' } = asked.form
    const token = await signIn(desk, asked.network, { email, password, code })
    if (token === null)
      return doorPage(
        asked,
        desk,
        suite,
        'Adresse, mot de passe ou code inexact. Après cinq essais, votre réseau ne peut plus se ' +
          'connecter à ce compte pendant un quart d’heure.',
      )
    return seeOther(inside(suite), sessionCookie(token))
  },
}

function sessionCookie(token: string): Cookies {
  return { [SESSION_COOKIE]: { value: token } }
}

/** Any origin does: what matters is that a path does not lead away from it. */
const HERE = 'https://ici.invalid'

/**
 * A page of this site, never another one. Browsers leave tabs and line ends out and take a backslash for a
 * slash: what holds one is no path of ours, and what remains is read as they read it.
 */
function inside(path: string): string {
  if (!path.startsWith('/') || /[\\\p{Cc}]/u.test(path)) return '/'
  const at = URL.parse(path, HERE)
  if (at === null || at.origin !== HERE || at.pathname.startsWith('//')) return '/'
  return `${at.pathname}${at.search}`
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
${
  desk.voucher === null
    ? NOTHING
    : html`<p><a class="button" href="/oidc">Se connecter avec le compte de la collectivité</a></p>`
}`
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
    const token = email === null ? null : await signInVouched(desk, asked.network, email)
    if (token === null)
      return doorPage(
        asked,
        desk,
        '/',
        'Ce compte de la collectivité n’a pas accès à Récépissé : demandez une invitation.',
      )
    // A page, not a redirection: a browser that comes from another site only sends our cookie from here on.
    const content = html`<h1>Vous êtes connecté</h1><p>\
<a class="button" href="/" data-follow>Continuer</a></p>`
    return {
      ...page(asked, 'Connexion', null, content),
      cookies: { ...sessionCookie(token), [MEMORY_COOKIE]: null },
    }
  },
}

export const SIGN_IN_ROUTES: readonly Route[] = [door, enter, leave, oidc, oidcBack]
