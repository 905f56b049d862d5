import { counted, typographic } from '../acknowledgement/french.ts'
import { Failure } from '../base/failure.ts'
import type { Call } from '../call/call.ts'
import { deadlineText } from '../call/deadline.ts'
import { deadlinesInShort, shortMoment } from '../digest/words.ts'
import type { AdoptedDeadline } from '../register/adoptions.ts'
import { adoptDeadline, type TimelinessChange, timelinessChanges } from '../steps/adopt.ts'
import type { Desk } from './desk.ts'
import { author, form, REASON, signedIn } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { done, page, table } from './layout.ts'
import { type Asked, may, type Route, seeOther } from './route.ts'
import { timelinessTag } from './words.ts'

const deadlinePage: Route = {
  method: 'GET',
  path: '/date-limite',
  may: 'reader',
  async answer(asked, desk) {
    const parts: Html[] = []
    for (const call of desk.callsNow()) parts.push(await callPart(asked, desk, call))
    const content = html`<h1>Date limite</h1>
${done(asked)}
${parts}
<h2>Changer la date limite</h2>
<p>La date limite est écrite dans le fichier de l’appel, avec le texte publié. Pour la changer, faites \
publier un rectificatif, faites modifier ce fichier par l’exploitant, puis revenez ici : la différence \
s’affiche, candidature par candidature, et rien ne change avant que vous l’ayez adoptée.</p>`
    return page(asked, 'Date limite', '/date-limite', content)
  },
}

async function callPart(asked: Asked, desk: Desk, call: Call): Promise<Html> {
  const adopted = await desk.register.adoptedDeadline(call.id)
  const inForce = desk.calls.find(({ id }) => id === call.id) ?? call
  const same = adopted?.body === deadlineText(call)
  const changes = same ? [] : await timelinessChanges(desk.register, call)
  return html`<h2>${call.shortTitle}</h2>
<dl class="facts"><dt>En vigueur</dt><dd>${deadlinesInShort(inForce)} (${inForce.deadline.zoneLabel})</dd>
<dt>Adoptée par</dt><dd>${adopted === null ? 'pas encore adoptée' : authorOf(adopted)}</dd>
<dt>Dans le fichier de l’appel</dt><dd>${deadlinesInShort(call)}${same ? ' : la même' : NOTHING}</dd></dl>
${same ? NOTHING : difference(asked, call, changes)}`
}

/** The first version is nobody's decision: the service took the file as it stood. */
function authorOf({ version, by, reason }: AdoptedDeadline): string {
  return version === 1
    ? 'le service, à son premier démarrage (version 1)'
    : typographic(`${by} : ${reason} (version ${version})`)
}

function difference(asked: Asked, call: Call, changes: readonly TimelinessChange[]): Html {
  const signed = signedIn(asked)
  return html`<p class="notice">Le fichier de l’appel a changé : \
${counted(changes.length, 'courriel change', 'courriels changent')} de délai.</p>
${changes.length === 0 ? NOTHING : changeTable(call, changes)}
${
  may(signed.session.role, 'staff')
    ? form(
        signed,
        '/date-limite',
        [
          html`<input type="hidden" name="appel" value="${call.id}">\
<input type="hidden" name="vue" value="${deadlineText(call)}">`,
          REASON,
        ],
        'Adopter cette date limite',
        { id: `adopter-${call.id}` },
      )
    : NOTHING
}`
}

function changeTable(call: Call, changes: readonly TimelinessChange[]): Html {
  return table(
    'Ce qui change',
    ['Candidature', 'Reçu le', 'Aujourd’hui', 'Deviendrait'],
    changes.map(({ mail, from, to }) => [
      mail.number === null
        ? mail.fingerprint.slice(0, 12)
        : html`<a href="/candidatures/${mail.number}">${mail.number}</a>`,
      mail.receipt === null ? '' : shortMoment(mail.receipt.receivedAt, call),
      timelinessTag(from),
      timelinessTag(to),
    ]),
  )
}

const adopt: Route = {
  method: 'POST',
  path: '/date-limite',
  may: 'staff',
  async answer(asked, desk) {
    const call = desk.callsNow().find(({ id }) => id === asked.form['appel'])
    if (call === undefined || deadlineText(call) !== asked.form['vue'])
      throw new Failure('permanent', 'deadline-moved', 'the file changed after the difference was shown')
    await adoptDeadline(desk, call, author(signedIn(asked)))
    return seeOther('/date-limite?fait=date-limite')
  },
}

export const DEADLINE_ROUTES: readonly Route[] = [deadlinePage, adopt]
