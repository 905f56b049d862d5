import type { Call } from '../call/call.ts'
import { isHeld } from '../mail/robots/decision.ts'
import type { ApplicationView } from '../register/views.ts'
import { requirementsOf } from '../verdict/judge.ts'
import { wallClockText } from './wall-clock.ts'

/** An application as exports and --json give it: one flat record, the same keys in every format. */
export function applicationRecord(application: ApplicationView, call: Call) {
  const { applicant, verdict, mails } = application
  const requirements = requirementsOf(verdict.findings)
  const named = (status: string) =>
    requirements.filter((finding) => finding.status === status).map((finding) => finding.id)
  return {
    number: application.number,
    name: applicant.name,
    legalForm: applicant.legalForm,
    siret: applicant.siret ?? applicant.siren,
    rna: applicant.rna,
    representative: applicant.representative,
    role: applicant.role,
    email: applicant.email,
    phone: applicant.phone,
    address: applicant.address,
    sectors: [...application.sectors],
    receivedAt: application.receivedAt,
    receivedLocally: wallClockText(application.receivedAt, call.deadline.zone),
    receiptSource: mails[0]?.receipt?.source ?? null,
    timeliness: mails[0]?.verdict?.timeliness ?? verdict.timeliness,
    completeness: verdict.completeness,
    missing: named('missing'),
    unclear: named('unclear'),
    documents: mails.flatMap((mail) =>
      mail.documents.filter((document) => document.name !== 'courriel').map((document) => document.name),
    ),
    mails: mails.length,
    held: mails.some((mail) => isHeld(mail.decision)),
  }
}
export type ApplicationRecord = ReturnType<typeof applicationRecord>

export function isIn({ sectors }: ApplicationRecord, sector: string): boolean {
  return sectors.includes(sector)
}
