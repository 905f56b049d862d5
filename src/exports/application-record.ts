import { withoutUnseen } from '../base/unseen.ts'
import type { Call } from '../call/call.ts'
import type { ApplicationSummary } from '../register/views.ts'
import { missingIn, toVerifyIn } from '../verdict/judge.ts'
import { wallClockText } from './wall-clock.ts'

/** An application as exports and --json give it: one flat record, the same keys in every format. */
export function applicationRecord(application: ApplicationSummary, call: Call) {
  const { applicant, verdict, documents } = application
  const outcome = application.outcome?.outcome ?? null
  return {
    number: application.number,
    name: seen(applicant.name),
    legalForm: seen(applicant.legalForm),
    siret: seen(applicant.siret ?? applicant.siren),
    rna: seen(applicant.rna),
    representative: seen(applicant.representative),
    role: seen(applicant.role),
    email: seen(applicant.email),
    phone: seen(applicant.phone),
    address: seen(applicant.address),
    sectors: [...application.sectors],
    receivedAt: application.receivedAt,
    receivedLocally: wallClockText(application.receivedAt, call.deadline.zone),
    receiptSource: application.receiptSource,
    timeliness: application.timeliness,
    completeness: verdict.completeness,
    missing: missingIn(verdict.findings).map(({ id }) => id),
    unclear: toVerifyIn(verdict.findings).map(({ id }) => id),
    documents: documents.map(withoutUnseen),
    mails: application.mails,
    held: application.held,
    outcome: outcome?.kind ?? null,
    outcomeAct: seen(outcome?.act?.reference ?? null),
    outcomeOn: outcome?.act?.on ?? null,
  }
}

function seen(text: string | null): string | null {
  return text === null ? null : withoutUnseen(text)
}

export type ApplicationRecord = ReturnType<typeof applicationRecord>

export function isIn({ sectors }: ApplicationRecord, sector: string): boolean {
  return sectors.includes(sector)
}
