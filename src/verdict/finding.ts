import { z } from 'zod'
import { Fingerprint } from '../base/ids.ts'
import { Instant } from '../base/instant.ts'
import { FieldKind } from '../call/field-kind.ts'
import { DocumentProblem, Extract } from '../documents/document.ts'
import { ReceiptSource } from '../mail/receipt.ts'
import { SenderProof } from '../mail/signs/sender-proof.ts'

export const Timeliness = z.enum(['on_time', 'late', 'contested'])
export type Timeliness = z.infer<typeof Timeliness>

export const Completeness = z.enum(['complete', 'incomplete', 'review'])
export type Completeness = z.infer<typeof Completeness>

/** `not_applicable`: it is not asked of this applicant, or may be left out and was. */
export const RequirementStatus = z.enum(['met', 'missing', 'unclear', 'not_applicable'])
export type RequirementStatus = z.infer<typeof RequirementStatus>

/** Facts by code; sentences are made in the acknowledgement and the digest. Each says where it was seen. */
export const Finding = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('received-in-time'),
    receivedAt: Instant,
    /** The one that it falls under; null where the call has no end. */
    deadline: Instant.nullable(),
    source: ReceiptSource,
  }),
  z.object({
    code: z.literal('received-late'),
    receivedAt: Instant,
    /** The one that it falls under; null where the call has no end. */
    deadline: Instant.nullable(),
    source: ReceiptSource,
  }),
  z.object({
    code: z.literal('receipt-contested'),
    receivedAt: Instant,
    /** The one that it falls under; null where the call has no end. */
    deadline: Instant.nullable(),
    source: ReceiptSource,
    reason: z.enum([
      'call_contradicts_itself',
      'day_without_hour',
      'clocks_straddle',
      'fallback_clock_near',
      'postmark_and_arrival_differ',
      'outage_overlaps_deadline',
      'sector_decides',
    ]),
  }),
  z.object({ code: z.literal('received-before-opening'), receivedAt: Instant, opensAt: Instant }),
  z.object({
    code: z.literal('requirement'),
    id: z.string(),
    status: RequirementStatus,
    reason: z.enum([
      'found',
      'found_weakly',
      'not_detected',
      'unreadable_document',
      'not_scanned',
      'empty_template',
      'cannot_be_seen',
      'external_link',
      'being_registered',
      'registered_elsewhere',
      'invalid_identifier',
      'too_few',
      'not_asked',
      'optional',
      'condition_unknown',
    ]),
    evidence: z.array(Extract),
    /** How many were found, where the call asks for a number of them. */
    count: z.int().optional(),
    /** The call itself does not ask for it: for staff to verify, never told to the applicant. */
    assumed: z.literal(true).optional(),
  }),
  z.object({ code: z.literal('document-problem'), document: z.string(), problem: DocumentProblem }),
  z.object({
    code: z.literal('over-size'),
    megabytes: z.number(),
    limit: z.number(),
    /** One file that is too large by itself; absent: all files together. */
    document: z.string().optional(),
  }),
  z.object({ code: z.literal('other-format'), document: z.string(), accepted: z.array(z.string()) }),
  z.object({
    code: z.literal('several-structures'),
    structures: z.array(
      z.object({
        name: z.string().nullable(),
        identifier: z.string().nullable(),
        documents: z.array(z.string()),
      }),
    ),
  }),
  z.object({
    code: z.literal('proposed-change'),
    kind: FieldKind,
    /** What stays in force until a person decides. */
    before: z.array(z.string()),
    after: z.string(),
    /** The mail that brings it, and what proves its sender. */
    mail: Fingerprint,
    proof: SenderProof,
    evidence: Extract,
  }),
  z.object({ code: z.literal('too-many-files'), label: z.string(), count: z.int(), most: z.int() }),
  /** A piece whose own date is before the oldest that the call takes. */
  z.object({
    code: z.literal('piece-old'),
    label: z.string(),
    document: z.string(),
    dated: z.iso.date(),
    oldest: z.iso.date(),
  }),
  /** A value beyond what the call says of it. */
  z.object({
    code: z.literal('out-of-bounds'),
    kind: FieldKind,
    value: z.string(),
    least: z.number().nullable(),
    most: z.number().nullable(),
    evidence: Extract,
  }),
  /** An address outside the places of which the call says that they are meant. */
  z.object({ code: z.literal('elsewhere'), address: z.string(), evidence: Extract }),
  z.object({ code: z.literal('sectors'), sectors: z.array(z.string()), expected: z.literal(1) }),
  z.object({ code: z.literal('legal-form'), legalForm: z.string(), evidence: z.array(Extract) }),
])
export type Finding = z.infer<typeof Finding>
export type RequirementFinding = Finding & { code: 'requirement' }
export type ProposedChange = Finding & { code: 'proposed-change' }

/** The robot's opinion of one submission in its dossier. It says what was found; a person decides. */
export const Verdict = z.object({
  timeliness: Timeliness,
  completeness: Completeness,
  sectors: z.array(z.string()),
  findings: z.array(Finding),
})
export type Verdict = z.infer<typeof Verdict>
