import { counted } from '../acknowledgement/french.ts'
import type { LetterKind } from '../acknowledgement/outgoing.ts'
import { type Instant, millisecondsBetween, wallClockOf } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { type Deadline, endsOf } from '../call/deadline.ts'
import { STAND_IN } from '../mail/signs/stand-in.ts'
import type { DigestDelivery } from './digest.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** « 23/11/2022 à 15 h 42 » */
export function shortMoment(instant: Instant, call: Call): string {
  const local = wallClockOf(instant, call.deadline.zone)
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${two(local.day)}/${two(local.month)}/${local.year}`
  return `${day}\u00A0à\u00A0${local.hour}\u00A0h\u00A0${two(local.minute)}`
}

/**
 * A deadline for people who know the call: its moment, or the call's own words where it published no hour, or
 * no end.
 */
export function deadlineInShort(deadline: Deadline | null, call: Call): string {
  const { wallClock, asWritten } = deadline ?? call.deadline
  const end =
    deadline === null || wallClock === undefined
      ? `«\u00A0${asWritten}\u00A0»`
      : shortMoment(deadline.at, call)
  return deadline === null || deadline.label === null ? end : `${deadline.label}, ${end}`
}

/** All of them: each wave, each sector's own. */
export function deadlinesInShort(call: Call): string {
  return endsOf(call)
    .map((one) => deadlineInShort(one, call))
    .join('\u202F; ')
}

/** « 2 jours et 4 heures », « 2 heures et 59 minutes », « 35 minutes »: to the nearest, as people say it. */
export function duration(start: Instant, end: Instant): string {
  const length = Math.abs(millisecondsBetween(start, end))
  const minutes = Math.round(length / MINUTE)
  if (minutes < 24 * 60)
    return together(Math.floor(minutes / 60), ['heure', 'heures'], minutes % 60, ['minute', 'minutes'])
  const hours = Math.round(length / HOUR)
  return together(Math.floor(hours / 24), ['jour', 'jours'], hours % 24, ['heure', 'heures'])
}

type Unit = readonly [one: string, several: string]

/** A letter to an applicant within a sentence. */
export function calledLetter(kind: LetterKind | undefined): string {
  if (kind === 'message' || kind === 'answer') return 'le message du service'
  return kind === 'decision' ? 'le courrier de décision' : 'l’accusé de réception'
}

/**
 * The state of the register’s log, for whoever keeps a paper: `code` is its root, or the beginning of it. It
 * cannot be changed later without showing.
 */
export function logInWords(moment: string, size: number, code: string): string {
  return (
    `Le ${moment}, le journal du registre comptait ${counted(size, 'écriture', 'écritures')}, de code de ` +
    `contrôle ${code}. Ce code changerait si une seule d’entre elles était modifiée.`
  )
}

/** What is none is not said, but for the smaller unit alone. */
function together(large: number, of: Unit, small: number, and: Unit): string {
  if (large === 0) return counted(small, ...and)
  return small === 0 ? counted(large, ...of) : `${counted(large, ...of)} et ${counted(small, ...and)}`
}

/** What became of a letter, in French: the beginning of a sentence, without its full stop. */
export function deliveryInWords(state: DigestDelivery['state'], kind?: LetterKind): string {
  const letter = calledLetter(kind)
  switch (state) {
    case 'bounced':
      return `${letter} n’est pas arrivé à destination`
    case 'said-bounced':
      return `un avis que rien n’authentifie dit que ${letter} n’est pas arrivé`
    case 'refused':
      return `le serveur d’envoi a refusé ${letter}`
    case 'restored':
      return `${letter} n’était pas encore parti lors de la dernière sauvegarde : la restauration l’a retenu`
    case 'challenged':
      return `${letter} est retenu par un filtre qui demande une authentification`
    case 'uncertain':
      return `${letter} a peut-être été envoyé deux fois`
    case 'delayed':
      return `${letter} attend chez le destinataire`
  }
}

/** Why a mail was set aside, and what a person does about it. */
export function setAsideInWords(code: string | null): string {
  return code === STAND_IN
    ? 'le serveur ne remet pas ce courriel ; ouvrez-le dans votre messagerie'
    : 'il n’a pas pu être lu'
}

/** Why no program may answer, by row of the decision table, and what a person can do about it. */
export function heldInWords(reason: string): string {
  const words = HELD.find(([row]) => reason.startsWith(row))?.[1]
  return words ?? 'réponse automatique écartée ; vérifier l’adresse, puis envoyer'
}

const HELD: readonly (readonly [string, string])[] = [
  ['paper', 'dépôt sur papier ; l’envoyer par courriel, ou le remettre sur papier'],
  ['02-only-in-junk', 'classé parmi les indésirables ; vérifier l’expéditeur et les pièces, puis envoyer'],
  [
    '02',
    'courriel venu d’une de nos adresses, ou qui tourne en rond ; chercher l’adresse du candidat dans ' +
      'le formulaire',
  ],
  ['03', 'envoyé sans adresse de retour ; prendre l’adresse dans le formulaire'],
  ['04', 'a la forme d’un avis automatique ; lire le courriel, puis envoyer s’il s’agit d’une candidature'],
  ['05', 'envoyé par une machine (copieur, service de transfert) ; prendre l’adresse dans le formulaire'],
  ['06', 'l’expéditeur ne veut pas de réponse automatique ; envoyer à la main'],
  ['07', 'venu par une liste de diffusion ; prendre l’adresse dans le formulaire'],
  ['08', 'adresse que personne ne lit (copieur, no-reply) ; prendre l’adresse dans le formulaire'],
  ['09', 'pièce dangereuse ou courriel signalé comme indésirable ; faire vérifier avant d’ouvrir'],
  ['10', 'l’expéditeur n’a pas pu être authentifié ; vérifier par téléphone, puis envoyer'],
  ['11', 'transmis par un collègue ; indiquer l’adresse du candidat'],
  ['12-other-call', 'semble répondre à un autre appel ; vérifier, puis envoyer s’il s’agit du vôtre'],
  ['12-seeks-a-job', 'semble chercher un emploi ou un stage ; vérifier'],
  ['12-trade', 'objet commercial (facture, devis, commande) avec une pièce illisible ; vérifier'],
  ['12-relays-a-call', 'demande de diffuser une annonce ; vérifier'],
  ['12-bulk-mail', 'envoi en nombre ; vérifier'],
  ['12-several-candidates', 'contient un tableau de plusieurs candidats ; vérifier'],
  ['12-unsure-call', 'peut concerner deux appels ; choisir, puis envoyer'],
  ['12-names-another', 'nomme le numéro d’un dossier voisin ; les comparer, réunir ou envoyer'],
  ['12-enciphered-text', 'texte chiffré, que le programme ne peut pas lire ; le demander en clair'],
  ['12', 'question, désistement ou envoi incertain ; répondre'],
  [
    '13',
    'ressemble à une réponse automatique ; lire le courriel, puis envoyer s’il s’agit d’une candidature',
  ],
  ['14', 'le destinataire demande une authentification ; la faire, ou téléphoner'],
  ['15-breaker', 'envois automatiques suspendus ; vérifier, puis envoyer'],
  ['15-budget', 'trop d’accusés en peu de temps ; vérifier, puis envoyer'],
  ['15-backlog', 'reçu depuis longtemps ; vérifier, puis envoyer'],
  [
    '15-restored',
    'reçu avant une restauration : l’accusé est peut-être déjà parti ; regarder les messages envoyés, ' +
      'puis envoyer s’il manque',
  ],
  ['15-outside', 'reçu longtemps après l’appel ; vérifier, puis envoyer'],
  ['16', 'adresse de retour inconnue ; vérifier l’expéditeur, puis envoyer, et le signaler à l’exploitant'],
  ['17', 'les adresses d’expédition diffèrent ; vérifier l’expéditeur, puis envoyer'],
]
