import { z } from 'zod'
import type { ReplayedMail } from '../app/replay.ts'
import { RegistrationNumber } from '../base/ids.ts'
import { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { DocumentRole } from '../call/roles.ts'
import { type Document, DocumentProblem, Extract } from '../documents/document.ts'
import type { Applicant } from '../dossier/dossier.ts'
import { WEIGHTS } from '../knowledge/weights.ts'
import { ReceiptSource } from '../mail/receipt.ts'
import type { MailView } from '../register/views.ts'
import {
  Completeness,
  type Finding,
  RequirementStatus,
  Timeliness,
  type Verdict,
} from '../verdict/finding.ts'
import { requirementsOf, timeFindings, timelinessOf } from '../verdict/judge.ts'

/** One line of `replay --json`. Stable: people's scripts depend on it. */
export const ReplayLine = z.strictObject({
  file: z.string(),
  kind: z.enum([
    'application',
    'supplement',
    'duplicate',
    'inquiry',
    'automatic',
    'unrelated',
    'quarantined',
  ]),
  application: RegistrationNumber.nullable(),
  applicant: z
    .strictObject({
      name: z.string().nullable(),
      legalForm: z.string().nullable(),
      siret: z.string().nullable(),
      rna: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      representative: z.string().nullable(),
      role: z.string().nullable(),
      address: z.string().nullable(),
    })
    .nullable(),
  sectors: z.array(z.string()),
  receivedAt: Instant,
  receiptSource: ReceiptSource,
  timeliness: Timeliness,
  timelinessReasons: z.array(z.string()),
  completeness: Completeness,
  requirements: z.array(
    z.strictObject({
      id: z.string(),
      status: RequirementStatus,
      reason: z.string(),
      evidence: z.array(Extract),
    }),
  ),
  documents: z.array(
    z.strictObject({
      name: z.string(),
      mediaType: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      roles: z.array(DocumentRole),
      problem: DocumentProblem.nullable(),
    }),
  ),
  acknowledgement: z.union([
    z.strictObject({ send: z.literal(true), to: z.string(), subject: z.string() }),
    z.strictObject({ send: z.literal(false), held: z.boolean(), reason: z.string() }),
  ]),
})
export type ReplayLine = z.infer<typeof ReplayLine>

/**
 * What became of a replayed mail, as a line of JSON says it. Throws where it has no time of receipt, which
 * replay gives each.
 */
export function replayLine(replayed: ReplayedMail, call: Call): ReplayLine {
  const { view, copyOf } = replayed
  const receipt = view.receipt
  if (receipt === null) throw new Error(`${replayed.file} was replayed without a receipt time`)
  const time = view.verdict?.findings.filter(isAboutTime) ?? timeOf(view, call)
  return {
    file: replayed.file,
    kind: copyOf === null ? kindOf(view) : 'duplicate',
    application: view.number,
    applicant: view.applicant === null ? null : applicantOf(view.applicant),
    sectors: view.verdict?.sectors ?? [],
    receivedAt: receipt.receivedAt,
    receiptSource: receipt.source,
    timeliness: timelinessOf(time),
    timelinessReasons: [
      ...time.map((finding) => ('reason' in finding ? finding.reason : finding.code)),
      ...receipt.doubts,
    ],
    completeness: completenessOf(view),
    requirements: requirementsIn(view.verdict),
    documents: view.documents.filter(isShown).map(documentOf),
    acknowledgement: acknowledgementOf(replayed),
  }
}

function kindOf(view: MailView): ReplayLine['kind'] {
  if (view.fate === null) return 'quarantined'
  return view.fate === 'bounce' ? 'automatic' : view.fate
}

function isAboutTime(finding: Finding): boolean {
  return (
    finding.code === 'received-in-time' ||
    finding.code === 'received-late' ||
    finding.code === 'receipt-contested' ||
    finding.code === 'received-before-opening'
  )
}

/** A mail that is no submission has a time all the same. */
function timeOf(view: MailView, call: Call): readonly Finding[] {
  return view.receipt === null ? [] : timeFindings(view.receipt, call, [], view.verdict?.sectors)
}

/** Without a dossier nothing was found yet; a quarantined mail is for a person to look at. */
function completenessOf(view: MailView): Completeness {
  return view.verdict?.completeness ?? (view.fate === 'quarantined' ? 'review' : 'incomplete')
}

function requirementsIn(verdict: Verdict | null): ReplayLine['requirements'] {
  return requirementsOf(verdict?.findings ?? []).map(({ id, status, reason, evidence }) => ({
    id,
    status,
    reason,
    evidence,
  }))
}

/** The mail's own text is a document only when it plays a part. */
function isShown(document: Document): boolean {
  return document.kind !== 'body' || statedRoles(document).some((role) => role !== 'other')
}

function documentOf(document: Document): ReplayLine['documents'][number] {
  const { name, mediaType, bytes, sha256, problem } = document
  return { name, mediaType, bytes, sha256, roles: statedRoles(document), problem }
}

/** A role with a lower score is a guess: shown to staff, not stated. */
function statedRoles(document: Document): DocumentRole[] {
  const roles = document.roles.filter((role) => role.score >= WEIGHTS.usable).map((role) => role.role)
  return roles.length === 0 ? ['other'] : roles
}

function applicantOf(applicant: Applicant): ReplayLine['applicant'] {
  const { siren, ...shown } = applicant
  return { ...shown, siret: applicant.siret ?? siren }
}

function acknowledgementOf({ view, letter, copyOf }: ReplayedMail): ReplayLine['acknowledgement'] {
  if (copyOf !== null) return { send: false, held: false, reason: '01-already-acknowledged' }
  if (view.decision === null) return { send: false, held: true, reason: 'quarantined' }
  if (!view.decision.send) return { send: false, held: view.decision.held, reason: view.decision.reason }
  return { send: true, to: view.decision.to, subject: letter?.letter.subject ?? '' }
}
