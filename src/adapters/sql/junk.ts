import type { Transaction } from 'kysely'
import type { Fingerprint } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import { AnswerDecision } from '../../mail/robots/decision.ts'
import { onlyInJunk } from '../../mail/robots/rows/02-only-in-junk.ts'
import { record } from './events.ts'
import { parseJson } from './rows.ts'
import type { Tables } from './tables.ts'

type Tx = Transaction<Tables>

/** Whether a mail was seen in folders of suspected spam and in no other. Paper was seen nowhere. */
export async function isOnlyInJunk(tx: Tx, fingerprint: Fingerprint): Promise<boolean> {
  const rows = await tx.selectFrom('sighting').select('junk').where('fingerprint', '=', fingerprint).execute()
  return rows.length > 0 && rows.every((row) => row.junk === 1)
}

/**
 * A person moved the mail out of the suspected spam: that was its word, so what was decided only because it
 * lay there is forgotten. What a person did about it meanwhile stands: their letter counts as its
 * acknowledgement.
 */
export async function decideAgain(tx: Tx, fingerprint: Fingerprint, at: Instant): Promise<boolean> {
  const row = await tx
    .selectFrom('decision')
    .select('body')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  if (row === undefined || parseJson(AnswerDecision, row.body).reason !== onlyInJunk.id) return false
  await tx.deleteFrom('decision').where('fingerprint', '=', fingerprint).execute()
  await tx
    .updateTable('mail')
    .set({ progress: 'assembled', updated_at: at })
    .where('fingerprint', '=', fingerprint)
    .where('progress', '=', 'settled')
    .execute()
  await record(tx, at, 'mail.out-of-junk', fingerprint, {})
  return true
}
