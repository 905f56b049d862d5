import { typographic } from '../acknowledgement/french.ts'
import { Eligibility, eligibilityInWords } from '../dossier/eligibility.ts'
import { OutcomeKind, outcomeInWords } from '../dossier/outcome.ts'
import { completenessInWords, timelinessInWords } from '../verdict/words.ts'

/** What an account may do, as staff name it. */
export const ROLES = { reader: 'lecture', staff: 'agent', administrator: 'administration' } as const

const EVENTS: Readonly<Record<string, string>> = {
  'mail.received': 'Courriel reçu et archivé',
  'mail.seen-again': 'Courriel revu dans la boîte',
  'mail.out-of-junk': 'Courriel sorti des indésirables par un agent',
  'mail.read': 'Courriel et pièces lus',
  'mail.assembled': 'Rattaché à la candidature',
  'mail.compared': 'Candidatures à comparer revues',
  'mail.concluded': 'Examiné',
  'mail.quarantined': 'Mis à l’écart',
  'mail.read-again': 'Remis en lecture par un agent',
  'mail.taken-in': 'Courriel écarté, pris en compte par un agent',
  'mail.left-aside': 'Courriel laissé écarté par un agent',
  'mail.fetched-again': 'Courriel repris dans la boîte',
  'mail.not-found': 'Courriel introuvable dans la boîte',
  'mail.judged-anew': 'Courriel écarté, revu selon les règles d’aujourd’hui',
  'mail.looked-again': 'Courriel écarté, relu selon les règles d’aujourd’hui',
  'application.merged': 'Réunie à une autre candidature',
  'applications.joined': 'Candidatures réunies par un agent',
  'application.separated': 'Courriel séparé par un agent',
  'applications.told-apart': 'Candidatures jugées distinctes par un agent',
  'mail.attached': 'Courriel rattaché par un agent',
  'mail.detached': 'Courriel jugé étranger au dossier par un agent',
  'records.erased': 'Candidature éliminée',
  'deadline.adopted': 'Date limite adoptée',
  'call.written': 'Fichier d’un appel écrit',
  'call.adopted': 'Fichier d’un appel adopté',
  'letter.due': 'Lettre écrite',
  'letter.handed': 'Lettre remise sur papier',
  'letter.intended': 'Envoi commencé',
  'letter.sent': 'Lettre remise au serveur d’envoi',
  'letter.refused': 'Lettre refusée par le serveur d’envoi',
  'letter.postponed': 'Envoi remis à plus tard',
  'letter.uncertain': 'Envoi interrompu, peut-être parti',
  'letter.bounced': 'Lettre non remise au destinataire',
  'letter.said-bounced': 'Lettre dite non remise, par un avis que rien n’authentifie',
  'letter.delayed': 'Lettre retardée chez le destinataire',
  'letter.challenged': 'Lettre retenue par un filtre',
  'letter.absent': 'Destinataire absent',
  'letter.released': 'Accusé de réception envoyé par un agent',
  'letter.copied': 'Copie rangée dans les messages envoyés',
  'letter.held-by-restoration': 'Lettre retenue après une restauration',
  'receipt.corrected': 'Heure de réception corrigée par un agent',
  'receipt.ruled': 'Date arbitrée par un agent',
  'fact.corrected': 'Correction d’un agent',
  'fact.refused': 'Changement proposé, refusé par un agent',
  'fact.restored': 'Correction annulée par un agent',
  'outcome.recorded': 'Suite donnée enregistrée par un agent',
  'outcome.taken-back': 'Suite donnée annulée par un agent',
  'eligibility.decided': 'Recevabilité décidée par un agent',
  'eligibility.taken-back': 'Décision sur la recevabilité annulée par un agent',
  'note.written': 'Note entre agents',
  'note.taken-back': 'Note entre agents retirée par son auteur',
  'mail.assigned': 'Confié à un agent',
  'mail.left': 'Laissé par un agent',
  'account.invited': 'Invitation',
  'account.ready': 'Compte créé',
  'account.disabled': 'Compte fermé',
  'account.signed-in': 'Connexion',
  'account.signed-out': 'Déconnexion',
  'account.locked': 'Compte fermé à un réseau après cinq essais',
  'account.braked': 'Compte fermé aux réseaux inconnus après cinquante essais',
  'record.read': 'Consultation',
  'breaker.resumed': 'Envois automatiques repris',
}

/** What happened, in French; a type that has no words yet stays as it is. */
export function eventLabel(type: string): string {
  return EVENTS[type] ?? type
}

const DETAILS: Readonly<Record<string, string>> = {
  by: 'par',
  reason: 'motif :',
  decision: 'règle',
  timeliness: 'délai :',
  completeness: 'dossier :',
  ground: 'raison :',
  from: 'de',
  to: 'à',
  ruled: 'décision :',
  outcome: 'suite :',
  eligibility: 'recevabilité :',
  what: '',
  role: '',
}

/** What an event tells besides its name; numbers of the program's own are left out. */
export function detailLine(detail: Readonly<Record<string, string | number | null>>): string {
  const told = Object.entries(detail).flatMap(([key, value]) =>
    value === null || DETAILS[key] === undefined ? [] : [`${DETAILS[key]} ${inWords(value)}`.trim()],
  )
  return typographic(told.join(', '))
}

function inWords(value: string | number): string {
  if (value === 'on_time' || value === 'late' || value === 'contested') return timelinessInWords(value)
  if (value === 'complete' || value === 'incomplete' || value === 'review') return completenessInWords(value)
  const outcome = OutcomeKind.safeParse(value)
  if (outcome.success) return outcomeInWords(outcome.data)
  const eligibility = Eligibility.safeParse(value)
  if (eligibility.success) return eligibilityInWords(eligibility.data)
  return VALUES[value] ?? String(value)
}

const VALUES: Readonly<Record<string, string>> = {
  password: 'mot de passe et code',
  oidc: 'le serveur d’identité de la collectivité',
  ...ROLES,
}
