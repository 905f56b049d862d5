import { MONTHS } from '../base/french-calendar.ts'
import type { Call } from '../call/call.ts'
import type { Completeness, Finding, RequirementFinding, Timeliness } from './finding.ts'

/** « dans les délais »: for staff alone; no letter to an applicant says it. */
export function timelinessInWords(timeliness: Timeliness): string {
  switch (timeliness) {
    case 'on_time':
      return 'dans les délais'
    case 'late':
      return 'hors délai'
    case 'contested':
      return 'à arbitrer'
  }
}

/** The verdict on completeness, in French, as staff read it. */
export function completenessInWords(completeness: Completeness): string {
  switch (completeness) {
    case 'complete':
      return 'complet'
    case 'incomplete':
      return 'incomplet'
    case 'review':
      return 'à vérifier'
  }
}

/** The same of a dossier: what is on paper alone lacks nothing, as far as a program knows. */
export function completenessTold({
  completeness,
  unscanned,
}: {
  readonly completeness: Completeness
  readonly unscanned: boolean
}): string {
  return unscanned && completeness === 'review'
    ? 'non numérisé, à examiner'
    : completenessInWords(completeness)
}

type Told = Pick<RequirementFinding, 'status' | 'assumed'>

/** As staff are told of it: what only the call’s file supposes is to be verified, and lacks nobody. */
export function statusTold({ status, assumed }: Told): RequirementFinding['status'] {
  return status === 'missing' && assumed === true ? 'unclear' : status
}

/** What was found of a requirement, in French, as staff read it. */
export function statusInWords(told: Told): string {
  switch (statusTold(told)) {
    case 'met':
      return 'trouvé'
    case 'missing':
      return 'non détecté'
    case 'unclear':
      return 'à vérifier'
    case 'not_applicable':
      return 'sans objet'
  }
}

/**
 * What staff should know of an application beside what is there and what lacks; null for what is told
 * elsewhere.
 */
export function remarkInWords(finding: Finding, call: Call): string | null {
  switch (finding.code) {
    case 'over-size':
      return finding.document === undefined
        ? `Fichiers de ${inFrench(finding.megabytes)} Mo en tout ; l’appel en prévoit ` +
            `${inFrench(finding.limit)} au plus.`
        : `« ${finding.document} » pèse ${inFrench(finding.megabytes)} Mo ; l’appel en prévoit ` +
            `${inFrench(finding.limit)} au plus.`
    case 'other-format':
      return (
        `« ${finding.document} » n’est pas dans l’un des formats que l’appel prévoit ` +
        `(${finding.accepted.join(', ')}).`
      )
    case 'too-many-files':
      return (
        `Fichiers reçus pour ${finding.label} : ${finding.count} ; l’appel en prévoit ${finding.most} au ` +
        'plus.'
      )
    case 'piece-old':
      return (
        `« ${finding.document} » porte la date du ${dayInFrench(finding.dated)} ; l’appel demande, pour ` +
        `${finding.label}, une date du ${dayInFrench(finding.oldest)} ou postérieure. À vérifier.`
      )
    case 'out-of-bounds':
      return (
        `${labelOfKind(finding.kind, call)} : ${finding.value} ; l’appel prévoit ${bounds(finding)}. À ` +
        'vérifier.'
      )
    case 'elsewhere':
      return (
        `Aucune adresse du dossier n’est dans le territoire de l’appel (${finding.address}). À ` +
        'vérifier : le siège n’est pas toujours le lieu de l’activité.'
      )
    default:
      return null
  }
}

/** How staff call a fact that only this call asks for. */
function labelOfKind(kind: string, { kinds }: Call): string {
  return kinds.find(({ id }) => id === kind)?.label ?? kind
}

function bounds({ least, most }: Finding & { code: 'out-of-bounds' }): string {
  if (least !== null && most !== null) return `de ${inFrench(least)} à ${inFrench(most)}`
  return least === null ? `${inFrench(most ?? 0)} au plus` : `${inFrench(least)} au moins`
}

function inFrench(value: number): string {
  return value.toLocaleString('fr-FR', { maximumFractionDigits: 2 })
}

/** « 1er mars 2026 » of « 2026-03-01 ». */
function dayInFrench(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${day === '01' ? '1er' : Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`
}
