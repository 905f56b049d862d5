import { sql, type Transaction } from 'kysely'
import type { RegistrationNumber } from '../../base/ids.ts'
import { type Instant, later } from '../../base/instant.ts'
import { purseOf } from '../../mail/robots/purse.ts'
import type { ReadMail } from '../../register/mail-record.ts'
import type { Tables } from './tables.ts'

type Tx = Transaction<Tables>

const HOUR_MS = 3_600_000

/** What was answered by program from the purse that this mail's sender spends from, of its call alone. */
export async function spent(tx: Tx, read: ReadMail, number: RegistrationNumber | null, at: Instant) {
  const addresses = [read.mail?.returnPath ?? '', ...(read.mail?.from ?? []).map((from) => from.address)].map(
    (address) => address.toLowerCase(),
  )
  const lastDay = () => answersSince(tx, read, later(at, -24 * HOUR_MS))
  const toAddress = await lastDay().where('outbox.to_address', 'in', addresses).executeTakeFirstOrThrow()
  const toApplication =
    number === null
      ? { count: 0 }
      : await lastDay().where('mail.number', '=', number).executeTakeFirstOrThrow()
  const lastHour = await tx
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('purse', '=', purseIn(read))
    .where('created_at', '>', later(at, -HOUR_MS))
    .executeTakeFirstOrThrow()
  return {
    answersToAddressLastDay: Number(toAddress.count),
    answersToApplicationLastDay: Number(toApplication.count),
    answersLastHour: Number(lastHour.count),
  }
}

/** To proven senders, or to those whom nothing proves: whichever this one is. */
function answersSince(tx: Tx, { callId, proof }: ReadMail, since: Instant) {
  return (
    tx
      .selectFrom('outbox')
      .innerJoin('mail', 'mail.fingerprint', 'outbox.fingerprint')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('outbox.automatic', '=', 1)
      // Reminders are paced by themselves and never use up what an acknowledgement may need.
      .where('outbox.kind', '=', 'acknowledgement')
      .where('outbox.created_at', '>', since)
      .where('mail.call_id', '=', callId)
      .where(isProven, proof === 'proven' ? '=' : '!=', 1)
  )
}

/** Rows of editions that did not ask are of senders whom nothing proves. */
const isProven = sql<number>`case when mail.sender_proof = 'proven' then 1 else 0 end`

/** What an answer is paid from, as its letter remembers it: counted without looking at any other. */
export function purseIn({ callId, sender, proof }: Pick<ReadMail, 'callId' | 'sender' | 'proof'>): string {
  const purse = purseOf(sender, proof)
  if (purse.of === 'unproven') return `${callId} ${purse.of}`
  return `${callId} ${purse.of === 'domain' ? `@${purse.domain}` : purse.address}`
}
