import { z } from 'zod'
import { Instant } from '../../base/instant.ts'
import type { TokenAccount, TokenState } from '../../register/tokens.ts'
import type { Database } from './connect.ts'

const Row = z.object({
  account: z.enum(['imap', 'smtp']),
  expires_at: Instant.nullable(),
  renewed_at: Instant.nullable(),
  failing_since: Instant.nullable(),
  failure_code: z.string().nullable(),
})

export async function noteTokenRenewed(
  database: Database,
  account: TokenAccount,
  expiresAt: Instant,
  at: Instant,
): Promise<void> {
  const state = { expires_at: expiresAt, renewed_at: at, failing_since: null, failure_code: null }
  await database
    .insertInto('token')
    .values({ account, ...state })
    .onConflict((conflict) => conflict.column('account').doUpdateSet(state))
    .execute()
}

/** The first failure's time stays: an alarm tells since when. */
export async function noteTokenFailed(
  database: Database,
  account: TokenAccount,
  code: string,
  at: Instant,
): Promise<void> {
  await database
    .insertInto('token')
    .values({ account, expires_at: null, renewed_at: null, failing_since: at, failure_code: code })
    .onConflict((conflict) =>
      conflict.column('account').doUpdateSet(({ fn, ref, val }) => ({
        failing_since: fn.coalesce(ref('token.failing_since'), val(at)),
        failure_code: code,
      })),
    )
    .execute()
}

export async function tokens(database: Database): Promise<readonly TokenState[]> {
  const rows = await database.selectFrom('token').selectAll().orderBy('account').execute()
  return rows.map((row) => {
    const { account, expires_at, renewed_at, failing_since, failure_code } = Row.parse(row)
    const failing =
      failing_since === null || failure_code === null ? null : { since: failing_since, code: failure_code }
    return { account, expiresAt: expires_at, renewedAt: renewed_at, failing }
  })
}
