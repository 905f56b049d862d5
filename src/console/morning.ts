import { capitalised, counted, typographic } from '../acknowledgement/french.ts'
import { workingDaysLater } from '../acknowledgement/working-days.ts'
import type { RegistrationNumber } from '../base/ids.ts'
import { type Instant, millisecondsBetween, wallClockOf } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { deadlineOf, isInTime } from '../call/deadline.ts'
import { deliveryInWords, duration, heldInWords, shortMoment } from '../digest/words.ts'
import { EVERYTHING, type Line, type Loose } from '../register/desk.ts'
import type { HeldMail, LostLetter, Vitals } from '../register/vitals.ts'
import type { Desk } from './desk.ts'
import { type Html, html, NOTHING } from './html.ts'
import { done, page } from './layout.ts'
import { lineTable } from './register-page.ts'
import type { Route } from './route.ts'
import { callOf, FATES } from './words.ts'

/** One thing that needs a person: what, why, until when, and where to do it. */
interface Task {
  readonly to: string
  readonly who: string
  readonly why: string
  readonly until: Html
  readonly urgent: boolean
  readonly since: Instant
}

export const morning: Route = {
  method: 'GET',
  path: '/',
  may: 'reader',
  async answer(asked, desk) {
    const { register } = desk
    const vitals = await register.vitals()
    const tasks = await tasksOf(desk, vitals)
    const [recent, counts] = [await register.lines(EVERYTHING, 0, 10), await register.lineCounts()]
    const content = html`<h1>À faire</h1>
${done(asked)}
${timeLeft(desk)}
${troubles(vitals)}
${tasks.length === 0 ? html`<p class="notice done">Rien ne demande votre intervention.</p>` : html`<ul class="tasks">${tasks.map(taskItem)}</ul>`}
<h2>Où en est l’appel</h2>
${figures(counts.all, counts.completeness, counts.timeliness)}
<h2>Derniers dépôts</h2>
${recent.lines.length === 0 ? html`<p>Aucune candidature n’est encore arrivée.</p>` : lineTable(recent.lines, desk, 'Les dix dernières candidatures reçues')}
<p><a href="/registre">Tout le registre</a></p>
<h2>Bilan de la boîte</h2>
<p>${await balanceLine(desk)}</p>`
    return page(asked, 'À faire', '/', content)
  },
}

/** The most urgent first, then what waits longest. */
async function tasksOf(desk: Desk, vitals: Vitals): Promise<readonly Task[]> {
  const { register } = desk
  const contested = await register.lines({ ...EVERYTHING, timeliness: 'contested' }, 0, 200)
  const unsure = await register.unsureJoins()
  const numbers = [...vitals.held, ...vitals.lost, ...unsure].flatMap((one) => one.number ?? [])
  const names = await register.namesOf(numbers)
  const who = (number: RegistrationNumber | null): string =>
    number === null
      ? 'Expéditeur non identifié'
      : `${names.get(number) ?? 'Candidat non identifié'} (${number})`
  const terms = termsByDay()
  const tasks = [
    ...vitals.lost.map((one) => lostTask(one, who(one.number), desk)),
    ...vitals.held.map((one) => heldTask(one, who(one.number), desk, terms)),
    ...contested.lines.map((one) => contestedTask(one, desk)),
    ...unsure.map((one) => unsureTask(one, who(one.number))),
  ]
  return tasks.sort(
    (one, other) => Number(other.urgent) - Number(one.urgent) || (one.since < other.since ? -1 : 1),
  )
}

function lostTask({ number, state, since, callId }: LostLetter, who: string, { calls }: Desk): Task {
  return {
    to: `/candidatures/${number ?? ''}`,
    who,
    why: `${deliveryInWords(state)} : joindre le candidat, puis renvoyer.`,
    until: html`depuis le ${shortMoment(since, callOf(calls, callId))}`,
    urgent: true,
    since,
  }
}

function heldTask(held: HeldMail, known: string, { calls, clock }: Desk, terms: Terms): Task {
  const quarantined = held.reason === 'quarantined'
  const nobody = quarantined ? 'Courriel mis à l’écart' : 'Question ou désistement'
  return {
    to: `/courriels/${held.fingerprint}`,
    who: held.number === null ? nobody : known,
    why: quarantined
      ? 'courriel mis à l’écart, il n’a pas pu être lu : le relire ou en accuser réception.'
      : `accusé de réception à envoyer vous-même : ${heldInWords(held.reason)}.`,
    since: held.receivedAt,
    ...inTime(held.receivedAt, callOf(calls, held.callId), clock.now(), terms),
  }
}

function contestedTask({ number, name, receivedAt, callId }: Line, { calls }: Desk): Task {
  return {
    to: `/candidatures/${number}`,
    who: `${name ?? 'Candidat non identifié'} (${number})`,
    why: 'date à arbitrer : décider si le dépôt est dans les délais.',
    until: html`reçu le ${shortMoment(receivedAt, callOf(calls, callId))}`,
    urgent: false,
    since: receivedAt,
  }
}

function unsureTask({ number, receivedAt, others }: Loose, who: string): Task {
  return {
    to: `/candidatures/${number ?? ''}`,
    who,
    why: `peut-être la même candidature que ${others.join(', ')} : comparer, puis réunir s’il le faut.`,
    until: NOTHING,
    urgent: false,
    since: receivedAt,
  }
}

type Terms = (since: Instant, call: Call) => { readonly soon: Instant; readonly last: Instant }

/**
 * One working day for the registration notice, ten for the acknowledgement (CRPA R112-11-2): counted once for each day,
 * mails of one day have the same.
 */
function termsByDay(): Terms {
  const known = new Map<string, ReturnType<Terms>>()
  return (since, { deadline: { zone } }) => {
    const day = `${zone} ${wallClockOf(since, zone).toPlainDate().toString()}`
    const counted = known.get(day) ?? {
      soon: workingDaysLater(since, 1, zone),
      last: workingDaysLater(since, 10, zone),
    }
    known.set(day, counted)
    return counted
  }
}

function inTime(
  since: Instant,
  call: Call,
  now: Instant,
  terms: Terms,
): { readonly until: Html; readonly urgent: boolean } {
  const { soon, last } = terms(since, call)
  const received = html`reçu le ${shortMoment(since, call)}`
  if (now <= soon)
    return { until: html`avant le <strong>${shortMoment(soon, call)}</strong> (${received})`, urgent: false }
  if (now <= last)
    return {
      until: html`<strong>sans attendre</strong>, au plus tard le ${shortMoment(last, call)} (${received})`,
      urgent: true,
    }
  return {
    until: html`<strong>le délai légal a pris fin</strong> le ${shortMoment(last, call)} (${received})`,
    urgent: true,
  }
}

function taskItem({ to, who, why, until, urgent }: Task): Html {
  return html`<li${urgent ? html` class="urgent"` : NOTHING}><p class="what"><a href="${to}">${who}</a></p><p>${typographic(capitalised(why))}</p><p class="muted">${until}</p></li>`
}

const JUST_NOW_MS = 60_000

function timeLeft({ calls, clock }: Desk): Html {
  const now = clock.now()
  return html`${calls.map((call) => {
    const deadline = deadlineOf(call)
    const moment = shortMoment(deadline, call)
    if (!isInTime(now, call) && millisecondsBetween(deadline, now) < JUST_NOW_MS)
      return html`<p class="lead">${call.shortTitle} : la date limite (${moment}) vient de passer.</p>`
    return isInTime(now, call)
      ? html`<p class="lead">${call.shortTitle} : il reste <strong>${duration(now, deadline)}</strong> avant la date limite (${moment}).</p>`
      : html`<p class="lead">${call.shortTitle} : la date limite (${moment}) est passée depuis ${duration(deadline, now)}.</p>`
  })}`
}

function troubles({ breaker, unfinished, infected }: Vitals): Html {
  return html`${breaker === null ? NOTHING : html`<p class="notice wrong">Les envois automatiques sont suspendus : ${breaker.letters} lettres étaient parties en dix minutes. Prévenez l’exploitant.</p>`}
${unfinished.count === 0 ? NOTHING : html`<p class="notice">${counted(unfinished.count, 'courriel est encore', 'courriels sont encore')} en cours de lecture.</p>`}
${infected.length === 0 ? NOTHING : html`<p class="notice wrong">L’antivirus a signalé ${counted(infected.length, 'courriel', 'courriels')} : n’ouvrez pas les originaux.</p>`}`
}

function figures(
  all: number,
  completeness: Readonly<Record<string, number>>,
  timeliness: Readonly<Record<string, number>>,
): Html {
  const shown: readonly (readonly [number, string, string])[] = [
    [all, all < 2 ? 'candidature' : 'candidatures', '/registre'],
    [completeness['complete'] ?? 0, 'dossiers complets', '/registre?dossier=complete'],
    [completeness['incomplete'] ?? 0, 'incomplets', '/registre?dossier=incomplete'],
    [completeness['review'] ?? 0, 'à vérifier', '/registre?dossier=review'],
    [timeliness['contested'] ?? 0, 'dates à arbitrer', '/registre?delai=contested'],
  ]
  return html`<ul class="figures">${shown.map(([count, label, to]) => html`<li><strong>${count}</strong> <a href="${to}">${label}</a></li>`)}</ul>`
}

/** « 12 courriels, 12 destins, 0 inexpliqué » */
async function balanceLine({ register, account }: Desk): Promise<string> {
  const { unknown = 0, ...fates } = await register.balance(account)
  const known = Object.values(fates).reduce((sum, count) => sum + count, 0)
  const detail = Object.entries(fates).map(
    ([fate, count]) => `${FATES[fate as keyof typeof FATES] ?? fate} ${count}`,
  )
  return `${counted(known + unknown, 'courriel', 'courriels')}, ${counted(known, 'destin', 'destins')}, ${counted(unknown, 'inexpliqué', 'inexpliqués')}${detail.length === 0 ? '' : ` (${detail.join(', ')})`}.`
}
