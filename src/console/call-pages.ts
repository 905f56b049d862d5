import { deadlinesInShort, shortMoment } from '../digest/words.ts'
import { type CallDraft, type CallVersion, waits } from '../register/call-versions.ts'
import { CallDocument } from '../settings/call-document.ts'
import { callFingerprint } from '../steps/adopt-call.ts'
import type { Desk } from './desk.ts'
import { signedIn, token, usage } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { done, page, table } from './layout.ts'
import { NEW_CALL_ROUTES, newDraftId } from './new-call-page.ts'
import { may, type Route, type Signed, seeOther } from './route.ts'

const HERE = '/appels'

const callsPage: Route = {
  method: 'GET',
  path: HERE,
  may: 'staff',
  async answer(asked, desk) {
    const signed = signedIn(asked)
    const versions = await desk.register.callVersions(null)
    const drafts = await desk.register.callDrafts()
    const mayWrite = may(signed.session.role, 'administrator')
    const content = html`<h1>Appels</h1>
${done(asked)}
${waiting(versions, desk)}
${mayWrite ? html`<p><a class="button" href="/appels/nouveau">Nouvel appel</a></p>` : NOTHING}
${inForce(signed, desk, mayWrite)}
${mayWrite ? draftTable(drafts, desk) : NOTHING}
${history(versions, desk)}`
    return page(asked, 'Appels', HERE, content)
  },
}

const addressOf = ({ callId, version }: CallVersion): string => `/appels/${callId}/versions/${version}`

function waiting(versions: readonly CallVersion[], desk: Desk): Html {
  const open = versions.filter((one) => waits(one, versions))
  return html`${open.map(
    (one) =>
      html`<p class="notice"><a href="${addressOf(one)}">${one.callId}, version ${one.version}</a> attend \
d’être adoptée par une autre personne que ${one.authors.join(' et ')} (écrite le \
${shortMoment(one.at, desk.calls[0])}).</p>`,
  )}`
}

function inForce({ session }: Signed, desk: Desk, mayWrite: boolean): Html {
  return table(
    'Appels en service',
    ['Appel', 'Date limite', 'Fichier', ...(mayWrite ? ['Action'] : [])],
    desk.calls.map((call) => [
      call.shortTitle,
      deadlinesInShort(call),
      html`<code>${desk.callFiles.held(call.id)?.path ?? 'introuvable'}</code>`,
      ...(mayWrite
        ? [
            html`<form method="post" action="/appels/modifier">${token(session)}\
<input type="hidden" name="appel" value="${call.id}">\
<button class="second">Modifier ${call.shortTitle}</button></form>`,
          ]
        : []),
    ]),
  )
}

function draftTable(drafts: readonly CallDraft[], desk: Desk): Html {
  if (drafts.length === 0) return NOTHING
  return table(
    'Brouillons',
    ['Brouillon', 'Modifié le', 'Par'],
    drafts.map(({ id, callId, body, updatedAt, authors }) => [
      html`<a href="/appels/brouillons/${id}">${titleOf(body) ?? 'sans titre'}</a>${
        callId === null ? NOTHING : ` (modifie ${callId})`
      }`,
      shortMoment(updatedAt, desk.calls[0]),
      authors.join(', '),
    ]),
  )
}

function titleOf(body: string): string | null {
  const title = new CallDocument(body).at(['shortTitle'])
  return typeof title === 'string' && title !== '' ? title : null
}

function history(versions: readonly CallVersion[], desk: Desk): Html {
  if (versions.length === 0) return NOTHING
  return table(
    'Versions des fichiers',
    ['Version', 'Écrite', 'Adoptée', 'Empreinte'],
    versions.map((one) => [
      html`<a href="${addressOf(one)}">${one.callId}, version ${one.version}</a>`,
      html`${shortMoment(one.at, desk.calls[0])}, ${one.by}`,
      one.adopted === null ? 'non' : html`${shortMoment(one.adopted.at, desk.calls[0])}, ${one.adopted.by}`,
      html`<code>${one.fingerprint.slice(0, 12)}</code>`,
    ]),
  )
}

const change: Route = {
  method: 'POST',
  path: '/appels/modifier',
  may: 'administrator',
  async answer(asked, desk) {
    const { session } = signedIn(asked)
    const call = desk.callsNow().find(({ id }) => id === asked.form['appel'])
    const held = call === undefined ? null : desk.callFiles.held(call.id)
    if (call === undefined || held === null) throw usage('Le service n’a pas le fichier de cet appel.')
    const id = newDraftId()
    const draft = { id, callId: call.id, base: callFingerprint(held.text), body: held.text, source: '' }
    await desk.register.beginCallDraft(draft, session.email, desk.clock.now())
    return seeOther(`/appels/brouillons/${id}`)
  },
}

export const CALL_ROUTES: readonly Route[] = [callsPage, ...NEW_CALL_ROUTES, change]
