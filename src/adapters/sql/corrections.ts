import type { Kysely, Transaction } from 'kysely'
import { Fingerprint, type RegistrationNumber } from '../../base/ids.ts'
import { Instant } from '../../base/instant.ts'
import { Correction, type StandingCorrection } from '../../dossier/correction.ts'
import type { CorrectionRegister, KeptCorrection } from '../../register/corrections.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

/** What staff corrected, each in one transaction with its entry in the log. */
export function sqlCorrections(database: Database): CorrectionRegister {
  return {
    correct: (fingerprint, correction, { by, reason }, at) =>
      inTurn(database, async (tx) => {
        await tx
          .insertInto('staff_fact')
          .values({
            fingerprint,
            body: JSON.stringify(correction),
            decided_by: by,
            reason,
            decided_at: at,
            undone: 0,
          })
          .execute()
        const told = 'kind' in correction ? correction.kind : correction.what
        const event = correction.what === 'refused' ? 'fact.refused' : 'fact.corrected'
        await record(tx, at, event, fingerprint, { by, reason, what: told })
        return judgeAgain(tx, fingerprint, at)
      }),
    undoCorrection: (seq, { by, reason }, at) =>
      inTurn(database, async (tx) => {
        const row = await tx
          .updateTable('staff_fact')
          .set({ undone: 1 })
          .where('seq', '=', seq)
          .where('undone', '=', 0)
          .returning('fingerprint')
          .executeTakeFirst()
        if (row === undefined) return []
        await record(tx, at, 'fact.restored', row.fingerprint, { by, reason, correction: seq })
        return judgeAgain(tx, row.fingerprint, at)
      }),
    corrections: (number) => corrections(database, number),
  }
}

async function corrections(
  database: Database,
  number: RegistrationNumber | null,
): Promise<readonly KeptCorrection[]> {
  const rows = await database
    .selectFrom('staff_fact')
    .selectAll()
    .$if(number !== null, (query) =>
      query.where('fingerprint', 'in', ({ selectFrom }) =>
        selectFrom('submission')
          .select('submission.fingerprint')
          .where('number', '=', number ?? ''),
      ),
    )
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    fingerprint: Fingerprint.parse(row.fingerprint),
    correction: Correction.parse(JSON.parse(row.body)),
    by: row.decided_by,
    reason: row.reason,
    at: Instant.parse(row.decided_at),
    undone: row.undone === 1,
  }))
}

/** Those of some mails that stand. */
export async function standingCorrections(
  database: Kysely<Tables>,
  fingerprints: readonly string[],
): Promise<readonly StandingCorrection[]> {
  if (fingerprints.length === 0) return []
  const rows = await database
    .selectFrom('staff_fact')
    .select(['fingerprint', 'body', 'decided_at'])
    .where('fingerprint', 'in', [...fingerprints])
    .where('undone', '=', 0)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    fingerprint: Fingerprint.parse(row.fingerprint),
    correction: Correction.parse(JSON.parse(row.body)),
    at: Instant.parse(row.decided_at),
  }))
}

/** All mails of the application, and of one that is being judged already none twice. */
export async function judgeAgain(
  tx: Transaction<Tables>,
  fingerprint: string,
  at: Instant,
): Promise<readonly Fingerprint[]> {
  const own = tx.selectFrom('submission').select('number').where('fingerprint', '=', fingerprint)
  const mails = tx.selectFrom('submission').select('fingerprint').where('number', 'in', own)
  const rows = await tx
    .updateTable('mail')
    .set({ progress: 'assembled', updated_at: at })
    .where('fingerprint', 'in', mails)
    .where('progress', '=', 'settled')
    .returning('fingerprint')
    .execute()
  return rows.map((row) => Fingerprint.parse(row.fingerprint))
}
