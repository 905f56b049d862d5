import { capitalised, counted, typographic } from '../acknowledgement/french.ts'
import { millisecondsBetween } from '../base/instant.ts'
import { deadlineAt, isOpen } from '../call/deadline.ts'
import { balanceInWords, balanceOf, fatesInWords } from '../digest/balance-words.ts'
import { deadlineInShort, duration } from '../digest/words.ts'
import { EVERYTHING } from '../register/desk.ts'
import type { Vitals } from '../register/vitals.ts'
import type { Desk } from './desk.ts'
import { signedIn } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { done, page } from './layout.ts'
import { lineTable } from './register-page.ts'
import { type Route, seeOther } from './route.ts'
import { type Task, type Tasks, tasksOf } from './tasks.ts'

export const morning: Route = {
  method: 'GET',
  path: '/',
  may: 'reader',
  async answer(asked, desk) {
    const { register } = desk
    const vitals = await register.vitals()
    const most = asked.query['toutes'] === 'oui' ? ALL_TASKS : TASKS_SHOWN
    const tasks = await tasksOf(desk, vitals, signedIn(asked).session.email, most)
    const [recent, counts] = [await register.lines(EVERYTHING, 0, 10), await register.lineCounts(null)]
    const content = html`<h1>À faire</h1>
${done(asked)}
${timeLeft(desk)}
${stoppedSending(vitals, desk)}
${troubles(vitals)}
${tasks.count === 0 ? html`<p class="notice done">Rien ne demande votre intervention.</p>` : taskList(tasks)}
<h2>Où en est l’appel</h2>
${figures(counts.all, counts.completeness, counts.timeliness)}
<h2>Derniers dépôts</h2>
${
  recent.lines.length === 0
    ? html`<p>Aucune candidature n’est encore arrivée.</p>`
    : lineTable(recent.lines, desk, 'Les dix dernières candidatures reçues')
}
<p><a href="/registre">Tout le registre</a></p>
<h2>Bilan de la boîte</h2>
<p>${await balanceLine(desk)}</p>`
    return page(asked, 'À faire', '/', content)
  },
}

/** From a dossier that is done to what waits next; back to the list where nothing does. */
export const nextTask: Route = {
  method: 'GET',
  path: '/tache-suivante',
  may: 'reader',
  async answer(asked, desk) {
    const { email } = signedIn(asked).session
    const { first } = await tasksOf(desk, await desk.register.vitals(), email, ALL_TASKS)
    const own = `/candidatures/${asked.query['apres'] ?? ''}`
    const at = first.findLastIndex(({ to }) => to.split('#')[0] === own)
    return seeOther(first[at + 1]?.to ?? '/')
  },
}

/** More than anybody does in a morning. */
const TASKS_SHOWN = 100
/** More than a call brings. */
const ALL_TASKS = 100_000

function taskList({ first, count }: Tasks): Html {
  return html`<ul class="tasks">${first.map(taskItem)}</ul>
${
  first.length === count
    ? NOTHING
    : html`<p>Les ${first.length} plus urgentes sont ci-dessus. <a href="/?toutes=oui">Montrer les ${count} \
tâches</a></p>`
}`
}

function taskItem({ to, who, why, until, urgent }: Task): Html {
  return html`<li${urgent ? html` class="urgent"` : NOTHING}><p class="what"><a href="${to}">${who}</a></p>\
<p>${typographic(capitalised(why))}</p><p class="muted">${until()}</p></li>`
}

const JUST_NOW_MS = 60_000

function timeLeft({ calls, clock }: Desk): Html {
  const now = clock.now()
  return html`${calls.map((call) => {
    const deadline = deadlineAt(now, call)
    const moment = deadlineInShort(deadline, call)
    if (deadline === null)
      return html`<p class="lead">${call.shortTitle} : dépôt sans date limite (${moment}).</p>`
    const isOver = !isOpen(now, deadline)
    if (isOver && millisecondsBetween(deadline.at, now) < JUST_NOW_MS)
      return html`<p class="lead">${call.shortTitle} : la date limite (${moment}) vient de passer.</p>`
    return isOver
      ? html`<p class="lead">${call.shortTitle} : la date limite (${moment}) est passée depuis \
${duration(deadline.at, now)}.</p>`
      : html`<p class="lead">${call.shortTitle} : il reste <strong>${duration(now, deadline.at)}</strong> \
avant la date limite (${moment}).</p>`
  })}`
}

/** Named where there are several calls: those of the others leave. */
function stoppedSending({ breakers }: Vitals, { calls }: Desk): Html {
  const nameOf = (id: string | null) => calls.find((call) => call.id === id)?.shortTitle
  return html`${breakers.map(({ callId, letters }) => {
    const name = calls.length > 1 ? nameOf(callId) : undefined
    return html`<p class="notice wrong">Les envois automatiques\
${name === undefined ? NOTHING : html` de « ${name} »`} sont suspendus : ${letters} lettres \
étaient parties en dix minutes. Prévenez l’exploitant.</p>`
  })}`
}

function troubles({ unfinished, infected }: Vitals): Html {
  return html`${
    unfinished.count === 0
      ? NOTHING
      : html`<p class="notice">${counted(unfinished.count, 'courriel est encore', 'courriels sont encore')} \
en cours de lecture.</p>`
  }
${
  infected.length === 0
    ? NOTHING
    : html`<p class="notice wrong">L’antivirus a signalé \
${counted(infected.length, 'courriel', 'courriels')} : n’ouvrez pas les originaux.</p>`
}`
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
  return html`<ul class="figures">${shown.map(
    ([count, label, to]) => html`<li><strong>${count}</strong> <a href="${to}">${label}</a></li>`,
  )}</ul>`
}

async function balanceLine({ register, account }: Desk): Promise<string> {
  const balance = balanceOf(await register.balance(account))
  return typographic(`${capitalised(balanceInWords(balance))}${fatesInWords(balance.fates)}.`)
}
