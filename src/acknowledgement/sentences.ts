import { whereInWords } from '../call/asked-in.ts'
import type { Call } from '../call/call.ts'
import type { DocumentProblem } from '../documents/document.ts'
import type { Finding, RequirementFinding } from '../verdict/finding.ts'
import { capitalised, oneLine, typographic } from './french.ts'

/**
 * What may be said to an applicant about a finding, while it can still be mended; null when it concerns
 * staff alone. Nothing here judges: « non détecté » is not « absent », and what could not be read was still
 * received. Nothing is demanded either (CRPA L112-8): the applicant may, never must.
 */
export function sentenceOf(finding: Finding, call: Call): string | null {
  switch (finding.code) {
    case 'requirement':
      return requirementSentence(finding, call)
    case 'document-problem':
      return typographic(problemSentence(finding.document, finding.problem))
    case 'received-in-time':
    case 'received-late':
    case 'receipt-contested':
    case 'received-before-opening':
      // The letter gives the hour of receipt and the published deadline, never a conclusion from them.
      return null
    case 'several-structures':
    case 'proposed-change':
    case 'sectors':
    case 'legal-form':
    case 'over-size':
    case 'other-format':
    case 'too-many-files':
    case 'piece-old':
    case 'out-of-bounds':
    case 'elsewhere':
      return null
  }
}

/**
 * The sentences of several findings, each once. Requirements that cannot be checked for one and the same
 * reason make one sentence: a link hides them all.
 */
export function sentencesOf(findings: readonly Finding[], call: Call): readonly string[] {
  const hidden = new Set<Finding>()
  const shared: string[] = []
  for (const [reason, because] of HIDING) {
    const alike = findings.filter(
      (finding) => finding.code === 'requirement' && finding.reason === reason && isTold(finding),
    )
    if (alike.length < 2) continue
    for (const finding of alike) hidden.add(finding)
    const labels = alike.flatMap((finding) =>
      finding.code === 'requirement' ? (labelOf(finding.id, call) ?? []) : [],
    )
    shared.push(typographic(`Non vérifiable, ${because} : ${labels.join(' ; ')}.`))
  }
  const single = findings
    .filter((finding) => !hidden.has(finding))
    .flatMap((finding) => sentenceOf(finding, call) ?? [])
  return [...new Set([...shared, ...single])]
}

const HIDING: readonly (readonly [RequirementFinding['reason'], string])[] = [
  ['external_link', 'des fichiers n’étant accessibles que par un lien'],
  ['unreadable_document', 'un des fichiers reçus n’ayant pas pu être lu'],
]

function requirementSentence(finding: RequirementFinding, call: Call): string | null {
  const label = labelOf(finding.id, call)
  if (label === null || !isTold(finding)) return null
  if (finding.reason === 'too_few') return typographic(`${capitalised(label)} : ${tooFew(finding, call)}`)
  if (finding.status === 'missing' && finding.reason === 'not_detected')
    return typographic(`Non détecté : ${label}.`)
  const reason = unclearReason(finding.reason)
  return reason === null ? null : typographic(`${capitalised(label)} : ${reason}`)
}

/**
 * What was found, what is not asked of this applicant and what the call itself does not ask for is not told.
 */
function isTold({ status, assumed }: RequirementFinding): boolean {
  return (status === 'missing' || status === 'unclear') && assumed !== true
}

function tooFew({ id, count = 0 }: RequirementFinding, { requiredDocuments }: Call): string {
  const least = requiredDocuments.find((required) => required.id === id)?.least ?? count
  return `ce contrôle n’en a compté que ${count} ; l’appel en prévoit au moins ${least}.`
}

/** Null for what only a person can see, and for what was found. */
function unclearReason(reason: RequirementFinding['reason']): string | null {
  switch (reason) {
    case 'unreadable_document':
      return 'nous ne pouvons pas le vérifier, un des fichiers reçus n’ayant pas pu être lu.'
    case 'empty_template':
      return 'le document reçu semble être le modèle vierge, sans réponse.'
    case 'external_link':
      return 'nous ne pouvons pas le vérifier, des fichiers n’étant accessibles que par un lien.'
    case 'invalid_identifier':
      return 'le numéro indiqué ne semble pas exact ; vous pouvez le vérifier.'
    case 'registered_elsewhere':
      return 'un numéro d’un autre registre est indiqué ; nous vérifions s’il convient.'
    case 'being_registered':
      return 'indiqué comme en cours d’attribution ; vous pourrez le transmettre dès que vous l’aurez.'
    case 'not_detected':
      return 'non détecté avec certitude.'
    case 'found':
    case 'found_weakly':
    case 'cannot_be_seen':
    case 'condition_unknown':
    case 'not_asked':
    case 'optional':
    case 'too_few':
      return null
  }
}

function labelOf(id: string, call: Call): string | null {
  const document = call.requiredDocuments.find((required) => required.id === id)
  if (document !== undefined) return document.label
  const field = call.requiredFields.find((required) => required.id === id)
  if (field === undefined) return null
  const where = whereInWords(field, call)
  return where === null ? field.label : `${where}, ${field.label}`
}

function problemSentence(document: string, problem: DocumentProblem): string {
  const name = `« ${fileLabel(document)} »`
  switch (problem) {
    case 'encrypted':
      return `${name} est chiffré ou protégé par un mot de passe, et n’a pas pu être lu. Vous pouvez en envoyer une version sans cette protection.`
    case 'unreadable':
      return `${name} n’a pas pu être ouvert : le fichier semble endommagé ou incomplet. Vous pouvez l’envoyer de nouveau.`
    case 'infected':
      return `${name} n’a pas été ouvert pour des raisons de sécurité. Vous pouvez en envoyer une version saine.`
    case 'too_large':
      return `${name} est trop volumineux pour être lu automatiquement. Il est conservé ; un agent l’ouvrira.`
    case 'unfinished':
      return `${name} demande trop de temps pour être lu automatiquement. Il est conservé ; un agent l’ouvrira.`
    case 'unsupported':
      return `${name} est d’un format qui n’est pas lu automatiquement. Il est conservé ; un agent l’ouvrira. Vous pouvez aussi l’envoyer au format PDF.`
    case 'external_link':
      return `Des fichiers ne sont accessibles que par un lien (${fileLabel(document)}). Les liens ne sont pas suivis : ces fichiers ne nous sont pas parvenus. Vous pouvez les joindre à un message.`
    case 'empty':
      return `${name} ne contient rien. Vous pouvez l’envoyer de nouveau.`
  }
}

/** A file's name as it may be shown; of a link only the site, for the rest may be a key. */
export function fileLabel(name: string): string {
  const host = /^https?:\/\/([^/?#\s]+)/i.exec(name)?.[1]
  return oneLine(host ?? name, 100)
}
