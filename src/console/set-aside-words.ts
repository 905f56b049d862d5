import { counted } from '../acknowledgement/french.ts'
import { type Attached, AttachmentKind, countOf } from '../documents/attached.ts'
import type { GlanceAnswer } from '../evidence/glance.ts'
import type { SetAside, Today } from '../register/set-aside.ts'
import { type Html, html } from './html.ts'

const KINDS: Readonly<Record<AttachmentKind, readonly [one: string, several: string]>> = {
  pdf: ['PDF', 'PDF'],
  office: ['document bureautique', 'documents bureautiques'],
  picture: ['image', 'images'],
  archive: ['dossier compressé', 'dossiers compressés'],
  enciphered: ['fichier chiffré', 'fichiers chiffrés'],
  mail: ['courriel joint', 'courriels joints'],
  calendar: ['invitation', 'invitations'],
  text: ['fichier texte', 'fichiers texte'],
  other: ['autre fichier', 'autres fichiers'],
}

/** A kind of attachment, in French, as one of them is called. */
export function kindInWords(kind: AttachmentKind): string {
  return KINDS[kind][0]
}

/** « 2 PDF, 1 image » */
export function attachedInWords(attached: Attached | null): string {
  if (attached === null) return 'non relevées'
  const told = AttachmentKind.options.flatMap((kind) => {
    const count = attached[kind]
    return count === undefined ? [] : [counted(count, ...KINDS[kind])]
  })
  return told.length === 0 ? 'aucune' : told.join(', ')
}

const TODAY: Readonly<Record<Today, string>> = {
  submission: 'le programme le prendrait en compte aujourd’hui',
  inquiry: 'le programme y verrait aujourd’hui une question',
  quarantined: 'le programme ne saurait pas le lire',
}

/** Where it stands, for the list: what asks for a person is in a frame. */
export function standingOf({ today, taken, goneAt, lookedAt, attached, mayAsk }: SetAside): Html {
  if (taken !== null && goneAt !== null)
    return html`<span class="tag bad">à prendre en compte, introuvable dans la boîte</span>`
  if (taken !== null) return html`<span class="tag good">pris en compte, en cours de lecture</span>`
  if (today !== null) return html`<span class="tag open">${TODAY[today]}</span>`
  if (goneAt !== null) return html`<span class="muted">n’est plus dans la boîte</span>`
  if (lookedAt !== null) return html`<span class="muted">déjà regardé</span>`
  if (mayAsk) return html`<span class="tag open">peut-être une question</span>`
  return attached !== null && countOf(attached) > 0
    ? html`<span class="tag open">à regarder</span>`
    : html`<span class="muted">pas encore regardé</span>`
}

/** Why nothing can be shown, and what to do then. */
export const NOT_SEEN: Readonly<Record<Exclude<GlanceAnswer['kind'], 'seen'>, string>> = {
  gone:
    'Ce courriel n’est plus dans les dossiers surveillés de la boîte : il a été déplacé ou supprimé. ' +
    'S’il doit être pris en compte, remettez-le dans la boîte de réception.',
  renumbered:
    'Le serveur de messagerie a renuméroté ce dossier. Récépissé le relit : revenez à cette page dans ' +
    'quelques minutes.',
  refused: 'Le registre ne tient plus ce courriel pour écarté. Revenez à la liste.',
  away: 'La boîte aux lettres ne répond pas en ce moment. Rien n’est perdu : réessayez dans un instant.',
  elsewhere:
    'Sur cette machine, aucun programme ne lit la boîte : elle est surveillée par une autre machine, ' +
    'ou le service est arrêté. Ouvrez ce courriel dans votre messagerie ; l’heure de réception et la ' +
    'taille permettent de le retrouver.',
}
