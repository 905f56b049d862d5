import { counted, typographic } from '../acknowledgement/french.ts'
import { sampleLetter } from '../acknowledgement/samples.ts'
import { Failure } from '../base/failure.ts'
import { CallId, Fingerprint } from '../base/ids.ts'
import type { Call } from '../call/call.ts'
import { shortMoment } from '../digest/words.ts'
import type { CallVersion } from '../register/call-versions.ts'
import { callIn } from '../settings/call-text.ts'
import { adoptCall, isAuthor, standingOf } from '../steps/adopt-call.ts'
import { callChanges, verdictChangeInFrench } from './call-changes.ts'
import { waits } from './call-pages.ts'
import type { CallComparison, Desk } from './desk.ts'
import { author, form, REASON, signedIn } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { done, page, table } from './layout.ts'
import { shown } from './letter-page.ts'
import { type Asked, BYTES, type Route, type Signed, seeOther } from './route.ts'

const PATH = '/appels/:call/versions/:version'
const MOST_SHOWN = 200

interface OpenVersion {
  readonly version: CallVersion
  readonly call: Call
  readonly isWaiting: boolean
}

/** Failure('permanent', 'no-such-version'). */
async function versionNamed({ params }: Asked, { register }: Desk): Promise<OpenVersion> {
  const id = CallId.safeParse(params['call'])
  const all = id.success ? await register.callVersions(id.data) : []
  const version = all.find((one) => String(one.version) === params['version'])
  const call = version === undefined ? null : callIn(version.body).call
  if (version === undefined || call === null)
    throw new Failure('permanent', 'no-such-version', 'there is no such version')
  return { version, call, isWaiting: waits(version, all) }
}

const addressOf = ({ callId, version }: CallVersion): string => `/appels/${callId}/versions/${version}`

const versionPage: Route = {
  method: 'GET',
  path: PATH,
  may: 'staff',
  async answer(asked, desk) {
    const open = await versionNamed(asked, desk)
    const { version, call } = open
    const title = `${call.shortTitle}, version ${version.version}`
    const comparison = comparisonOf(desk, open, asked.query['recomparer'] === 'oui')
    const content = html`<h1>${title}</h1>
${done(asked)}
<p><a href="/appels">Retour aux appels</a></p>
${facts(version, desk)}
${place(open, desk)}
${changes(version, desk)}
${comparison === null ? NOTHING : compared(version, comparison)}
${decision(signedIn(asked), desk, open, comparison)}
<h2>Une lettre de cet appel</h2>
${shown(sampleLetter(call, 'incomplete'), 'un candidat à qui il manque tout')}
<details><summary>Le fichier entier</summary><div><pre>${version.body}</pre></div></details>
<p><a class="button" href="${addressOf(version)}/fichier" download>Télécharger le fichier</a></p>`
    return page(asked, title, '/appels', content)
  },
}

function facts(version: CallVersion, desk: Desk): Html {
  const { adopted } = version
  const [first] = desk.calls
  return html`<dl class="facts"><dt>Écrite</dt><dd>le ${shortMoment(version.at, first)} par ${version.by} : ${typographic(version.reason)}</dd>
<dt>Auteurs</dt><dd>${version.authors.join(', ')}</dd>
<dt>Empreinte SHA-256</dt><dd><code>${version.fingerprint}</code></dd>
<dt>Adoptée</dt><dd>${adopted === null ? 'pas encore' : html`le ${shortMoment(adopted.at, first)} par ${adopted.by} : ${typographic(adopted.reason)}`}</dd></dl>`
}

/** Where its file is, and whether the service works with it: looked at each time. */
function place({ version, call, isWaiting }: OpenVersion, desk: Desk): Html {
  const { path, taken } = desk.callFiles.placeOf(version.callId)
  const standing = standingOf(version, desk.callFiles.held(version.callId))
  const works = JSON.stringify(desk.calls.find(({ id }) => id === call.id)) === JSON.stringify(call)
  const file = html`<code>${path}</code>`
  if (works) return html`<p class="notice done">Le service travaille avec cette version (${file}).</p>`
  if (version.adopted !== null && standing === 'same')
    return taken
      ? html`<p class="notice">Le fichier est écrit (${file}). Le service redémarre ses processus et travaille avec lui dans la minute : actualisez cette page.</p>`
      : html`<p class="notice">Le fichier est écrit (${file}). Ce service ne lit que les fichiers qu’on lui nomme : l’exploitant doit l’ajouter à <code>RECEPISSE_CALL</code> (ou y nommer son dossier), puis redémarrer le service.</p>`
  if (standing === 'moved')
    return html`<p class="notice wrong">Le fichier sur le disque (${file}) n’est ni cette version ni celle dont elle est partie : quelqu’un l’a modifié. Ce qui est sur le disque fait foi ; reprenez-le par « Modifier ».</p>`
  return isWaiting
    ? html`<p class="notice">Cette version n’est pas en service. Adoptée, elle sera écrite dans ${file}.</p>`
    : html`<p class="notice">Cette version a été remplacée, ou n’est plus celle du disque (${file}).</p>`
}

function changes(version: CallVersion, desk: Desk): Html {
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
function comparisonOf(
  desk: Desk,
  { version, call, isWaiting }: OpenVersion,
  anew: boolean,
): CallComparison | null {
  const known = desk.calls.some(({ id }) => id === call.id)
  const standing = standingOf(version, desk.callFiles.held(version.callId))
  const matters = isWaiting ? standing !== 'moved' : standing === 'same'
  return known && matters ? desk.compareWith(call, version.fingerprint, anew) : null
}

function compared(version: CallVersion, { state, done: read, of, changes: found }: CallComparison): Html {
  const again = html`<a href="${addressOf(version)}?recomparer=oui">Comparer de nouveau</a>`
  const head = html`<h2>Ce que cela change aux avis</h2>`
  if (state === 'underway')
    return html`${head}<p class="notice" role="status">Les courriels sont relus d’après cette version : ${read} sur ${of}. <a href="${addressOf(version)}">Actualiser</a></p>`
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

function decision(
  signed: Signed,
  desk: Desk,
  { version, isWaiting }: OpenVersion,
  comparison: CallComparison | null,
): Html {
  const isDone = comparison === null || comparison.state === 'done'
  if (version.adopted !== null)
    return comparison !== null && isDone && comparison.changes.length > 0
      ? html`<h2>Réexaminer</h2><p>Les courriels déjà jugés le restent tant que personne ne les remet en lecture. Aucun accusé n’est envoyé une seconde fois.</p>
${form(signed, `${addressOf(version)}/reexaminer`, [REASON], 'Remettre ces courriels en lecture', { id: 'reexaminer' })}`
      : NOTHING
  if (!isWaiting || standingOf(version, desk.callFiles.held(version.callId)) === 'moved') return NOTHING
  if (isAuthor(version, signed.session.email))
    return html`<h2>Adopter</h2><p>Vous avez écrit dans cette version : une autre personne, agent ou administrateur, doit la relire et l’adopter.</p>`
  if (!isDone)
    return html`<h2>Adopter</h2><p>Attendez la fin de la comparaison : elle montre ce qui changerait.</p>`
  return html`<h2>Adopter</h2><p>Relisez le fichier et la lettre. Adoptée, la version est écrite à sa place et le service la prend en compte.</p>
${form(signed, `${addressOf(version)}/adopter`, [html`<input type="hidden" name="vue" value="${version.fingerprint}">`, REASON], 'Adopter cette version', { id: 'adopter' })}`
}

const adopt: Route = {
  method: 'POST',
  path: `${PATH}/adopter`,
  may: 'staff',
  async answer(asked, desk) {
    const open = await versionNamed(asked, desk)
    const comparison = comparisonOf(desk, open, false)
    if (comparison !== null && comparison.state !== 'done')
      throw new Failure('permanent', 'not-compared', 'the comparison is not done')
    await adoptCall(desk, open.version, open.call, author(signedIn(asked)))
    return seeOther(`${addressOf(open.version)}?fait=version-adoptee`)
  },
}

const examine: Route = {
  method: 'POST',
  path: `${PATH}/reexaminer`,
  may: 'staff',
  async answer(asked, desk) {
    const open = await versionNamed(asked, desk)
    const comparison = comparisonOf(desk, open, false)
    const mails = (comparison?.changes ?? []).map(({ fingerprint }) => Fingerprint.parse(fingerprint))
    await desk.register.readAgain(mails, author(signedIn(asked)), desk.clock.now())
    await Promise.all(mails.map((fingerprint) => desk.jobs.add('read', { fingerprint })))
    return seeOther(`${addressOf(open.version)}?fait=relecture-appel`)
  },
}

const download: Route = {
  method: 'GET',
  path: `${PATH}/fichier`,
  may: 'staff',
  async answer(asked, desk) {
    const { version } = await versionNamed(asked, desk)
    return {
      kind: 'download',
      name: `${version.callId}.yaml`,
      type: BYTES,
      content: Buffer.from(version.body),
    }
  },
}

export const VERSION_ROUTES: readonly Route[] = [versionPage, adopt, examine, download]
