import { randomBytes } from 'node:crypto'
import { counted, typographic } from '../acknowledgement/french.ts'
import { shownLines } from '../documents/text/page.ts'
import { outlineOf } from '../outline/outline.ts'
import { DraftId } from '../register/call-versions.ts'
import { firstDraft } from '../settings/first-draft.ts'
import { sourcePages } from './call-draft.ts'
import type { Desk } from './desk.ts'
import { type Field, form, signedIn } from './forms.ts'
import { html, NOTHING } from './html.ts'
import { page } from './layout.ts'
import { type Answer, type Asked, type Route, type Signed, seeOther } from './route.ts'

/** A call’s text on a hundred pages. */
const LONGEST_SOURCE = 400_000

const newPage: Route = {
  method: 'GET',
  path: '/appels/nouveau',
  may: 'administrator',
  answer: async (asked) => beginning(signedIn(asked), null),
}

const pastedField = ({ form: sent }: Asked): Field => ({
  name: 'texte',
  label: 'Texte de l’appel',
  rows: 14,
  longest: LONGEST_SOURCE,
  value: sent['texte'] ?? '',
})

/** A form of its own: what comes beside a file is held to the length of a letter. */
const DROPPED: Field = {
  name: 'fichier',
  label: 'Fichier de l’appel',
  hint: 'PDF, Word, OpenDocument ou texte : il est lu à l’abri, comme les pièces des candidats.',
  type: 'file',
}

/** What was pasted comes back with what is wrong. */
function beginning(signed: Signed, wrong: string | null): Answer {
  const content = html`<h1>Nouvel appel</h1>
${wrong === null ? NOTHING : html`<p class="notice wrong" role="alert">${typographic(wrong)}</p>`}
<p>Collez le texte de l’appel tel qu’il est publié, ou déposez son fichier. Le programme y cherche le \
titre, la date limite, l’adresse, les pièces et les filières, et montre où il a lu chaque chose. Ce que le \
texte ne dit pas reste vide. Rien n’est en service avant que vous ayez tout vérifié et qu’une autre \
personne l’ait adopté.</p>
<h2>Coller le texte</h2>
${form(signed, '/appels/nouveau', [pastedField(signed)], 'Lire l’appel', { id: 'coller' })}
<h2>Ou déposer le fichier</h2>
${form(signed, '/appels/nouveau', [DROPPED], 'Lire le fichier', { files: true, id: 'deposer' })}`
  return page(signed, 'Nouvel appel', '/appels', content, wrong === null ? 200 : 409)
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

/** An id for a draft that nobody can guess. */
export function newDraftId(): DraftId {
  return DraftId.parse(randomBytes(12).toString('hex'))
}

export const NEW_CALL_ROUTES: readonly Route[] = [newPage, begin]
