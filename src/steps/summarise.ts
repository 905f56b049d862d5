import { counted } from '../acknowledgement/french.ts'
import { OutboxId } from '../base/ids.ts'
import { type Clock, type Instant, later } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { alikeOf } from '../digest/alike.ts'
import { balanceOf } from '../digest/balance-words.ts'
import { composeDigest } from '../digest/compose.ts'
import { deliveriesOf } from '../digest/deliveries.ts'
import type { DigestInput, KnownAs } from '../digest/digest.ts'
import { digestApplication } from '../digest/digest-application.ts'
import { shortMoment } from '../digest/words.ts'
import { applicationRecord } from '../exports/application-record.ts'
import { type Sheet, workbookOf } from '../exports/register-table.ts'
import { type ClockReading, isWrong } from '../register/clock.ts'
import type { DeskRegister } from '../register/desk.ts'
import { applicationInWords, UNIDENTIFIED } from '../register/naming.ts'
import type { Breaker, OutboxRegister } from '../register/outbox.ts'
import type { ProofRegister } from '../register/proof.ts'
import type { SetAsideDesk } from '../register/set-aside.ts'
import type { ApplicationSummary, LetterState, RegisterViews } from '../register/views.ts'
import type { HeldMail, Vitals, VitalsRegister } from '../register/vitals.ts'
import type { Observe } from './events.ts'
import type { Jobs } from './jobs.ts'
import { staffMail } from './staff-mail.ts'
import { whoIsMeant } from './who-is-meant.ts'

export interface SummarisePorts {
  readonly register: Pick<RegisterViews, 'summaries' | 'letterStates'> &
    Pick<OutboxRegister, 'addLetter'> &
    Pick<ProofRegister, 'lastHead'> &
    Pick<VitalsRegister, 'vitals'> &
    Pick<DeskRegister, 'balance' | 'unsureJoins' | 'namesOf' | 'writersOf'> &
    Pick<SetAsideDesk, 'setAsideNews'>
  readonly jobs: Jobs
  readonly clock: Clock
  readonly observe: Observe
  /** The watched account, whose mails are balanced. */
  readonly account: string
  /** Where staff have their pages; absent where they have none. */
  readonly consoleUrl?: string | undefined
  /** Writes the register as a workbook, to be attached. */
  readonly workbook: (sheets: readonly Sheet[]) => Promise<Uint8Array>
}

/**
 * Writes the digest of a slot into the outbox, once. The register is read once, for the letter and its
 * workbook.
 */
export async function summarise(ports: SummarisePorts, call: Call, slot: string): Promise<void> {
  const now = ports.clock.now()
  const id = OutboxId.parse(`digest-${call.id}-${slot}`)
  const applications = await ports.register.summaries(call.id)
  const digest = composeDigest(await inputFrom(ports, call, now, applications))
  const attachments = [await registerAttached(ports, call, applications)]
  const letter = staffMail(id, call, call.digest.to, 'digest', { ...digest, attachments })
  const added = await ports.register.addLetter({ id, kind: 'digest', letter }, now)
  if (added) ports.observe({ type: 'digest-written', slot })
  await ports.jobs.add('deliver', { outboxId: id })
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function registerAttached(
  { workbook }: SummarisePorts,
  call: Call,
  applications: readonly ApplicationSummary[],
) {
  const records = applications.map((one) => applicationRecord(one, call))
  const content = await workbook(workbookOf(records, call))
  return {
    name: `registre-${call.id}.xlsx`,
    type: WORKBOOK,
    base64: Buffer.from(content).toString('base64'),
  }
}

/** The day's register as the digest tells it. */
export async function digestInput(ports: ReadPorts, call: Call, now: Instant): Promise<DigestInput> {
  return inputFrom(ports, call, now, await ports.register.summaries(call.id))
}

type ReadPorts = Pick<SummarisePorts, 'register' | 'account' | 'consoleUrl'>

async function inputFrom(
  { register, account, consoleUrl }: ReadPorts,
  call: Call,
  now: Instant,
  applications: readonly ApplicationSummary[],
): Promise<DigestInput> {
  const letters = await register.letterStates()
  const vitals = await register.vitals()
  const known = await knownAs(register, applications)
  const held = vitals.held.filter(({ callId }) => callId === call.id)
  const own = letters.filter(({ kind, id }) => kind === 'digest' && id.startsWith(`digest-${call.id}-`))
  const last = own.at(-1)?.createdAt ?? null
  return {
    ...(consoleUrl === undefined ? {} : { consoleUrl }),
    call,
    now,
    applications: applications.map((application) => digestApplication(application, last, call, known)),
    ...waitingMails(held, await whoIsMeant(register, held)),
    alike: alikeOf(await register.unsureJoins(), known),
    deliveries: deliveriesOf(letters, applications, known),
    setAside: await register.setAsideNews(call.id, last),
    balance: balanceOf(await register.balance(account)),
    head: (await register.lastHead())?.head ?? null,
    alarms: [
      ...waitingAlarms(vitals, call, now),
      ...breakerAlarms(vitals.breakers, call),
      ...digestAlarms(letters, call),
      ...clockAlarms(vitals.clock),
    ],
  }
}

async function knownAs(
  { namesOf }: Pick<DeskRegister, 'namesOf'>,
  applications: readonly ApplicationSummary[],
): Promise<KnownAs> {
  const numbers = applications.map(({ number }) => number)
  const names = await namesOf(numbers)
  return new Map(numbers.map((number) => [number, applicationInWords(number, names.get(number))]))
}

/** What waits for a person: questions and what nobody could read have lists of their own. */
function waitingMails(
  held: readonly HeldMail[],
  who: Awaited<ReturnType<typeof whoIsMeant>>,
): Pick<DigestInput, 'held' | 'quarantined' | 'inquiries'> {
  const [unread, decided] = [held.filter(isQuarantined), held.filter((one) => !isQuarantined(one))]
  return {
    held: decided
      .filter(({ fate }) => fate !== 'inquiry')
      .map((one) => ({ who: who(one, UNIDENTIFIED), reason: one.reason, since: one.receivedAt })),
    quarantined: unread.map((one) => ({
      who: who(one, 'Courriel mis à l’écart'),
      fingerprint: one.fingerprint,
      receivedAt: one.receivedAt,
      code: one.code ?? '',
    })),
    inquiries: decided
      .filter(({ fate }) => fate === 'inquiry')
      .map((one) => ({
        who: who(one, 'Question ou désistement'),
        fingerprint: one.fingerprint,
        receivedAt: one.receivedAt,
      })),
  }
}

function isQuarantined({ reason }: HeldMail): boolean {
  return reason === 'quarantined'
}

/** Longer than any mail takes that nothing holds up. */
const WAITING_MS = 15 * 60_000

/** Mails that nobody could read yet, for whatever reason: their senders have no acknowledgement. */
function waitingAlarms({ unfinished }: Vitals, call: Call, now: Instant): readonly string[] {
  const { count, seenAt } = unfinished
  if (seenAt === null || later(seenAt, WAITING_MS) > now) return []
  const mails = counted(count, 'courriel reçu attend', 'courriels reçus attendent')
  return [
    `${mails} d’être lus par Récépissé, le plus ancien depuis le ${shortMoment(seenAt, call)} : ` +
      'prévenir l’exploitant.',
  ]
}

/** The last digest did not arrive: whoever reads this one should know that they missed it. */
function digestAlarms(letters: readonly LetterState[], call: Call): readonly string[] {
  const last = letters.filter((letter) => letter.kind === 'digest').at(-1)
  if (last === undefined || (last.state !== 'bounced' && last.state !== 'refused')) return []
  return [
    `Le récapitulatif du ${shortMoment(last.createdAt, call)} n’est pas arrivé à destination : ` +
      'vérifier les adresses du fichier de l’appel.',
  ]
}

/** A clock that is off makes every time doubtful that no mail server wrote. */
function clockAlarms(reading: ClockReading | null): readonly string[] {
  if (reading === null || !isWrong(reading.offsetMs)) return []
  return [`L’horloge du serveur de Récépissé est décalée de ${reading.offsetMs} ms : prévenir l’exploitant.`]
}

/** Nothing leaves by itself any more: somebody must look before anybody waits too long. */
function breakerAlarms(breakers: readonly Breaker[], call: Call): readonly string[] {
  const own = breakers.filter(({ callId }) => callId === null || callId === call.id)
  return own.map(
    (breaker) =>
      `Envois automatiques suspendus depuis le ${shortMoment(breaker.trippedAt, call)} : ` +
      `${breaker.letters} lettres étaient parties en dix minutes. Prévenir l’exploitant, qui cherche la ` +
      'cause puis les rétablit. Les expéditeurs authentifiés reçoivent toujours leur accusé de réception.',
  )
}
