import { asFailure } from '../base/failure.ts'
import { acceptInvitation, invited, SHORTEST_PASSWORD } from '../steps/sign-in.ts'
import type { Desk } from './desk.ts'
import { inFrench } from './failures.ts'
import { CODE, field } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { page } from './layout.ts'
import type { Answer, Asked, Route } from './route.ts'

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
      html`<h1>Invitation</h1><p class="notice">Cette invitation n’est plus valable : elle a servi, ou elle \
a plus de trois jours. Demandez-en une autre.</p>`,
      404,
    )
  const address = desk.proofs.codeAddress(secret, account.email)
  const content = html`<h1>Bienvenue</h1>
${wrong === null ? NOTHING : html`<p class="notice wrong" role="alert">${wrong}</p>`}
<p>Ce compte est celui de <strong>${account.email}</strong>.</p>
<form class="narrow" method="post" action="/invitation/${token}">
<input type="hidden" name="secret" value="${secret}">
<h2>1. Votre mot de passe</h2>
${field(
  {
    name: 'motdepasse',
    label: 'Mot de passe',
    type: 'password',
    autocomplete: 'new-password',
    hint: `Au moins ${SHORTEST_PASSWORD} caractères ; une phrase se retient bien.`,
  },
  'i',
)}
${field(
  { name: 'encore', label: 'Mot de passe, encore une fois', type: 'password', autocomplete: 'new-password' },
  'i',
)}
<h2>2. Votre application d’authentification</h2>
${secretShown(secret, address, desk.square(address))}
${field(CODE, 'i')}
<p><button>Créer mon compte</button></p>
</form>`
  return page(asked, 'Invitation', null, content, wrong === null ? 200 : 400)
}

/** To be photographed, or typed: drawn by ourselves, nobody else learns the secret. */
function secretShown(secret: string, address: string, square: readonly (readonly boolean[])[]): Html {
  const groups = secret.replace(/(.{4})(?=.)/g, '$1 ')
  return html`<p>Dans l’application (FreeOTP, Aegis, Microsoft Authenticator…), ajoutez un compte et \
photographiez ce carré :</p>
${drawnSquare(square)}
<p>Ou saisissez cette clé :</p>
<p><code class="key">${groups}</code></p>
<p><a href="${address}">L’ajouter sur cet appareil</a></p>`
}

/** Four modules of light around it, as ISO 18004 asks. */
const QUIET = 4

function drawnSquare(rows: readonly (readonly boolean[])[]): Html {
  const size = rows.length + 2 * QUIET
  const dark = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
  )
  return html`<svg class="square" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" \
aria-label="Carré à photographier avec l’application ; la clé qui suit dit la même chose.">\
<path d="${dark.join('')}"/></svg>`
}

export const INVITATION_ROUTES: readonly Route[] = [invitation, accept]
