import { counted, typographic } from '../acknowledgement/french.ts'
import type { Call } from '../call/call.ts'
import type { CallVersion } from '../register/call-versions.ts'
import { standingOf } from '../steps/adopt-call.ts'
import { callChanges, verdictChangeInFrench } from './call-changes.ts'
import type { CallComparison, Desk } from './desk.ts'
import { type Html, html, NOTHING } from './html.ts'
import { table } from './layout.ts'

const MOST_SHOWN = 200

/** A version with the call that its file is. */
export interface OpenVersion {
  readonly version: CallVersion
  readonly call: Call
  readonly isWaiting: boolean
}

export const addressOf = ({ callId, version }: CallVersion): string => `/appels/${callId}/versions/${version}`

/** Where its file is, and whether the service works with it: looked at each time. */
export function place({ version, call, isWaiting }: OpenVersion, desk: Desk): Html {
  const { path, taken } = desk.callFiles.placeOf(version.callId)
  const standing = standingOf(version, desk.callFiles.held(version.callId))
  const works = JSON.stringify(desk.calls.find(({ id }) => id === call.id)) === JSON.stringify(call)
  const file = html`<code>${path}</code>`
  if (works) return html`<p class="notice done">Le service travaille avec cette version (${file}).</p>`
  if (version.adopted !== null && standing === 'same')
    return taken
      ? html`<p class="notice">Le fichier est écrit (${file}). Le service redémarre ses processus et \
travaille avec lui dans la minute : actualisez cette page.</p>`
      : html`<p class="notice">Le fichier est écrit (${file}). Ce service ne lit que les fichiers qu’on lui \
nomme : l’exploitant doit l’ajouter à <code>RECEPISSE_CALL</code> (ou y nommer son dossier), puis \
redémarrer le service.</p>`
  if (standing === 'moved')
    return html`<p class="notice wrong">Le fichier sur le disque (${file}) n’est ni cette version ni celle \
dont elle est partie : quelqu’un l’a modifié. Ce qui est sur le disque fait foi ; reprenez-le par \
« Modifier ».</p>`
  return isWaiting
    ? html`<p class="notice">Cette version n’est pas en service. Adoptée, elle sera écrite dans ${file}.</p>`
    : html`<p class="notice">Cette version a été remplacée, ou n’est plus celle du disque (${file}).</p>`
}

/** What differs from the file on disk, by the names of the forms. */
export function changes(version: CallVersion, desk: Desk): Html {
  const held = desk.callFiles.held(version.callId)
  if (held === null) return html`<p>C’est un nouvel appel : aucun courriel n’est encore jugé d’après lui.</p>`
  const found = callChanges(held.text, version.body)
  if (found.length === 0) return NOTHING
  return html`<h2>Ce qui change dans le fichier</h2>
${table(
  counted(found.length, 'valeur change', 'valeurs changent'),
  ['Quoi', 'Aujourd’hui', 'Deviendrait'],
  found
    .slice(0, MOST_SHOWN)
    .map(({ label, from, to }) => [typographic(label), typographic(from), typographic(to)]),
)}`
}

/** Null for a call under which nothing was judged yet, and for a version that nobody can put in force. */
export function comparisonOf(
  desk: Desk,
  { version, call, isWaiting }: OpenVersion,
  anew: boolean,
): CallComparison | null {
  const known = desk.calls.some(({ id }) => id === call.id)
  const standing = standingOf(version, desk.callFiles.held(version.callId))
  const matters = isWaiting ? standing !== 'moved' : standing === 'same'
  return known && matters ? desk.compareWith(call, version.fingerprint, anew) : null
}

/** What it would make of the mails that were judged already. */
export function compared(
  version: CallVersion,
  { state, done: read, of, changes: found }: CallComparison,
): Html {
  const again = html`<a href="${addressOf(version)}?recomparer=oui">Comparer de nouveau</a>`
  const head = html`<h2>Ce que cela change aux avis</h2>`
  if (state === 'underway')
    return html`${head}<p class="notice" role="status">Les courriels sont relus d’après cette \
version${of === 0 ? NOTHING : html` : ${read} sur ${of}`}. <a href="${addressOf(version)}">Actualiser</a></p>`
  if (state === 'failed')
    return html`${head}<p class="notice wrong">La comparaison n’a pas abouti. ${again}</p>`
  if (found.length === 0) return html`${head}<p>Aucun courriel ne serait jugé autrement. ${again}</p>`
  return html`${head}
${table(
  counted(found.length, 'courriel serait jugé autrement', 'courriels seraient jugés autrement'),
  ['Candidature', 'Ce qui changerait'],
  found
    .slice(0, MOST_SHOWN)
    .map(({ number, fingerprint, changes: of }) => [
      number === null
        ? html`<a href="/courriels/${fingerprint}">${fingerprint.slice(0, 12)}</a>`
        : html`<a href="/candidatures/${number}">${number}</a>`,
      typographic(of.map(verdictChangeInFrench).join(' ; ')),
    ]),
)}<p>${again}</p>`
}
