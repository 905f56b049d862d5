import type { LetterKind } from '../acknowledgement/outgoing.ts'
import type { Call } from '../call/call.ts'
import { shortMoment } from '../digest/words.ts'
import { lossOf } from '../register/outbox.ts'
import type { LetterState } from '../register/views.ts'
import { type Html, html } from './html.ts'

/** What a letter is called, with a capital. */
export const KINDS: Readonly<Record<LetterKind, string>> = {
  acknowledgement: 'Accusé de réception',
  rectification: 'Accusé rectificatif',
  reminder: 'Rappel',
  joining: 'Avis de rattachement',
  decision: 'Lettre de décision',
  message: 'Message',
  answer: 'Réponse à une question',
  trial: 'Réponse à un essai',
  digest: 'Récapitulatif',
  alarm: 'Alerte',
}

/** What became of a letter: whether it left, and what a robot on the other side told of it since. */
export function stateTag(letter: LetterState, call: Call): Html {
  const { state, sentAt, arrival, uncertain } = letter
  const since = arrival === null ? '' : ` le ${shortMoment(arrival.at, call)}`
  if (lossOf(letter) === 'restored')
    return html`<span class="tag bad">retenue par une restauration, peut-être déjà partie</span>`
  if (state === 'bounced') return html`<span class="tag bad">revenue${since}</span>`
  if (state === 'refused') return html`<span class="tag bad">refusée par le serveur d’envoi</span>`
  if (state === 'handed')
    return html`<span class="tag good">remise sur papier le \
${sentAt === null ? '' : shortMoment(sentAt, call)}</span>`
  if (state !== 'sent' || sentAt === null) return html`<span class="tag open">en attente d’envoi</span>`
  const left = `partie le ${shortMoment(sentAt, call)}${uncertain > 0 ? ', peut-être deux fois' : ''}`
  switch (arrival?.news) {
    case 'said-bounced':
      return html`<span class="tag bad">revenue${since}, selon un avis que rien n’authentifie</span>`
    case 'challenged':
      return html`<span class="tag open">retenue par un filtre du destinataire${since}</span>`
    case 'delayed':
      return html`<span class="tag open">retardée chez le destinataire${since}</span>`
    case 'absent':
      return html`<span class="tag good">${left} ; le destinataire est absent</span>`
    default:
      return html`<span class="tag good">${left}</span>`
  }
}
