import type { RegistrationNumber } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import { listedOf } from '../documents/received.ts'
import { applicantOf } from '../dossier/applicant.ts'
import { isHeld } from '../mail/robots/decision.ts'
import { type KeptEligibility, standingEligibility } from './eligibility.ts'
import { type KeptOutcome, standing } from './outcomes.ts'
import type { ApplicationSummary, ApplicationView, MailView } from './views.ts'

/**
 * An application from its mails in order of receipt. The dossier that counts is the one that the last mail in
 * time left; what came late stands beside it, with its own time. An application that only came late is its
 * last mail's. Null while nothing was concluded.
 */
export function applicationOf(
  number: RegistrationNumber,
  mails: readonly MailView[],
  decided: Pick<ApplicationView, 'outcome' | 'eligibility'>,
): ApplicationView | null {
  const judged = mails.filter((mail) => mail.verdict !== null)
  const current = judged.findLast((mail) => mail.verdict?.timeliness !== 'late') ?? judged.at(-1)
  const first = mails.find((mail) => mail.receipt !== null)
  if (current?.verdict == null || first?.receipt == null) return null
  const { verdict, applicant } = current
  return {
    number,
    applicant: applicant ?? applicantOf([]),
    sectors: verdict.sectors,
    receivedAt: first.receipt.receivedAt,
    verdict,
    mails,
    ...decided,
  }
}

/** An application in short. */
export function summaryOf(application: ApplicationView): ApplicationSummary {
  const { number, applicant, sectors, receivedAt, verdict, mails } = application
  const opener = mails.find((mail) => mail.receipt !== null)
  return {
    number,
    applicant,
    sectors,
    receivedAt,
    receipt: opener?.receipt ?? null,
    sender: opener?.sender ?? null,
    ruling: opener?.ruling ?? null,
    latestAt: mails.flatMap((mail) => mail.receipt?.receivedAt ?? []).at(-1) ?? receivedAt,
    timeliness: mails[0]?.verdict?.timeliness ?? verdict.timeliness,
    verdict,
    documents: mails.flatMap((mail) => mail.documents.filter(({ kind }) => kind !== 'body').map(listedOf)),
    mails: mails.length,
    held: mails.some((mail) => isHeld(mail.decision)),
    outcome: application.outcome,
    eligibility: application.eligibility,
  }
}

/** All that people decided of an application, the oldest first. */
export interface Decisions {
  readonly outcomes: readonly KeptOutcome[]
  readonly eligibilities: readonly KeptEligibility[]
}

/** The same application as it stood at an instant; null before its first mail. */
export function applicationAt(
  application: ApplicationView,
  { outcomes, eligibilities }: Decisions,
  instant: Instant,
): ApplicationView | null {
  const then = ({ at }: { readonly at: Instant }) => at <= instant
  const mails = application.mails
    .filter((mail) => mail.receipt !== null && mail.receipt.receivedAt <= instant)
    .map((mail) => ({ ...mail, ruling: mail.ruling !== null && then(mail.ruling) ? mail.ruling : null }))
  return applicationOf(application.number, mails, {
    outcome: standing(outcomes.filter(then)),
    eligibility: standingEligibility(eligibilities.filter(then)),
  })
}
