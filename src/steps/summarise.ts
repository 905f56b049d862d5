import { counted } from '../acknowledgement/french.ts'
import { OutboxId } from '../base/ids.ts'
import { type Clock, type Instant, later } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { composeDigest } from '../digest/compose.ts'
import { deliveriesOf } from '../digest/deliveries.ts'
import type { DigestApplication, DigestBalance, DigestHeld, DigestInput } from '../digest/digest.ts'
import { shortMoment } from '../digest/words.ts'
import { applicationRecord } from '../exports/application-record.ts'
import { type Sheet, workbookOf } from '../exports/register-table.ts'
import { isHeld } from '../mail/robots/decision.ts'
import { type ClockReading, type ClockRegister, isWrong } from '../register/clock.ts'
import type { ProofRegister } from '../register/proof.ts'
import type { Breaker, OutboxItem, OutboxRegister } from '../register/register.ts'
import type { ApplicationView, MailView, RegisterViews, SightingView } from '../register/views.ts'
import type { Vitals, VitalsRegister } from '../register/vitals.ts'
import { requirementsOf } from '../verdict/judge.ts'
import type { Observe } from './events.ts'
import type { Jobs } from './jobs.ts'
import { staffMail } from './staff-mail.ts'

export interface SummarisePorts {
  readonly register: RegisterViews &
    OutboxRegister &
    ClockRegister &
    Pick<ProofRegister, 'lastHead'> &
    Pick<VitalsRegister, 'vitals'>
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

/** Writes the digest of a slot into the outbox, once. */
export async function summarise(ports: SummarisePorts, call: Call, slot: string): Promise<void> {
  const now = ports.clock.now()
  const id = OutboxId.parse(`digest-${call.id}-${slot}`)
  const digest = composeDigest(await digestInput(ports, call, now))
  const attachments = [await registerAttached(ports, call)]
  const letter = staffMail(id, call, call.digest.to, 'digest', { ...digest, attachments })
  const added = await ports.register.addLetter({ id, kind: 'digest', letter }, now)
  if (added) ports.observe({ type: 'digest-written', slot })
  await ports.jobs.add('deliver', { outboxId: id })
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function registerAttached({ register, workbook }: SummarisePorts, call: Call) {
  const records = (await register.applications(call.id)).map((one) => applicationRecord(one, call))
  const content = await workbook(workbookOf(records, call))
  return {
    name: `registre-${call.id}.xlsx`,
    type: WORKBOOK,
    base64: Buffer.from(content).toString('base64'),
  }
}

/** The day's register as the digest tells it. */
export async function digestInput(
  ports: Pick<SummarisePorts, 'register' | 'account' | 'consoleUrl'>,
  call: Call,
  now: Instant,
): Promise<DigestInput> {
  const applications = await ports.register.applications(call.id)
  const mails = await ports.register.mails(call.id)
  const letters = await ports.register.letters()
  const answered = new Set(letters.map((letter) => letter.fingerprint))
  const unanswered = mails.filter((mail) => !answered.has(mail.fingerprint))
  const last = letters.filter((letter) => letter.kind === 'digest').at(-1)?.createdAt ?? null
  return {
    ...(ports.consoleUrl === undefined ? {} : { consoleUrl: ports.consoleUrl }),
    call,
    now,
    applications: applications.map((application) => digestApplication(application, last)),
    held: unanswered.flatMap((mail) => heldOf(mail)),
    deliveries: deliveriesOf(letters, applications),
    quarantined: unanswered.flatMap((mail) =>
      mail.fate === 'quarantined' && mail.receipt !== null
        ? [
            {
              fingerprint: mail.fingerprint,
              receivedAt: mail.receipt.receivedAt,
              code: mail.quarantineCode ?? '',
            },
          ]
        : [],
    ),
    inquiries: unanswered.flatMap((mail) =>
      mail.fate === 'inquiry' && mail.receipt !== null && isHeld(mail.decision)
        ? [{ fingerprint: mail.fingerprint, receivedAt: mail.receipt.receivedAt }]
        : [],
    ),
    balance: balanceOf(await ports.register.sightings(ports.account)),
    head: (await ports.register.lastHead())?.head ?? null,
    alarms: [
      ...waitingAlarms(await ports.register.vitals(), call, now),
      ...breakerAlarms(await ports.register.breaker(), call),
      ...digestAlarms(letters, call),
      ...clockAlarms(await ports.register.lastClock()),
    ],
  }
}

/** Longer than any mail takes that nothing holds up. */
const WAITING_MS = 15 * 60_000

/** Mails that nobody could read yet, for whatever reason: their senders have no acknowledgement. */
function waitingAlarms({ unfinished }: Vitals, call: Call, now: Instant): readonly string[] {
  const { count, seenAt } = unfinished
  if (seenAt === null || later(seenAt, WAITING_MS) > now) return []
  const mails = counted(count, 'courriel reçu attend', 'courriels reçus attendent')
  return [
    `${mails} d’être lus par Récépissé, le plus ancien depuis le ${shortMoment(seenAt, call)} : prévenir l’exploitant.`,
  ]
}

/** The last digest did not arrive: whoever reads this one should know that they missed it. */
function digestAlarms(letters: readonly OutboxItem[], call: Call): readonly string[] {
  const last = letters.filter((letter) => letter.kind === 'digest').at(-1)
  if (last === undefined || (last.state !== 'bounced' && last.state !== 'refused')) return []
  return [
    `Le récapitulatif du ${shortMoment(last.createdAt, call)} n’est pas arrivé à destination : vérifier les adresses du fichier de l’appel.`,
  ]
}

/** A clock that is off makes every time doubtful that no mail server wrote. */
function clockAlarms(reading: ClockReading | null): readonly string[] {
  if (reading === null || !isWrong(reading.offsetMs)) return []
  return [`L’horloge du serveur de Récépissé est décalée de ${reading.offsetMs} ms : prévenir l’exploitant.`]
}

/** Nothing leaves by itself any more: somebody must look before anybody waits too long. */
function breakerAlarms(breaker: Breaker | null, call: Call): readonly string[] {
  if (breaker === null) return []
  return [
    `Envois automatiques suspendus depuis le ${shortMoment(breaker.trippedAt, call)} : ${breaker.letters} lettres étaient parties en dix minutes. Chercher la cause, puis lancer « recepisse resume ».`,
  ]
}

function digestApplication(application: ApplicationView, last: Instant | null): DigestApplication {
  const requirements = requirementsOf(application.verdict.findings)
  const named = (status: string) =>
    requirements.filter((finding) => finding.status === status).map((finding) => finding.id)
  const latest =
    application.mails.flatMap((mail) => mail.receipt?.receivedAt ?? []).at(-1) ?? application.receivedAt
  return {
    number: application.number,
    applicant: application.applicant.name,
    sectors: application.sectors,
    receivedAt: application.receivedAt,
    timeliness: application.mails[0]?.verdict?.timeliness ?? application.verdict.timeliness,
    completeness: application.verdict.completeness,
    missing: named('missing'),
    unclear: named('unclear'),
    isNew: last === null || latest > last,
  }
}

/** Questions have a list of their own. */
function heldOf(mail: MailView): readonly DigestHeld[] {
  if (mail.decision === null || !isHeld(mail.decision) || mail.receipt === null || mail.fate === 'inquiry')
    return []
  return [
    {
      number: mail.number,
      applicant: mail.applicant?.name ?? null,
      reason: mail.decision.reason,
      since: mail.receipt.receivedAt,
    },
  ]
}

function balanceOf(sightings: readonly SightingView[]): DigestBalance {
  const fates: Record<string, number> = {}
  let unexplained = 0
  for (const { fate } of sightings) {
    if (fate === null) unexplained += 1
    else fates[fate] = (fates[fate] ?? 0) + 1
  }
  return { mails: sightings.length, fates, unexplained }
}
