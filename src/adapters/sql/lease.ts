import type { Transaction } from 'kysely'
import { Failure } from '../../base/failure.ts'
import type { Instant } from '../../base/instant.ts'
import type { MailboxLease } from '../../register/intake.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { withoutFlush } from './sqlite.ts'
import type { Tables } from './tables.ts'
import { together } from './together.ts'
import { inTurn } from './turn.ts'

/**
 * One watcher for each mailbox. `owner` is `<instance>#<life>`: one instance runs once, so a new life of it
 * takes over at once; another instance waits until the lease is over. Each change of owner raises the token,
 * and what an owner that slept writes with its old token is refused.
 */
export async function takeLease(
  database: Database,
  account: string,
  owner: string,
  at: Instant,
  until: Instant,
): Promise<MailboxLease | null> {
  const token = await renewed(database, account, owner, until)
  if (token !== null) return { account, token }
  const instance = owner.slice(0, owner.indexOf('#') + 1)
  return inTurn(database, async (tx) => {
    const held = await tx.selectFrom('lease').selectAll().where('account', '=', account).executeTakeFirst()
    const isOurs = held?.owner === owner
    if (held !== undefined && !isOurs && held.until_at > at && !held.owner.startsWith(instance)) return null
    const token = isOurs ? held.token : (held?.token ?? 0) + 1
    await tx
      .insertInto('lease')
      .values({ account, owner, token, until_at: until })
      .onConflict((conflict) => conflict.column('account').doUpdateSet({ owner, token, until_at: until }))
      .execute()
    if (!isOurs) await record(tx, at, 'mailbox.taken', 'lease', { token })
    return { account, token }
  })
}

/** Who has it goes on having it: one statement and no turn; a machine without power has none to keep. */
async function renewed(
  database: Database,
  account: string,
  owner: string,
  until: Instant,
): Promise<number | null> {
  const token = await withoutFlush(() =>
    together(database, 'beat', (one) =>
      one
        .updateTable('lease')
        .set({ until_at: until })
        .where('account', '=', account)
        .where('owner', '=', owner)
        .returning('token as value')
        .compile(),
    ),
  )
  return token === null ? null : Number(token)
}

/** A watcher that leaves in good order lets another one in at once. */
export async function endLease(
  database: Database,
  { account, token }: MailboxLease,
  at: Instant,
): Promise<void> {
  await database
    .updateTable('lease')
    .set({ until_at: at })
    .where('account', '=', account)
    .where('token', '=', token)
    .execute()
}

/** Refuses who no longer holds the lease, and keeps others from taking it until the transaction ends. */
export async function holdLease(tx: Transaction<Tables>, { account, token }: MailboxLease): Promise<void> {
  const held = await tx
    .updateTable('lease')
    .set({ token })
    .where('account', '=', account)
    .where('token', '=', token)
    .returning('token')
    .executeTakeFirst()
  if (held === undefined)
    throw new Failure(
      'transient',
      'lease-lost',
      'another machine watches this mailbox now; this one stands by, nothing is lost',
    )
}
