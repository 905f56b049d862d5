import type { Failure } from '../base/failure.ts'

/**
 * What the program tells its operators while it works: counts, ids and codes. Never an address, a name, a
 * subject or content; a fingerprint or a registration number leads whoever may see them to the register.
 */
export type StepEvent =
  | {
      readonly type: 'mails-received'
      readonly folder: string
      readonly fresh: number
      readonly copies: number
    }
  | {
      readonly type: 'mail-read'
      readonly fingerprint: string
      readonly documents: number
      readonly nature: string
    }
  | { readonly type: 'mail-assembled'; readonly fingerprint: string }
  | { readonly type: 'mail-concluded'; readonly fingerprint: string; readonly answered: boolean }
  | { readonly type: 'mail-quarantined'; readonly fingerprint: string; readonly code: string }
  /** `waited`: milliseconds since it was written. */
  | { readonly type: 'letter-sent'; readonly outboxId: string; readonly waited: number }
  | { readonly type: 'letter-refused'; readonly outboxId: string }
  | { readonly type: 'letter-postponed'; readonly outboxId: string; readonly uncertain: boolean }
  | { readonly type: 'digest-written'; readonly slot: string }
  /** `late`: milliseconds since that deadline. */
  | { readonly type: 'deadline-sealed'; readonly late: number }
  | { readonly type: 'swept'; readonly mails: number; readonly letters: number }
  | { readonly type: 'token-renewed'; readonly account: string; readonly expiresAt: string }
  | { readonly type: 'watching'; readonly folder: string }
  | { readonly type: 'alarms-raised'; readonly count: number }
  /** How long a job took; for metrics, not told one by one. */
  | { readonly type: 'job-done'; readonly job: string; readonly milliseconds: number }
  | { readonly type: 'trouble'; readonly where: string; readonly failure: Failure }

export type Observe = (event: StepEvent) => void
