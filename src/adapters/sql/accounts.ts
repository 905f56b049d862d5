import type { Selectable } from 'kysely'
import { Instant } from '../../base/instant.ts'
import { type Account, type AccountRegister, Role, type Session } from '../../register/accounts.ts'
import type { AccountTable } from './account-tables.ts'
import type { Database } from './connect.ts'
import { record } from './events.ts'
import { refuseToLoseTheLast } from './last-administrator.ts'
import { barOf, noteEntered, noteFailure } from './sign-in-tries.ts'
import { inTurn } from './turn.ts'

/** Accounts and sessions of the staff's pages. Every sign-in, refusal and change is in the history. */
export function sqlAccounts(database: Database): AccountRegister {
  return {
    async account(email) {
      const row = await database
        .selectFrom('account')
        .selectAll()
        .where('email', '=', email)
        .executeTakeFirst()
      return row === undefined ? null : accountOf(row)
    },
    async accounts() {
      return (await database.selectFrom('account').selectAll().orderBy('email').execute()).map(accountOf)
    },
    async accountInvited(invitation) {
      const row = await database
        .selectFrom('account')
        .selectAll()
        .where('invitation', '=', invitation)
        .executeTakeFirst()
      return row === undefined ? null : accountOf(row)
    },
    invite: (email, role, invitation, until, at) => invite(database, email, role, invitation, until, at),
    completeAccount: (email, secrets, at) => completeAccount(database, email, secrets, at),
    disableAccount: (email, by, at) => disableAccount(database, email, by, at),
    barOf: (email, network, at) => barOf(database, email, network, at),
    noteFailure: (email, network, bounds, at) => noteFailure(database, email, network, bounds, at),
    openSession: (email, how, session, at) => openSession(database, email, how, session, at),
    session: (token, idleSince, openedSince, at) => session(database, token, idleSince, openedSince, at),
    closeSession: (token, at) =>
      inTurn(database, async (tx) => {
        const row = await tx
          .deleteFrom('session')
          .where('token', '=', token)
          .returning('email')
          .executeTakeFirst()
        if (row !== undefined) await record(tx, at, 'account.signed-out', row.email, {})
      }),
  }
}

function completeAccount(
  database: Database,
  ...[email, secrets, at]: Parameters<AccountRegister['completeAccount']>
): Promise<void> {
  const fresh = { totp_step: null, invitation: null, invited_until: null, failures: 0, locked_until: null }
  return inTurn(database, async (tx) => {
    await tx
      .updateTable('account')
      .set({ ...secrets, ...fresh })
      .where('email', '=', email)
      .execute()
    await record(tx, at, 'account.ready', email, {})
  })
}

function disableAccount(
  database: Database,
  ...[email, by, at]: Parameters<AccountRegister['disableAccount']>
): Promise<boolean> {
  return inTurn(database, async (tx) => {
    const row = await tx
      .updateTable('account')
      .set({ disabled: 1, password: null, totp: null, invitation: null })
      .where('email', '=', email)
      .returning('email')
      .executeTakeFirst()
    if (row === undefined) return false
    for (const held of ['session', 'account_network'] as const)
      await tx.deleteFrom(held).where('email', '=', email).execute()
    await record(tx, at, 'account.disabled', email, { by })
    return true
  })
}

function accountOf(row: Selectable<AccountTable>): Account {
  return {
    email: row.email,
    role: Role.parse(row.role),
    password: row.password,
    totp: row.totp,
    totpStep: row.totp_step,
    invitation: row.invitation,
    invitedUntil: Instant.nullable().parse(row.invited_until),
    disabled: row.disabled === 1,
  }
}

function invite(
  database: Database,
  ...[email, role, invitation, until, at]: Parameters<AccountRegister['invite']>
) {
  return inTurn(database, async (tx) => {
    if (role !== 'administrator') await refuseToLoseTheLast(tx, email)
    const values = { role, invitation, invited_until: until, disabled: 0 }
    await tx
      .insertInto('account')
      .values({ email, ...values, failures: 0, created_at: at })
      .onConflict((conflict) =>
        conflict
          .column('email')
          .doUpdateSet({ ...values, password: null, totp: null, failures: 0, locked_until: null }),
      )
      .execute()
    for (const held of ['session', 'account_network'] as const)
      await tx.deleteFrom(held).where('email', '=', email).execute()
    await record(tx, at, 'account.invited', email, { role })
  })
}

function openSession(
  database: Database,
  ...[email, { step, network }, { token, csrf }, at]: Parameters<AccountRegister['openSession']>
): Promise<boolean> {
  return inTurn(database, async (tx) => {
    const account = await tx
      .selectFrom('account')
      .select(['totp_step', 'disabled'])
      .where('email', '=', email)
      .executeTakeFirst()
    if (account === undefined || account.disabled === 1) return false
    if (step !== null && account.totp_step !== null && account.totp_step >= step) return false
    if (step !== null)
      await tx.updateTable('account').set({ totp_step: step }).where('email', '=', email).execute()
    await noteEntered(tx, email, network, at)
    await tx.insertInto('session').values({ token, email, csrf, created_at: at, seen_at: at }).execute()
    await record(tx, at, 'account.signed-in', email, { by: step === null ? 'oidc' : 'password' })
    return true
  })
}

/** A session is noted as seen once a minute at the most: reading pages writes little. */
const NOTED_EVERY_MS = 60_000

async function session(
  database: Database,
  ...[token, idleSince, openedSince, at]: Parameters<AccountRegister['session']>
): Promise<Session | null> {
  const row = await database
    .selectFrom('session')
    .innerJoin('account', 'account.email', 'session.email')
    .select(['session.email', 'session.csrf', 'session.seen_at', 'session.created_at', 'account.role'])
    .where('session.token', '=', token)
    .where('account.disabled', '=', 0)
    .executeTakeFirst()
  if (row === undefined) return null
  const found = {
    email: row.email,
    role: Role.parse(row.role),
    csrf: row.csrf,
    createdAt: Instant.parse(row.created_at),
    seenAt: Instant.parse(row.seen_at),
  }
  if (found.seenAt < idleSince || found.createdAt < openedSince) {
    await database.deleteFrom('session').where('token', '=', token).execute()
    return null
  }
  if (Date.parse(at) - Date.parse(found.seenAt) > NOTED_EVERY_MS)
    await database.updateTable('session').set({ seen_at: at }).where('token', '=', token).execute()
  return found
}
