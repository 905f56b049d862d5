import type { Generated } from 'kysely'
import type { AccountNetworkTable, AccountTable } from './account-tables.ts'
import type { CallDraftTable, CallVersionTable } from './call-tables.ts'
import type { AssignmentTable, NoteTable } from './colleague-tables.ts'
import type { LineTable } from './line-table.ts'
import type { EligibilityTable, OutcomeTable } from './outcome-table.ts'

/**
 * The tables as both engines hold them: instants are canonical UTC text, yes and no are 1 and 0, structures
 * are JSON text that is parsed with its zod type when read.
 */
export interface Tables {
  schema_version: { version: number; applied_at: string }
  /** What the register is by itself, by key: `id`, `mailbox`. */
  own: { key: string; value: string }
  /**
   * Who works at this register under which name; `holder`: the machine and its data folder, `calls`: JSON.
   */
  machine: { name: string; holder: string; life: string; calls: string; until_at: string }
  mail: MailTable
  sighting: SightingTable
  /** Mails that their server knows by ids: `number` for a UID. `remote_id`: hashed once erased. */
  numbered_mail: { account: string; uid_validity: string; number: number; remote_id: string | null }
  document: { fingerprint: string; position: number; sha256: string; problem: string | null; body: string }
  application: {
    number: string
    call_id: string
    opened_by: string
    opened_at: string
    merged_into: string | null
  }
  submission: {
    fingerprint: string
    number: string
    received_at: string
    ground: string
    may_belong_to: string
  }
  /** Applications that a mail which is in none may be about. */
  concern: { fingerprint: string; number: string }
  clue: { call_id: string; kind: string; value: string; fingerprint: string }
  deadline: {
    call_id: string
    version: number
    body: string
    adopted_by: string
    reason: string
    adopted_at: string
  }
  call_draft: CallDraftTable
  call_version: CallVersionTable
  outage: { account: string; folder: string; from_at: string; until_at: string }
  clock: { at: string; offset_ms: number | null }
  sent_copy: { outbox_id: string; copied_at: string }
  token: {
    account: string
    expires_at: string | null
    renewed_at: string | null
    failing_since: string | null
    failure_code: string | null
  }
  bond: {
    seq: Generated<number>
    kind: string
    left_mail: string
    right_mail: string
    decided_by: string
    reason: string
    decided_at: string
  }
  verdict: { fingerprint: string; number: string; received_at: string; verdict: string; applicant: string }
  decision: { fingerprint: string; body: string; held: number; to_address: string | null; decided_at: string }
  alarm: { key: string; told_at: string; over: number }
  outbox: OutboxTable
  /** `call_id`: null stops the letters of every call. */
  breaker: {
    tripped_at: string
    letters: number
    resumed_at: string | null
    resumed_by: string | null
    call_id: Generated<string | null>
  }
  /** Receipts as they were before a person corrected them. */
  correction: {
    fingerprint: string
    version: number
    receipt: string
    corrected_by: string
    reason: string
    corrected_at: string
  }
  account: AccountTable
  account_network: AccountNetworkTable
  session: { token: string; email: string; csrf: string; created_at: string; seen_at: string }
  /** What a person corrected in what was read. */
  staff_fact: {
    seq: Generated<number>
    fingerprint: string
    body: string
    decided_by: string
    reason: string
    decided_at: string
    undone: number
  }
  outcome: OutcomeTable
  eligibility: EligibilityTable
  note: NoteTable
  assignment: AssignmentTable
  line: LineTable
  /** What the documents of a mail say, for searches: each word once. */
  mail_words: { fingerprint: string; words: string }
  set_aside: SetAsideTable
  /** Whom a person's word made one of ours; kept for good. `fetched_at`: its bytes were there again. */
  taken_in: {
    fingerprint: string
    decided_by: string
    reason: string
    decided_at: string
    fetched_at: string | null
  }
  alive: { account: string; folder: string; at: string }
  restoration: { at: string; taken_at: string }
  lease: { account: string; owner: string; token: number; until_at: string }
  entry: { position: number; at: string; type: string; body: string; leaf: string }
  /** What people read of an entry; erasing it leaves the entry whole. */
  entry_detail: { position: number; subject: string; detail: string; salt: string; sealed: string | null }
  /**
   * The entry that sealed some rows last: found quickly; `verify --register` finds it anew from the entries.
   */
  latest_seal: { of_table: string; of_key: string; position: number }
  tree: { level: number; position: number; hash: string }
  head: { size: number; at: string; kind: string; body: string; signature: string }
  anchor: { head_at: string; head_kind: string; authority: string; token: string; at: string }
  signing_key: { id: string; public_pem: string; since: string }
  /** How far another program was told of the register. */
  subscriber: { name: string; position: number }
  /** A view: entries with what people read of them. */
  event: { seq: number; at: string; type: string; subject: string; detail: string }
}

export interface MailTable {
  fingerprint: string
  call_id: string | null
  bytes: number
  internal_date: string | null
  observed_at: string
  file_time: string | null
  postmark: string | null
  progress: string
  attempts: number
  kept: number
  fate: string | null
  number: string | null
  received_at: string | null
  receipt: string | null
  triage: string | null
  sender: string | null
  /** Null in rows of editions that did not ask. */
  sender_proof: string | null
  parsed: string | null
  failure_code: string | null
  updated_at: string
}

/** What is remembered of a mail that is not kept. */
export interface SetAsideTable {
  fingerprint: string
  attachments: number | null
  kinds: string | null
  /** 1: it may have been a question. */
  may_ask: Generated<number>
  rules_edition: number
  put_aside_at: string
  /** What today's rules make of it, where that is something else. */
  today: string | null
  looked_at: string | null
  /** Its bytes are in the archive for the second look. */
  fetched_at: string | null
  gone_at: string | null
}

export interface SightingTable {
  account: string
  folder: string
  uid_validity: string
  uid: number
  fingerprint: string
  copy: number
  /** Seen in a folder of suspected spam. */
  junk: number
  internal_date: string | null
  observed_at: string
}

export interface OutboxTable {
  id: string
  handle: string
  kind: string
  automatic: number
  number: string | null
  fingerprint: string | null
  to_address: string | null
  letter: string
  message_id: string
  state: string
  attempts: number
  uncertain: number
  claimed_by: string | null
  claimed_until: string | null
  next_at: string
  created_at: string
  sent_at: string | null
  reply: string | null
  arrival: string | null
  arrival_at: string | null
  /** Of an automatic acknowledgement: the purse that it was paid from (budgets.ts). */
  purse: Generated<string | null>
}
