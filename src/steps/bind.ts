import { Failure } from '../base/failure.ts'
import type { Fingerprint } from '../base/ids.ts'
import type { Clock } from '../base/instant.ts'
import { placesOf } from '../dossier/fates.ts'
import { type Calls, callNamed } from '../dossier/routing.ts'
import type { Register } from '../register/register.ts'
import type { Bond } from '../register/staff.ts'
import type { MailView } from '../register/views.ts'

export interface BindPorts {
  readonly register: Register
  readonly clock: Clock
}

/** Who decides, and why: kept with the decision. */
export type Author = Pick<Bond, 'by' | 'reason'>

/** Makes one application of two, by a person's word. Separating their mails undoes it. */
export async function join(
  ports: BindPorts,
  calls: Calls,
  numbers: readonly [string, string],
  author: Author,
): Promise<void> {
  const mails = await ports.register.mails(null)
  const [left, right] = [openerOf(mails, numbers[0]), openerOf(mails, numbers[1])]
  await bindAll(ports, calls, left, {
    kind: 'together',
    pairs: [[left.fingerprint, right.fingerprint]],
    ...author,
  })
}

/** Takes a mail out of its application; it opens one of its own. Joining them undoes it. */
export async function separate(
  ports: BindPorts,
  calls: Calls,
  fingerprint: string,
  author: Author,
): Promise<void> {
  const mails = await ports.register.mails(null)
  const mail = oneBeginning(mails, fingerprint)
  const others = mails.filter((one) => one.number === mail.number && one.fingerprint !== mail.fingerprint)
  if (others.length === 0)
    throw new Failure('permanent', 'no-such-mail', 'this mail is alone in its application already')
  await bindAll(ports, calls, mail, {
    kind: 'apart',
    pairs: others.map((other) => [mail.fingerprint, other.fingerprint] as const),
    ...author,
  })
}

async function bindAll(
  ports: BindPorts,
  calls: Calls,
  mail: MailView,
  bond: Bond,
): Promise<readonly Fingerprint[]> {
  if (mail.callId === null) throw new Failure('permanent', 'no-such-mail', 'this mail has not been read yet')
  const call = callNamed(calls, mail.callId)
  return ports.register.bind(
    bond,
    (related, taken) => placesOf(related, { callId: call.id, prefix: call.registrationPrefix, taken }),
    ports.clock.now(),
  )
}

function openerOf(mails: readonly MailView[], number: string): MailView {
  const opener = mails.find((mail) => mail.number === number.toUpperCase() && mail.fate === 'application')
  if (opener === undefined)
    throw new Failure(
      'permanent',
      'no-such-application',
      `the register has no application ${number}; « recepisse list » shows those it has`,
    )
  return opener
}

/** Enough of a fingerprint to name one mail. */
function oneBeginning(mails: readonly MailView[], beginning: string): MailView {
  const [mail, ...more] = mails.filter(
    (one) => beginning.length >= 8 && one.fingerprint.startsWith(beginning.toLowerCase()),
  )
  if (mail === undefined || more.length > 0)
    throw new Failure(
      'permanent',
      'no-such-mail',
      `no single mail has a fingerprint that begins with ${beginning}; « recepisse show » prints them`,
    )
  return mail
}
