/** An application as lists show it: drawn from its verdicts whenever they change. */
export interface LineTable {
  number: string
  call_id: string
  name: string | null
  sectors: string
  words: string
  received_at: string
  timeliness: string
  completeness: string
  mails: number
  /** Changes of particulars that wait for a person. */
  proposals: number
}
