import { capitalised } from '../acknowledgement/french.ts'
import type { Fingerprint, RegistrationNumber } from '../base/ids.ts'
import type { Call } from '../call/call.ts'
import { setAsideInWords } from '../digest/words.ts'
import { isPaper } from '../register/piece-name.ts'
import type { MailView } from '../register/views.ts'
import { waitsForPerson } from '../register/waiting.ts'
import { mailNamed } from './actions.ts'
import { clockList, documentTable } from './application-parts.ts'
import { whoFollows } from './colleagues-part.ts'
import type { Desk } from './desk.ts'
import { signedIn } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { done, folded, page } from './layout.ts'
import { arbitrateForm, readAgainForm, releaseForm, separateForm } from './mail-forms.ts'
import { ofWhich } from './of-which.ts'
import { BYTES, may, type Route, type Signed, seeOther } from './route.ts'
import { thread } from './thread.ts'
import { why } from './why.ts'
import { callOf, FATES, FINGERPRINT, fileSize } from './words.ts'

const mailPage: Route = {
  method: 'GET',
  path: '/courriels/:fingerprint',
  may: 'reader',
  async answer(asked, desk) {
    const mail = await mailNamed(asked, desk)
    const signed = signedIn(asked)
    if (mail.fate === 'unrelated' && may(signed.session.role, 'staff'))
      return seeOther(`/ecartes/${mail.fingerprint}`)
    await noteRead(signed, desk, mail, 'courriel')
    const call = callOf(desk.calls, mail.callId)
    const record = await desk.register.mail(mail.fingerprint)
    const parsed = record?.read?.mail ?? null
    const title = capitalised(mail.fate === null ? 'courriel en cours de lecture' : FATES[mail.fate])
    const from = parsed?.from.map(({ address }) => address).join(', ') ?? ''
    // Whoever answers reads the question first.
    const asks = mail.fate === 'inquiry'
    const text =
      parsed === null
        ? NOTHING
        : html`<h2>${isPaper(mail) ? 'Ce que l’agent a saisi' : 'Texte du courriel'}</h2>\
<pre>${parsed.text.slice(0, 50_000)}</pre>`
    const content = html`<h1>${title}</h1>
${done(asked)}
${await numberLine(desk, mail)}
<dl class="facts">${
      isPaper(mail)
        ? html`<dt>Dépôt</dt><dd>sur papier</dd>`
        : html`<dt>De</dt><dd>${from === '' ? 'non lu' : from}</dd><dt>Objet</dt>\
<dd>${parsed?.subject ?? 'non lu'}</dd>`
    }
<dt>Taille</dt><dd>${fileSize(mail.bytes)}</dd><dt>${FINGERPRINT}</dt><dd>\
<code>${mail.fingerprint}</code></dd></dl>
${asks ? text : NOTHING}
${await decisions(signed, desk, mail)}
${await exchange(signed, desk, mail)}
<h2>Quand il est arrivé</h2>
${clockList(mail, call)}
${record?.read == null ? NOTHING : why(record.read.triage)}
${mail.documents.length === 0 ? NOTHING : html`<h2>Pièces</h2>${documentTable(mail, call)}`}
${asks ? NOTHING : text}
${
  mail.fate === 'unrelated'
    ? NOTHING
    : html`<p><a class="button" href="/courriels/${mail.fingerprint}/original" download>${
        isPaper(mail) ? 'Télécharger la saisie et les pages numérisées' : 'Télécharger le courriel d’origine'
      }</a></p>
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
  return html`${
    quarantined
      ? html`<h2>Relire</h2><p>Mis à l’écart : ${setAsideInWords(mail.quarantineCode)} \
(${mail.quarantineCode}). S’il vient d’un incident passager, remettez-le en \
lecture.</p>${readAgainForm(signed, mail)}`
      : NOTHING
  }
${waitsForPerson(mail, letters) ? toAcknowledge(signed, mail, call) : NOTHING}
${mail.fate === 'inquiry' ? await ofWhich(signed, desk, mail) : NOTHING}
${contested ? html`<h2>Arbitrer</h2>${arbitrateForm(signed, mail, call)}` : NOTHING}
${
  mail.ground === null
    ? NOTHING
    : folded(signed, 'Séparer ce courriel de sa candidature', separateForm(signed, mail))
}`
}

/** A question that was answered has a number of its own, too; it is no application. */
async function numberLine({ register }: Desk, { number, ground, fingerprint }: MailView): Promise<Html> {
  if (number === null) return NOTHING
  const isApplication = ground !== null || (await isElsewhere(register, number, fingerprint))
  return isApplication
    ? html`<p><a href="/candidatures/${number}">Candidature ${number}</a></p>`
    : html`<p class="lead">Réf. ${number}</p>`
}

async function isElsewhere(
  register: Desk['register'],
  number: RegistrationNumber,
  own: Fingerprint,
): Promise<boolean> {
  const where = await register.whereabouts(number)
  return typeof where === 'string' ? where !== 'unknown' : where.mail !== own
}

function toAcknowledge(signed: Signed, mail: MailView, call: Call): Html {
  if (mail.fate !== 'inquiry') return html`<h2>Accuser réception</h2>${releaseForm(signed, mail, call)}`
  return html`<h2>Répondre</h2><p><a class="button" href="/courriels/${mail.fingerprint}/repondre">Répondre \
à ce message</a></p>`
}

/** Of a mail that no application has: what was answered, noted, and who sees to it. */
async function exchange(signed: Signed, desk: Desk, mail: MailView): Promise<Html> {
  if (mail.ground !== null || mail.progress === 'received' || mail.fate === 'unrelated') return NOTHING
  const { register } = desk
  const about = await register.lettersAbout(mail.fingerprint)
  const letters = mail.number === null ? about : await register.lettersOf(mail.number)
  const again = mail.fate === 'inquiry' && letters.length > 0 && may(signed.session.role, 'staff')
  return html`${await whoFollows(signed, desk, [mail])}
<h2>Échanges</h2>
${
  again
    ? html`<p><a class="button" href="/courriels/${mail.fingerprint}/repondre">Écrire de nouveau</a></p>`
    : NOTHING
}
${await thread(signed, desk, [mail], letters, callOf(desk.calls, mail.callId))}`
}

/**
 * Notes that somebody looked at what an applicant sent: staff are answerable for that too (RGPD, article 5,
 * 2).
 */
export function noteRead({ session }: Signed, { register, clock }: Desk, mail: MailView, what: string) {
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

export const MAIL_ROUTES: readonly Route[] = [mailPage, original]
