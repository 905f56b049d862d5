import { Failure } from '../../base/failure.ts'
import type { Database } from './connect.ts'

/**
 * Failure('permanent', 'last-administrator') when this is the only administrator who can enter: with a
 * password, or because they entered before, through the authority's own server.
 */
export async function refuseToLoseTheLast(tx: Database, email: string): Promise<void> {
  const able = await tx
    .selectFrom('account')
    .select('email')
    .where('role', '=', 'administrator')
    .where('disabled', '=', 0)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('password', 'is not', null),
        exists(
          selectFrom('account_network')
            .select('network')
            .whereRef('account_network.email', '=', 'account.email')
            .where('entered_at', 'is not', null),
        ),
      ]),
    )
    .execute()
  if (able.length === 1 && able[0]?.email === email)
    throw new Failure(
      'permanent',
      'last-administrator',
      'this is the last administrator: make somebody else one first',
    )
}
