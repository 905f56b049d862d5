import { sql, type Transaction } from 'kysely'
import type { RegistrationNumber } from '../../base/ids.ts'
import { type Instant, later } from '../../base/instant.ts'
import { purseOf } from '../../mail/robots/purse.ts'
import type { ReadMail } from '../../register/register.ts'
import type { Tables } from './tables.ts'

type Tx = Transaction<Tables>

const HOUR_MS = 3_600_000

/** What was answered by program from the purse that this mail's sender spends from, of its call alone. */
export async function spent(tx: Tx, read: ReadMail, number: RegistrationNumber | null, at: Instant) {
  const addresses = [read.mail?.returnPath ?? '', ...(read.mail?.from ?? []).map((from) => from.address)].map(
    (address) => address.toLowerCase(),
  )
  const lately = (hours: number) => answersSince(tx, read, later(at, -hours * HOUR_MS))
  const toAddress = await lately(24).where('outbox.to_address', 'in', addresses).executeTakeFirstOrThrow()
  const toApplication =
    number === null
      ? { count: 0 }
      : await lately(24).where('mail.number', '=', number).executeTakeFirstOrThrow()
  const lastHour = await fromSamePurse(lately(1), read).executeTakeFirstOrThrow()
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

function fromSamePurse(answers: ReturnType<typeof answersSince>, { sender, proof }: ReadMail) {
  const purse = purseOf(sender, proof)
  if (purse.of === 'unproven') return answers
  if (purse.of === 'address') return answers.where(sql`lower(mail.sender)`, '=', purse.address)
  // A domain holds no sign that LIKE reads otherwise but the underscore, which is escaped.
  const ending = `%@${purse.domain.replaceAll('_', '\\_')}`
  return answers.where(sql<boolean>`lower(mail.sender) like ${ending} escape '\\'`)
}
