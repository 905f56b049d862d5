import type { CallId, Fingerprint } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import type { Receipt } from '../../mail/receipt.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { inTurn } from './turn.ts'

/** Sets a mail aside that no program can read or have: a person looks at it. One that is through stays as it is. */
export async function quarantine(
  database: Database,
  fingerprint: Fingerprint,
  code: string,
  callId: CallId,
  receipt: Receipt,
  at: Instant,
): Promise<void> {
  await inTurn(database, (tx) => setMailAside(tx, fingerprint, code, callId, receipt, at))
}

/** The same within a transaction. */
export async function setMailAside(
  tx: Database,
  fingerprint: Fingerprint,
  code: string,
  callId: CallId,
  receipt: Receipt,
  at: Instant,
): Promise<void> {
  const changed = await tx
    .updateTable('mail')
    .set({
      progress: 'quarantined',
      fate: 'quarantined',
      failure_code: code,
      call_id: callId,
      received_at: receipt.receivedAt,
      receipt: JSON.stringify(receipt),
      updated_at: at,
    })
    .where('fingerprint', '=', fingerprint)
    .where('progress', 'not in', ['settled', 'quarantined'])
    .returning('fingerprint')
    .executeTakeFirst()
  if (changed !== undefined) await record(tx, at, 'mail.quarantined', fingerprint, { code })
}
