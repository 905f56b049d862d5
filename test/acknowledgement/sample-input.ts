import type { AcknowledgementInput } from '../../src/acknowledgement/acknowledgement.ts'
import { Fingerprint, RegistrationNumber } from '../../src/base/ids.ts'
import type { Instant } from '../../src/base/instant.ts'
import type { Document } from '../../src/documents/document.ts'
import type { Finding } from '../../src/verdict/finding.ts'
import { sampleCall } from '../mail/sample-call.ts'

export const FINGERPRINT = Fingerprint.parse('0123456789abcdef'.repeat(4))

export function sampleDocument(name: string, over: Partial<Document> = {}): Document {
  return {
    kind: 'file',
    name,
    mediaType: 'application/pdf',
    bytes: 312_004,
    sha256: FINGERPRINT,
    roles: [],
    problem: null,
    detail: null,
    fields: [],
    emptyTemplate: false,
    listsCandidates: false,
    scanned: false,
    words: 300,
    ...over,
  }
}

export function requirement(
  id: string,
  status: 'met' | 'missing' | 'unclear',
  reason: (Finding & { code: 'requirement' })['reason'],
): Finding {
  return { code: 'requirement', id, status, reason, evidence: [] }
}

export const FINDINGS: readonly Finding[] = [
  {
    code: 'received-late',
    receivedAt: '2026-03-19T11:42:10.000Z' as Instant,
    deadline: '2026-03-20T12:00:00.000Z' as Instant,
    source: 'boundary',
  },
  requirement('form', 'met', 'found'),
  requirement('project', 'missing', 'not_detected'),
  requirement('presentation', 'unclear', 'unreadable_document'),
  requirement('signature', 'unclear', 'cannot_be_seen'),
  { code: 'document-problem', document: 'présentation.pdf', problem: 'encrypted' },
  { code: 'sectors', sectors: [], expected: 1 },
  { code: 'legal-form', legalForm: 'SCIC', evidence: [] },
]

export function sampleInput(over: Partial<AcknowledgementInput> = {}): AcknowledgementInput {
  return {
    call: sampleCall,
    number: RegistrationNumber.parse('TD26-7K4QX'),
    kind: 'application',
    submission: {
      fingerprint: FINGERPRINT,
      receipt: {
        receivedAt: '2026-03-19T11:42:10.000Z' as Instant,
        source: 'boundary',
        clocks: [],
        doubts: [],
      },
      documents: [
        sampleDocument('courriel', { kind: 'body' }),
        sampleDocument('formulaire.pdf'),
        sampleDocument('présentation.pdf', { problem: 'encrypted', bytes: 1_204_881 }),
        sampleDocument('logo.png', { roles: [{ role: 'decor', score: 1, grounds: [] }] }),
      ],
    },
    verdict: { findings: [...FINDINGS] },
    beforeDeadline: true,
    to: 'contact@usine-verte.example',
    original: {
      subject: 'Notre candidature',
      messageId: '<m1@usine-verte.example>',
      references: ['<m0@usine-verte.example>'],
    },
    version: 1,
    ...over,
  }
}
