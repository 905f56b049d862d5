import type { Transaction } from 'kysely'
import { Failure } from '../../base/failure.ts'
import type { Fingerprint, OutboxId } from '../../base/ids.ts'
import type { Instant } from '../../base/instant.ts'
import { Receipt } from '../../mail/receipt.ts'
import type { StaffAct, StaffDecisions, StaffFacts } from '../../register/staff.ts'
import { placeAnew } from './assemble.ts'
import type { Database } from './connect.ts'
import { judgeAgain } from './corrections.ts'
import { record } from './events.ts'
import { takeHeadOfLetter } from './heads.ts'
import { mailRecord, outboxItem, parseJson, submissionsOf } from './rows.ts'
import { keepLetter } from './staff-letters.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

type Tx = Transaction<Tables>

/** One transaction: the correction, the letter, and who wanted them. */
export async function act(
  database: Database,
  fingerprint: Fingerprint,
  wanted: StaffAct,
  { compose, place, signer }: StaffDecisions,
  at: Instant,
): Promise<OutboxId | null> {
  return inTurn(database, async (tx) => {
    const before = await receiptOf(tx, fingerprint)
    const receipt = wantedReceipt(before, wanted)
    if (receipt !== before) {
      await correct(tx, fingerprint, before, receipt, wanted, at)
      await groupAgain(tx, fingerprint, place, at)
    }
    const written = compose(await factsOf(tx, fingerprint, before, receipt))
    if (written !== null) {
      await keepLetter(tx, fingerprint, written, wanted, at)
      await takeHeadOfLetter(tx, signer, at)
    }
    return written?.id ?? null
  })
}

export async function staffFacts(database: Database, fingerprint: Fingerprint): Promise<StaffFacts> {
  const receipt = await receiptOf(database, fingerprint)
  return factsOf(database, fingerprint, receipt, receipt)
}

async function receiptOf(tx: Database | Tx, fingerprint: Fingerprint): Promise<Receipt> {
  const row = await tx
    .selectFrom('mail')
    .select('receipt')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  if (row === undefined || row.receipt === null)
    throw new Failure('permanent', 'no-such-mail', 'the register has no receipt of this mail yet')
  return parseJson(Receipt, row.receipt)
}

function wantedReceipt(before: Receipt, { receivedAt, ruled }: StaffAct): Receipt {
  const timed = receivedAt === null ? before : corrected(before, receivedAt)
  return ruled === undefined ? timed : { ...timed, ruled }
}

/**
 * The clocks stay as they were, with the person's beside them; a person's word leaves no doubt of a clock.
 */
function corrected(receipt: Receipt, receivedAt: Instant): Receipt {
  return {
    receivedAt,
    source: 'staff',
    clocks: [...receipt.clocks, { source: 'staff', at: receivedAt }],
    doubts: [],
  }
}

async function correct(
  tx: Tx,
  fingerprint: Fingerprint,
  before: Receipt,
  receipt: Receipt,
  wanted: StaffAct,
  at: Instant,
): Promise<void> {
  const earlier = await tx
    .selectFrom('correction')
    .select('version')
    .where('fingerprint', '=', fingerprint)
    .execute()
  const version = earlier.length + 1
  await tx
    .insertInto('correction')
    .values({
      fingerprint,
      version,
      receipt: JSON.stringify(before),
      corrected_by: wanted.by,
      reason: wanted.reason,
      corrected_at: at,
    })
    .execute()
  const received_at = receipt.receivedAt
  await tx
    .updateTable('mail')
    .set({ received_at, receipt: JSON.stringify(receipt) })
    .where('fingerprint', '=', fingerprint)
    .execute()
  await tx.updateTable('submission').set({ received_at }).where('fingerprint', '=', fingerprint).execute()
  const who = { by: wanted.by, reason: wanted.reason, version }
  if (wanted.ruled !== undefined)
    await record(tx, at, 'receipt.ruled', fingerprint, { ...who, ruled: wanted.ruled })
  else
    await record(tx, at, 'receipt.corrected', fingerprint, {
      ...who,
      from: before.receivedAt,
      to: received_at,
    })
}

/**
 * What belongs together is told in order of receipt, so a corrected time places it anew, and all mails of the
 * application are concluded again. Their letters stay what they were.
 */
async function groupAgain(
  tx: Tx,
  fingerprint: Fingerprint,
  place: StaffDecisions['place'],
  at: Instant,
): Promise<void> {
  const row = await tx
    .selectFrom('submission')
    .select('number')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  if (row === undefined) return
  await judgeAgain(tx, fingerprint, at)
  await placeAnew(tx, fingerprint, place, at)
}

async function factsOf(
  tx: Database | Tx,
  fingerprint: Fingerprint,
  receiptBefore: Receipt,
  receipt: Receipt,
): Promise<StaffFacts> {
  const mail = await mailRecord(tx, fingerprint)
  if (mail === null) throw new Failure('permanent', 'no-such-mail', 'the register has no such mail')
  const all = mail.number === null ? [] : await submissionsOf(tx, mail.number)
  const letters = await tx
    .selectFrom('outbox')
    .selectAll()
    .where('fingerprint', '=', fingerprint)
    .where('kind', 'in', ['acknowledgement', 'answer', 'rectification'])
    .orderBy('created_at')
    .execute()
  const numbers = await tx.selectFrom('application').select('number').execute()
  const taken = new Set(numbers.map((row) => row.number))
  return {
    record: mail,
    receipt,
    receiptBefore,
    submissions: all.slice(0, all.findIndex((submission) => submission.fingerprint === fingerprint) + 1),
    letters: letters.map(outboxItem),
    taken: (number) => taken.has(number),
  }
}
