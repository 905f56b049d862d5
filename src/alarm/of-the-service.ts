import { counted, typographic } from '../acknowledgement/french.ts'
import { type Instant, later, millisecondsBetween } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { deadlinesOfAll } from '../call/calls.ts'
import { isWrong } from '../register/clock.ts'
import type { Vitals } from '../register/vitals.ts'
import type { Alarm } from './alarm.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** No round trip for so long: nobody would know of new mail. Half of it in the last day before a deadline. */
const SILENT_MS = 10 * MINUTE_MS
const SILENT_NEAR_DEADLINE_MS = 5 * MINUTE_MS
/** A letter that waits longer, or a mail that does not move, needs somebody. */
const WAITING_MS = 15 * MINUTE_MS
const STUCK_MS = 15 * MINUTE_MS
/** A token that ends so soon was not renewed when it should have been. */
const TOKEN_LEFT_MS = 5 * MINUTE_MS
/** So little room, and mails can soon no longer be kept. */
const DISK_LEFT_BYTES = 1024 ** 3

/** What the machine says of itself, beside what the register knows. */
export interface MachineState {
  /** Bytes left for the register and the archive; null when they are not on this machine. */
  readonly diskLeft: number | null
  /** True when an antivirus is configured and does not answer. */
  readonly antivirusSilent: boolean
  /** Tables, rows and columns that are not what the register’s entries sealed. */
  readonly unproven: readonly string[]
}

/** Troubles of the service itself, for its operator. */
export function alarmsOfService(
  vitals: Vitals,
  machine: MachineState,
  calls: readonly Call[],
  now: Instant,
): readonly Alarm[] {
  const found = [
    ...silentFolders(vitals, calls, now),
    ...waiting(vitals, now),
    ...tokens(vitals, now),
    ...machineTroubles(vitals, machine),
    ...unproven(machine),
  ]
  return found.map((alarm) => ({
    ...alarm,
    reader: 'operator',
    about: null,
    sentence: typographic(alarm.sentence),
  }))
}

type Found = Pick<Alarm, 'key' | 'sentence'>

function silentFolders({ folders }: Vitals, calls: readonly Call[], now: Instant): readonly Found[] {
  const bound = isLastDay(calls, now) ? SILENT_NEAR_DEADLINE_MS : SILENT_MS
  return folders
    .map((folder, index) => ({ index, silent: millisecondsBetween(folder.at, now) }))
    .filter(({ silent }) => silent > bound)
    .map(({ index, silent }) => ({
      key: `mailbox-silent-${index}`,
      sentence:
        `La boîte aux lettres ne répond plus depuis ${minutes(silent)} : aucun courriel nouveau n’est ` +
        'vu. Lancer « recepisse check ».',
    }))
}

function isLastDay(calls: readonly Call[], now: Instant): boolean {
  return deadlinesOfAll(calls).some((at) => now < at && later(now, 24 * HOUR_MS) >= at)
}

function waiting({ oldestDue, unfinished, letters }: Vitals, now: Instant): readonly Found[] {
  const found: Found[] = []
  const waits = oldestDue === null ? 0 : millisecondsBetween(oldestDue, now)
  if (waits > WAITING_MS)
    found.push({
      key: 'outbox-waiting',
      sentence:
        `${counted((letters.due ?? 0) + (letters.intended ?? 0), 'lettre attend', 'lettres attendent')} ` +
        `de partir, la plus ancienne depuis ${minutes(waits)} : vérifier le serveur d’envoi (« recepisse ` +
        'check »).',
    })
  // Not when it last moved: one that is tried again and again moves, and comes no further.
  const stuck = unfinished.seenAt === null ? 0 : millisecondsBetween(unfinished.seenAt, now)
  if (stuck > STUCK_MS)
    found.push({
      key: 'mails-stuck',
      sentence:
        `${counted(unfinished.count, 'courriel attend', 'courriels attendent')} d’être lus, le plus ` +
        `ancien depuis ${minutes(stuck)} : voir le journal du service.`,
    })
  return found
}

function tokens({ tokens: all }: Vitals, now: Instant): readonly Found[] {
  return all.flatMap((token) => {
    const what = token.account === 'imap' ? 'de la boîte aux lettres' : 'du serveur d’envoi'
    const left = token.expiresAt === null ? null : millisecondsBetween(now, token.expiresAt)
    if (token.failing === null && (left === null || left > TOKEN_LEFT_MS)) return []
    return [
      {
        key: `token-${token.account}`,
        sentence:
          `L’autorisation ${what} ne se renouvelle plus (${token.failing?.code ?? 'sans réponse'}) : la ` +
          'redonner, puis lancer « recepisse check ».',
      },
    ]
  })
}

const PLACES_NAMED = 5

/** Told again when another place is the first: more was changed since. */
function unproven({ unproven: places }: MachineState): readonly Found[] {
  const [first] = places
  if (first === undefined) return []
  const named = places.slice(0, PLACES_NAMED).join(', ')
  return [
    {
      key: `register-unproven-${places.length}-${first}`,
      sentence:
        'Le registre ne concorde plus avec ce qui y a été scellé : ' +
        `${counted(places.length, 'différence', 'différences')} ` +
        `(${named}${places.length > PLACES_NAMED ? '…' : ''}). Ne rien corriger, mettre une copie de ` +
        'côté, puis lancer « recepisse verify --register ».',
    },
  ]
}

/** Staff’s names of calls are not the operator’s: their files are. */
function ofCall(callId: string | null): string {
  return callId === null ? '' : ` pour l’appel « ${callId} »`
}

function machineTroubles(
  { breakers, clock }: Vitals,
  { diskLeft, antivirusSilent }: MachineState,
): readonly Found[] {
  const found: Found[] = []
  if (antivirusSilent)
    found.push({
      key: 'antivirus-silent',
      sentence:
        'L’antivirus ne répond plus : les courriels reçus attendent, aucune pièce n’est ouverte sans ' +
        'lui. Le relancer, puis lancer « recepisse check ».',
    })
  for (const breaker of breakers)
    found.push({
      key: `breaker-${breaker.trippedAt}`,
      sentence:
        `Envois automatiques suspendus${ofCall(breaker.callId)} : ` +
        `${counted(breaker.letters, 'lettre était partie', 'lettres étaient parties')} en dix minutes. ` +
        'Chercher la cause, puis lancer « recepisse resume ». Les expéditeurs authentifiés reçoivent ' +
        'toujours leur accusé de réception.',
    })
  if (clock !== null && isWrong(clock.offsetMs))
    found.push({
      key: 'clock-wrong',
      sentence: `L’horloge du serveur est décalée de ${clock.offsetMs} ms : réparer son service de temps.`,
    })
  if (diskLeft !== null && diskLeft < DISK_LEFT_BYTES)
    found.push({
      key: 'disk-low',
      sentence:
        `Il reste ${Math.floor(diskLeft / 1024 ** 2)} Mo sur le disque du registre et des originaux : ` +
        'faire de la place.',
    })
  return found
}

function minutes(milliseconds: number): string {
  return counted(Math.floor(milliseconds / MINUTE_MS), 'minute', 'minutes')
}
