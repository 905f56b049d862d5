import type { Call } from '../call/call.ts'
import type { Submission } from '../dossier/dossier.ts'
import type { Proposal } from '../dossier/particulars.ts'
import type { Finding } from './finding.ts'
import type { Outage } from './outage.ts'

/**
 * What a rule looks at: the submissions of one application up to and including `latest`, in order of receipt,
 * with the facts that stand (src/dossier/standing.ts); `asReceived`: the same as they came; `proposals`: what
 * waits for a person.
 */
export interface Case {
  readonly call: Call
  readonly submissions: readonly Submission[]
  readonly asReceived: readonly Submission[]
  readonly proposals: readonly Proposal[]
  readonly latest: Pick<Submission, 'receipt'>
  /** Ids of the sectors that the application names; none when it names none, or it is not known. */
  readonly sectors: readonly string[]
  /** When our own service did not watch the mailbox. */
  readonly outages: readonly Outage[]
}

/**
 * One rule: facts it finds, as values. All rules run, none stops another, their order changes nothing. A rule
 * never throws for what an applicant sent, and never decides: it says what was seen and where.
 */
export interface Rule {
  readonly id: string
  check(looked: Case): readonly Finding[]
}
