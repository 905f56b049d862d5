import { typographic } from '../acknowledgement/french.ts'
import { sampleLetter } from '../acknowledgement/samples.ts'
import { Failure } from '../base/failure.ts'
import { CallId, Fingerprint } from '../base/ids.ts'
import { shortMoment } from '../digest/words.ts'
import { type CallVersion, waits } from '../register/call-versions.ts'
import { callIn } from '../settings/call-text.ts'
import { adoptCall, isAuthor, standingOf } from '../steps/adopt-call.ts'
import { addressOf, changes, compared, comparisonOf, type OpenVersion, place } from './call-version-parts.ts'
import type { CallComparison, Desk } from './desk.ts'
import { author, form, REASON, signedIn } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { done, page } from './layout.ts'
import { shown } from './letter-page.ts'
import { type Asked, BYTES, type Route, type Signed, seeOther } from './route.ts'
import { FINGERPRINT } from './words.ts'

const PATH = '/appels/:call/versions/:version'

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
  return html`<dl class="facts"><dt>Écrite</dt><dd>le ${shortMoment(version.at, first)} par ${version.by} : \
${typographic(version.reason)}</dd>
<dt>Auteurs</dt><dd>${version.authors.join(', ')}</dd>
<dt>${FINGERPRINT}</dt><dd><code>${version.fingerprint}</code></dd>
<dt>Adoptée</dt><dd>${
    adopted === null
      ? 'pas encore'
      : html`le ${shortMoment(adopted.at, first)} par ${adopted.by} : ${typographic(adopted.reason)}`
  }</dd></dl>`
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
      ? html`<h2>Réexaminer</h2><p>Les courriels déjà jugés le restent tant que personne ne les remet en \
lecture. Aucun accusé n’est envoyé une seconde fois.</p>
${form(signed, `${addressOf(version)}/reexaminer`, [REASON], 'Remettre ces courriels en lecture', {
  id: 'reexaminer',
})}`
      : NOTHING
  if (!isWaiting || standingOf(version, desk.callFiles.held(version.callId)) === 'moved') return NOTHING
  if (isAuthor(version, signed.session.email))
    return html`<h2>Adopter</h2><p>Vous avez écrit dans cette version : une autre personne, agent ou \
administrateur, doit la relire et l’adopter.</p>`
  if (!isDone)
    return html`<h2>Adopter</h2><p>Attendez la fin de la comparaison : elle montre ce qui changerait.</p>`
  return html`<h2>Adopter</h2><p>Relisez le fichier et la lettre. Adoptée, la version est écrite à sa place \
et le service la prend en compte.</p>
${form(signed, `${addressOf(version)}/adopter`, [REASON], 'Adopter cette version', { id: 'adopter' })}`
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
