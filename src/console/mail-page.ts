import { capitalised, octets } from '../acknowledgement/french.ts'
import { shortMoment } from '../digest/words.ts'
import type { Document } from '../documents/document.ts'
import type { MailView } from '../register/views.ts'
import { waitsForPerson } from '../register/waiting.ts'
import { mailNamed } from './actions.ts'
import { clockList, documentTable, KINDS } from './application-parts.ts'
import type { Desk } from './desk.ts'
import { signedIn } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { done, page } from './layout.ts'
import { arbitrateForm, readAgainForm, releaseForm, roleForm, separateForm } from './mail-forms.ts'
import { opened } from './opened.ts'
import { type Asked, may, type Route, type Signed } from './route.ts'
import { callOf, FATES, PROBLEMS, roleLabel } from './words.ts'

const mailPage: Route = {
  method: 'GET',
  path: '/courriels/:fingerprint',
  may: 'reader',
  async answer(asked, desk) {
    const mail = await mailNamed(asked, desk)
    const signed = signedIn(asked)
    await noteRead(signed, desk, mail, 'courriel')
    const call = callOf(desk.calls, mail.callId)
    const record = await desk.register.mail(mail.fingerprint)
    const parsed = record?.read?.mail ?? null
    const title = capitalised(mail.fate === null ? 'courriel en cours de lecture' : FATES[mail.fate])
    const from = parsed?.from.map(({ address }) => address).join(', ') ?? ''
    const content = html`<h1>${title}</h1>
${done(asked)}
${mail.number === null ? NOTHING : html`<p><a href="/candidatures/${mail.number}">Candidature ${mail.number}</a></p>`}
<dl class="facts"><dt>De</dt><dd>${from === '' ? 'non lu' : from}</dd><dt>Objet</dt><dd>${parsed?.subject ?? 'non lu'}</dd>
<dt>Taille</dt><dd>${octets(mail.bytes)}</dd><dt>Empreinte</dt><dd><code>${mail.fingerprint}</code></dd></dl>
${await decisions(signed, desk, mail)}
<h2>Quand il est arrivé</h2>
${clockList(mail, call)}
${mail.documents.length === 0 ? NOTHING : html`<h2>Pièces</h2>${documentTable(mail, call)}`}
${parsed === null ? NOTHING : html`<h2>Texte du courriel</h2><pre>${parsed.text.slice(0, 50_000)}</pre>`}
${
  mail.fate === 'unrelated'
    ? NOTHING
    : html`<p><a class="button" href="/courriels/${mail.fingerprint}/original" download>Télécharger le courriel d’origine</a></p>
<p class="hint">L’original vient de l’extérieur : ouvrez-le avec prudence.</p>`
}`
    return page(asked, title, '/registre', content)
  },
}

async function decisions(signed: Signed, desk: Desk, mail: MailView): Promise<Html> {
  if (!may(signed.session.role, 'staff')) return NOTHING
  const letters = await desk.register.lettersAbout(mail.fingerprint)
  const call = callOf(desk.calls, mail.callId)
  const contested = mail.verdict?.timeliness === 'contested'
  const quarantined = mail.progress === 'quarantined'
  return html`${quarantined ? html`<h2>Relire</h2><p>Ce courriel n’a pas pu être lu (${mail.quarantineCode}). S’il vient d’un incident passager, remettez-le en lecture.</p>${readAgainForm(signed, mail)}` : NOTHING}
${waitsForPerson(mail, letters) ? html`<h2>Accuser réception</h2>${releaseForm(signed, mail, call)}` : NOTHING}
${contested ? html`<h2>Arbitrer</h2>${arbitrateForm(signed, mail, call)}` : NOTHING}
${mail.number === null ? NOTHING : html`<details><summary>Séparer ce courriel de sa candidature</summary><div>${separateForm(signed, mail)}</div></details>`}`
}

function noteRead({ session }: Signed, { register, clock }: Desk, mail: MailView, what: string) {
  return register.noteRead(mail.number ?? mail.fingerprint, session.email, what, clock.now())
}

const original: Route = {
  method: 'GET',
  path: '/courriels/:fingerprint/original',
  may: 'reader',
  async answer(asked, desk) {
    const mail = await mailNamed(asked, desk)
    await noteRead(signedIn(asked), desk, mail, 'original du courriel')
    const content = await desk.archive.read(mail.fingerprint)
    return { kind: 'download', name: `${mail.fingerprint.slice(0, 12)}.eml`, type: BYTES, content }
  },
}

/** A type that no browser opens. */
const BYTES = 'application/octet-stream'

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
    const name = document.name === 'courriel' ? 'Texte du courriel' : document.name
    const [main] = document.roles
    const content = html`<h1>${name}</h1>
<p><a href="${mail.number === null ? `/courriels/${mail.fingerprint}` : `/candidatures/${mail.number}`}">Retour au dossier</a></p>
<dl class="facts"><dt>Reconnue comme</dt><dd>${document.roles.map(({ role }) => roleLabel(role, call)).join(', ') || 'non reconnue'}</dd>
<dt>Type</dt><dd>${document.mediaType}</dd><dt>Taille</dt><dd>${octets(document.bytes)}</dd>
<dt>Empreinte SHA-256</dt><dd><code>${document.sha256}</code></dd></dl>
${document.problem === null ? NOTHING : html`<p class="notice wrong">Cette pièce n’a pas pu être lue : ${PROBLEMS[document.problem]}.</p>`}
${may(signed.session.role, 'staff') && mail.number !== null ? html`<details><summary>Corriger ce qu’est cette pièce</summary><div>${roleForm(signed, mail, document.name, main?.role ?? 'other', call)}</div></details>` : NOTHING}
<h2>Ce que le programme y a lu</h2>
${await textOf(desk, mail, document)}
${
  document.name === 'courriel' || document.problem === 'external_link'
    ? NOTHING
    : html`<p><a class="button" href="${asked.url.split('?')[0]}/original" download>Télécharger l’original</a></p>
<p class="hint">L’original vient de l’extérieur : ouvrez-le avec prudence. Une pièce contenue dans une archive se télécharge avec l’archive.</p>`
}`
    return page(asked, name, '/registre', content)
  },
}

async function textOf(desk: Desk, mail: MailView, document: Document): Promise<Html> {
  const found = await opened(desk, mail, document)
  if (found === null || found.pages.length === 0) return html`<p>Aucun texte n’a été lu.</p>`
  return html`${found.pages.map(({ number, text, recognised }) => html`<section><h3>Page ${number}${recognised === undefined ? NOTHING : html` <span class="hint">(reconnue dans une image)</span>`}</h3><pre>${text.slice(0, 20_000)}</pre></section>`)}
${found.values.length === 0 ? NOTHING : html`<h3>Champs du formulaire</h3><dl class="facts">${found.values.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`}`
}

const documentOriginal: Route = {
  method: 'GET',
  path: '/courriels/:fingerprint/pieces/:position/original',
  may: 'reader',
  async answer(asked, desk) {
    const mail = await mailNamed(asked, desk)
    const document = documentNamed(asked, mail)
    const found = document === null ? null : await opened(desk, mail, document)
    if (document === null || found === null) return unknown(asked)
    await noteRead(signedIn(asked), desk, mail, 'original d’une pièce')
    const name = document.name.split('/')[0] ?? 'piece'
    return { kind: 'download', name, type: BYTES, content: found.content }
  },
}

function documentNamed({ params }: Asked, mail: MailView): Document | null {
  return /^\d{1,4}$/.test(params['position'] ?? '')
    ? (mail.documents[Number(params['position'])] ?? null)
    : null
}

function unknown(asked: Asked) {
  return page(
    asked,
    'Pièce inconnue',
    '/registre',
    html`<h1>Pièce inconnue</h1><p class="notice">Cette pièce n’est pas dans le registre.</p>`,
    404,
  )
}

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

export const MAIL_ROUTES: readonly Route[] = [mailPage, original, documentPage, documentOriginal, letterPage]
