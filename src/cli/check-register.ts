import { systemClock } from '../adapters/clock/system.ts'
import { openDatabase } from '../adapters/sql/connect.ts'
import { createSqlRegister } from '../adapters/sql/register.ts'
import { databaseLocation } from '../app/world.ts'
import { callsOf } from '../settings/call-file.ts'
import type { Settings } from '../settings/settings.ts'
import { refuseOtherCalls, refuseOtherMailbox, refuseOtherWay } from '../steps/one-of-a-kind.ts'

/** That the register opens, and is of this mailbox and of these calls. Failures as « run » has them. */
export async function checkRegister(settings: Settings): Promise<readonly string[]> {
  const location = databaseLocation(settings)
  await using register = createSqlRegister(await openDatabase(location))
  await refuseOtherMailbox(register, settings.IMAP_USER)
  await refuseOtherWay(register, settings.IMAP_USER, settings.GRAPH_USER !== undefined)
  const calls = callsOf(settings).map(({ id }) => id)
  await refuseOtherCalls(register, { name: settings.RECEPISSE_INSTANCE, calls }, systemClock().now())
  return [location.kind === 'sqlite' ? location.path : 'PostgreSQL answers']
}
