/** A call’s file in the making. `authors`: JSON. */
export interface CallDraftTable {
  id: string
  call_id: string | null
  base: string | null
  body: string
  source: string
  authors: string
  updated_at: string
}

/** A call’s file as it was finished; the last three are null until another person adopts it. */
export interface CallVersionTable {
  call_id: string
  version: number
  body: string
  fingerprint: string
  base: string | null
  authors: string
  written_by: string
  reason: string
  written_at: string
  adopted_by: string | null
  adopted_because: string | null
  adopted_at: string | null
}
