import { Failure } from '../base/failure.ts'
import type { Clock } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import type { Calls } from '../call/calls.ts'
import { deadlineText } from '../call/deadline.ts'
import type { Author } from '../register/author.ts'
import type { Register } from '../register/register.ts'
import type { MailView } from '../register/views.ts'
import type { Timeliness } from '../verdict/finding.ts'
import { timeFindings, timelinessOf } from '../verdict/judge.ts'

export interface AdoptPorts {
  readonly register: Register
  readonly clock: Clock
}

const FIRST: Author = { by: 'recepisse run', reason: 'the deadline of the call’s file at the first run' }

/**
 * The first run adopts the file's deadline; after that a changed one is refused until a person adopts it, for
 * a date that moves in silence is what nobody could explain to an applicant. Failure('permanent',
 * 'deadline-changed').
 */
export async function refuseChangedDeadlines({ register, clock }: AdoptPorts, calls: Calls): Promise<void> {
  for (const call of calls) {
    const adopted = await register.adoptedDeadline(call.id)
    if (adopted === null) await register.adoptDeadline(call.id, deadlineText(call), FIRST, clock.now())
    else if (adopted.body !== deadlineText(call)) {
      throw new Failure(
        'permanent',
        'deadline-changed',
        `the deadline in the file of ${call.id} is not the one adopted (version ${adopted.version}): ` +
          '« recepisse deadline » shows what changes, « recepisse deadline --adopt --by NAME --reason ' +
          'TEXT » adopts it',
      )
    }
  }
}

/** What another deadline makes of a mail. */
export interface TimelinessChange {
  readonly mail: MailView
  readonly from: Timeliness
  readonly to: Timeliness
}

/** The mails whose timeliness is not what the call's file now says. */
export async function timelinessChanges(
  register: Register,
  call: Call,
): Promise<readonly TimelinessChange[]> {
  return (await register.mails(call.id)).flatMap((mail) => {
    if (mail.verdict === null || mail.receipt === null) return []
    const to = timelinessOf(timeFindings(mail.receipt, call, [], mail.verdict.sectors))
    return to === mail.verdict.timeliness ? [] : [{ mail, from: mail.verdict.timeliness, to }]
  })
}

/** Takes the deadline as the call's file now has it for the one that counts, in a person's name. */
export async function adoptDeadline(
  { register, clock }: AdoptPorts,
  call: Call,
  adoption: Author,
): Promise<void> {
  await register.adoptDeadline(call.id, deadlineText(call), adoption, clock.now())
}
