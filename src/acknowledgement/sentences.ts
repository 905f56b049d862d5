import { askedIn, labelOfPiece } from '../call/asked-in.ts'
import type { Call } from '../call/call.ts'
import type { RequiredField } from '../call/requirements.ts'
import type { DocumentRole } from '../call/roles.ts'
import type { DocumentProblem } from '../documents/document.ts'
import { fill } from '../language/message.ts'
import type { Finding, RequirementFinding } from '../verdict/finding.ts'
import { oneLine } from './french.ts'
import { capitalisedIn, languageOf, say, wordsOf } from './in-words.ts'

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
      return problemSentence(finding.document, finding.problem, call)
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
  const { checks } = wordsOf(call)
  const hiding = [
    ['external_link', checks.hiddenByLink],
    ['unreadable_document', checks.hiddenByUnread],
  ] as const
  for (const [reason, because] of hiding) {
    const alike = findings.filter(
      (finding) => finding.code === 'requirement' && finding.reason === reason && isTold(finding),
    )
    if (alike.length < 2) continue
    for (const finding of alike) hidden.add(finding)
    const labels = alike.flatMap((finding) =>
      finding.code === 'requirement' ? (labelOf(finding.id, call) ?? []) : [],
    )
    shared.push(say(call, because, { labels: labels.join(languageOf(call).typography.between) }))
  }
  const single = findings
    .filter((finding) => !hidden.has(finding))
    .flatMap((finding) => sentenceOf(finding, call) ?? [])
  return [...new Set([...shared, ...single])]
}

function requirementSentence(finding: RequirementFinding, call: Call): string | null {
  const plain = labelOf(finding.id, call)
  if (plain === null || !isTold(finding)) return null
  const { checks } = wordsOf(call)
  const label = capitalisedIn(call, plain)
  if (finding.reason === 'too_few') return say(call, checks.tooFew, { label, ...fewerOf(finding, call) })
  if (finding.status === 'missing' && finding.reason === 'not_detected')
    return say(call, checks.notDetected, { label: plain })
  const reason = unclearReason(finding.reason, call)
  return reason === null ? null : say(call, reason, { label })
}

/**
 * What was found, what is not asked of this applicant and what the call itself does not ask for is not told.
 */
function isTold({ status, assumed }: RequirementFinding): boolean {
  return (status === 'missing' || status === 'unclear') && assumed !== true
}

function fewerOf(
  { id, count = 0 }: RequirementFinding,
  { requiredDocuments }: Call,
): { readonly count: string; readonly least: string } {
  const least = requiredDocuments.find((required) => required.id === id)?.least ?? count
  return { count: String(count), least: String(least) }
}

type Unclear = ReturnType<typeof wordsOf>['checks']['unclear']

/** Null for what only a person can see, and for what was found. */
function unclearReason(reason: RequirementFinding['reason'], call: Call): Unclear['notDetected'] | null {
  const { unclear } = wordsOf(call).checks
  switch (reason) {
    case 'unreadable_document':
      return unclear.unreadable
    case 'empty_template':
      return unclear.emptyTemplate
    case 'external_link':
      return unclear.externalLink
    case 'invalid_identifier':
      return unclear.invalidIdentifier
    case 'registered_elsewhere':
      return unclear.registeredElsewhere
    case 'being_registered':
      return unclear.beingRegistered
    case 'not_detected':
      return unclear.notDetected
    case 'found':
    case 'found_weakly':
    case 'not_scanned':
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
  return where === null ? field.label : fill(wordsOf(call).checks.asked, { where, label: field.label })
}

/**
 * Where a fact is asked for; null where the call says only that it is asked for, and in a translation: the
 * call names its documents in its own language.
 */
function whereInWords(field: RequiredField, call: Call): string | null {
  if (call.speech.translates !== null) return null
  if (field.where !== undefined) return field.where
  const { checks } = wordsOf(call)
  const named = askedIn(field, call).map((role) => nameOf(role, call))
  return named.length === 0 ? null : fill(checks.where, { documents: named.join(` ${checks.or} `) })
}

function nameOf(role: DocumentRole, call: Call): string {
  const { checks } = wordsOf(call)
  const piece = call.pieces.find((one) => one.role === role)
  if (piece !== undefined) return piece.label ?? fill(checks.document, { name: labelOfPiece(piece) })
  if (role === 'form' || role === 'letter' || role === 'presentation' || role === 'project')
    return checks[role]
  return role
}

const PROBLEMS = {
  encrypted: 'encrypted',
  unreadable: 'unreadable',
  infected: 'infected',
  too_large: 'tooLarge',
  unfinished: 'unfinished',
  unsupported: 'unsupported',
  external_link: 'externalLink',
  empty: 'empty',
} as const satisfies Record<DocumentProblem, string>

function problemSentence(document: string, problem: DocumentProblem, call: Call): string {
  return say(call, wordsOf(call).checks.problems[PROBLEMS[problem]], { name: fileLabel(document) })
}

/** A file's name as it may be shown; of a link only the site, for the rest may be a key. */
export function fileLabel(name: string): string {
  const host = /^https?:\/\/([^/?#\s]+)/i.exec(name)?.[1]
  return oneLine(host ?? name, 100)
}
