import type { Fingerprint } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import type { Quarantine } from '../../register/intake.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'

/**
 * Sets a mail aside that no program can read or have, within a transaction: a person looks at it. One that is
 * through stays as it is.
 */
export async function quarantine(
  tx: Database,
  fingerprint: Fingerprint,
  { code, callId, receipt }: Quarantine,
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
