import type { Call } from '../call/call.ts'
import { sectorsOf } from '../dossier/applicant.ts'
import type { Submission } from '../dossier/dossier.ts'
import { settled } from '../dossier/standing.ts'
import type { Receipt } from '../mail/receipt.ts'
import type {
  Completeness,
  Finding,
  ProposedChange,
  RequirementFinding,
  Timeliness,
  Verdict,
} from './finding.ts'
import type { Outage } from './outage.ts'
import type { Rule } from './rule.ts'
import { documentProblems } from './rules/document-problems.ts'
import { elsewhere } from './rules/elsewhere.ts'
import { legalForm } from './rules/legal-form.ts'
import { limits } from './rules/limits.ts'
import { outOfBounds } from './rules/out-of-bounds.ts'
import { pieceAge } from './rules/piece-age.ts'
import { pieceFiles } from './rules/piece-files.ts'
import { proposedChanges } from './rules/proposed-changes.ts'
import { receiptInTime } from './rules/receipt-in-time.ts'
import { requiredDocuments } from './rules/required-documents.ts'
import { requiredFields } from './rules/required-fields.ts'
import { sectorCount } from './rules/sector-count.ts'
import { severalStructures } from './rules/several-structures.ts'

export const RULES: readonly Rule[] = [
  receiptInTime,
  requiredDocuments,
  requiredFields,
  sectorCount,
  legalForm,
  severalStructures,
  proposedChanges,
  documentProblems,
  limits,
  pieceFiles,
  pieceAge,
  outOfBounds,
  elsewhere,
]

/**
 * The robot's opinion after a submission: time is that mail's own, completeness is the dossier's as it
 * stands. `submissions` are in order of receipt and end with the one that is judged.
 */
export function judge(
  submissions: readonly [Submission, ...Submission[]],
  call: Call,
  outages: readonly Outage[] = [],
  rules: readonly Rule[] = RULES,
): Verdict {
  const latest = submissions.at(-1) ?? submissions[0]
  const standing = settled(submissions)
  const sectors = sectorsOf(standing.submissions)
  const looked = { call, ...standing, asReceived: submissions, latest, sectors, outages }
  const findings = rules.flatMap((rule) => rule.check(looked))
  return {
    timeliness: timelinessOf(findings),
    completeness: completenessOf(findings),
    sectors: [...sectors],
    findings,
  }
}

/** Time alone, for mails that are no submission. */
export function timelinessOf(findings: readonly Finding[]): Timeliness {
  if (findings.some((finding) => finding.code === 'receipt-contested')) return 'contested'
  return findings.some((finding) => finding.code === 'received-in-time') ? 'on_time' : 'late'
}

function completenessOf(findings: readonly Finding[]): Completeness {
  // Whose papers are whose is for a person to say before anything is called missing.
  if (findings.some((finding) => finding.code === 'several-structures')) return 'review'
  if (missingIn(findings).length > 0) return 'incomplete'
  return toVerifyIn(findings).length > 0 ? 'review' : 'complete'
}

/** What the call asks for and nothing of it was detected. */
export function missingIn(findings: readonly Finding[]): readonly RequirementFinding[] {
  return requirementsOf(findings).filter(({ status, assumed }) => status === 'missing' && assumed !== true)
}

/**
 * What a person has to look at: what is not clear, and what only this call's file assumes to be asked for.
 */
export function toVerifyIn(findings: readonly Finding[]): readonly RequirementFinding[] {
  return requirementsOf(findings).filter(
    ({ status, assumed }) => status === 'unclear' || (status === 'missing' && assumed === true),
  )
}

/** Something that the call asks for may be on paper that nobody scanned. */
export function isUnscanned(findings: readonly Finding[]): boolean {
  return requirementsOf(findings).some(({ reason }) => reason === 'not_scanned')
}

/** What a person has to accept or refuse. */
export function proposedIn(findings: readonly Finding[]): readonly ProposedChange[] {
  return findings.filter((finding): finding is ProposedChange => finding.code === 'proposed-change')
}

/** The findings about what the call asks for, in their order. */
export function requirementsOf(findings: readonly Finding[]): readonly RequirementFinding[] {
  return findings.filter((finding): finding is RequirementFinding => finding.code === 'requirement')
}

/**
 * The time of one mail by itself, with the findings that say so: for mails that are no submission, and for
 * another deadline.
 */
export function timeFindings(
  receipt: Receipt,
  call: Call,
  outages: readonly Outage[] = [],
  sectors: readonly string[] = [],
): readonly Finding[] {
  return receiptInTime.check({
    call,
    submissions: [],
    asReceived: [],
    proposals: [],
    latest: { receipt },
    sectors,
    outages,
  })
}
