import type { Letter } from '../acknowledgement/outgoing.ts'
import { Failure } from '../base/failure.ts'
import type { OutboxId } from '../base/ids.ts'
import type { Call } from '../call/call.ts'
import { filledTemplate, type PlaceName } from '../call/messages.ts'
import type { Correspondent, WantedMessage } from '../steps/write-message.ts'
import { attachedIn, FILES_HINT } from './attached.ts'
import type { Desk } from './desk.ts'
import { addressIn, type Field, field, type Refusal, signedIn, token, tried, usage } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { page } from './layout.ts'
import { shown } from './letter-page.ts'
import { type Answer, type Asked, type Route, type Signed, seeOther } from './route.ts'
import { LONGEST_TEXT, ownText } from './sending-actions.ts'

/** A letter that somebody writes to an applicant: what the page shows, and what its buttons do. */
export interface Writing {
  readonly title: string
  /** Of the page; that of its buttons are below it. */
  readonly path: string
  readonly back: Html
  /** What is answered, or what to know before writing. */
  readonly about: Html
  readonly call: Call
  readonly proposed: Correspondent['proposed']
  /** Null where the letter makes its own subject. */
  readonly subject: string | null
  /** The rank of the last message when the page was shown. */
  readonly seen: number
  readonly places: Readonly<Record<PlaceName, string | null>>
  readonly button: string
  /** Where the browser goes once it left. */
  readonly landing: string
  preview(wanted: WantedMessage): Promise<Letter>
  send(wanted: WantedMessage, by: string): Promise<readonly OutboxId[]>
}

/** The page, the template that is put in, the letter that would leave, and the one that leaves. */
export function writingRoutes(
  path: string,
  writingOf: (asked: Signed, desk: Desk) => Promise<Writing>,
): readonly Route[] {
  const route = (method: Route['method'], under: string, answer: Answering): Route => ({
    method,
    path: `${path}${under}`,
    may: 'staff',
    ...(method === 'POST' ? { takesFiles: true } : {}),
    answer: async (asked, desk) => {
      const signed = signedIn(asked)
      return answer(signed, desk, await writingOf(signed, desk))
    },
  })
  return [
    route('GET', '', async (signed, _, writing) => writingPage(signed, writing, null)),
    route('POST', '', async (signed, _, writing) => writingPage(signed, writing, null)),
    route('POST', '/apercu', previewPage),
    route('POST', '/envoyer', send),
  ]
}

type Answering = (signed: Signed, desk: Desk, writing: Writing) => Promise<Answer>

/** What was refused leaves what was typed where it was. */
async function send(signed: Signed, desk: Desk, writing: Writing): Promise<Answer> {
  const sent = await tried(async () =>
    writing.send(await wantedIn(signed, desk, writing), signed.session.email),
  )
  if ('refusal' in sent) return writingPage(signed, writing, sent)
  await Promise.all(sent.done.map((outboxId) => desk.jobs.add('deliver', { outboxId })))
  return seeOther(writing.landing)
}

/** In a tab of its own: the other keeps what was typed, and the files. Changes nothing. */
async function previewPage(signed: Signed, desk: Desk, writing: Writing): Promise<Answer> {
  const title = 'La lettre telle qu’elle partirait'
  const made = await tried(async () => writing.preview(await wantedIn(signed, desk, writing)))
  const close = html`<p class="hint">Rien n’est envoyé. Fermez cet onglet pour revenir à votre texte.</p>`
  if ('refusal' in made)
    return page(
      signed,
      title,
      '/registre',
      html`<h1>${title}</h1><p class="notice wrong" role="alert">${made.refusal}</p>${close}`,
      409,
    )
  const files = (made.done.attachments ?? []).map(({ name }) => name).join(', ')
  const joined = files === '' ? NOTHING : html`<dt>Pièces jointes</dt><dd>${files}</dd>`
  const content = html`<h1>${title}</h1>${close}${shown(made.done, made.done.to.join(', '), joined)}`
  return page(signed, title, '/registre', content)
}

/** What the form was when it was shown: an answer, or a message once the answer left. */
const genreOf = ({ subject }: Writing) => (subject === null ? 'reponse' : 'message')

async function wantedIn(signed: Signed, desk: Desk, writing: Writing): Promise<WantedMessage> {
  const { form } = signed
  const { call, subject } = writing
  if ((form['genre'] ?? genreOf(writing)) !== genreOf(writing))
    throw new Failure('permanent', 'message-meanwhile', 'the answer left since this one was begun')
  const to = addressIn(signed, 'adresse')
  if (to === null) throw usage('Indiquez l’adresse à laquelle écrire.')
  const text = ownText(signed)
  if (text === '') throw usage('Votre texte est vide : écrivez ce que le candidat doit lire.')
  const about = form['objet']?.trim() ?? ''
  if (subject !== null && about === '') throw usage('Indiquez l’objet du message.')
  return { to, text, subject: about, files: await attachedIn(signed, desk, call), seen: Number(form['vus']) }
}

function writingPage(signed: Signed, writing: Writing, refused: Refusal | null): Answer {
  const { title, back, about } = writing
  const lost = signed.uploads.map(({ name }) => name).join(', ')
  const content = html`<h1>${title}</h1>
${back}
${refused === null ? NOTHING : html`<p class="notice wrong" role="alert">${refused.refusal}</p>`}
${lost === '' ? NOTHING : html`<p class="notice">À choisir de nouveau, s’il faut les joindre : ${lost}.</p>`}
<div class="sheet">${writingForm(signed, writing, refused)}${about}</div>`
  return page(signed, title, '/registre', content, refused === null ? 200 : 409)
}

/**
 * The first button shows or puts in, the last sends: Enter sends nothing. It stays begun when it was, until
 * the person is told that another message left.
 */
function writingForm(asked: Signed, writing: Writing, refused: Refusal | null): Html {
  const { path, button, seen } = writing
  const { vus = seen, genre = genreOf(writing) } = refused?.code === 'message-meanwhile' ? {} : asked.form
  const fields = fieldsOf(asked, writing).map((one) => field(one, 'ecrire'))
  return html`<form method="post" action="${path}" enctype="multipart/form-data">
${token(asked.session)}
<input type="hidden" name="vus" value="${vus}">
<input type="hidden" name="genre" value="${genre}">
${templates(writing)}
${fields}
<p class="tick"><input type="checkbox" name="formulaire" value="oui" id="ecrire-formulaire"${
    asked.form['formulaire'] === 'oui' ? html` checked` : NOTHING
  }><label for="ecrire-formulaire">Joindre le formulaire de l’appel (PDF)</label></p>
<p class="buttons"><button class="second" formaction="${path}/apercu" formtarget="_blank">Voir la lettre \
(nouvel onglet)</button>
<button formaction="${path}/envoyer">${button}</button></p>
</form>`
}

function templates({ call }: Writing): Html {
  if (call.messages.length === 0) return NOTHING
  const choice: Field = {
    name: 'modele',
    label: 'Modèle',
    required: false,
    quiet: true,
    value: '',
    options: [['', 'aucun'], ...call.messages.map(({ id, label }) => [id, label] as const)],
  }
  return html`<div class="choose">${field(choice, 'ecrire')}<p>\
<button class="second" formnovalidate>Insérer le modèle</button></p></div>`
}

/** What was typed, and behind it the template that was asked for. */
function textOf({ form }: Asked, { call, places }: Writing): string {
  const typed = (form['texte'] ?? '').replaceAll('\r\n', '\n')
  const template = call.messages.find(({ id }) => id === form['modele'])
  if (template === undefined) return typed
  return [typed.trim(), filledTemplate(template, places)].filter((part) => part !== '').join('\n\n')
}

function fieldsOf(asked: Asked, writing: Writing): readonly Field[] {
  const { form } = asked
  const { proposed, subject } = writing
  return [
    {
      name: 'adresse',
      label: 'Adresse',
      hint: addressHint(proposed),
      type: 'email',
      value: form['adresse'] ?? proposed?.address ?? '',
    },
    ...(subject === null ? [] : [{ name: 'objet', label: 'Objet', value: form['objet'] ?? subject }]),
    {
      name: 'texte',
      label: 'Votre texte',
      hint:
        'La formule d’appel, la référence, le service et la protection des données sont écrits autour. ' +
        'Une ligne qui commence par un tiret devient une liste.',
      rows: 10,
      longest: LONGEST_TEXT,
      value: textOf(asked, writing),
    },
    { name: 'fichiers', label: 'Pièces jointes', hint: FILES_HINT, type: 'file', required: false },
  ]
}

function addressHint(proposed: Writing['proposed']): string {
  if (proposed === null) return 'Aucun envoi ne la donne avec certitude : indiquez-la.'
  return proposed.sure
    ? 'Celle d’où le message est venu.'
    : 'Lue dans un document du candidat, à vérifier : l’envoi ne vient pas, ou pas sûrement, de lui.'
}
