import type { Letter } from '../acknowledgement/outgoing.ts'
import type { Call } from '../call/call.ts'
import { shortMoment } from '../digest/words.ts'
import type { OutboxItem } from '../register/outbox.ts'
import type { MailView } from '../register/views.ts'
import { waitsForPerson } from '../register/waiting.ts'
import { previewRelease } from '../steps/preview.ts'
import { mailNamed } from './actions.ts'
import type { Desk } from './desk.ts'
import { unknown } from './document-page.ts'
import { inFrench } from './failures.ts'
import { type Field, field, REASON, signedIn, token, tried } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { done, page } from './layout.ts'
import { KINDS } from './letter-words.ts'
import { addressField, onPaperForm } from './mail-forms.ts'
import { noteRead } from './mail-page.ts'
import { type Answer, type Asked, BYTES, type Route, type Signed, seeOther } from './route.ts'
import { LONGEST_TEXT, letterIn } from './sending-actions.ts'
import { callOf } from './words.ts'

/** A letter to an applicant, and that it was looked at; null for an id that names none. */
async function letterAsked(asked: Asked, { register, clock }: Desk): Promise<OutboxItem | null> {
  const kept = await register.letter(asked.params['id'] ?? '')
  if (kept === null || kept.number === null) return null
  await register.noteRead(kept.number, signedIn(asked).session.email, 'lettre', clock.now())
  return kept
}

const letterPage: Route = {
  method: 'GET',
  path: '/lettres/:id',
  may: 'reader',
  async answer(asked, desk) {
    const kept = await letterAsked(asked, desk)
    if (kept === null) return unknown(asked)
    const { kind, letter, number, createdAt, reply } = kept
    const content = html`<h1>${KINDS[kind]}</h1>
${done(asked)}
<p><a href="/candidatures/${number}">Réf. ${number}</a></p>
<p><a class="button" href="/lettres/${kept.id}/imprimer">Imprimer la lettre</a></p>
${shown(
  letter,
  letter.to.join(', '),
  html`<dt>Écrite le</dt><dd>${shortMoment(createdAt, desk.calls[0])}</dd>${attached(kept)}${
    kept.state === 'handed' ? NOTHING : html`<dt>Réponse du serveur</dt><dd>${reply ?? 'aucune encore'}</dd>`
  }`,
)}`
    return page(asked, KINDS[kind], '/registre', content)
  },
}

/**
 * A letter as its reader sees it: in a frame that runs nothing, loads nothing and leads nowhere, and as plain
 * text.
 */
export function shown({ subject, text, html: markup }: Letter, to: string, more: Html = NOTHING): Html {
  return html`<dl class="facts"><dt>À</dt><dd>${to}</dd><dt>Objet</dt><dd>${subject}</dd>${more}</dl>
<iframe class="letter" sandbox srcdoc="${markup}" title="La lettre telle que le candidat la voit"></iframe>
<details><summary>La même lettre en texte seul</summary><div><pre>${text}</pre></div></details>`
}

/** A question is answered on a page of its own. */
const showLetter: Route['answer'] = async (asked, desk) => {
  const mail = await mailNamed(asked, desk)
  return mail.fate === 'inquiry'
    ? seeOther(`/courriels/${mail.fingerprint}/repondre`)
    : previewPage(signedIn(asked), desk, mail)
}

const preview: Route = {
  method: 'GET',
  path: '/courriels/:fingerprint/accuse',
  may: 'staff',
  answer: showLetter,
}

/** Changes nothing: what was typed comes back with the letter that it makes. */
const previewAgain: Route = {
  method: 'POST',
  path: '/courriels/:fingerprint/accuse',
  may: 'staff',
  answer: showLetter,
}

async function previewPage(signed: Signed, desk: Desk, mail: MailView): Promise<Answer> {
  const letters = await desk.register.lettersAbout(mail.fingerprint)
  const call = callOf(desk.calls, mail.callId)
  const title = 'Accusé de réception à envoyer'
  const back =
    mail.number === null
      ? html`<p><a href="/courriels/${mail.fingerprint}">Retour au courriel</a></p>`
      : html`<p><a href="/candidatures/${mail.number}">Candidature ${mail.number}</a></p>`
  if (!waitsForPerson(mail, letters))
    return page(
      signed,
      title,
      '/registre',
      html`<h1>${title}</h1>${back}<p class="notice">${inFrench({ code: 'nothing-held' })}</p>`,
    )
  await noteRead(signed, desk, mail, 'lettre à envoyer')
  const composed = await tried(async () => previewRelease(desk, call, mail.fingerprint, letterIn(signed)))
  const content = html`<h1>${title}</h1>
${back}
${'refusal' in composed ? html`<p class="notice wrong" role="alert">${composed.refusal}</p>` : NOTHING}
<div class="sheet"><div>${writingForm(signed, mail, call)}${onPaperForm(signed, mail)}</div>
${
  'refusal' in composed
    ? NOTHING
    : html`<div><h2>La lettre telle qu’elle \
partirait</h2>${shown(composed.done.letter, composed.done.to ?? 'adresse à indiquer')}</div>`
}</div>`
  return page(signed, title, '/registre', content, 'refusal' in composed ? 409 : 200)
}

/** Shown first by the first button, sent by the second: Enter sends nothing. */
function writingForm({ session, form }: Signed, mail: MailView, call: Call): Html {
  const { fingerprint } = mail
  const fields: readonly Field[] = [
    addressField(mail, call, form['adresse']),
    {
      name: 'texte',
      label: 'Votre texte',
      hint:
        'Il prend place après la date et la référence, sous « Message du service ». Les mentions que la ' +
        'loi exige restent : elles ne se modifient pas.',
      rows: 6,
      longest: LONGEST_TEXT,
      required: false,
      value: form['texte'] ?? '',
    },
    {
      name: 'avis',
      label: 'Ce que le contrôle automatique n’a pas détecté',
      options: [
        ['garder', 'le laisser dans la lettre'],
        ['remplacer', 'le retirer : mon texte le remplace'],
      ],
      value: form['avis'] ?? 'garder',
    },
    { ...REASON, value: form['motif'] ?? '' },
  ]
  return html`<form method="post" action="/courriels/${fingerprint}/accuse">
${token(session)}
${fields.map((one) => field(one, 'lettre'))}
<p class="buttons"><button class="second" formnovalidate>Voir la lettre</button>
<button formaction="/courriels/${fingerprint}/envoyer">Envoyer l’accusé de réception</button></p>
</form>`
}

function attached({ id, letter: { attachments = [] } }: OutboxItem): Html {
  if (attachments.length === 0) return NOTHING
  const links = attachments.map(
    ({ name }, position) => html`<li><a href="/lettres/${id}/pieces/${position}" download>${name}</a></li>`,
  )
  return html`<dt>Pièces jointes</dt><dd><ul class="pieces">${links}</ul></dd>`
}

/** A file as it was joined to a letter. */
const joined: Route = {
  method: 'GET',
  path: '/lettres/:id/pieces/:position',
  may: 'reader',
  async answer(asked, desk) {
    const kept = await letterAsked(asked, desk)
    const file = kept?.letter.attachments?.[Number(asked.params['position'])]
    if (file === undefined) return unknown(asked)
    return { kind: 'download', name: file.name, type: BYTES, content: Buffer.from(file.base64, 'base64') }
  },
}

/** The letter alone, whole: what a browser prints of it is the letter. */
const printed: Route = {
  method: 'GET',
  path: '/lettres/:id/imprimer',
  may: 'reader',
  async answer(asked, desk) {
    const kept = await letterAsked(asked, desk)
    if (kept === null) return unknown(asked)
    return { kind: 'letter', markup: kept.letter.html }
  },
}

export const LETTER_ROUTES: readonly Route[] = [letterPage, joined, printed, preview, previewAgain]
