import type { Words } from '../acknowledgement/acknowledgement.ts'
import type { LetterFile } from '../acknowledgement/outgoing.ts'
import { Failure } from '../base/failure.ts'
import { Fingerprint, type OutboxId, RegistrationNumber } from '../base/ids.ts'
import type { Clock, Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { type Calls, callNamed } from '../call/calls.ts'
import { placesOf } from '../dossier/fates.ts'
import type { Signer } from '../proof/signature.ts'
import type { Author } from '../register/author.ts'
import type { DeskRegister } from '../register/desk.ts'
import type { StaffDecisions, StaffRegister } from '../register/staff.ts'
import type { MailView, RegisterViews } from '../register/views.ts'
import { waitsForPerson } from '../register/waiting.ts'
import { rectifyingLetter, releasedLetter } from './staff-letters.ts'

export interface ActPorts {
  readonly register: RegisterViews & StaffRegister & DeskRegister
  readonly clock: Clock
  /** Signs the receipts inside acknowledgements. */
  readonly signer: Signer
}

/** Who wants it and why; `to`: another address than the mail’s own, or null. */
export interface Wanted extends Author {
  readonly to: string | null
  /** What they say in the acknowledgement in their own words. */
  readonly words?: Words
  /** What they join to it. */
  readonly files?: readonly LetterFile[]
  /** On paper: `to` is then who gets it. */
  readonly onPaper?: boolean
}

const SHORTEST_FINGERPRINT = 8

/**
 * Lets held acknowledgements go, as sent by a person. `what`: a registration number (all its mails that wait)
 * or the beginning of a mail’s fingerprint. Failures: permanent when nothing waits.
 */
export async function release(
  ports: ActPorts,
  calls: Calls,
  what: string,
  wanted: Wanted,
): Promise<readonly OutboxId[]> {
  const now = ports.clock.now()
  const ids: OutboxId[] = []
  for (const mail of await waiting(ports, what)) {
    const call = callNamed(calls, mail.callId ?? calls[0].id)
    const act = { by: wanted.by, reason: wanted.reason, receivedAt: null }
    const id = await ports.register.act(
      mail.fingerprint,
      act,
      {
        compose: (facts) => releasedLetter(facts, call, now, wanted, ports.signer),
        ...deciding(ports, call),
      },
      now,
    )
    if (id !== null) ids.push(id)
  }
  return ids
}

/**
 * Corrects when a mail was received and writes the rectifying acknowledgement; null when the mail was never
 * acknowledged. `what` as for `release`; of an application the mail that opened it.
 */
export async function rectify(
  ports: ActPorts,
  calls: Calls,
  what: string,
  receivedAt: Instant,
  wanted: Wanted,
): Promise<OutboxId | null> {
  const now = ports.clock.now()
  if (receivedAt > now)
    throw new Failure('permanent', 'usage', 'a mail cannot have been received in the future')
  const [mail] = await named(ports, what)
  if (mail === undefined) throw unknown(what)
  const call = callNamed(calls, mail.callId ?? calls[0].id)
  return ports.register.act(
    mail.fingerprint,
    { by: wanted.by, reason: wanted.reason, receivedAt },
    {
      compose: (facts) => rectifyingLetter(facts, call, now, wanted.to, ports.signer),
      ...deciding(ports, call),
    },
    now,
  )
}

/**
 * A person’s decision about a contested time. No letter follows: letters state the hour and the deadline,
 * never what follows from them. Ruling again is how it is undone.
 */
export async function arbitrate(
  ports: ActPorts,
  calls: Calls,
  what: string,
  ruled: 'on_time' | 'late',
  { by, reason }: Pick<Wanted, 'by' | 'reason'>,
): Promise<void> {
  const [mail] = await named(ports, what)
  if (mail === undefined) throw unknown(what)
  const call = callNamed(calls, mail.callId ?? calls[0].id)
  await ports.register.act(
    mail.fingerprint,
    { by, reason, receivedAt: null, ruled },
    { compose: () => null, ...deciding(ports, call) },
    ports.clock.now(),
  )
}

function deciding(
  { signer }: ActPorts,
  { id, registrationPrefix: prefix }: Call,
): Pick<StaffDecisions, 'place' | 'signer'> {
  return { place: (related, taken) => placesOf(related, { callId: id, prefix, taken }), signer }
}

async function named({ register }: ActPorts, what: string): Promise<readonly MailView[]> {
  const whole = Fingerprint.safeParse(what)
  if (whole.success) return [await register.mailView(whole.data)].filter((mail) => mail !== null)
  const number = RegistrationNumber.safeParse(what.toUpperCase())
  const application = number.success ? await register.application(number.data) : null
  if (application !== null) return application.mails
  const mails = await register.mails(null)
  const ofNumber = mails.filter((mail) => mail.number === what.toUpperCase())
  if (ofNumber.length > 0) return ofNumber
  const begins = what.toLowerCase()
  if (begins.length < SHORTEST_FINGERPRINT) return []
  const found = mails.filter((mail) => mail.fingerprint.startsWith(begins))
  return found.length === 1 ? found : []
}

async function waiting(ports: ActPorts, what: string): Promise<readonly MailView[]> {
  const mails = await named(ports, what)
  if (mails.length === 0) throw unknown(what)
  const letters = await Promise.all(mails.map((mail) => ports.register.lettersAbout(mail.fingerprint)))
  const found = mails.filter((mail) => waitsForPerson(mail, letters.flat()))
  if (found.length === 0)
    throw new Failure(
      'permanent',
      'nothing-held',
      `nothing waits under ${what}: « recepisse digest » lists what does`,
    )
  return found
}

function unknown(what: string): Failure {
  return new Failure(
    'permanent',
    'no-such-mail',
    `the register has neither an application nor a single mail ${what}; « recepisse list » shows what it has`,
  )
}
