import { shortMoment } from '../digest/words.ts'
import { unknown } from './document-page.ts'
import { KINDS } from './application-parts.ts'
import { signedIn } from './forms.ts'
import { html } from './html.ts'
import { page } from './layout.ts'
import type { Route } from './route.ts'

const letterPage: Route = {
  method: 'GET',
  path: '/lettres/:id',
  may: 'reader',
  async answer(asked, desk) {
    const letter = await desk.register.letter(asked.params['id'] ?? '')
    if (letter === null || letter.number === null) return unknown(asked)
    const { session } = signedIn(asked)
    await desk.register.noteRead(letter.number, session.email, 'lettre', desk.clock.now())
    const content = html`<h1>${KINDS[letter.kind]}</h1>
<p><a href="/candidatures/${letter.number}">Candidature ${letter.number}</a></p>
<dl class="facts"><dt>À</dt><dd>${letter.letter.to.join(', ')}</dd><dt>Objet</dt><dd>${letter.letter.subject}</dd>
<dt>Écrite le</dt><dd>${shortMoment(letter.createdAt, desk.calls[0])}</dd><dt>Réponse du serveur</dt><dd>${letter.reply ?? 'aucune encore'}</dd></dl>
<pre>${letter.letter.text}</pre>`
    return page(asked, KINDS[letter.kind], '/registre', content)
  },
}

export const LETTER_ROUTES: readonly Route[] = [letterPage]
