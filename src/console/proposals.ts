import { capitalised, typographic } from '../acknowledgement/french.ts'
import type { Call } from '../call/call.ts'
import { shortMoment } from '../digest/words.ts'
import type { ApplicationView } from '../register/views.ts'
import type { ProposedChange } from '../verdict/finding.ts'
import { proposedIn } from '../verdict/judge.ts'
import { form, REASON } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { folded, table } from './layout.ts'
import { may, type Signed } from './route.ts'
import { fieldLabel, GROUNDS, PROOFS, sectorLabels } from './words.ts'

/**
 * Changes that a later mail proposes: before, after, by which mail, proven how. The one in force stays until
 * decided.
 */
export function proposals(signed: Signed, application: ApplicationView, call: Call): Html {
  const changes = proposedIn(application.verdict.findings)
  const [opener] = application.mails
  if (changes.length === 0 || opener === undefined) return NOTHING
  const rows = changes.map((change) => [
    fieldLabel(change.kind, call),
    change.before.length === 0 ? 'aucune' : inWords(change.kind, change.before, call),
    html`<mark>${inWords(change.kind, [change.after], call)}</mark>`,
    origin(change, application, call),
  ])
  const decides = may(signed.session.role, 'staff')
  return html`<h2 id="propositions">Changements proposés</h2>
<p>${typographic(
    'Un envoi postérieur dit autre chose que ce qui fait foi. Rien ne change avant votre décision.',
  )}</p>
${table('Avant, après, et qui le dit', ['Information', 'En vigueur', 'Proposé', 'Par quel envoi'], rows)}
${
  decides
    ? changes.map((change, index) => decisions(signed, opener.fingerprint, change, index, call))
    : NOTHING
}`
}

function origin({ mail, proof, evidence }: ProposedChange, { mails }: ApplicationView, call: Call): Html {
  const view = mails.find(({ fingerprint }) => fingerprint === mail)
  const receivedAt = view?.receipt?.receivedAt
  const when = receivedAt === undefined ? '' : ` du ${shortMoment(receivedAt, call)}`
  const why = view?.ground == null ? '' : `${GROUNDS[view.ground]} ; `
  return html`<a href="/courriels/${mail}">Courriel${when}</a>\
<br>${typographic(`${capitalised(why)}expéditeur ${PROOFS[proof]}`)}<blockquote>${evidence.document}, p. \
${evidence.page}${evidence.text === '' ? NOTHING : html` : ${evidence.text.slice(0, 300)}`}</blockquote>`
}

function decisions(
  signed: Signed,
  opener: string,
  { kind, after, mail }: ProposedChange,
  index: number,
  call: Call,
): Html {
  const said = html`<input type="hidden" name="fait" value="${kind}">\
<input type="hidden" name="valeur" value="${after}">`
  const accept = form(signed, `/courriels/${opener}/corriger`, [said, REASON], 'Accepter ce changement', {
    id: `accepter-${index}`,
  })
  const refuse = form(signed, `/courriels/${mail}/refuser`, [said, REASON], 'Refuser : rien ne change', {
    id: `refuser-${index}`,
  })
  const title = `${fieldLabel(kind, call)} : « ${inWords(kind, [after], call)} », accepter ou refuser`
  return folded(signed, title, html`${accept}${refuse}`)
}

function inWords(kind: ProposedChange['kind'], values: readonly string[], call: Call): string {
  return kind === 'sector' ? sectorLabels(values, call) : values.join(', ')
}
