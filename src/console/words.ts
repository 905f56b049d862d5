import { labelOfPiece } from '../call/asked-in.ts'
import type { Call } from '../call/call.ts'
import type { Calls } from '../call/calls.ts'
import { callNamed } from '../call/calls.ts'
import type { FieldKind } from '../call/field-kind.ts'
import type { DocumentProblem } from '../documents/document.ts'
import { type Eligibility, eligibilityInWords } from '../dossier/eligibility.ts'
import type { Ground } from '../dossier/placeable.ts'
import { FACTS, factsOf } from '../exports/fact-labels.ts'
import { sectorLabels as labelsOfSectors } from '../exports/record-words.ts'
import type { ReceiptSource } from '../mail/receipt.ts'
import type { SenderProof } from '../mail/signs/sender-proof.ts'
import type { Fate } from '../mail/triage.ts'
import type { Completeness, Finding, RequirementFinding, Timeliness } from '../verdict/finding.ts'
import { completenessTold, statusInWords, statusTold, timelinessInWords } from '../verdict/words.ts'
import { type Html, html } from './html.ts'

/** A word in a frame; what it says is in the word, never in its colour alone. */
export function timelinessTag(timeliness: Timeliness): Html {
  const look = { on_time: 'good', late: 'bad', contested: 'open' }[timeliness]
  return html`<span class="tag ${look}">${timelinessInWords(timeliness)}</span>`
}

/** The verdict on completeness as a tag; `unscanned`: a deposit on paper that nobody scanned. */
export function completenessTag(completeness: Completeness, unscanned = false): Html {
  const look = { complete: 'good', incomplete: 'bad', review: 'open' }[completeness]
  return html`<span class="tag ${look}">${completenessTold({ completeness, unscanned })}</span>`
}

/** What a person decided of eligibility, as a tag. */
export function eligibilityTag(eligibility: Eligibility): Html {
  const look = { eligible: 'good', to_complete: 'open', not_eligible: 'bad' }[eligibility]
  return html`<span class="tag ${look}">${eligibilityInWords(eligibility)}</span>`
}

/** What was found of a requirement, as a tag. */
export function statusTag({ status, assumed }: Pick<RequirementFinding, 'status' | 'assumed'>): Html {
  const told = statusTold({ status, assumed })
  const look = { met: 'good', missing: 'bad', unclear: 'open', not_applicable: 'muted' }[told]
  return html`<span class="tag ${look}">${statusInWords({ status, assumed })}</span>`
}

/** The names of the sectors that were found, or that none was. */
export function sectorLabels(sectors: readonly string[], call: Call): string {
  return labelsOfSectors(sectors, call) || 'non détectée'
}

export const CLOCKS: Readonly<Record<ReceiptSource, string>> = {
  boundary: 'Serveur d’entrée de la collectivité',
  internaldate: 'Boîte aux lettres (dépôt)',
  received: 'Dernier serveur traversé',
  date: 'Horloge de l’expéditeur',
  file: 'Fichier',
  staff: 'Décision d’un agent',
  post: 'Arrivée du pli',
}

export const FATES: Readonly<Record<Fate, string>> = {
  application: 'candidature',
  supplement: 'complément',
  duplicate: 'doublon',
  inquiry: 'question ou désistement',
  automatic: 'réponse automatique',
  bounce: 'avis de non-remise',
  unrelated: 'écarté comme sans rapport',
  quarantined: 'mis à l’écart',
}

/** Why a mail is in its application, as staff read it. */
export const GROUNDS: Readonly<Record<Ground, string>> = {
  opened: 'envoi qui a ouvert la candidature',
  'joined-by-staff': 'rattaché par un agent',
  'joined-before': 'rattaché par une version antérieure du programme, par le seul numéro',
  'reply-to-our-acknowledgement': 'réponse à l’une de nos lettres',
  'names-its-number': 'même adresse ou même domaine, qui cite le numéro',
  'same-house': 'autre adresse du domaine de la structure, avec le même numéro',
  'same-content': 'mêmes fichiers, de la même adresse',
  'same-sender-replaces-it': 'même adresse, qui dit remplacer',
  'same-sender-same-name': 'même adresse, même nom',
  'same-sender-names-it': 'même adresse, qui nomme la structure',
  'same-sender-adds-to-it': 'même adresse, pièces seules',
  'same-identifier': 'même numéro',
}

/** What our servers say of a sender. */
export const PROOFS: Readonly<Record<SenderProof, string>> = {
  proven: 'authentifié par notre serveur',
  unproven: 'non authentifié',
  forged: 'usurpé selon notre serveur',
  untold: 'dont notre serveur ne dit rien',
}

export const PROBLEMS: Readonly<Record<DocumentProblem, string>> = {
  encrypted: 'chiffré ou protégé par un mot de passe',
  unreadable: 'illisible',
  infected: 'signalé par l’antivirus',
  too_large: 'trop volumineux',
  unfinished: 'lecture inachevée, à ouvrir',
  unsupported: 'format non lu',
  external_link: 'derrière un lien, non suivi',
  empty: 'vide',
}

/** Roles of documents as staff name them; a call's own by its title. */
export function roleLabels(call: Call): readonly (readonly [string, string])[] {
  return [
    ['form', 'formulaire'],
    ['letter', 'lettre de manifestation d’intérêt'],
    ['presentation', 'présentation de la structure'],
    ['project', 'projet ou actions'],
    ...call.pieces.map((piece) => [piece.role, labelOfPiece(piece)] as const),
    ['call_notice', 'texte de l’appel'],
    ['decor', 'logo ou signature de courriel'],
    ['other', 'autre'],
  ]
}

/** What a piece was recognised as, in French; a role that the call no longer has stays as it is. */
export function roleLabel(role: string, call: Call): string {
  return roleLabels(call).find(([id]) => id === role)?.[1] ?? role
}

/** The facts that staff may correct: those of the house, and those that only this call asks for. */
export function fieldsOf(call: Call): readonly (readonly [string, string])[] {
  return [...factsOf(call), ...call.kinds.map(({ id, label }) => [id, label] as const)]
}

/** What a fact of an applicant is called: by the call's file where it has a name for it. */
export function fieldLabel(kind: FieldKind, call: Call): string {
  const own = call.kinds.find(({ id }) => id === kind)
  if (own !== undefined) return own.label
  if (kind === 'siren') return 'N° SIREN'
  return kind === 'sector' ? 'Filière' : (FACTS.find(([id]) => id === kind)?.[1] ?? kind)
}

export const REASONS: Readonly<Record<RequirementFinding['reason'], string>> = {
  found: 'trouvé dans le dossier',
  found_weakly: 'trouvé sans certitude',
  not_detected: 'non détecté par le programme',
  unreadable_document: 'un fichier reçu n’a pas pu être lu',
  not_scanned: 'le dépôt papier n’a pas été numérisé',
  empty_template: 'le document semble être le modèle vierge',
  cannot_be_seen: 'un programme ne peut pas le voir',
  external_link: 'des fichiers ne sont accessibles que par un lien',
  being_registered: 'indiqué comme en cours d’attribution',
  registered_elsewhere: 'numéro d’un autre registre (BCE, IDE, RIDET, TAHITI…)',
  invalid_identifier: 'le numéro ne semble pas exact',
  too_few: 'moins que l’appel n’en prévoit',
  not_asked: 'non demandé à ce candidat',
  optional: 'facultatif, non détecté',
  condition_unknown: 'le programme ne sait pas si l’appel le demande à ce candidat',
}

/** Said of what the call’s file supposes to be asked for. */
export const ASSUMED = 'non demandé par le texte de l’appel : supposé par son fichier'

type Contested = Extract<Finding, { code: 'receipt-contested' }>['reason']

export const CONTESTED: Readonly<Record<Contested, string>> = {
  call_contradicts_itself: 'l’appel se contredit sur sa date limite',
  day_without_hour: 'l’appel donne un jour sans heure, et ne dit pas si ce jour même compte',
  clocks_straddle: 'les horloges de la collectivité sont de part et d’autre de la date limite',
  fallback_clock_near: 'seule une horloge incertaine dit l’heure, près de la date limite',
  postmark_and_arrival_differ: 'le cachet de la poste et l’arrivée sont de part et d’autre de la date limite',
  sector_decides: 'la date limite dépend de la filière, qui n’est pas connue',
  outage_overlaps_deadline: 'la boîte n’a pas pu être observée autour de la date limite',
}

const KILO = 1024
const THOUSANDS: readonly (readonly [size: number, unit: string])[] = [
  [KILO * KILO, 'Mo'],
  [KILO, 'Ko'],
]

/** « 3,4 Mo », « 12 Ko », as file managers say it. */
export function fileSize(bytes: number): string {
  const [size, unit] = THOUSANDS.find(([one]) => bytes >= one) ?? [KILO, 'Ko']
  const value = bytes / size
  const written = value < 10 && unit === 'Mo' ? value.toFixed(1) : String(Math.max(1, Math.round(value)))
  return `${written.replace('.', ',')}\u00A0${unit}`
}

const TYPES: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/msword': 'document Word (DOC)',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'document Word (DOCX)',
  'application/vnd.oasis.opendocument.text': 'document OpenDocument (ODT)',
  'application/rtf': 'document RTF',
  'application/vnd.ms-excel': 'classeur (XLS)',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'classeur (XLSX)',
  'application/vnd.oasis.opendocument.spreadsheet': 'classeur OpenDocument (ODS)',
  'application/zip': 'archive ZIP',
  'message/rfc822': 'courriel',
  'text/html': 'page HTML',
  'text/plain': 'texte',
}

/** « document Word (DOCX) », « image JPEG »; a type that few people know by its own name. */
export function typeInWords(mediaType: string): string {
  const [kind, name = ''] = mediaType.split('/')
  return TYPES[mediaType] ?? (kind === 'image' ? `image ${name.toUpperCase()}` : mediaType)
}

/** What people who are no programmers call a fingerprint, and why it stands there. */
export const FINGERPRINT = html`Empreinte <span class="hint">(code qui identifie le fichier : il changerait \
avec lui)</span>`

/** The call of something in the register; the first one where it is not known yet. */
export function callOf(calls: Calls, id: Call['id'] | null): Call {
  return id === null ? calls[0] : callNamed(calls, id)
}
