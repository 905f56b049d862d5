import { dateInWords, momentInWords, universalTime } from '../acknowledgement/french.ts'
import { Fingerprint } from '../base/ids.ts'
import { type Instant, millisecondsBetween } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { deadlineAt } from '../call/deadline.ts'
import { duration, shortMoment } from '../digest/words.ts'
import { paperOf } from '../dossier/paper.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import { pieceName } from '../register/piece-name.ts'
import type { HistoryEntry, MailView } from '../register/views.ts'
import { postCounts } from '../verdict/rules/receipt-in-time.ts'
import { detailLine, eventLabel } from './history-words.ts'
import { type Html, html, NOTHING } from './html.ts'
import { table } from './layout.ts'
import { CLOCKS, PROBLEMS, roleLabel } from './words.ts'

/** « 16 heures avant la date limite »: the margin, whichever side. */
export function margin(receivedAt: Instant, call: Call): string {
  const deadline = deadlineAt(receivedAt, call)?.at
  if (deadline === undefined) return 'sans date limite'
  const seconds = Math.round(Math.abs(millisecondsBetween(receivedAt, deadline)) / 1000)
  if (seconds === 0) return 'à l’instant de la date limite'
  const length =
    seconds < 3600 ? `${Math.floor(seconds / 60)} min ${seconds % 60} s` : duration(receivedAt, deadline)
  return receivedAt < deadline ? `${length} avant la date limite` : `${length} après la date limite`
}

/** The clocks beside each other: the one that counts, then the others. */
export function clockList({ receipt }: MailView, call: Call): Html {
  if (receipt === null) return NOTHING
  const paper = paperOf(receipt, call.deadline.zone)
  const counts = paper?.way === 'post' ? postCounts(call) : null
  const rows = receipt.clocks.map(({ source, at }) => [
    CLOCKS[source],
    html`${momentInWords(at, call.deadline)}<br><span class="muted">${universalTime(at)}</span>`,
    html`${margin(at, call)}${
      source === receipt.source && counts !== 'postmark'
        ? html` <span class="tag good">fait foi</span>`
        : NOTHING
    }`,
  ])
  const postmark =
    paper?.way === 'post'
      ? [['Cachet de la poste', dateInWords(paper.postmark), SENT[counts ?? 'disputed']]]
      : []
  return table('Horloges', ['Horloge', 'Heure', 'Marge'], [...rows, ...postmark])
}

/** What the day of sending is worth (CRPA L112-1). */
const SENT = {
  postmark: html`<span class="tag good">fait foi : date d’envoi (CRPA, art. L. 112-1)</span>`,
  disputed: html`date d’envoi, qui compte à côté de l’arrivée (CRPA, art. L. 112-1)`,
  arrival: html`date d’envoi ; l’appel retient l’arrivée`,
} as const

/** The pieces of a mail: each with a way to it, what it was recognised as, and whether it could be read. */
export function documentTable(mail: MailView, call: Call): Html {
  if (mail.documents.length === 0) return NOTHING
  return table(
    'Pièces',
    ['Pièce', 'Reconnue comme', 'Lecture'],
    mail.documents.map((document, position) => [
      html`<a href="/courriels/${Fingerprint.parse(mail.fingerprint)}/pieces/${position}">${pieceName(
        document,
        mail,
      )}</a>`,
      document.roles
        .filter(({ score }) => score >= WEIGHTS.usable)
        .map(({ role }) => roleLabel(role, call))
        .join(', ') || 'non reconnue',
      document.problem === null ? 'lue' : html`<span class="tag open">${PROBLEMS[document.problem]}</span>`,
    ]),
  )
}

/** All that happened to an application, folded: it is looked into rarely. */
export function historyTable(entries: readonly HistoryEntry[], call: Call): Html {
  return html`<details><summary>Tout ce qui s’est passé (${entries.length})</summary><div>${table(
    'Dans l’ordre',
    ['Quand', 'Quoi', 'Précisions'],
    entries.map(({ at, type, detail }) => [shortMoment(at, call), eventLabel(type), detailLine(detail)]),
  )}</div></details>`
}
