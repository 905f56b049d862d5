import { paperOf } from '../dossier/paper.ts'
import { mailNamed } from './actions.ts'
import { html, NOTHING } from './html.ts'
import { page } from './layout.ts'
import type { Route } from './route.ts'
import { callOf } from './words.ts'

const REFRESH_SECONDS = 2

/** What a clerk needs with the envelope still in their hand: the number to write on it. */
export const paperEntered: Route = {
  method: 'GET',
  path: '/papier/:fingerprint',
  may: 'staff',
  async answer(asked, desk) {
    const mail = await mailNamed(asked, desk)
    const title = 'Dépôt papier enregistré'
    const { number, receipt, fingerprint } = mail
    if (number === null && (mail.progress === 'quarantined' || mail.progress === 'settled')) {
      const none = html`<h1>${title}</h1><p class="notice" role="status">Ce dépôt n’a pas reçu de numéro : \
il n’a pas été reconnu comme une candidature, ou n’a pas pu être lu.</p>
<p><a class="button" href="/courriels/${fingerprint}">Voir ce qu’il en est</a></p>`
      return page(asked, title, '/papier', none)
    }
    if (number === null || receipt === null) {
      const wait = html`<h1>${title}</h1><p class="notice" role="status">Le numéro arrive : cette page se \
met à jour d’elle-même.</p>`
      return page(asked, title, '/papier', wait, 200, REFRESH_SECONDS)
    }
    const paper = paperOf(receipt, callOf(desk.calls, mail.callId).deadline.zone)
    const content = html`<h1>${title}</h1>
<p>N° à écrire sur ${paper?.way === 'post' ? 'l’enveloppe et le dossier' : 'le dossier'} :</p>
<p><code class="key">${number}</code></p>
<p class="buttons"><a class="button" href="/candidatures/${number}">Ouvrir le dossier</a>
<a class="button" href="/courriels/${fingerprint}/accuse">Écrire l’accusé de réception</a></p>
${
  paper === null
    ? NOTHING
    : html`<p class="hint">L’accusé part par courriel si le dépôt donne une adresse ; sinon, il \
s’imprime.</p>`
}
<p><a href="/papier">Saisir un autre dépôt</a></p>`
    return page(asked, title, '/papier', content)
  },
}
