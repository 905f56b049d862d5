import { createHash } from 'node:crypto'
import { dayOf } from '../base/day.ts'
import { Fingerprint, RegistrationNumber } from '../base/ids.ts'
import { type Instant, later, startOfDay } from '../base/instant.ts'
import { documentsAskedIn } from '../call/asked-in.ts'
import type { Call } from '../call/call.ts'
import { lastDeadline } from '../call/deadline.ts'
import { rolesOf } from '../call/requirements.ts'
import { BODY_NAME, type Document } from '../documents/document.ts'
import type { Finding } from '../verdict/finding.ts'
import type { AcknowledgementInput } from './acknowledgement.ts'
import { composeJoining } from './joining.ts'
import { composeAcknowledgement } from './letter.ts'
import type { Letter } from './outgoing.ts'
import { composeReminder } from './reminder.ts'
import { composeTrial } from './trial.ts'

/** The letters that staff can look at before any candidate does, and that a call’s file is checked by. */
export const SAMPLES = [
  'complete',
  'incomplete',
  'unreadable',
  'link',
  'late',
  'supplement',
  'duplicate',
  'held',
  'unread',
  'inquiry',
  'answer',
  'posted',
  'counter',
  'rectification',
  'reminder',
  'joining',
  'trial',
] as const
export type SampleCase = (typeof SAMPLES)[number]

/** The others are notes, of which the mentions of an acknowledgement are not due. */
export function isAcknowledgement(name: SampleCase): boolean {
  return name !== 'reminder' && name !== 'joining' && name !== 'trial'
}

const DAY_MS = 86_400_000

/** The letter of that case as it would leave. */
export function sampleLetter(call: Call, name: SampleCase, writtenIn?: string): Letter {
  const plain = sampleOf(call, name)
  const input = writtenIn === undefined ? plain : writtenBy(plain, writtenIn)
  if (name === 'joining') return composeJoining({ ...input, writtenIn: writtenIn ?? null })
  if (name === 'trial') return composeTrial(input)
  return name === 'reminder' ? composeReminder(input) : composeAcknowledgement(input)
}

/** The same of a candidate who wrote in a language: under it stands a translation, where the call has one. */
function writtenBy(input: AcknowledgementInput, language: string): AcknowledgementInput {
  const body: Document = { ...documentOf(BODY_NAME), kind: 'body', mediaType: 'text/plain', language }
  const { submission } = input
  return { ...input, submission: { ...submission, documents: [body, ...submission.documents] } }
}

/**
 * What a letter of that case is made from, with an invented candidate. Pure: the same call, the same letter.
 */
export function sampleOf(call: Call, name: SampleCase): AcknowledgementInput {
  const receivedAt = momentOf(call, name === 'late')
  const base = baseOf(call, receivedAt)
  switch (name) {
    case 'complete':
    case 'supplement':
    case 'duplicate':
    case 'joining':
      return { ...base, kind: name === 'supplement' || name === 'duplicate' ? name : 'application' }
    case 'incomplete':
    case 'reminder':
    case 'trial':
      return { ...base, verdict: { findings: findingsOf(call, 'missing', 'not_detected') } }
    case 'late':
      return {
        ...base,
        beforeDeadline: false,
        verdict: { findings: findingsOf(call, 'missing', 'not_detected') },
      }
    case 'unreadable':
      return withProblem(base, fileNames(call)[1], 'encrypted', 'unreadable_document')
    case 'link':
      return withProblem(base, 'https://transfert.example/d/1', 'external_link', 'external_link')
    case 'held':
      return { ...base, byPerson: true }
    case 'unread':
      return { ...base, byPerson: true, kind: 'unread', submission: { ...base.submission, documents: [] } }
    case 'inquiry':
      return { ...base, byPerson: true, kind: 'inquiry', submission: { ...base.submission, documents: [] } }
    case 'answer':
      return { ...sampleOf(call, 'inquiry'), words: { text: call.title, instead: true } }
    case 'posted':
    case 'counter':
      return onPaper({ ...base, verdict: { findings: findingsOf(call, 'missing', 'not_detected') } }, name)
    case 'rectification':
      return { ...base, byPerson: true, version: 2, corrects: correctedLetter(receivedAt) }
  }
}

function onPaper(input: AcknowledgementInput, way: 'posted' | 'counter'): AcknowledgementInput {
  const { call, submission } = input
  const { receipt } = submission
  const postmark = dayOf(receipt.receivedAt, call.deadline.zone)
  const paper = { source: 'post', postmark, handedOver: way === 'counter' } as const
  const documents = way === 'posted' ? submission.documents : []
  return {
    ...input,
    byPerson: true,
    submission: { ...submission, documents, receipt: { ...receipt, ...paper } },
  }
}

/**
 * Two days before the deadline, or one after it; of a call without an end, ten days after its publication.
 */
function momentOf(call: Call, late: boolean): Instant {
  const end = lastDeadline(call)
  return end === null
    ? startOfDay(call.published.date, call.deadline.zone, 10)
    : later(end, late ? DAY_MS : -2 * DAY_MS)
}

function baseOf(call: Call, receivedAt: Instant): AcknowledgementInput {
  return {
    call,
    number: RegistrationNumber.parse(`${call.registrationPrefix}-7K4QX`),
    kind: 'application',
    submission: {
      fingerprint: fingerprintOf('mail'),
      receipt: { receivedAt, source: 'boundary', clocks: [], doubts: [] },
      documents: fileNames(call).map(documentOf),
    },
    verdict: { findings: findingsOf(call, 'met', 'found') },
    beforeDeadline: true,
    to: 'contact@candidat.example',
    original: { subject: 'Notre candidature', messageId: '<1@candidat.example>', references: [] },
    version: 1,
    receipt: SAMPLE_RECEIPT,
  }
}

/** As long as one with seven files; it certifies nothing. */
const SAMPLE_RECEIPT = [
  '-----BEGIN RECEPISSE-----',
  ...Array.from({ length: 19 }, () => 'EXEMPLE+'.repeat(8)),
  '-----END RECEPISSE-----',
].join('\n')

type Requirement = Finding & { readonly code: 'requirement' }

/** Names of two files that an applicant to this call sends, after what it asks for first. */
function fileNames({ requiredDocuments, pieces }: Call): readonly [string, string] {
  const names = requiredDocuments.flatMap((required) => {
    const [role = 'form'] = rolesOf(required)
    const isPicture = pieces.some((piece) => piece.role === role && piece.like === 'picture')
    return [`${FILE_NAMES[role] ?? role.replaceAll('_', '-')}.${isPicture ? 'jpg' : 'pdf'}`]
  })
  const [first = 'dossier.pdf', second = 'annexe.pdf'] = new Set(names)
  return [first, second]
}

const FILE_NAMES: Readonly<Record<string, string>> = {
  form: 'formulaire',
  letter: 'lettre',
  presentation: 'presentation',
  project: 'projet',
}

/**
 * Everything that the call asks for, in one state; what is to say facts is there, so that they are told too.
 * Of what a machine may be unable to see, and of what may be left out, nobody is ever told that it lacks.
 */
function findingsOf(call: Call, status: Requirement['status'], reason: Requirement['reason']): Finding[] {
  const { requiredDocuments, requiredFields } = call
  const saying = new Set(requiredFields.flatMap((field) => documentsAskedIn(field, call)).map(({ id }) => id))
  const invisible = new Set(requiredFields.flatMap(({ id, mayBeInvisible }) => (mayBeInvisible ? [id] : [])))
  return [...requiredDocuments, ...requiredFields].map(({ id, optional, assumed }) => ({
    code: 'requirement' as const,
    id,
    ...stateOf({ found: saying.has(id), unseen: invisible.has(id), optional }, status, reason),
    evidence: [],
    ...(assumed ? { assumed: true as const } : {}),
  }))
}

function stateOf(
  of: { readonly found: boolean; readonly unseen: boolean; readonly optional: boolean },
  status: Requirement['status'],
  reason: Requirement['reason'],
): Pick<Requirement, 'status' | 'reason'> {
  if (of.found) return { status: 'met', reason: 'found' }
  if (status !== 'missing') return { status, reason }
  if (of.optional) return { status: 'not_applicable', reason: 'optional' }
  return of.unseen ? { status: 'unclear', reason: 'cannot_be_seen' } : { status, reason }
}

function withProblem(
  base: AcknowledgementInput,
  name: string,
  problem: NonNullable<Document['problem']>,
  reason: Requirement['reason'],
): AcknowledgementInput {
  const findings: Finding[] = [
    ...findingsOf(base.call, 'unclear', reason),
    { code: 'document-problem', document: name, problem },
  ]
  const [first] = fileNames(base.call)
  const documents = [documentOf(first), { ...documentOf(name), problem }]
  return { ...base, submission: { ...base.submission, documents }, verdict: { findings } }
}

function correctedLetter(receivedAt: Instant): NonNullable<AcknowledgementInput['corrects']> {
  return {
    messageId: '<premier-accuse@exemple.example>',
    writtenAt: later(receivedAt, DAY_MS / 24),
    receivedAt: later(receivedAt, DAY_MS / 48),
  }
}

function documentOf(name: string): Document {
  return {
    kind: 'file',
    name,
    mediaType: 'application/pdf',
    bytes: 312_004,
    sha256: fingerprintOf(name),
    roles: [],
    problem: null,
    detail: null,
    fields: [],
    emptyTemplate: false,
    listsCandidates: false,
    scanned: false,
    words: 300,
  }
}

function fingerprintOf(name: string): Fingerprint {
  return Fingerprint.parse(createHash('sha256').update(name).digest('hex'))
}
