import { momentInWords, typographic } from '../acknowledgement/french.ts'
import type { RegistrationNumber } from '../base/ids.ts'
import type { Call } from '../call/call.ts'
import { shortMoment } from '../digest/words.ts'
import type { KeptCorrection } from '../register/corrections.ts'
import { type Naming, UNIDENTIFIED } from '../register/naming.ts'
import type { ListedItem } from '../register/outbox.ts'
import { isPaper } from '../register/piece-name.ts'
import type { ApplicationView } from '../register/views.ts'
import { isUnscanned } from '../verdict/judge.ts'
import { alike } from './alike.ts'
import { remarks, requirements, structures } from './application-facts.ts'
import { applicationForms } from './application-forms.ts'
import { historyTable, margin } from './application-parts.ts'
import { whoFollows } from './colleagues-part.ts'
import { correctionInWords } from './correction-words.ts'
import type { Desk } from './desk.ts'
import { dueNow } from './due-now.ts'
import { eligibilityPart } from './eligibility-part.ts'
import { factForms } from './fact-forms.ts'
import { signedIn } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { done, page } from './layout.ts'
import { numberAsked } from './on-application.ts'
import { outcomePart } from './outcome-part.ts'
import { proposals } from './proposals.ts'
import { type Answer, type Asked, may, type Route, type Signed, seeOther } from './route.ts'
import { placeAsked, shownPiece } from './shown-piece.ts'
import { thread } from './thread.ts'
import { callOf, completenessTag, eligibilityTag, sectorLabels, timelinessTag } from './words.ts'

const IN_HAND = html`<p class="notice" role="status">Le dossier est en cours d’examen : cette page se met à \
jour d’elle-même.</p>`
/** Somebody who reads meanwhile is not disturbed at each second. */
const REFRESH_SECONDS = 3

export const applicationPage: Route = {
  method: 'GET',
  path: '/candidatures/:number',
  may: 'reader',
  async answer(asked, desk) {
    const number = numberAsked(asked)
    if (number === null) return unknown(asked)
    const application = await desk.register.application(number)
    if (application === null) return withoutConclusion(asked, number, desk)
    const signed = signedIn(asked)
    await desk.register.noteRead(application.number, signed.session.email, 'candidature', desk.clock.now())
    const call = callOf(desk.calls, application.mails[0]?.callId ?? null)
    const naming = (await desk.register.namesOf([application.number])).get(application.number)
    const letters = await desk.register.lettersOf(application.number)
    const settled = isSettled(application)
    const content = html`${await head(application, naming, desk, call)}
${await whoFollows(signed, desk, application.mails)}
${done(asked)}
${settled ? NOTHING : IN_HAND}
${structures(application)}
${await alike(signed, desk, application)}
${doubts(application, call)}
${await workplace(asked, desk, application, letters, call)}
${proposals(signed, application, call)}
${await record(signed, desk, application, letters, call)}`
    const name = application.applicant.name ?? UNIDENTIFIED
    return page(asked, name, '/registre', content, 200, settled ? null : REFRESH_SECONDS)
  },
}

/** What is worked with, beside each other: a page of what was received, the facts, what is due. */
async function workplace(
  asked: Asked,
  desk: Desk,
  application: ApplicationView,
  letters: readonly ListedItem[],
  call: Call,
): Promise<Html> {
  const signed = signedIn(asked)
  return html`<div class="workplace">
${await shownPiece(signed, desk, application, placeAsked(asked, application))}
<div class="facts-beside">${factForms(signed, application, call)}
${dueNow(signed, application, letters, call)}</div>
</div>`
}

/** What is looked up: pieces asked for, and folded, what came, what left and what happened. */
async function record(
  signed: Signed,
  desk: Desk,
  application: ApplicationView,
  letters: readonly ListedItem[],
  call: Call,
): Promise<Html> {
  const { number, mails } = application
  const corrections = await desk.register.corrections(number)
  return html`<h2>Pièces et informations demandées</h2>
${requirements(application, call)}
${remarks(application, call)}
${corrected(corrections, call)}
${eligibilityPart(signed, application, await desk.register.eligibilities(number), call)}
${outcomePart(signed, application, await desk.register.outcomes(number), call)}
${applicationForms(signed, application, corrections, call, desk.clock.now())}
<h2 id="echanges">Échanges et historique</h2>
${writeLink(signed, number)}
${await thread(signed, desk, [...mails, ...(await desk.register.askedOf(number))], letters, call)}
${historyTable(await desk.register.history(number), call)}`
}

function writeLink(signed: Signed, number: RegistrationNumber): Html {
  if (!may(signed.session.role, 'staff')) return NOTHING
  return html`<p><a class="button" href="/candidatures/${number}/ecrire">Écrire au candidat</a></p>`
}

async function withoutConclusion(
  asked: Asked,
  number: RegistrationNumber,
  { register }: Desk,
): Promise<Answer> {
  const whereabouts = await register.whereabouts(number)
  if (whereabouts === 'unknown') return unknown(asked)
  if (typeof whereabouts === 'object') return seeOther(`/courriels/${whereabouts.mail}`)
  if (whereabouts !== 'in-hand') return seeOther(`/candidatures/${whereabouts}`)
  const content = html`<h1>Candidature ${number}</h1>${done(asked)}${IN_HAND}`
  return page(asked, `Candidature ${number}`, '/registre', content, 200, REFRESH_SECONDS)
}

function unknown(asked: Asked) {
  return page(
    asked,
    'Candidature inconnue',
    '/registre',
    html`<h1>Candidature inconnue</h1><p class="notice">Le registre n’a pas de candidature sous ce \
numéro.</p><p><a href="/registre">Retour au registre</a></p>`,
    404,
  )
}

async function head(
  application: ApplicationView,
  naming: Naming | undefined,
  { register }: Desk,
  call: Call,
): Promise<Html> {
  const { number, applicant, verdict, receivedAt, sectors, mails } = application
  const timeliness = mails[0]?.verdict?.timeliness ?? verdict.timeliness
  const onPaper = mails[0] !== undefined && isPaper(mails[0])
  const joined = await register.joinedNumbers(number)
  const { before, after } = await register.neighbours(number)
  return html`<nav class="beside-others" aria-label="Autres dossiers">${
    before === null ? NOTHING : html`<a rel="prev" href="/candidatures/${before}">Précédent</a>`
  }
${after === null ? NOTHING : html`<a rel="next" href="/candidatures/${after}">Suivant</a>`}
<a href="#a-decider">À décider</a>
<a href="#echanges">Échanges</a>
<a href="/tache-suivante?apres=${number}">Tâche suivante</a>
<a href="/candidatures/${number}/fiche.pdf" download>Fiche (PDF)</a></nav>
<h1>${applicant.name ?? UNIDENTIFIED}</h1>
<p class="lead">${number} ${timelinessTag(timeliness)} \
${completenessTag(verdict.completeness, isUnscanned(verdict.findings))}${
  application.eligibility?.eligibility == null
    ? NOTHING
    : html` ${eligibilityTag(application.eligibility.eligibility)}`
}</p>
${
  joined.length === 0
    ? NOTHING
    : html`<p class="muted">${typographic(
        `Réunie avec ${joined.join(', ')} : ses lettres et ses courriels sont ici. Séparer le courriel ` +
          'd’origine rend son numéro à chacune.',
      )}</p>`
}
<p class="told">${
    onPaper
      ? 'Déposée sur papier.'
      : html`De <strong>${naming?.sender ?? 'expéditeur inconnu'}</strong>, \
« ${naming?.subject ?? 'sans objet'} ».`
  } Reçue le ${momentInWords(receivedAt, call.deadline)} (${margin(receivedAt, call)}). Filière : \
${sectorLabels(sectors, call)}.</p>`
}

function isSettled({ mails }: ApplicationView): boolean {
  return mails.every(({ progress }) => progress === 'settled' || progress === 'quarantined')
}

function doubts({ mails }: ApplicationView, call: Call): Html {
  return html`${mails.flatMap((mail) =>
    (mail.verdict?.findings ?? []).flatMap((finding) => {
      if (finding.code === 'received-before-opening')
        return [
          html`<p class="notice">Courriel du ${shortMoment(finding.receivedAt, call)}, reçu avant \
l’ouverture de l’appel (${shortMoment(finding.opensAt, call)}).</p>`,
        ]
      return []
    }),
  )}`
}

function corrected(corrections: readonly KeptCorrection[], call: Call): Html {
  if (corrections.length === 0) return NOTHING
  return html`<h3>Corrections d’agents</h3><ul>${corrections.map(
    (one) =>
      html`<li>${correctionInWords(one, call)} <span class="muted">– ${one.by}, \
${shortMoment(one.at, call)} : ${one.reason}${one.undone ? ' (annulée)' : ''}</span></li>`,
  )}</ul>`
}
