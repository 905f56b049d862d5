import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { CallId } from '../src/base/ids.ts'

const ENTRIES_EACH = 5
const AT = '2022-11-01T08:00:00.000Z'

/**
 * Writes a past of so many applications into a register that has none yet: rows as the pipeline leaves them,
 * in bulk.
 */
export function writePast(data: string, callId: CallId, applications: number): void {
  using database = new DatabaseSync(join(data, 'register.db'))
  database.exec(`begin;
    create temp table past as
      with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${applications})
      select i, printf('%064x', i) as fingerprint, 'PA22-' || replace(replace(printf('%05d', i), '0', 'A'), \
'1', 'B') as number, printf('contact@ancienne-%d.example', i) as sender from n`)
  const receipt = JSON.stringify({ receivedAt: AT, source: 'boundary', clocks: [], doubts: [] })
  const from = (columns: string) => `select ${columns} from past`
  for (const statement of [
    `insert into mail (fingerprint, call_id, bytes, internal_date, observed_at, progress, attempts, kept, \
fate, number, received_at, receipt, sender, parsed, updated_at)
      ${from(
        `fingerprint, '${callId}', 200000, '${AT}', '${AT}', 'settled', 0, 1, 'application', number, ` +
          `'${AT}', '${receipt}', sender, '{}', '${AT}'`,
      )}`,
    `insert into sighting (account, folder, uid_validity, uid, fingerprint, copy, junk, observed_at)
      ${from(`'ami@collectivite.example', 'INBOX', 'earlier', i + 1, fingerprint, 0, 0, '${AT}'`)}`,
    'insert into application (number, call_id, opened_by, opened_at) ' +
      `${from(`number, '${callId}', fingerprint, '${AT}'`)}`,
    'insert into submission (fingerprint, number, received_at, ground, may_belong_to) ' +
      `${from(`fingerprint, number, '${AT}', 'opened', '[]'`)}`,
    `insert into document (fingerprint, position, sha256, body) ${from(`fingerprint, 0, fingerprint, '{}'`)}`,
    ...['sender', 'number', 'fingerprint'].map(
      (value, index) =>
        'insert into clue (call_id, kind, value, fingerprint) ' +
        `${from(`'${callId}', 'past-${index}', ${value}, fingerprint`)}`,
    ),
    'insert into verdict (fingerprint, number, received_at, verdict, applicant) ' +
      `${from(`fingerprint, number, '${AT}', '{}', '{}'`)}`,
    `insert into decision (fingerprint, body, held, to_address, decided_at)
      ${from(
        `fingerprint, json_object('send', json('true'), 'to', sender, 'reason', '16-answer'), 0, ` +
          `sender, '${AT}'`,
      )}`,
    `insert into outbox (id, handle, kind, automatic, number, fingerprint, to_address, letter, message_id, \
state, attempts, uncertain, next_at, created_at, sent_at)
      ${from(
        `'past-' || i, 'past-' || i, 'acknowledgement', 1, number, fingerprint, sender, '{}', '<past-' ` +
          `|| i || '@x>', 'sent', 1, 0, '${AT}', '${AT}', '${AT}'`,
      )}`,
    `insert into line (number, call_id, name, sectors, words, received_at, timeliness, completeness, mails)
      ${from(`number, '${callId}', sender, '[]', sender, '${AT}', 'on_time', 'complete', 1`)}`,
  ])
    database.exec(statement)
  writeEntries(database, applications * ENTRIES_EACH)
  database.exec('commit')
}

/**
 * Entries and the whole subtrees above them. Their hashes are none: only their number and their places count
 * here.
 */
function writeEntries(database: DatabaseSync, count: number): void {
  const numbers = (size: number) =>
    `with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${size})`
  const hash = '0'.repeat(64)
  database.exec(`insert into entry (position, at, type, body, leaf)
    ${numbers(count)} select i, '${AT}', 'mail.read', '{}', '${hash}' from n`)
  database.exec(`insert into entry_detail (position, subject, detail, salt)
    ${numbers(count)} select i, printf('%064x', i / ${ENTRIES_EACH}), '{}', '00' from n`)
  for (let level = 1, size = Math.floor(count / 2); size > 0; level += 1, size = Math.floor(size / 2))
    database.exec(
      `insert into tree (level, position, hash) ${numbers(size)} select ${level}, i, '${hash}' from n`,
    )
}
