import { capitalised, momentInWords, typographic, universalTime } from '../acknowledgement/french.ts'
import { RegistrationNumber } from '../base/ids.ts'
import type { Call } from '../call/call.ts'
import { shortMoment } from '../digest/words.ts'
import type { KeptCorrection } from '../register/corrections.ts'
import type { ApplicationView, MailView } from '../register/views.ts'
import { requirementsOf } from '../verdict/judge.ts'
import { completenessInWords, timelinessInWords } from '../verdict/words.ts'
import { alike } from './alike.ts'
import { applicantFacts, remarks, structures } from './application-facts.ts'
import { applicationForms } from './application-forms.ts'
import { clockList, documentTable, historyTable, letterTable, margin } from './application-parts.ts'
import { correctionInWords } from './correction-words.ts'
import type { Desk } from './desk.ts'
import { signedIn } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { done, page, table } from './layout.ts'
import { outcomePart } from './outcome-part.ts'
import { proposals } from './proposals.ts'
import { type Answer, type Asked, type Route, seeOther } from './route.ts'
import {
  ASSUMED,
  CONTESTED,
  callOf,
  completenessTag,
  FATES,
  REASONS,
  requirementLabel,
  sectorLabels,
  statusTag,
  timelinessTag,
} from './words.ts'

const IN_HAND = html`<p class="notice">Le dossier est en cours d’examen : rechargez la page dans un instant.</p>`

export const applicationPage: Route = {
  method: 'GET',
  path: '/candidatures/:number',
  may: 'reader',
  async answer(asked, desk) {
    const number = RegistrationNumber.safeParse((asked.params['number'] ?? '').toUpperCase())
    if (!number.success) return unknown(asked)
    const application = await desk.register.application(number.data)
    if (application === null) return withoutConclusion(asked, number.data, desk)
    const signed = signedIn(asked)
    await desk.register.noteRead(application.number, signed.session.email, 'candidature', desk.clock.now())
    const letters = await desk.register.lettersOf(application.number)
    const corrections = await desk.register.corrections(application.number)
    const call = callOf(desk.calls, application.mails[0]?.callId ?? null)
    const name = application.applicant.name ?? 'Candidat non identifié'
    const joined = await desk.register.joinedNumbers(application.number)
    const content = html`${head(application, name, joined, call)}
${done(asked)}
${inHand(application)}
${structures(application)}
${await alike(signed, desk, application)}
${proposals(signed, application, call)}
${doubts(application, call)}
${applicationForms(signed, application, letters, corrections, call, desk.clock.now())}
${outcomePart(signed, application, await desk.register.outcomes(application.number), call)}
<h2>Le candidat</h2>
${applicantFacts(application, call)}
<h2>Pièces et informations demandées</h2>
${requirements(application, call)}
${remarks(application, call)}
${corrected(corrections, call)}
<h2>Courriels et pièces reçues</h2>
${application.mails.map((mail) => mailSection(mail, call))}
<h2>Lettres au candidat</h2>
${letterTable(letters, call)}
<h2>Historique</h2>
${historyTable(await desk.register.history(application.number), call)}`
    return page(asked, name, '/registre', content)
  },
}

async function withoutConclusion(
  asked: Asked,
  number: RegistrationNumber,
  { register }: Desk,
): Promise<Answer> {
  const whereabouts = await register.whereabouts(number)
  if (whereabouts === 'unknown') return unknown(asked)
  if (whereabouts !== 'in-hand') return seeOther(`/candidatures/${whereabouts}`)
  const content = html`<h1>Candidature ${number}</h1>${done(asked)}${IN_HAND}`
  return page(asked, `Candidature ${number}`, '/registre', content)
}

function unknown(asked: Asked) {
  return page(
    asked,
    'Candidature inconnue',
    '/registre',
    html`<h1>Candidature inconnue</h1><p class="notice">Le registre n’a pas de candidature sous ce numéro.</p><p><a href="/registre">Retour au registre</a></p>`,
    404,
  )
}

function head(
  application: ApplicationView,
  name: string,
  joined: readonly RegistrationNumber[],
  call: Call,
): Html {
  const timeliness = application.mails[0]?.verdict?.timeliness ?? application.verdict.timeliness
  return html`<h1>${name}</h1>
<p class="lead">${application.number} ${timelinessTag(timeliness)} ${completenessTag(application.verdict.completeness)}</p>
${joined.length === 0 ? NOTHING : html`<p class="muted">${typographic(`Réunie avec ${joined.join(', ')} : ses lettres et ses courriels sont ici. Séparer le courriel d’origine rend son numéro à chacune.`)}</p>`}
<dl class="facts"><dt>Reçue le</dt><dd>${momentInWords(application.receivedAt, call.deadline)}<br><span class="muted">${universalTime(application.receivedAt)} – ${margin(application.receivedAt, call)}</span></dd>
<dt>Filière</dt><dd>${sectorLabels(application.sectors, call)}</dd></dl>`
}

function inHand({ mails }: ApplicationView): Html {
  return mails.every((mail) => mail.progress === 'settled') ? NOTHING : IN_HAND
}

function doubts({ mails }: ApplicationView, call: Call): Html {
  return html`${mails.flatMap((mail) =>
    (mail.verdict?.findings ?? []).flatMap((finding) => {
      if (finding.code === 'receipt-contested')
        return [
          html`<p class="notice">Date à arbitrer (courriel du ${shortMoment(finding.receivedAt, call)}) : ${CONTESTED[finding.reason]}${becauseOf(finding.reason, call)}.</p>`,
        ]
      if (finding.code === 'received-before-opening')
        return [
          html`<p class="notice">Courriel du ${shortMoment(finding.receivedAt, call)}, reçu avant l’ouverture de l’appel (${shortMoment(finding.opensAt, call)}).</p>`,
        ]
      return []
    }),
  )}`
}

/** In the words of the call’s file, which tell what contradicts what. */
function becauseOf(reason: string, { deadline: { contestedBecause } }: Call): string {
  return reason === 'call_contradicts_itself' && contestedBecause !== undefined
    ? typographic(` : ${contestedBecause}`)
    : ''
}

function requirements({ verdict }: ApplicationView, call: Call): Html {
  return table(
    'Avis du programme, avec l’endroit où chaque élément a été vu',
    ['Élément', 'Avis', 'Où et pourquoi'],
    requirementsOf(verdict.findings).map((finding) => [
      capitalised(requirementLabel(finding.id, call)),
      statusTag(finding),
      html`${capitalised(REASONS[finding.reason])}${finding.assumed === true ? ` ; ${ASSUMED}` : ''}${finding.evidence
        .slice(0, 3)
        .map(
          (one) =>
            html`<blockquote>${one.document}, p. ${one.page}${one.text === '' ? NOTHING : html` : <mark>${one.text.slice(0, 300)}</mark>`}</blockquote>`,
        )}`,
    ]),
  )
}

function corrected(corrections: readonly KeptCorrection[], call: Call): Html {
  if (corrections.length === 0) return NOTHING
  return html`<h3>Corrections d’agents</h3><ul>${corrections.map((one) => html`<li>${correctionInWords(one, call)} <span class="muted">– ${one.by}, ${shortMoment(one.at, call)} : ${one.reason}${one.undone ? ' (annulée)' : ''}</span></li>`)}</ul>`
}

function mailSection(mail: MailView, call: Call): Html {
  const receivedAt = mail.receipt?.receivedAt
  const verdict =
    mail.verdict === null
      ? ''
      : `${timelinessInWords(mail.verdict.timeliness)}, dossier alors ${completenessInWords(mail.verdict.completeness)}`
  return html`<section><h3><a href="/courriels/${mail.fingerprint}">${capitalised(mail.fate === null ? 'courriel en cours de lecture' : FATES[mail.fate])}${receivedAt === undefined ? NOTHING : html` du ${shortMoment(receivedAt, call)}`}</a></h3>
<p class="muted">${capitalised(verdict)}</p>
${clockList(mail, call)}
${documentTable(mail, call)}</section>`
}
