import type { Generated } from 'kysely'

/** What a person recorded of an application’s end; `kind` null: what stood was taken back. */
export interface OutcomeTable {
  seq: Generated<number>
  number: string
  kind: string | null
  act: string | null
  act_on: string | null
  decided_by: string
  reason: string
  decided_at: string
}

/** What a person decided of an application’s eligibility; `kind` null: what stood was taken back. */
export interface EligibilityTable {
  seq: Generated<number>
  number: string
  kind: string | null
  decided_by: string
  reason: string
  decided_at: string
}
