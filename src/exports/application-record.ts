import { withoutUnseen } from '../base/unseen.ts'
import type { Call } from '../call/call.ts'
import { receivedFiles, receivedInWords } from '../documents/received.ts'
import { paperOf } from '../dossier/paper.ts'
import type { ApplicationSummary } from '../register/views.ts'
import { isUnscanned, missingIn, toVerifyIn } from '../verdict/judge.ts'
import { wallClockText } from './wall-clock.ts'

/**
 * An application as exports and --json give it: one flat record, the same keys in every format. Numbers and
 * ids stand as the register keeps them, for programs; tables write them as people do.
 */
export function applicationRecord(application: ApplicationSummary, call: Call) {
  const { applicant, verdict, documents } = application
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
    ...receiptOf(application, call),
    completeness: verdict.completeness,
    /** Something of it is on paper that nobody scanned: a person examines it. */
    unscanned: isUnscanned(verdict.findings),
    missing: missingIn(verdict.findings).map(({ id }) => id),
    unclear: toVerifyIn(verdict.findings).map(({ id }) => id),
    /** All that was listed, links too. */
    documents: documents.map(({ name }) => withoutUnseen(name)),
    /** What was received, each file once. */
    pieces: receivedFiles(documents).map((one) => withoutUnseen(receivedInWords(one))),
    mails: application.mails,
    held: application.held,
    ...decidedOf(application),
  }
}

function receiptOf({ receipt, receivedAt, sender, ruling, timeliness }: ApplicationSummary, call: Call) {
  const paper = receipt === null ? null : paperOf(receipt, call.deadline.zone)
  return {
    sender: seen(sender),
    receivedAt,
    receivedLocally: wallClockText(receivedAt, call.deadline.zone),
    /** Its clock; the registers of the counter and of the post are two. */
    receiptSource:
      receipt?.source === 'post' && paper?.way === 'counter' ? 'counter' : (receipt?.source ?? null),
    /** It came by post, or was handed in. */
    paper: paper !== null,
    /** Of what came by post; nothing is stamped at the counter. */
    postmark: paper?.way === 'post' ? paper.postmark : null,
    timeliness,
    ruledAt: ruling?.at ?? null,
    ruledBy: seen(ruling?.by ?? null),
  }
}

function decidedOf({ outcome: end, eligibility }: ApplicationSummary) {
  const outcome = end?.outcome ?? null
  return {
    eligibility: eligibility?.eligibility ?? null,
    eligibilityReason: seen(eligibility?.reason ?? null),
    eligibilityBy: seen(eligibility?.by ?? null),
    eligibilityAt: eligibility?.at ?? null,
    outcome: outcome?.kind ?? null,
    outcomeAct: seen(outcome?.act?.reference ?? null),
    outcomeOn: outcome?.act?.on ?? null,
  }
}

function seen(text: string | null): string | null {
  return text === null ? null : withoutUnseen(text)
}

export type ApplicationRecord = ReturnType<typeof applicationRecord>
