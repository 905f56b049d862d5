import type { Unit } from '../../proof/seal.ts'
import type { EventType } from './event-types.ts'
import type { Tables } from './tables.ts'

/**
 * How the rows of a table are sealed: those of one `key` together, told apart by `id`; every column, but
 * those that only say how far the work is. `key` null: the few rows of the whole table together. `told`: the
 * column that the entries of earlier editions had as their subject, where it is not the key.
 */
interface SealedTable {
  readonly key: string | null
  readonly id: readonly string[]
  readonly working: readonly string[]
  readonly told?: string
}

/**
 * Everything that people and exports read, but for what is derived from it (`line`) and what proves itself.
 */
export const SEALED_TABLES = {
  mail: { key: 'fingerprint', id: [], working: ['progress', 'attempts', 'kept', 'updated_at'] },
  sighting: { key: 'fingerprint', id: ['account', 'folder', 'uid_validity', 'uid'], working: [] },
  document: { key: 'fingerprint', id: ['position'], working: [] },
  set_aside: {
    key: 'fingerprint',
    id: [],
    working: ['rules_edition', 'looked_at', 'fetched_at', 'gone_at'],
  },
  taken_in: { key: 'fingerprint', id: [], working: [] },
  application: { key: 'number', id: [], working: [], told: 'opened_by' },
  submission: { key: 'fingerprint', id: [], working: [] },
  concern: { key: 'fingerprint', id: ['number'], working: [] },
  verdict: { key: 'fingerprint', id: [], working: [] },
  decision: { key: 'fingerprint', id: [], working: [] },
  bond: { key: 'left_mail', id: ['seq'], working: [] },
  correction: { key: 'fingerprint', id: ['version'], working: [] },
  staff_fact: { key: 'fingerprint', id: ['seq'], working: [] },
  outcome: { key: 'number', id: ['seq'], working: [] },
  eligibility: { key: 'number', id: ['seq'], working: [] },
  note: { key: 'fingerprint', id: ['seq'], working: [] },
  assignment: { key: 'fingerprint', id: [], working: [] },
  outbox: { key: 'id', id: [], working: ['claimed_by', 'claimed_until'] },
  sent_copy: { key: 'outbox_id', id: [], working: [] },
  deadline: { key: 'call_id', id: ['version'], working: [] },
  call_version: { key: 'call_id', id: ['version'], working: [] },
  outage: { key: 'folder', id: ['account', 'from_at'], working: [] },
  account: {
    key: 'email',
    id: [],
    working: ['totp_step', 'invitation', 'invited_until', 'failures', 'locked_until'],
  },
  breaker: { key: null, id: ['tripped_at'], working: [] },
  restoration: { key: null, id: ['at'], working: [] },
  head: { key: 'size', id: ['at', 'kind'], working: [] },
} as const satisfies Partial<Record<keyof Tables, SealedTable>>

export type SealedTableName = keyof typeof SEALED_TABLES

/** How the rows of a table are sealed. */
export function sealedTable(name: SealedTableName): SealedTable {
  return SEALED_TABLES[name]
}

/** Whether a table is one of those. */
export function isSealedTable(name: string): name is SealedTableName {
  return Object.hasOwn(SEALED_TABLES, name)
}

/** What an entry decided of its own subject. */
const OF_SUBJECT: Partial<Record<EventType, readonly SealedTableName[]>> = {
  'mail.received': ['mail', 'sighting'],
  'mail.seen-again': ['sighting'],
  'mail.out-of-junk': ['decision'],
  'mail.read': ['mail', 'document', 'set_aside'],
  'mail.assembled': ['mail', 'submission', 'set_aside', 'concern'],
  'mail.compared': ['submission'],
  'mail.concluded': ['verdict', 'decision'],
  'mail.quarantined': ['mail'],
  'mail.read-again': ['mail'],
  'mail.taken-in': ['taken_in'],
  'mail.left-aside': ['set_aside'],
  'mail.fetched-again': ['mail', 'taken_in', 'decision'],
  'mail.judged-anew': ['set_aside'],
  'mail.looked-again': ['set_aside'],
  'application.merged': ['application'],
  'applications.joined': ['bond'],
  'application.separated': ['bond'],
  'applications.told-apart': ['bond'],
  'mail.attached': ['bond', 'mail', 'concern'],
  'mail.detached': ['bond', 'mail', 'concern'],
  'mailbox.back': ['outage'],
  'register.restored': ['restoration'],
  'deadline.adopted': ['deadline'],
  'call.written': ['call_version'],
  'call.adopted': ['call_version'],
  'letter.due': ['outbox'],
  'letter.handed': ['outbox'],
  'letter.intended': ['outbox'],
  'letter.sent': ['outbox'],
  'letter.refused': ['outbox'],
  'letter.postponed': ['outbox'],
  'letter.uncertain': ['outbox'],
  'letter.bounced': ['outbox'],
  'letter.delayed': ['outbox'],
  'letter.challenged': ['outbox'],
  'letter.absent': ['outbox'],
  'letter.held-by-restoration': ['outbox'],
  'letter.copied': ['sent_copy'],
  'receipt.corrected': ['correction', 'mail', 'submission'],
  'receipt.ruled': ['correction', 'mail', 'submission'],
  'fact.corrected': ['staff_fact'],
  'fact.refused': ['staff_fact'],
  'fact.restored': ['staff_fact'],
  'outcome.recorded': ['outcome'],
  'outcome.taken-back': ['outcome'],
  'eligibility.decided': ['eligibility'],
  'eligibility.taken-back': ['eligibility'],
  'note.written': ['note'],
  'note.taken-back': ['note'],
  'mail.assigned': ['assignment'],
  'mail.left': ['assignment'],
  'account.invited': ['account'],
  'account.ready': ['account'],
  'account.disabled': ['account'],
  'breaker.tripped': ['breaker'],
  'breaker.resumed': ['breaker'],
}

/** What an event of this type decided of its own subject: rows, by their table and key. */
export function unitsOf(type: EventType, subject: string): readonly Unit[] {
  return (OF_SUBJECT[type] ?? []).map((table) => ({ table, key: subject }))
}
