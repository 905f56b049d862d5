import { type QueryExecutorProvider, sql } from 'kysely'

/** The first released schema. Never imports the program's current code: it must stay what it was. */
export async function up(database: QueryExecutorProvider, engine: 'sqlite' | 'postgres'): Promise<void> {
  const sequence =
    engine === 'sqlite'
      ? 'integer primary key autoincrement'
      : 'bigint generated always as identity primary key'
  for (const statement of [
    ...statements(sequence),
    ...(engine === 'sqlite' ? SEALED_SQLITE : SEALED_POSTGRES),
  ])
    await sql.raw(statement).execute(database)
}

/** What was written once is never changed nor taken away: the database itself refuses. */
const SEALED = ['entry', 'tree', 'head', 'anchor', 'signing_key'] as const
const REFUSAL = 'the register is append-only'

const SEALED_SQLITE = SEALED.flatMap((table) =>
  ['update', 'delete'].map(
    (change) =>
      `create trigger ${table}_no_${change} before ${change} on ${table} begin select raise(abort, ` +
      `'${REFUSAL}'); end`,
  ),
)

const SEALED_POSTGRES = [
  'create function refuse_change() returns trigger language plpgsql as $$ begin raise exception ' +
    `'${REFUSAL}'; end $$`,
  ...SEALED.flatMap((table) => [
    `create trigger ${table}_sealed before update or delete on ${table} for each row execute function ` +
      'refuse_change()',
    `create trigger ${table}_kept before truncate on ${table} for each statement execute function ` +
      'refuse_change()',
  ]),
]

function statements(sequence: string): readonly string[] {
  return [
    `create table mail (
      fingerprint text primary key, call_id text, bytes bigint not null,
      internal_date text, observed_at text not null, file_time text, postmark text,
      progress text not null, attempts integer not null, kept integer not null, fate text, number text,
      received_at text, receipt text, triage text, sender text, parsed text,
      failure_code text, updated_at text not null)`,
    `create index mail_unfinished on mail (progress, updated_at)`,
    `create index mail_by_fate on mail (fate)`,
    `create index mail_of_call on mail (call_id, received_at)`,
    `create table sighting (
      account text not null, folder text not null, uid_validity text not null, uid bigint not null,
      fingerprint text not null references mail (fingerprint), copy integer not null, junk integer not null,
      internal_date text, observed_at text not null,
      primary key (account, folder, uid_validity, uid))`,
    `create index sighting_of_mail on sighting (fingerprint)`,
    `create table document (
      fingerprint text not null references mail (fingerprint), position integer not null,
      sha256 text not null, problem text, body text not null, primary key (fingerprint, position))`,
    `create index document_problem on document (problem)`,
    `create table application (
      number text primary key, call_id text not null, opened_by text not null, opened_at text not null, \
merged_into text)`,
    `create table submission (
      fingerprint text primary key references mail (fingerprint), number text not null references \
application (number),
      received_at text not null, ground text not null, may_belong_to text not null)`,
    `create index submission_of_application on submission (number, received_at)`,
    `create table clue (
      call_id text not null, kind text not null, value text not null, fingerprint text not null,
      primary key (kind, value, call_id, fingerprint))`,
    `create table deadline (
      call_id text not null, version integer not null, body text not null, adopted_by text not null,
      reason text not null, adopted_at text not null, primary key (call_id, version))`,
    `create table outage (
      account text not null, folder text not null, from_at text not null, until_at text not null,
      primary key (account, folder, from_at))`,
    `create table clock (at text primary key, offset_ms integer)`,
    `create table bond (
      seq ${sequence}, kind text not null, left_mail text not null references mail (fingerprint),
      right_mail text not null references mail (fingerprint), decided_by text not null, reason text not null,
      decided_at text not null)`,
    `create table verdict (
      fingerprint text primary key references mail (fingerprint), number text not null references \
application (number),
      received_at text not null, verdict text not null, applicant text not null)`,
    `create index verdict_of_application on verdict (number, received_at)`,
    `create table decision (
      fingerprint text primary key references mail (fingerprint), body text not null, held integer not null,
      to_address text, decided_at text not null)`,
    `create index decision_held on decision (held)`,
    `create table alarm (key text primary key, told_at text not null, over integer not null)`,
    `create index decision_by_address on decision (to_address, decided_at)`,
    `create index decision_by_time on decision (decided_at)`,
    `create table outbox (
      id text primary key, handle text not null unique, kind text not null, automatic integer not null,
      number text, fingerprint text, to_address text, letter text not null,
      message_id text not null unique, state text not null, attempts integer not null, uncertain integer \
not null,
      claimed_by text, claimed_until text, next_at text not null, created_at text not null, sent_at text, \
reply text,
      arrival text, arrival_at text)`,
    `create index outbox_of_mail on outbox (fingerprint)`,
    `create index outbox_of_application on outbox (number, created_at)`,
    `create index outbox_by_address on outbox (to_address, created_at)`,
    `create index outbox_by_time on outbox (automatic, created_at)`,
    `create index outbox_by_sending on outbox (automatic, sent_at)`,
    `create table sent_copy (outbox_id text primary key references outbox (id), copied_at text not null)`,
    `create table token (
      account text primary key, expires_at text, renewed_at text, failing_since text, failure_code text)`,
    'create table breaker (tripped_at text primary key, letters integer not null, resumed_at text, ' +
      'resumed_by text)',
    `create table correction (
      fingerprint text not null references mail (fingerprint), version integer not null, receipt text not \
null,
      corrected_by text not null, reason text not null, corrected_at text not null, primary key \
(fingerprint, version))`,
    `create index outbox_due on outbox (state, next_at)`,
    `create table account (
      email text primary key, role text not null, password text, totp text, totp_step bigint, invitation text,
      invited_until text, failures integer not null, locked_until text, disabled integer not null, \
created_at text not null)`,
    `create table session (
      token text primary key, email text not null references account (email), csrf text not null,
      created_at text not null, seen_at text not null)`,
    `create table staff_fact (
      seq ${sequence}, fingerprint text not null, body text not null, decided_by text not null, reason text \
not null,
      decided_at text not null, undone integer not null)`,
    `create index staff_fact_of_mail on staff_fact (fingerprint)`,
    `create table line (
      number text primary key, call_id text not null, name text, sectors text not null, words text not null,
      received_at text not null, timeliness text not null, completeness text not null, mails integer not \
null)`,
    `create index line_of_call on line (call_id, received_at)`,
    `create index line_by_receipt on line (received_at)`,
    'create table alive (account text not null, folder text not null, at text not null, primary key ' +
      '(account, folder))',
    `create table restoration (at text primary key, taken_at text not null)`,
    'create table lease (account text primary key, owner text not null, token bigint not null, ' +
      'until_at text not null)',
    `create table entry (
      position bigint primary key, at text not null, type text not null, body text not null, leaf text not \
null)`,
    'create table entry_detail (position bigint primary key, subject text not null, detail text not ' +
      'null, salt text not null)',
    `create index entry_of_subject on entry_detail (subject)`,
    'create table tree (level integer not null, position bigint not null, hash text not null, primary ' +
      'key (level, position))',
    `create table head (
      size bigint not null, at text not null, kind text not null, body text not null, signature text not null,
      primary key (at, kind))`,
    `create table anchor (
      head_at text not null, head_kind text not null, authority text not null, token text not null, at text \
not null,
      primary key (head_at, head_kind, authority))`,
    `create table signing_key (id text primary key, public_pem text not null, since text not null)`,
    `create view event as
      select entry.position as seq, entry.at, entry.type, entry_detail.subject, entry_detail.detail
      from entry join entry_detail on entry_detail.position = entry.position`,
  ]
}
