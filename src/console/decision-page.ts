import type { DecisionWords } from '../acknowledgement/decision.ts'
import {
  type DecisionPreview,
  type Notifiable,
  notifiable,
  previewDecision,
  sendDecision,
  type WantedDecision,
} from '../steps/send-decision.ts'
import type { Desk } from './desk.ts'
import { addressIn, author, type Field, field, REASON, signedIn, token, tried, usage } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { page } from './layout.ts'
import { shown } from './letter-page.ts'
import { outcomeLine } from './outcome-part.ts'
import { type Answer, type Asked, type Route, type Signed, seeOther } from './route.ts'
import { LONGEST_TEXT } from './sending-actions.ts'

const PATH = '/candidatures/:number/decision'

const write: Route = {
  method: 'GET',
  path: PATH,
  may: 'staff',
  answer: (asked, desk) => decisionPage(signedIn(asked), desk, null),
}

/** Changes nothing: what was typed comes back with the letter that it makes. */
const writeAgain: Route = { ...write, method: 'POST' }

/** What is refused leaves what was typed where it was. */
const send: Route = {
  method: 'POST',
  path: `${PATH}/envoyer`,
  may: 'staff',
  async answer(asked, desk) {
    const signed = signedIn(asked)
    const number = asked.params['number'] ?? ''
    const sent = await tried(async () => {
      const wanted = wantedIn(signed, '')
      return sendDecision(desk, desk.calls, number, wanted, author(signed))
    })
    if ('refusal' in sent) return decisionPage(signed, desk, sent.refusal)
    await desk.jobs.add('deliver', { outboxId: sent.done })
    return seeOther(`/candidatures/${encodeURIComponent(number)}?fait=decision`)
  },
}

/** To whom, and in which words; the template where nothing was typed yet. */
function wantedIn(asked: Asked, template: string): WantedDecision {
  const { form } = asked
  const words: DecisionWords = {
    text: form['texte'] ?? template,
    law: form['droit'] ?? '',
    fact: form['fait'] ?? '',
  }
  if (Object.values(words).some((text: string) => text.length > LONGEST_TEXT))
    throw usage(`Un texte dépasse ${LONGEST_TEXT} caractères.`)
  return { to: addressIn(asked, 'adresse'), words }
}

async function decisionPage(signed: Signed, desk: Desk, refused: string | null): Promise<Answer> {
  const number = signed.params['number'] ?? ''
  const title = 'Lettre de décision'
  const what = await tried(() => notifiable(desk, desk.calls, number))
  const back = html`<p><a href="/candidatures/${number}">Candidature ${number}</a></p>`
  if ('refusal' in what)
    return page(
      signed,
      title,
      '/registre',
      html`<h1>${title}</h1>${back}<p class="notice">${what.refusal}</p>`,
      409,
    )
  await desk.register.noteRead(
    what.done.application.number,
    signed.session.email,
    'lettre de décision',
    desk.clock.now(),
  )
  const preview = await tried(() =>
    previewDecision(desk, desk.calls, number, wantedIn(signed, what.done.template)),
  )
  const told = refused ?? ('refusal' in preview ? preview.refusal : null)
  const content = html`<h1>${title}</h1>
${back}
<p>Suite enregistrée : ${outcomeLine(what.done.outcome)}. La lettre la notifie ; elle ne part que si vous \
l’envoyez.</p>
${told === null ? NOTHING : html`<p class="notice wrong" role="alert">${told}</p>`}
<div class="sheet">${writingForm(signed, what.done, 'done' in preview ? preview.done : null)}
${
  'done' in preview
    ? html`<div><h2>La lettre telle qu’elle \
partirait</h2>${shown(preview.done.letter, preview.done.to ?? 'adresse à indiquer')}</div>`
    : NOTHING
}</div>`
  return page(signed, title, '/registre', content, told === null ? 200 : 409)
}

function fieldsOf({ form }: Signed, what: Notifiable, preview: DecisionPreview | null): readonly Field[] {
  const { call, kind, template } = what
  const isReasoned = call.decisions?.motivated === true
  const reason = (name: string, label: string): Field => ({
    name,
    label,
    rows: 4,
    longest: LONGEST_TEXT,
    required: isReasoned,
    value: form[name] ?? '',
    hint: isReasoned
      ? 'La motivation est obligatoire (CRPA, art. L. 211-2 et L. 211-5).'
      : 'Vide, la lettre ne donne pas de motifs.',
  })
  return [
    {
      name: 'adresse',
      label: 'Adresse du candidat',
      hint:
        preview?.to == null
          ? 'Le courriel ne la donne pas avec certitude.'
          : `Vide, la lettre va à ${preview.to}.`,
      required: false,
      type: 'email',
      value: form['adresse'] ?? '',
    },
    {
      name: 'texte',
      label: 'Votre texte',
      hint:
        'Le modèle de l’appel : remplacez ce qui est entre crochets. Les mentions que la loi exige sont ' +
        'écrites à côté et ne se modifient pas.',
      rows: 8,
      longest: LONGEST_TEXT,
      required: false,
      value: form['texte'] ?? template,
    },
    ...(kind === 'not_selected'
      ? [reason('droit', 'Considérations de droit'), reason('fait', 'Considérations de fait')]
      : []),
    { ...REASON, value: form['motif'] ?? '' },
  ]
}

function writingForm(signed: Signed, what: Notifiable, preview: DecisionPreview | null): Html {
  const { application } = what
  return html`<form method="post" action="/candidatures/${application.number}/decision">
${token(signed.session)}
${fieldsOf(signed, what, preview).map((one) => field(one, 'decision'))}
<p class="buttons"><button class="second" formnovalidate>Voir la lettre</button>
<button formaction="/candidatures/${application.number}/decision/envoyer">Envoyer la décision</button></p>
</form>`
}

export const DECISION_ROUTES: readonly Route[] = [write, writeAgain, send]
