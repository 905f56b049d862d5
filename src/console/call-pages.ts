import { randomBytes } from 'node:crypto'
import { counted, typographic } from '../acknowledgement/french.ts'
import { deadlinesInShort, shortMoment } from '../digest/words.ts'
import { shownLines } from '../documents/text/page.ts'
import { outlineOf } from '../outline/outline.ts'
import { type CallDraft, type CallVersion, DraftId } from '../register/call-versions.ts'
import { firstDraft } from '../settings/first-draft.ts'
import { callFingerprint } from '../steps/adopt-call.ts'
import { sourcePages } from './call-draft.ts'
import type { Desk } from './desk.ts'
import { form, signedIn, usage } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { done, page, table } from './layout.ts'
import { type Answer, type Asked, may, type Route, type Signed, seeOther } from './route.ts'

const HERE = '/appels'
/** A call’s text on a hundred pages. */
const LONGEST_SOURCE = 400_000

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
      html`<p class="notice"><a href="${addressOf(one)}">${one.callId}, version ${one.version}</a> attend d’être adoptée par une autre personne que ${one.authors.join(' et ')} (écrite le ${shortMoment(one.at, desk.calls[0])}).</p>`,
  )}`
}

/** Not adopted, and nothing later is. */
export function waits(one: CallVersion, all: readonly CallVersion[]): boolean {
  return !all.some(
    ({ callId, version, adopted }) => callId === one.callId && version >= one.version && adopted !== null,
  )
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
            html`<form method="post" action="/appels/modifier"><input type="hidden" name="jeton" value="${session.csrf}"><input type="hidden" name="appel" value="${call.id}"><button class="second">Modifier ${call.shortTitle}</button></form>`,
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
    drafts.map(({ id, callId, updatedAt, authors }) => [
      html`<a href="/appels/brouillons/${id}">${callId ?? 'nouvel appel'} (${id.slice(0, 6)})</a>`,
      shortMoment(updatedAt, desk.calls[0]),
      authors.join(', '),
    ]),
  )
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

const newPage: Route = {
  method: 'GET',
  path: '/appels/nouveau',
  may: 'administrator',
  answer: async (asked) => beginning(signedIn(asked), null),
}

/** What was pasted comes back with what is wrong. */
function beginning(signed: Signed, wrong: string | null): Answer {
  const content = html`<h1>Nouvel appel</h1>
${wrong === null ? NOTHING : html`<p class="notice wrong" role="alert">${typographic(wrong)}</p>`}
<p>Collez le texte de l’appel tel qu’il est publié, ou déposez son fichier. Le programme y cherche le titre, la date limite, l’adresse, les pièces et les filières, et montre où il a lu chaque chose. Ce que le texte ne dit pas reste vide. Rien n’est en service avant que vous ayez tout vérifié et qu’une autre personne l’ait adopté.</p>
${form(
  signed,
  '/appels/nouveau',
  [
    {
      name: 'texte',
      label: 'Texte de l’appel',
      rows: 14,
      longest: LONGEST_SOURCE,
      required: false,
      value: signed.form['texte'] ?? '',
    },
    {
      name: 'fichier',
      label: 'Ou son fichier',
      hint: 'PDF, Word, OpenDocument ou texte : il est lu à l’abri, comme les pièces des candidats.',
      type: 'file',
      required: false,
    },
  ],
  'Lire l’appel',
  { files: true, id: 'nouveau' },
)}`
  return page(signed, 'Nouvel appel', HERE, content, wrong === null ? 200 : 409)
}

const begin: Route = {
  method: 'POST',
  path: '/appels/nouveau',
  may: 'administrator',
  takesFiles: true,
  async answer(asked, desk) {
    const signed = signedIn(asked)
    const source = await sourceIn(asked, desk)
    if ('wrong' in source) return beginning(signed, source.wrong)
    const body = firstDraft(outlineOf(sourcePages(source.text)), source.provenance)
    const id = newDraftId()
    const draft = { id, callId: null, base: null, body, source: source.text }
    await desk.register.beginCallDraft(draft, signed.session.email, desk.clock.now())
    return seeOther(`/appels/brouillons/${id}?fait=brouillon-lu`)
  },
}

type Source = { readonly text: string; readonly provenance: string } | { readonly wrong: string }

/** The pasted text, else that of the file, read behind the wall. */
async function sourceIn({ form: sent, uploads }: Asked, desk: Desk): Promise<Source> {
  const pasted = (sent['texte'] ?? '').replaceAll('\r\n', '\n')
  if (pasted.length > LONGEST_SOURCE) return { wrong: `Ce texte dépasse ${LONGEST_SOURCE} caractères.` }
  if (pasted.trim() !== '')
    return { text: pasted, provenance: 'Texte de l’appel tel que publié, collé par un agent' }
  const [upload] = uploads
  if (upload === undefined) return { wrong: 'Collez le texte de l’appel, ou déposez son fichier.' }
  const { name, content } = upload
  const [file] = await desk.reader.read({ name, declaredType: '', content })
  const pages = file?.reading.pages ?? []
  const text = pages
    .map(({ lines }) => shownLines(lines))
    .join('\f')
    .slice(0, LONGEST_SOURCE)
  if (text.trim() === '')
    return { wrong: `Aucun texte n’a pu être lu dans « ${name} » : collez le texte de l’appel à la place.` }
  const length = counted(pages.length, 'page', 'pages')
  return { text, provenance: `Fichier publié « ${name} » (${length}), lu par le programme` }
}

function newDraftId(): DraftId {
  return DraftId.parse(randomBytes(12).toString('hex'))
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

export const CALL_ROUTES: readonly Route[] = [callsPage, newPage, begin, change]
