import { systemClock } from '../adapters/clock/system.ts'
import { openDatabase } from '../adapters/sql/connect.ts'
import { createSqlRegister } from '../adapters/sql/register.ts'
import { databaseLocation } from '../app/world.ts'
import type { Register } from '../register/register.ts'
import { callsOf } from '../settings/call-file.ts'
import type { Settings } from '../settings/settings.ts'
import { refuseOtherCalls, refuseOtherMailbox } from '../steps/one-of-a-kind.ts'

/** That the register opens, and is of this mailbox and of these calls. Failures as « run » has them. */
export async function checkRegister(settings: Settings): Promise<readonly string[]> {
  const location = databaseLocation(settings)
  await using register = createSqlRegister(await openDatabase(location))
  await refuseOtherMailbox(register, settings.IMAP_USER)
  const calls = callsOf(settings).map(({ id }) => id)
  await refuseOtherCalls(register, { name: settings.RECEPISSE_INSTANCE, calls }, systemClock().now())
  const place = location.kind === 'sqlite' ? location.path : 'PostgreSQL answers'
  return [place, ...(await otherWay(register, settings))]
}

/** The same mail may have other bytes by the other way: then it is another mail to the register. */
async function otherWay(
  register: Pick<Register, 'sawOtherwise'>,
  { IMAP_USER, GRAPH_USER }: Settings,
): Promise<readonly string[]> {
  const saw = IMAP_USER !== undefined && (await register.sawOtherwise(IMAP_USER, GRAPH_USER !== undefined))
  return saw ? [OTHER_WAY] : []
}

const OTHER_WAY =
  'warning: this register saw the mailbox by another way before (IMAP or Microsoft Graph): mails that it ' +
  'has may be taken for new ones; give the next call a register of its own'
