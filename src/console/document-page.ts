import { createHmac } from 'node:crypto'
import { type Document, DRAWN_PAGES, isDrawable } from '../documents/document.ts'
import { type Page, wholeText } from '../documents/text/page.ts'
import type { Passage } from '../documents/text/passage.ts'
import { pieceName } from '../register/piece-name.ts'
import type { MailView } from '../register/views.ts'
import { mailNamed, pageOf } from './actions.ts'
import type { Desk } from './desk.ts'
import { signedIn } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { folded, page } from './layout.ts'
import { roleForm } from './mail-forms.ts'
import { noteRead } from './mail-page.ts'
import { drawn, opened, original } from './opened.ts'
import { fieldNamed, passageOn, queryOf, type ReadThere, readThereAsked } from './read-there.ts'
import { type Asked, BYTES, may, type Route, type Signed } from './route.ts'
import { callOf, FINGERPRINT, fileSize, PROBLEMS, roleLabel, typeInWords } from './words.ts'
import { writtenPage } from './written-page.ts'

const documentPage: Route = {
  method: 'GET',
  path: '/courriels/:fingerprint/pieces/:position',
  may: 'reader',
  async answer(asked, desk) {
    const mail = await mailNamed(asked, desk)
    const document = documentNamed(asked, mail)
    if (document === null) return unknown(asked)
    const signed = signedIn(asked)
    await noteRead(signed, desk, mail, 'pièce')
    const call = callOf(desk.calls, mail.callId)
    const name = pieceName(document, mail)
    const [main] = document.roles
    const content = html`<h1>${name}</h1>
<p><a href="${pageOf(mail)}">Retour au dossier</a></p>
<dl class="facts"><dt>Reconnue comme</dt>\
<dd>${document.roles.map(({ role }) => roleLabel(role, call)).join(', ') || 'non reconnue'}</dd>
<dt>Type</dt><dd>${typeInWords(document.mediaType)}</dd><dt>Taille</dt><dd>${fileSize(document.bytes)}</dd>
<dt>${FINGERPRINT}</dt><dd><code>${document.sha256}</code></dd></dl>
${
  document.problem === null
    ? NOTHING
    : html`<p class="notice wrong">Cette pièce n’a pas pu être lue : ${PROBLEMS[document.problem]}.</p>`
}
${
  may(signed.session.role, 'staff') && mail.number !== null
    ? folded(
        signed,
        'Corriger ce qu’est cette pièce',
        roleForm(signed, mail, document.name, main?.role ?? 'other', call),
      )
    : NOTHING
}
<h2>Ce que le programme y a lu</h2>
${await contentOf(desk, mail, document, readThereAsked(asked), (number, there) =>
  pictureAddress(signed.session, mail.fingerprint, mail.documents.indexOf(document), number, there),
)}
${
  document.kind !== 'file'
    ? NOTHING
    : html`<p><a class="button" href="${asked.url.split('?')[0]}/original" download>Télécharger \
l’original</a></p>
<p class="hint">L’original vient de l’extérieur : ouvrez-le avec prudence. Une pièce contenue dans une \
archive se télécharge avec l’archive.</p>`
}`
    return page(asked, name, '/registre', content)
  },
}

type PictureAddress = (page: number, there: ReadThere | null) => string

/** Page by page what the program saw and what it read: the picture beside the text. */
async function contentOf(
  desk: Desk,
  mail: MailView,
  document: Document,
  there: ReadThere | null,
  address: PictureAddress,
): Promise<Html> {
  const field = fieldNamed(document, there)
  const found = await opened(desk, mail, document)
  const drawable = found !== null && mayBeDrawn(mail, document)
  const read = found?.pages ?? []
  const pages: readonly Page[] = read.length === 0 && drawable ? [{ number: 1, lines: [] }] : read
  if (found === null || pages.length === 0) return html`<p>Aucun texte n’a été lu.</p>`
  const sheets = pages.map((page) => {
    const passage = passageOn(page.number, field)
    const to = address(page.number, passage === null ? null : there)
    return sheet(
      page,
      passage,
      drawable && page.number <= DRAWN_PAGES ? picture(document, page, to) : NOTHING,
    )
  })
  return html`${sheets}
${
  drawable && pages.length > DRAWN_PAGES
    ? html`<p class="hint">Seules les ${DRAWN_PAGES} premières pages sont montrées en image ; les autres le \
sont en texte.</p>`
    : NOTHING
}
${
  found.values.length === 0
    ? NOTHING
    : html`<h3>Champs du formulaire</h3>\
<dl class="facts">${found.values.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`
}`
}

function sheet(page: Page, passage: Passage | null, image: Html): Html {
  const { number, recognised } = page
  const said =
    wholeText([page]) === ''
      ? html`<p class="muted">Aucun texte n’a été lu sur cette page.</p>`
      : writtenPage(page, passage).shown
  return html`<section><h3>Page \
${number}${
  recognised === undefined
    ? NOTHING
    : html` <span class="hint">(reconnue dans une \
image)</span>`
}</h3>
<div class="sheet">${image}<div>${said}</div></div></section>`
}

function picture({ name }: Document, { number }: Page, address: string): Html {
  return html`<a class="drawn" href="${address}"><img src="${address}" loading="lazy" decoding="async" \
alt="Image de la page ${number} de « ${name} », à ouvrir en grand ; son texte est à côté."></a>`
}

/** Never of what the antivirus named, nor of a quarantined mail. */
export function mayBeDrawn({ progress, fate }: MailView, document: Document): boolean {
  return (
    progress !== 'quarantined' && fate !== 'quarantined' && document.kind === 'file' && isDrawable(document)
  )
}

/**
 * Only the pages of its document and application give it, and looking at them is noted: so every picture's
 * reader is known. What is marked on it, `there`, is named and not said.
 */
export function pictureAddress(
  session: Signed['session'],
  fingerprint: string,
  position: number,
  page: number,
  there: ReadThere | null,
): string {
  const path = `/courriels/${fingerprint}/pieces/${position}/pages/${page}`
  const query = new URLSearchParams(queryOf(there))
  query.set('cle', createHmac('sha256', session.csrf).update(`${path}?${query}`).digest('base64url'))
  return `${path}?${query}`
}

function addressAsked(asked: Asked, page: number): string {
  const { fingerprint = '', position = '' } = asked.params
  return pictureAddress(signedIn(asked).session, fingerprint, Number(position), page, readThereAsked(asked))
}

const documentPicture: Route = {
  method: 'GET',
  path: '/courriels/:fingerprint/pieces/:position/pages/:page',
  may: 'reader',
  async answer(asked, desk) {
    const number = Number(asked.params['page'])
    const isGiven = asked.url === addressAsked(asked, number)
    const mail = await mailNamed(asked, desk)
    const document = documentNamed(asked, mail)
    if (!isGiven || document === null || !mayBeDrawn(mail, document) || number > DRAWN_PAGES)
      return unknown(asked)
    const field = fieldNamed(document, readThereAsked(asked))
    const found = await drawn(desk, mail, document, number, passageOn(number, field))
    return found === null
      ? unknown(asked)
      : { kind: 'picture', type: found.mediaType, content: found.content }
  },
}

const documentOriginal: Route = {
  method: 'GET',
  path: '/courriels/:fingerprint/pieces/:position/original',
  may: 'reader',
  async answer(asked, desk) {
    const mail = await mailNamed(asked, desk)
    const document = documentNamed(asked, mail)
    const content = document === null ? null : await original(desk, mail, document)
    if (document === null || content === null) return unknown(asked)
    await noteRead(signedIn(asked), desk, mail, 'original d’une pièce')
    const name = document.name.split('/')[0] ?? 'piece'
    return { kind: 'download', name, type: BYTES, content }
  },
}

function documentNamed({ params }: Asked, mail: MailView): Document | null {
  return /^\d{1,4}$/.test(params['position'] ?? '')
    ? (mail.documents[Number(params['position'])] ?? null)
    : null
}

/** The page of a piece that is not there. */
export function unknown(asked: Asked) {
  return page(
    asked,
    'Pièce inconnue',
    '/registre',
    html`<h1>Pièce inconnue</h1><p class="notice">Cette pièce n’est pas dans le registre.</p>`,
    404,
  )
}

export const DOCUMENT_ROUTES: readonly Route[] = [documentPage, documentPicture, documentOriginal]
