/** An application as lists show it: drawn from its verdicts whenever they change. */
export interface LineTable {
  number: string
  call_id: string
  name: string | null
  sectors: string
  words: string
  /** By which the index of searches knows it (searching.ts). */
  sought_id: number
  /** For sorting by name; empty where none is known. */
  folded_name: string
  /** Of the mail that opened it. */
  sender: string | null
  subject: string | null
  received_at: string
  timeliness: string
  completeness: string
  /** What a person decided; null where nobody did. */
  eligibility: string | null
  mails: number
  /** Changes of particulars that wait for a person. */
  proposals: number
}
