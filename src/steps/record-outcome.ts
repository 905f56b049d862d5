import { momentInWords } from '../acknowledgement/french.ts'
import { Failure } from '../base/failure.ts'
import { RegistrationNumber } from '../base/ids.ts'
import type { Clock, Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { type Calls, callNamed } from '../call/calls.ts'
import { type Decided, faultOfOutcome, type Outcome, tooEarlyUntil } from '../dossier/outcome.ts'
import type { Author } from '../register/author.ts'
import type { DeskRegister } from '../register/desk.ts'
import { type OutcomeRegister, standing } from '../register/outcomes.ts'
import type { ApplicationView } from '../register/views.ts'

export interface OutcomePorts {
  readonly register: DeskRegister & OutcomeRegister
  readonly clock: Clock
}

/**
 * Records what became of an application, by a person's word: neither before its deadline, unless the
 * applicant withdrew, nor over what another act said. Recording again is how it is changed. Failures:
 * permanent, saying what and when.
 */
export async function recordOutcome(
  ports: OutcomePorts,
  calls: Calls,
  number: string,
  outcome: Outcome,
  author: Author,
): Promise<void> {
  const { application, decided } = await decidedOf(ports, calls, number)
  const now = ports.clock.now()
  const fault = faultOfOutcome(outcome, decided, now)
  if (fault === 'too-early') throw tooEarly(tooEarlyUntil(now, decided) ?? now, decided.call)
  if (fault !== null) throw new Failure('permanent', fault, MISTAKES[fault])
  await ports.register.recordOutcome(application.number, outcome, author, now)
}

/** Takes back what stands; it stays in the history. Failures: permanent `no-outcome` where nothing stands. */
export async function takeOutcomeBack(
  ports: OutcomePorts,
  calls: Calls,
  number: string,
  author: Author,
): Promise<void> {
  const { application } = await decidedOf(ports, calls, number)
  if (standing(await ports.register.outcomes(application.number)) === null)
    throw new Failure('permanent', 'no-outcome', `no outcome of ${application.number} stands`)
  await ports.register.recordOutcome(application.number, null, author, ports.clock.now())
}

const MISTAKES = {
  'act-wanted': 'say which act decided, and its day: an application is selected or not by an act alone',
  'act-to-come': 'the act is dated after today',
  'act-before-receipt': 'the act is dated before the application was received',
} as const

function tooEarly(until: Instant, { deadline }: Call): Failure {
  return new Failure(
    'permanent',
    'too-early',
    'Le délai de dépôt n’est pas encore écoulé : la suite donnée pourra être enregistrée après le ' +
      `${momentInWords(until, deadline)}. Seul un retrait par le candidat peut l’être avant.`,
  )
}

/**
 * The application of a number that a person typed, with what was decided of it. Failure('permanent',
 * 'no-such-application') where the register has none.
 */
export async function decidedOf(
  { register }: { readonly register: DeskRegister },
  calls: Calls,
  text: string,
): Promise<{ readonly application: ApplicationView; readonly decided: Decided }> {
  const number = RegistrationNumber.safeParse(text.toUpperCase())
  const application = number.success ? await register.application(number.data) : null
  const callId = application?.mails[0]?.callId ?? null
  if (application === null || callId === null)
    throw new Failure(
      'permanent',
      'no-such-application',
      `the register has no application ${text}; « recepisse list » shows those it has`,
    )
  const { receivedAt, sectors } = application
  return { application, decided: { call: callNamed(calls, callId), receivedAt, sectors } }
}
