import { capitalised, counted, typographic } from '../acknowledgement/french.ts'
import { millisecondsBetween } from '../base/instant.ts'
import { deadlineAt, isOpen } from '../call/deadline.ts'
import { deadlineInShort, duration } from '../digest/words.ts'
import { EVERYTHING } from '../register/desk.ts'
import type { Vitals } from '../register/vitals.ts'
import type { Desk } from './desk.ts'
import { signedIn } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { done, page } from './layout.ts'
import { lineTable } from './register-page.ts'
import { type Route, seeOther } from './route.ts'
import { type Task, tasksOf } from './tasks.ts'
import { FATES } from './words.ts'

export const morning: Route = {
  method: 'GET',
  path: '/',
  may: 'reader',
  async answer(asked, desk) {
    const { register } = desk
    const vitals = await register.vitals()
    const tasks = await tasksOf(desk, vitals, signedIn(asked).session.email)
    const all = asked.query['toutes'] === 'oui'
    const [recent, counts] = [await register.lines(EVERYTHING, 0, 10), await register.lineCounts(null)]
    const content = html`<h1>À faire</h1>
${done(asked)}
${timeLeft(desk)}
${troubles(vitals)}
${tasks.length === 0 ? html`<p class="notice done">Rien ne demande votre intervention.</p>` : taskList(tasks, all)}
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

/** From a dossier that is done to what waits next; back to the list where nothing does. */
export const nextTask: Route = {
  method: 'GET',
  path: '/tache-suivante',
  may: 'reader',
  async answer(asked, desk) {
    const tasks = await tasksOf(desk, await desk.register.vitals(), signedIn(asked).session.email)
    const own = `/candidatures/${asked.query['apres'] ?? ''}`
    const at = tasks.findLastIndex(({ to }) => to.split('#')[0] === own)
    return seeOther(tasks[at + 1]?.to ?? '/')
  },
}

/** More than anybody does in a morning. */
const TASKS_SHOWN = 100

function taskList(tasks: readonly Task[], all: boolean): Html {
  const shown = all ? tasks : tasks.slice(0, TASKS_SHOWN)
  return html`<ul class="tasks">${shown.map(taskItem)}</ul>
${shown.length === tasks.length ? NOTHING : html`<p>Les ${TASKS_SHOWN} plus urgentes sont ci-dessus. <a href="/?toutes=oui">Montrer les ${tasks.length} tâches</a></p>`}`
}

function taskItem({ to, who, why, until, urgent }: Task): Html {
  return html`<li${urgent ? html` class="urgent"` : NOTHING}><p class="what"><a href="${to}">${who}</a></p><p>${typographic(capitalised(why))}</p><p class="muted">${until()}</p></li>`
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
      ? html`<p class="lead">${call.shortTitle} : la date limite (${moment}) est passée depuis ${duration(deadline.at, now)}.</p>`
      : html`<p class="lead">${call.shortTitle} : il reste <strong>${duration(now, deadline.at)}</strong> avant la date limite (${moment}).</p>`
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
