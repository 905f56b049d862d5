import { Failure } from '../base/failure.ts'
import type { CallId } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { IntakeRegister } from '../register/intake.ts'
import type { MachineRegister } from '../register/machines.ts'

/**
 * A register is one mailbox's: letters leave from its account, and what is known of lateness and of senders
 * is its own. Failure('permanent', 'other-mailbox') for another account than the one it has; none has
 * nothing to do with any.
 */
export async function refuseOtherMailbox(
  register: Pick<MachineRegister, 'ownMailbox'>,
  account: string | undefined,
): Promise<void> {
  const own = await register.ownMailbox()
  if (account === undefined || own === null || own === account.toLowerCase()) return
  throw new Failure(
    'permanent',
    'other-mailbox',
    'this register is of another mailbox than IMAP_USER: give this service a register of its own ' +
      '(RECEPISSE_DATA, DATABASE_URL); where the mailbox was renamed, « recepisse mailbox --adopt » says so',
  )
}

/** The service's first mailbox is its register's. Failure('permanent', 'other-mailbox') as above. */
export async function takeMailbox(
  register: Pick<MachineRegister, 'ownMailbox' | 'firstMailbox'>,
  account: string | undefined,
): Promise<void> {
  if (account !== undefined) await register.firstMailbox(account.toLowerCase())
  await refuseOtherMailbox(register, account)
}

/**
 * A mailbox is seen by one way, by IMAP or by Microsoft Graph (`isNumbered`): by the other one the same mail
 * may have other bytes, and would be read and answered as another. Failure('permanent', 'other-way') when the
 * register saw it otherwise and nobody adopted this way.
 */
export async function refuseOtherWay(
  register: Pick<IntakeRegister, 'sawOtherwise'>,
  account: string | undefined,
  isNumbered: boolean,
): Promise<void> {
  if (account === undefined || !(await register.sawOtherwise(account, isNumbered))) return
  throw new Failure(
    'permanent',
    'other-way',
    'this register saw the mailbox by another way before (IMAP or Microsoft Graph): mails that it has ' +
      'may be taken for new ones and answered again; go on by the way of before, and give the next call ' +
      'a register of its own; where this is meant, « recepisse mailbox --adopt » says so',
  )
}

/**
 * Who works at a register knows every call of it: a mail of a call that one does not know it would take for
 * another's. Failure('permanent', 'other-calls') when it has applications of a call that is not among
 * `calls`, or another machine, alive, works for one.
 */
export async function refuseOtherCalls(
  register: Pick<MachineRegister, 'callsElsewhere' | 'callsAppliedTo'>,
  { name, calls }: { readonly name: string; readonly calls: readonly CallId[] },
  at: Instant,
): Promise<void> {
  refuse([...(await register.callsAppliedTo()), ...(await register.callsElsewhere(name, at))], calls)
}

/**
 * The same of the calls that other machines work for, which is all that changes while this one works: to go
 * through the applications each time would cost more with each of them.
 */
export async function refuseCallsElsewhere(
  register: Pick<MachineRegister, 'callsElsewhere'>,
  { name, calls }: { readonly name: string; readonly calls: readonly CallId[] },
  at: Instant,
): Promise<void> {
  refuse(await register.callsElsewhere(name, at), calls)
}

function refuse(worked: readonly CallId[], calls: readonly CallId[]): void {
  const lacking = new Set(worked.filter((id) => !calls.includes(id)))
  if (lacking.size === 0) return
  throw new Failure(
    'permanent',
    'other-calls',
    `this register is also of the call « ${[...lacking].join(' », « ')} », whose file is not ` +
      'here: put it beside the others (RECEPISSE_CALL), or give this service a register of its own ' +
      '(RECEPISSE_DATA, DATABASE_URL)',
  )
}
