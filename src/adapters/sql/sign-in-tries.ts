import { Instant, later } from '../../base/instant.ts'
import type { AccountRegister } from '../../register/accounts.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { inTurn } from './turn.ts'

const DAY_MS = 86_400_000
/**
 * A network from which nobody entered is forgotten after a day, one from which somebody did after three
 * months.
 */
const STRANGER_FOR_MS = DAY_MS
const KNOWN_FOR_MS = 90 * DAY_MS

/** What stands against a try to enter an account from a network. */
export async function barOf(
  database: Database,
  ...[email, network, at]: Parameters<AccountRegister['barOf']>
): ReturnType<AccountRegister['barOf']> {
  const account = await database
    .selectFrom('account')
    .select('locked_until')
    .where('email', '=', email)
    .executeTakeFirst()
  const row = await database
    .selectFrom('account_network')
    .select(['locked_until', 'entered_at'])
    .where('email', '=', email)
    .where('network', '=', network)
    .executeTakeFirst()
  if (isAfter(row?.locked_until, at)) return 'network'
  const isKnown = isAfter(row?.entered_at, later(at, -KNOWN_FOR_MS))
  return !isKnown && isAfter(account?.locked_until, at) ? 'strangers' : null
}

function isAfter(text: string | null | undefined, at: Instant): boolean {
  return text != null && Instant.parse(text) > at
}

/** Counts a wrong word against its network, and against the account as a whole. */
export function noteFailure(
  database: Database,
  ...[email, network, bounds, at]: Parameters<AccountRegister['noteFailure']>
): Promise<void> {
  return inTurn(database, async (tx) => {
    await forget(tx, at)
    const account = await tx
      .updateTable('account')
      .set(({ eb }) => ({ failures: eb('failures', '+', 1) }))
      .where('email', '=', email)
      .returning('failures')
      .executeTakeFirst()
    if (account === undefined) return
    const { failures } = await tx
      .insertInto('account_network')
      .values({ email, network, failures: 1, tried_at: at })
      .onConflict((conflict) =>
        conflict.columns(['email', 'network']).doUpdateSet(({ eb, ref }) => ({
          failures: eb(ref('account_network.failures'), '+', 1),
          tried_at: at,
        })),
      )
      .returning('failures')
      .executeTakeFirstOrThrow()
    const { fromNetwork, fromAnywhere } = bounds
    if (failures >= fromNetwork.most) await shut(tx, { email, network }, fromNetwork.lockUntil, at)
    if (account.failures >= fromAnywhere.most) await brake(tx, email, fromAnywhere.lockUntil, at)
  })
}

async function shut(
  tx: Database,
  { email, network }: { readonly email: string; readonly network: string },
  until: Instant,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('account_network')
    .set({ failures: 0, locked_until: until })
    .where('email', '=', email)
    .where('network', '=', network)
    .execute()
  await record(tx, at, 'account.locked', email, { until })
}

async function brake(tx: Database, email: string, until: Instant, at: Instant): Promise<void> {
  const braked = { failures: 0, locked_until: until }
  await tx.updateTable('account').set(braked).where('email', '=', email).execute()
  await record(tx, at, 'account.braked', email, { until })
}

/** Somebody entered from there: it is known from now on, and its wrong words are forgiven. */
export async function noteEntered(tx: Database, email: string, network: string, at: Instant): Promise<void> {
  const known = { failures: 0, locked_until: null, entered_at: at, tried_at: at }
  await tx
    .insertInto('account_network')
    .values({ email, network, ...known })
    .onConflict((conflict) => conflict.columns(['email', 'network']).doUpdateSet(known))
    .execute()
}

async function forget(tx: Database, at: Instant): Promise<void> {
  await tx
    .deleteFrom('account_network')
    .where('tried_at', '<', later(at, -STRANGER_FOR_MS))
    .where(({ or, eb }) =>
      or([eb('entered_at', 'is', null), eb('entered_at', '<', later(at, -KNOWN_FOR_MS))]),
    )
    .execute()
}
