import { Fingerprint } from '../base/ids.ts'
import { type Instant, instantFromWallClock, isWallClock } from '../base/instant.ts'
import { FieldKind, HouseKind } from '../call/field-kind.ts'
import { DocumentRole } from '../call/roles.ts'
import type { Correction } from '../dossier/correction.ts'
import { asKept } from '../exports/as-written.ts'
import type { MailView } from '../register/views.ts'
import { arbitrate, rectify } from '../steps/act.ts'
import * as bind from '../steps/bind.ts'
import type { Desk } from './desk.ts'
import { addressIn, author, signedIn, usage, wanted } from './forms.ts'
import { onApplication } from './on-application.ts'
import { type Answer, type Asked, type Route, type Signed, seeOther } from './route.ts'
import { callOf } from './words.ts'
import { workedIn } from './worked-in.ts'

/** A decision about one mail: the steps do it, and the browser goes back to where it shows. */
export function onMail(
  path: string,
  told: string,
  act: (asked: Signed, desk: Desk, mail: MailView) => Promise<void>,
): Route {
  return {
    method: 'POST',
    path: `/courriels/:fingerprint/${path}`,
    may: 'staff',
    async answer(asked, desk) {
      const mail = await mailNamed(asked, desk)
      await act(signedIn(asked), desk, mail)
      await workedIn(desk, mail)
      return backTo((await desk.register.mailView(mail.fingerprint)) ?? mail, told)
    },
  }
}

/** A mail that no application has, with a number or without, has its own page. */
export function pageOf({
  number,
  fingerprint,
  ground,
}: Pick<MailView, 'number' | 'fingerprint' | 'ground'>): string {
  return number === null || ground === null ? `/courriels/${fingerprint}` : `/candidatures/${number}`
}

function backTo(mail: MailView, told: string): Answer {
  return seeOther(`${pageOf(mail)}?fait=${told}`)
}

/** Failure('permanent', 'usage') when the register has no such mail. */
export async function mailNamed({ params }: Asked, { register }: Desk): Promise<MailView> {
  const fingerprint = Fingerprint.safeParse(params['fingerprint'])
  const mail = fingerprint.success ? await register.mailView(fingerprint.data) : null
  if (mail === null) throw usage('Le registre n’a pas ce courriel.')
  return mail
}

/** What corrects a letter on paper is on paper too: it opens to be printed. */
const correctTime: Route = {
  method: 'POST',
  path: '/courriels/:fingerprint/rectifier',
  may: 'staff',
  async answer(asked, desk) {
    const mail = await mailNamed(asked, desk)
    const id = await rectify(desk, desk.calls, mail.fingerprint, hourIn(asked, desk, mail), {
      ...author(signedIn(asked)),
      to: addressIn(asked, 'adresse'),
    })
    const letters = await desk.register.lettersAbout(mail.fingerprint)
    const isHanded = letters.some((letter) => letter.id === id && letter.state === 'handed')
    if (id !== null && !isHanded) await desk.jobs.add('deliver', { outboxId: id })
    await judgeSoon(desk, mail)
    await workedIn(desk, mail)
    if (isHanded) return seeOther(`/lettres/${id}?fait=rectifie-papier`)
    return backTo((await desk.register.mailView(mail.fingerprint)) ?? mail, 'rectifie')
  },
}

function hourIn(asked: Asked, { calls }: Desk, mail: MailView): Instant {
  const hour = wanted(asked, 'heure', 'Heure de réception')
  if (!isWallClock(hour)) throw usage('L’heure doit être écrite comme 2022-11-23T15:59:58.')
  return instantFromWallClock(hour, callOf(calls, mail.callId).deadline.zone)
}

const rule = onMail('arbitrer', 'arbitrage', async (asked, desk, mail) => {
  const ruled = asked.form['decision']
  if (ruled !== 'on_time' && ruled !== 'late') throw usage('Le champ « Décision » doit être rempli.')
  await arbitrate(desk, desk.calls, mail.fingerprint, ruled, author(asked))
  await judgeSoon(desk, mail)
})

const correctField = onMail('corriger', 'correction', async (asked, desk, mail) => {
  const kind = FieldKind.safeParse(asked.form['fait'])
  const own = callOf(desk.calls, mail.callId).kinds.map(({ id }) => id)
  const known: readonly string[] = [...HouseKind.options, ...own]
  if (!kind.success || !known.includes(kind.data)) throw usage('Choisissez l’information à corriger.')
  const value = asked.form['valeur']?.trim() ?? ''
  if (value.length > 500) throw usage('Cette valeur est trop longue.')
  await correct(asked, desk, mail, { what: 'field', kind: kind.data, value: asKept(kind.data, value) })
})

const refuse = onMail('refuser', 'refus', async (asked, desk, mail) => {
  const kind = FieldKind.safeParse(asked.form['fait'])
  // Browsers end lines in two letters.
  const value = (asked.form['valeur'] ?? '').replaceAll('\r\n', '\n')
  const fields = mail.documents.flatMap((document) => document.fields)
  if (!kind.success || !fields.some((field) => field.kind === kind.data && field.value === value))
    throw usage('Ce courriel ne propose pas ce changement.')
  await correct(asked, desk, mail, { what: 'refused', kind: kind.data, value })
})

const correctRole = onMail('role', 'correction', async (asked, desk, mail) => {
  const document = asked.form['document'] ?? ''
  if (!mail.documents.some(({ name }) => name === document)) throw usage('Ce courriel n’a pas cette pièce.')
  await correct(asked, desk, mail, { what: 'role', document, roles: [roleIn(asked)] })
})

const receivedOtherwise = onMail('recu-autrement', 'correction', (asked, desk, mail) =>
  correct(asked, desk, mail, {
    what: 'received-otherwise',
    role: roleIn(asked),
    how: wanted(asked, 'comment', 'Comment elle est parvenue'),
  }),
)

function roleIn({ form }: Asked): DocumentRole {
  const role = DocumentRole.safeParse(form['role'])
  if (!role.success) throw usage('Choisissez la pièce.')
  return role.data
}

async function correct(asked: Signed, desk: Desk, mail: MailView, correction: Correction): Promise<void> {
  const touched = await desk.register.correct(mail.fingerprint, correction, author(asked), desk.clock.now())
  await concludeSoon(desk, touched)
}

const undo = onMail('retablir', 'retabli', async (asked, desk) => {
  const seq = Number(asked.form['correction'])
  if (!Number.isSafeInteger(seq)) throw usage('Cette correction n’existe pas.')
  await concludeSoon(desk, await desk.register.undoCorrection(seq, author(asked), desk.clock.now()))
})

const separate = onMail('separer', 'separation', async (asked, desk, mail) => {
  await bind.separate(desk, desk.calls, mail.fingerprint, author(asked))
  await judgeSoon(desk, mail)
})

const readAgain = onMail('relire', 'relecture', async (asked, desk, mail) => {
  const count = await desk.register.readAgain([mail.fingerprint], author(asked), desk.clock.now())
  if (count === 0) throw usage('Ce courriel est déjà en lecture, ou son heure a été corrigée par un agent.')
  await desk.jobs.add('read', { fingerprint: mail.fingerprint })
})

const join = onTwo('reunir', 'jonction', bind.join)
const tellApart = onTwo('distinguer', 'distinction', bind.tellApart)

/** A decision about two applications. */
function onTwo(path: string, told: string, decide: typeof bind.join): Route {
  return onApplication(path, told, (asked, desk, number) => {
    const other = wanted(asked, 'numero', 'N° de l’autre candidature')
    return decide(desk, desk.calls, [number, other], author(asked))
  })
}

/** Hints only: the sweep would find them by itself. */
async function concludeSoon({ jobs }: Desk, mails: readonly Fingerprint[]): Promise<void> {
  await Promise.all(mails.map((fingerprint) => jobs.add('conclude', { fingerprint })))
}

/** The mail's application as it stands after a decision. */
async function judgeSoon(desk: Desk, { fingerprint }: MailView): Promise<void> {
  const mail = await desk.register.mailView(fingerprint)
  const application = mail?.number == null ? null : await desk.register.application(mail.number)
  const waiting = (application?.mails ?? []).filter(({ progress }) => progress === 'assembled')
  await concludeSoon(
    desk,
    waiting.map((one) => one.fingerprint),
  )
}

export const ACTION_ROUTES: readonly Route[] = [
  correctTime,
  rule,
  correctField,
  refuse,
  correctRole,
  receivedOtherwise,
  undo,
  separate,
  readAgain,
  join,
  tellApart,
]
