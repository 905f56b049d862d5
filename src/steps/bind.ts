import { Failure } from '../base/failure.ts'
import { Fingerprint, RegistrationNumber } from '../base/ids.ts'
import type { Clock } from '../base/instant.ts'
import { type Calls, callNamed } from '../call/calls.ts'
import { placesOf } from '../dossier/fates.ts'
import type { Author } from '../register/author.ts'
import { wentInto } from '../register/desk.ts'
import type { Register } from '../register/register.ts'
import type { Bond } from '../register/staff.ts'
import type { MailView } from '../register/views.ts'

export interface BindPorts {
  readonly register: Register
  readonly clock: Clock
}

/** Makes one application of two, by a person's word. Separating their mails undoes it. */
export async function join(
  ports: BindPorts,
  calls: Calls,
  numbers: readonly [string, string],
  author: Author,
): Promise<void> {
  await bindOpeners(ports, calls, 'together', numbers, author)
}

/** Keeps two applications two, by a person's word: nobody is asked again. Joining them undoes it. */
export async function tellApart(
  ports: BindPorts,
  calls: Calls,
  numbers: readonly [string, string],
  author: Author,
): Promise<void> {
  await bindOpeners(ports, calls, 'apart', numbers, author)
}

/**
 * Says that a mail which hands nothing in (a question, an answer) is about an application, or that it is not:
 * the last word counts, whatever is found by reading it again.
 */
export async function attach(
  ports: BindPorts,
  calls: Calls,
  fingerprint: string,
  number: string,
  { kind, ...author }: Author & Pick<Bond, 'kind'>,
): Promise<void> {
  const mail = await mailBeginning(ports, fingerprint)
  if (mail.fate !== 'inquiry')
    throw new Failure(
      'permanent',
      'no-such-mail',
      'this mail hands something in: join or separate applications',
    )
  const opener = await openerOf(ports, number)
  await bindAll(ports, calls, mail, { kind, pairs: [[mail.fingerprint, opener.fingerprint]], ...author })
}

/**
 * Takes a mail out of its application, and undoes a joining: a mail that staff joined goes with those that
 * came with it, under the number that they had; any other goes alone, and opens an application of its own.
 * Joining undoes it.
 */
export async function separate(
  ports: BindPorts,
  calls: Calls,
  fingerprint: string,
  author: Author,
): Promise<void> {
  const mail = await mailBeginning(ports, fingerprint)
  const application = mail.number === null ? null : await ports.register.application(mail.number)
  const joined = await ports.register.joinedWith(mail.fingerprint)
  const all = (application?.mails ?? []).filter((one) => one.fingerprint !== mail.fingerprint)
  const those = all.filter((one) => joined.includes(one.fingerprint))
  const others = those.length > 0 ? those : all
  if (others.length === 0)
    throw new Failure('permanent', 'no-such-mail', 'this mail is alone in its application already')
  await bindAll(ports, calls, mail, {
    kind: 'apart',
    pairs: others.map((other) => [mail.fingerprint, other.fingerprint] as const),
    ...author,
  })
}

async function bindOpeners(
  ports: BindPorts,
  calls: Calls,
  kind: Bond['kind'],
  numbers: readonly [string, string],
  author: Author,
): Promise<void> {
  const [left, right] = [await openerOf(ports, numbers[0]), await openerOf(ports, numbers[1])]
  await bindAll(ports, calls, left, { kind, pairs: [[left.fingerprint, right.fingerprint]], ...author })
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

async function openerOf({ register }: BindPorts, text: string): Promise<MailView> {
  const number = RegistrationNumber.safeParse(text.toUpperCase())
  const application = number.success ? await register.application(number.data) : null
  const opener = application?.mails.find((mail) => mail.fate === 'application')
  const now =
    number.success && opener === undefined ? wentInto(await register.whereabouts(number.data)) : null
  if (now !== null) throw new Failure('permanent', 'went-into', `the application ${text} went into ${now}`)
  if (opener === undefined)
    throw new Failure(
      'permanent',
      'no-such-application',
      `the register has no application ${text}; « recepisse list » shows those it has`,
    )
  return opener
}

/** Enough of a fingerprint to name one mail. */
async function mailBeginning({ register }: BindPorts, beginning: string): Promise<MailView> {
  const whole = Fingerprint.safeParse(beginning)
  const found = whole.success ? await register.mailView(whole.data) : null
  return found ?? oneBeginning(await register.mails(null), beginning)
}

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
