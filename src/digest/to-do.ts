import { counted } from '../acknowledgement/french.ts'
import { workingDaysLater } from '../acknowledgement/working-days.ts'
import type { Instant } from '../base/instant.ts'
import { deadlineAt, isOpen } from '../call/deadline.ts'
import { STAND_IN } from '../mail/signs/stand-in.ts'
import type { DigestDelivery, DigestInput, DigestInquiry, DigestQuarantined } from './digest.ts'
import { SET_ASIDE, TO_DO } from './links.ts'
import { deliveryInWords, duration, heldInWords, setAsideInWords, shortMoment } from './words.ts'

/** What needs a person, the most urgent first: one sentence each, with what to do. */
export function toDo(input: DigestInput): readonly string[] {
  return [
    ...input.alarms,
    ...unexplained(input),
    ...deliveries(input),
    ...acknowledgementsDue(input),
    ...contested(input),
    ...alike(input),
    ...proposed(input),
    ...setAside(input),
    ...inquiries(input),
    ...toReview(input),
  ]
}

function unexplained({ balance }: DigestInput): readonly string[] {
  if (balance.unexplained === 0) return []
  return [
    `${counted(balance.unexplained, 'courriel reçu', 'courriels reçus')} dont le registre ne dit pas ` +
      'ce qu’il en est advenu : prévenir l’exploitant sans attendre.',
  ]
}

/** The worst first, then the one that waits longest: it has the least time left. */
const WORST_FIRST: readonly DigestDelivery['state'][] = [
  'bounced',
  'refused',
  'restored',
  'said-bounced',
  'challenged',
  'delayed',
  'uncertain',
]

const LOOK_AT_SENT = 'Regarder les messages envoyés ; l’envoyer de nouveau s’il y manque.'

function deliveries({ deliveries: all, call, now }: DigestInput): readonly string[] {
  const deadline = deadlineAt(now, call)
  const left =
    deadline !== null && isOpen(now, deadline)
      ? ` Il reste ${duration(now, deadline.at)} avant la date limite.`
      : ''
  return [...all]
    .sort(
      (one, other) =>
        WORST_FIRST.indexOf(one.state) - WORST_FIRST.indexOf(other.state) ||
        (one.since < other.since ? -1 : 1),
    )
    .map((one) => {
      const told =
        `${one.who} : ${deliveryInWords(one.state, one.kind)} (depuis le ` +
        `${shortMoment(one.since, call)}).`
      if (one.state === 'restored') return `${told} ${LOOK_AT_SENT}`
      if (one.state === 'uncertain') return `${told} Rien à faire si le candidat l’a bien reçu.`
      if (one.state === 'said-bounced')
        return (
          `${told} Demander au candidat s’il l’a reçu${one.phone === null ? '' : `, au ${one.phone}`} ; ` +
          `ne rien conclure de cet avis seul.${left}`
        )
      const act = one.phone === null ? 'Joindre ce candidat' : `Appeler ce candidat au ${one.phone}`
      return `${told} ${act}.${left}`
    })
}

interface Due {
  readonly since: Instant
  readonly sentence: string
}

/**
 * What must be acknowledged by a person, held or quarantined: what is due first comes first (CRPA R112-11-2).
 */
function acknowledgementsDue(input: DigestInput): readonly string[] {
  return [...held(input), ...quarantined(input)]
    .sort((one, other) => (one.since < other.since ? -1 : 1))
    .map((due) => due.sentence)
}

/** One working day for the registration notice, ten for the acknowledgement, from the day of receipt. */
function untilWhen(since: Instant, { call, now }: DigestInput): string {
  const soon = workingDaysLater(since, 1, call.deadline.zone)
  const last = workingDaysLater(since, 10, call.deadline.zone)
  if (now <= soon) return `avant le ${shortMoment(soon, call)}`
  const moment = shortMoment(last, call)
  return now <= last
    ? `sans attendre, au plus tard le ${moment}`
    : `sans attendre : le délai a pris fin le ${moment}`
}

function held(input: DigestInput): readonly Due[] {
  return input.held.map((one) => ({
    since: one.since,
    sentence:
      `${one.who} : accusé de réception à envoyer vous-même, ${untilWhen(one.since, input)}. Reçu le ` +
      `${shortMoment(one.since, input.call)}. Motif : ${heldInWords(one.reason)}.`,
  }))
}

function quarantined(input: DigestInput): readonly Due[] {
  return input.quarantined.map((one) => ({
    since: one.receivedAt,
    sentence:
      one.code === STAND_IN
        ? keptBack(one, input)
        : `${one.who}, reçu le ${shortMoment(one.receivedAt, input.call)} : il n’a pas pu être lu. ` +
          'L’ouvrir dans la boîte aux lettres et, s’il s’agit d’une candidature, ' +
          `${acknowledging(one, input)}, ${untilWhen(one.receivedAt, input)}.`,
  }))
}

/** What was quarantined is a notice; what it tells of waits in the mailbox, where no program can fetch it. */
function keptBack(one: DigestQuarantined, input: DigestInput): string {
  return (
    `Courriel retenu par le serveur, annoncé le ${shortMoment(one.receivedAt, input.call)} : ` +
    `${setAsideInWords(one.code)}, sans attendre. S’il s’agit d’une candidature, ` +
    `${acknowledging(one, input)}.`
  )
}

/** Where staff have no pages, whoever runs the service acts for them, and needs to know which mail. */
function acknowledging(
  { fingerprint }: { readonly fingerprint: string },
  { consoleUrl }: DigestInput,
): string {
  return consoleUrl === undefined
    ? `en faire accuser réception par l’exploitant (repère ${fingerprint.slice(0, 12)})`
    : `en accuser réception dans ${TO_DO}`
}

function contested({ applications, call }: DigestInput): readonly string[] {
  return applications
    .filter((application) => application.timeliness === 'contested')
    .map(
      (application) =>
        `${application.who} : reçu le ${shortMoment(application.receivedAt, call)}, date à arbitrer. ` +
        'Décider si le dossier est dans les délais.',
    )
}

/** Who shares a number or a name with another is not let in by it: a person says whether they are one. */
function alike({ alike: all }: DigestInput): readonly string[] {
  return all.map(
    (one) =>
      `${one.who} : peut-être la même candidature que ` +
      `${one.others.slice(0, NAMED_AT_MOST).join(', ')}${one.others.length > NAMED_AT_MOST ? '…' : ''}. ` +
      'Comparer, puis réunir s’il le faut.',
  )
}

/** What a later mail says otherwise waits for a person. */
function proposed({ applications }: DigestInput): readonly string[] {
  return applications
    .filter(({ proposals }) => proposals > 0)
    .map(
      (application) =>
        `${application.who} : ` +
        `${counted(application.proposals, 'changement proposé', 'changements proposés')} par un envoi ` +
        'postérieur. Accepter ou refuser ; d’ici là, rien ne change.',
    )
}

const NAMED_AT_MOST = 5

/**
 * A question wants an answer; until it has one, what it is owed is an acknowledgement (CRPA L112-11: « tout
 * envoi »).
 */
function inquiries(input: DigestInput): readonly string[] {
  const all = [...input.inquiries].sort((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1))
  const told = all
    .slice(0, NAMED_AT_MOST)
    .map(
      (one) =>
        `${one.who} : ${answering(one, input)}, ${untilWhen(one.receivedAt, input)}. Reçu le ` +
        `${shortMoment(one.receivedAt, input.call)}.`,
    )
  const more = all.length - told.length
  return more === 0
    ? told
    : [
        ...told,
        `${counted(more, 'autre question ou désistement', 'autres questions ou désistements')} sans réponse.`,
      ]
}

function answering(one: DigestInquiry, input: DigestInput): string {
  return input.consoleUrl === undefined
    ? `y répondre dans la boîte aux lettres, ou ${acknowledging(one, input)}`
    : `y répondre dans ${TO_DO}`
}

/**
 * What the program put aside may be an application: a person looks, and the program never learns what it was.
 */
function setAside({
  setAside: { lost, changed, withAttachments, mayAsk },
  consoleUrl,
}: DigestInput): readonly string[] {
  const there = consoleUrl === undefined ? 'dans la boîte aux lettres' : `dans ${SET_ASIDE}`
  const told: readonly (readonly [number, string, string, string])[] = [
    [
      lost,
      'courriel pris en compte n’est plus dans la boîte',
      'courriels pris en compte ne sont plus dans la boîte',
      `à remettre dans la boîte de réception (heure et taille ${there}) ; à défaut, joindre l’expéditeur`,
    ],
    [
      changed,
      'courriel écarté serait pris en compte par les règles d’aujourd’hui',
      'courriels écartés seraient pris en compte par les règles d’aujourd’hui',
      `ouvrir ${there}, puis décider`,
    ],
    [
      withAttachments,
      'courriel avec pièces jointes écarté depuis le dernier récapitulatif',
      'courriels avec pièces jointes écartés depuis le dernier récapitulatif',
      `vérifier ${there} qu’aucune candidature ne s’y trouve`,
    ],
    [
      mayAsk,
      'courriel écarté depuis le dernier récapitulatif est peut-être une question',
      'courriels écartés depuis le dernier récapitulatif sont peut-être des questions',
      `ouvrir ${there}, et prendre en compte ce qui appelle une réponse`,
    ],
  ]
  return told.flatMap(([count, one, several, act]) =>
    count === 0 ? [] : [`${counted(count, one, several)} : ${act}.`],
  )
}

function toReview({ applications }: DigestInput): readonly string[] {
  return applications
    .filter((application) => application.completeness === 'review' && application.isNew)
    .map(
      (application) =>
        `${application.who} : des points ne sont pas certains pour le robot. Ouvrir le dossier et conclure.`,
    )
}
