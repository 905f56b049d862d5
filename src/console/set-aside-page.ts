import { counted } from '../acknowledgement/french.ts'
import { Fingerprint } from '../base/ids.ts'
import type { Call } from '../call/call.ts'
import { shortMoment } from '../digest/words.ts'
import type { SetAside } from '../register/set-aside.ts'
import { lookAtAny } from '../steps/look-at.ts'
import type { Desk } from './desk.ts'
import { author, form, REASON, signedIn, usage } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { done, folded, page, table } from './layout.ts'
import { pageAsked, pager } from './pager.ts'
import { type Answer, type Asked, may, type Route, type Signed, seeOther } from './route.ts'
import { head, partTable } from './set-aside-glance.ts'
import { attachedInWords, NOT_SEEN, standingOf } from './set-aside-words.ts'
import { callOf, fileSize } from './words.ts'

const A_PAGE = 50
const HERE = '/ecartes'

/** What was put aside: who must see it first. No sender and no subject: the register has none. */
const list: Route = {
  method: 'GET',
  path: HERE,
  may: 'reader',
  async answer(asked, desk) {
    const number = pageAsked(asked)
    const { mails, total } = await desk.register.setAside((number - 1) * A_PAGE, A_PAGE)
    const content = html`<h1>Écartés</h1>
${done(asked)}
<p>Ces courriels n’ont pas paru concerner l’appel. Récépissé n’en garde que l’heure, la taille, le nombre \
de pièces jointes et s’ils ressemblaient à une question : ni l’expéditeur, ni l’objet, ni le contenu. Il \
n’y a pas répondu.</p>
<p>Le programme peut se tromper. Ouvrez ceux qui ont des pièces jointes ou qui sont peut-être une \
question : leur en-tête est lu dans la boîte au moment où vous les ouvrez, sans y être marqué comme lu, et \
n’est pas conservé.</p>
<p role="status">${
      total === 0
        ? 'Aucun courriel n’a été écarté.'
        : `${counted(total, 'courriel écarté', 'courriels écartés')}.`
    }</p>
${mails.length === 0 ? NOTHING : listTable(mails, desk, may(signedIn(asked).session.role, 'staff'))}
${pager(asked, HERE, 'Pages des courriels écartés', number, Math.ceil(total / A_PAGE))}`
    return page(asked, 'Écartés', HERE, content)
  },
}

function listTable(mails: readonly SetAside[], { calls }: Desk, mayOpen: boolean): Html {
  return table(
    'Ceux qui ont des pièces jointes d’abord, puis ceux qui sont ' +
      'peut-être une question, puis les plus récents',
    ['Reçu le', 'Pièces jointes', 'Taille', 'Situation'],
    mails.map((mail) => {
      const moment = shortMoment(mail.receivedAt, callOf(calls, mail.callId))
      return [
        mayOpen ? html`<a href="${HERE}/${mail.fingerprint}">${moment}</a>` : moment,
        attachedInWords(mail.attached),
        fileSize(mail.bytes),
        standingOf(mail),
      ]
    }),
  )
}

/** One of them, read live from the mailbox. Nothing that is shown of it is kept. */
const opened: Route = {
  method: 'GET',
  path: `${HERE}/:fingerprint`,
  may: 'staff',
  async answer(asked, desk) {
    const mail = await mailAsked(asked, desk)
    if (!('taken' in mail)) return mail
    const call = callOf(desk.calls, mail.callId)
    const title = `Courriel écarté, reçu le ${shortMoment(mail.receivedAt, call)}`
    const content = html`<h1>${title}</h1>
${done(asked)}
${mail.taken === null && mail.today === null ? NOTHING : html`<p class="lead">${standingOf(mail)}</p>`}
${
  mail.taken === null
    ? await looked(signedIn(asked), desk, mail, call)
    : await fetching(desk, mail, mail.taken, call)
}
<p><a href="${HERE}">Tous les courriels écartés</a></p>`
    return page(asked, title, HERE, content)
  },
}

/**
 * The mail; or where it is to be found that is put aside no more. Failure('permanent', 'usage') when the
 * register has none.
 */
async function mailAsked({ params }: Asked, { register }: Desk): Promise<SetAside | Answer> {
  const fingerprint = Fingerprint.safeParse(params['fingerprint'])
  if (!fingerprint.success) throw usage('Le registre n’a pas ce courriel.')
  const mail = await register.setAsideMail(fingerprint.data)
  if (mail !== null) return mail
  const view = await register.mailView(fingerprint.data)
  if (view === null) throw usage('Le registre n’a pas ce courriel.')
  return seeOther(view.number === null ? `/courriels/${view.fingerprint}` : `/candidatures/${view.number}`)
}

async function fetching(
  { register, clock }: Desk,
  { fingerprint, goneAt }: SetAside,
  { by, at }: NonNullable<SetAside['taken']>,
  call: Call,
): Promise<Html> {
  const decision = html`<p>${by} a décidé de le prendre en compte le ${shortMoment(at, call)}.</p>`
  if (goneAt === null)
    return html`${decision}
<p class="notice">Le courriel est repris dans la boîte et lu dans la minute. Rechargez alors cette page : \
elle mène à la candidature. Son heure de réception reste celle du dépôt.</p>`
  await register.noteLooked(fingerprint, clock.now())
  return html`${decision}
<p class="notice wrong">Il n’est plus dans les dossiers surveillés de la boîte : il a été déplacé ou \
supprimé. Remettez-le dans la boîte de réception : il sera pris en compte de lui-même, à son heure de \
réception. Si vous ne le trouvez pas, joignez l’expéditeur.</p>`
}

async function looked(signed: Signed, desk: Desk, mail: SetAside, call: Call): Promise<Html> {
  const { register, clock } = desk
  const now = clock.now()
  await register.noteRead(mail.fingerprint, signed.session.email, 'courriel écarté', now)
  const answer = await lookAtAny(desk.lookAt, mail.sightings)
  if (answer.kind === 'seen' || answer.kind === 'gone') await register.noteLooked(mail.fingerprint, now)
  const decide = html`<h2>Décider</h2>
${form(signed, `${HERE}/${mail.fingerprint}/prendre`, [REASON], 'Prendre en compte', { id: 'prendre' })}
<p class="hint">Le courriel entre au registre à sa véritable heure de réception : \
${shortMoment(mail.receivedAt, call)}. Il est lu comme les autres, et son accusé de réception suit les \
mêmes règles.</p>
${
  mail.today === null
    ? NOTHING
    : folded(
        signed,
        'Le laisser écarté',
        form(signed, `${HERE}/${mail.fingerprint}/laisser`, [REASON], 'Laisser écarté', { id: 'laisser' }),
      )
}`
  if (answer.kind !== 'seen')
    return html`<p class="notice">${NOT_SEEN[answer.kind]}</p>
${facts(mail)}
${answer.kind === 'refused' ? NOTHING : decide}`
  return html`${await head(desk, answer.glance, call)}
${partTable(answer.glance)}
${decide}`
}

function facts(mail: SetAside): Html {
  return html`<dl class="facts"><dt>Taille</dt><dd>${fileSize(mail.bytes)}</dd><dt>Pièces jointes</dt>\
<dd>${attachedInWords(mail.attached)}</dd></dl>`
}

const take: Route = {
  method: 'POST',
  path: `${HERE}/:fingerprint/prendre`,
  may: 'staff',
  async answer(asked, desk) {
    const mail = await mailAsked(asked, desk)
    if (!('taken' in mail)) return mail
    const added = await desk.register.takeIn(mail.fingerprint, author(signedIn(asked)), desk.clock.now())
    if (!added) throw usage('Ce courriel est déjà pris en compte.')
    return seeOther(`${HERE}/${mail.fingerprint}?fait=prise`)
  },
}

const leave: Route = {
  method: 'POST',
  path: `${HERE}/:fingerprint/laisser`,
  may: 'staff',
  async answer(asked, desk) {
    const mail = await mailAsked(asked, desk)
    if (!('taken' in mail)) return mail
    const changed = await desk.register.leaveAside(
      mail.fingerprint,
      author(signedIn(asked)),
      desk.clock.now(),
    )
    if (!changed) throw usage('Le programme écarte ce courriel : il n’y a rien à décider.')
    return seeOther(`${HERE}?fait=laisse`)
  },
}

export const SET_ASIDE_ROUTES: readonly Route[] = [list, opened, take, leave]
