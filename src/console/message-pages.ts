import { Failure } from '../base/failure.ts'
import type { Call } from '../call/call.ts'
import { deadlineAt } from '../call/deadline.ts'
import type { PlaceName } from '../call/messages.ts'
import { deadlineInShort, shortMoment } from '../digest/words.ts'
import type { MailView } from '../register/views.ts'
import { waitsForPerson } from '../register/waiting.ts'
import { release } from '../steps/act.ts'
import { previewRelease } from '../steps/preview.ts'
import {
  type Correspondent,
  correspondentOf,
  messageTo,
  proposedBy,
  sendMessage,
} from '../steps/write-message.ts'
import { mailNamed } from './actions.ts'
import type { Desk } from './desk.ts'
import { usage } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { noteRead } from './mail-page.ts'
import { applicationAsked } from './on-application.ts'
import type { Route, Signed } from './route.ts'
import { callOf } from './words.ts'
import { type Writing, writingRoutes } from './writing.ts'

/** To an applicant, at any time. */
async function toApplicant(asked: Signed, desk: Desk): Promise<Writing> {
  const application = await applicationAsked(asked, desk)
  const { number: own, mails } = application
  const [opener] = mails
  if (opener === undefined) throw new Failure('bug', 'no-opener', 'an application has a mail that opened it')
  await noteRead(asked, desk, opener, 'message à écrire')
  const call = callOf(desk.calls, opener.callId)
  const letters = await desk.register.lettersOf(own)
  const correspondent = await correspondentOf(desk, call, own, mails, letters)
  const held = mails.find((mail) => waitsForPerson(mail, letters))
  const waits =
    held === undefined
      ? NOTHING
      : html`<p class="notice">Un accusé de réception attend encore. \
<a href="/courriels/${held.fingerprint}/accuse">L’envoyer, ou y écrire</a></p>`
  return {
    ...ofCorrespondent(desk, correspondent, application.applicant.name),
    title: 'Écrire au candidat',
    path: `/candidatures/${application.number}/ecrire`,
    back: html`<p><a href="/candidatures/${application.number}">Candidature ${application.number}</a></p>`,
    about: waits,
    landing: `/candidatures/${application.number}?fait=message`,
  }
}

type OfMessage = Omit<Writing, 'title' | 'path' | 'back' | 'about' | 'landing'>

function ofCorrespondent(desk: Desk, correspondent: Correspondent, structure: string | null): OfMessage {
  const { call, number, proposed, written } = correspondent
  return {
    call,
    proposed,
    subject: `${call.shortTitle} – réf. ${number}`,
    seen: written,
    places: placesOf(desk, call, number, structure),
    button: 'Envoyer le message',
    preview: async (wanted) => messageTo(correspondent, wanted),
    send: async (wanted, by) => [await sendMessage(desk, correspondent, wanted, by)],
  }
}

function placesOf(
  { clock }: Desk,
  call: Call,
  number: string | null,
  structure: string | null,
): Readonly<Record<PlaceName, string | null>> {
  return {
    numéro: number,
    structure,
    appel: call.shortTitle,
    'date limite': deadlineInShort(deadlineAt(clock.now(), call), call),
    service: call.service.name,
    téléphone: call.service.phone,
  }
}

/** To who asked: the first letter is the answer, which also says that the question came (CRPA L112-11). */
async function toInquirer(asked: Signed, desk: Desk): Promise<Writing> {
  const mail = await mailNamed(asked, desk)
  if (mail.fate !== 'inquiry')
    throw usage('Ce courriel n’est pas une question : écrivez au candidat depuis son dossier.')
  await noteRead(asked, desk, mail, 'réponse à écrire')
  const call = callOf(desk.calls, mail.callId)
  const letters = await desk.register.lettersAbout(mail.fingerprint)
  const shared = {
    path: `/courriels/${mail.fingerprint}/repondre`,
    back: html`<p><a href="/courriels/${mail.fingerprint}">Le courriel et ce qui a suivi</a></p>`,
    about: await question(desk, mail, call),
    landing: `/courriels/${mail.fingerprint}?fait=reponse`,
  }
  if (!waitsForPerson(mail, letters) && mail.number !== null) {
    const all = await desk.register.lettersOf(mail.number)
    const correspondent = await correspondentOf(desk, call, mail.number, [mail], all)
    return { ...ofCorrespondent(desk, correspondent, null), ...shared, title: 'Écrire de nouveau' }
  }
  return { ...(await ofAnswer(desk, mail, call)), ...shared, title: 'Répondre à une question' }
}

async function ofAnswer(desk: Desk, mail: MailView, call: Call): Promise<OfMessage> {
  const proposed = proposedBy([await desk.register.staffFacts(mail.fingerprint)], call)
  const words = (text: string) => ({ text, instead: true })
  return {
    call,
    proposed,
    subject: null,
    seen: 0,
    places: placesOf(desk, call, mail.number, null),
    button: 'Envoyer la réponse',
    preview: async ({ to, text, files }) =>
      (await previewRelease(desk, call, mail.fingerprint, { to, words: words(text), files })).letter,
    send: ({ to, text, files }, by) =>
      release(desk, desk.calls, mail.fingerprint, {
        ...{ by, reason: 'réponse à une question', to, words: words(text), files },
      }),
  }
}

async function question({ register }: Desk, mail: MailView, call: Call): Promise<Html> {
  const parsed = (await register.mail(mail.fingerprint))?.read?.mail ?? null
  const at = mail.receipt === null ? '' : `, reçue le ${shortMoment(mail.receipt.receivedAt, call)}`
  if (parsed === null) return NOTHING
  const from = parsed.from.map(({ address }) => address).join(', ')
  return html`<div><h2>La question${at}</h2>
<p>De <strong>${from === '' ? 'expéditeur inconnu' : from}</strong>, \
« ${parsed.subject === '' ? 'sans objet' : parsed.subject} »</p>
<blockquote class="question">${parsed.text.trim().slice(0, 20_000)}</blockquote></div>`
}

export const MESSAGE_ROUTES: readonly Route[] = [
  ...writingRoutes('/candidatures/:number/ecrire', toApplicant),
  ...writingRoutes('/courriels/:fingerprint/repondre', toInquirer),
]
