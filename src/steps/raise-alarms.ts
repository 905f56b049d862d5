import { z } from 'zod'
import { typographic } from '../acknowledgement/french.ts'
import type { Alarm } from '../alarm/alarm.ts'
import { composeNotice } from '../alarm/notice.ts'
import { alarmsOfCall } from '../alarm/of-the-call.ts'
import { alarmsOfService, type MachineState } from '../alarm/of-the-service.ts'
import { asFailure } from '../base/failure.ts'
import { OutboxId } from '../base/ids.ts'
import { type Clock, Instant, later } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import type { Calls } from '../call/calls.ts'
import type { DeskRegister } from '../register/desk.ts'
import type { RaisedAlarm, Vitals, VitalsRegister } from '../register/vitals.ts'
import type { Observe } from './events.ts'
import type { Jobs } from './jobs.ts'
import { staffMail } from './staff-mail.ts'
import { whoIsMeant } from './who-is-meant.ts'

/** What leaves by the webhook: nothing that names an applicant. */
export const Notice = z.object({
  at: Instant,
  alarms: z.array(z.object({ key: z.string(), sentence: z.string() })).readonly(),
  /** How many alarms only the staff may read. */
  forStaff: z.int(),
})
export type Notice = z.infer<typeof Notice>

export interface RaisePorts {
  readonly register: VitalsRegister & Pick<DeskRegister, 'namesOf' | 'writersOf'>
  readonly jobs: Jobs
  readonly clock: Clock
  readonly observe: Observe
  readonly machine: () => Promise<MachineState>
  /** Who mends the service; the staff of the first call when nobody is named. */
  readonly operators: readonly string[]
  /** Another channel than mail: the one that still works when mail does not. */
  readonly notify: (notice: Notice) => Promise<unknown>
}

/** What comes up within this time of the last notice waits for the next one: grouped, never a flood. */
const GROUPED_MS = 5 * 60_000
/** What went away and comes back within this time is not told again. */
const QUIET_MS = 60 * 60_000

/**
 * Looks at the signs of life and tells, once each, what cannot wait for the digest. Returns whether all is
 * told: what came up right after a notice waits for the next.
 */
export async function raiseAlarms(ports: RaisePorts, calls: Calls): Promise<boolean> {
  const now = ports.clock.now()
  const vitals = await ports.register.vitals()
  const current = alarmsNow(vitals, await ports.machine(), calls, now)
  const raised = await ports.register.raisedAlarms()
  const known = new Set(raised.map((alarm) => alarm.key))
  const fresh = current.filter(({ alarm }) => !known.has(alarm.key))
  const over = overBy(raised, new Set(current.map(({ alarm }) => alarm.key)), now)
  const isTooSoon = raised.some((alarm) => alarm.toldAt > later(now, -GROUPED_MS))
  const told = isTooSoon ? [] : await withWho(ports.register, fresh)
  const areTold = !isTooSoon || fresh.length === 0
  if (told.length === 0 && over.length === 0) return areTold
  const letters = lettersOf(told, ports.operators, calls, now)
  const isOurs = await ports.register.noteAlarms(
    told.map(({ alarm }) => alarm.key),
    over,
    letters,
    now,
  )
  if (!isOurs || told.length === 0) return areTold
  ports.observe({ type: 'alarms-raised', count: told.length })
  await ports
    .notify(
      noticeOf(
        told.map(({ alarm }) => alarm),
        now,
      ),
    )
    .catch((error: unknown) =>
      ports.observe({ type: 'trouble', where: 'alarm webhook', failure: asFailure(error) }),
    )
  for (const { id } of letters) await ports.jobs.add('deliver', { outboxId: id })
  return areTold
}

interface CallAlarm {
  readonly alarm: Alarm
  readonly call: Call
}

/** Each trouble once, even where two calls show it. */
function alarmsNow(vitals: Vitals, machine: MachineState, calls: Calls, now: Instant): readonly CallAlarm[] {
  const all: CallAlarm[] = [
    ...alarmsOfService(vitals, machine, calls, now).map((alarm) => ({ alarm, call: calls[0] })),
    ...calls.flatMap((call) => alarmsOfCall(vitals, call, now).map((alarm) => ({ alarm, call }))),
  ]
  return [...new Map(all.map((one) => [one.alarm.key, one])).values()]
}

/** Letters to staff say whose application or which mail it is; what leaves by a webhook does not. */
async function withWho(
  register: Pick<DeskRegister, 'namesOf' | 'writersOf'>,
  fresh: readonly CallAlarm[],
): Promise<readonly CallAlarm[]> {
  const who = await whoIsMeant(
    register,
    fresh.flatMap(({ alarm }) => alarm.about ?? []),
  )
  return fresh.map(({ alarm, call }) => {
    if (alarm.about === null) return { alarm, call }
    const sentence = typographic(`${who(alarm.about, 'Courriel')} : ${alarm.sentence}`)
    return { call, alarm: { ...alarm, sentence } }
  })
}

function overBy(
  raised: readonly RaisedAlarm[],
  current: ReadonlySet<string>,
  now: Instant,
): readonly string[] {
  return raised
    .filter((alarm) => !current.has(alarm.key) && alarm.toldAt < later(now, -QUIET_MS))
    .map((alarm) => alarm.key)
}

function lettersOf(told: readonly CallAlarm[], operators: readonly string[], calls: Calls, now: Instant) {
  const slot = now.replaceAll(/\D/g, '')
  const readers = calls.flatMap((call) => {
    const own = told.filter((one) => one.call === call).map((one) => one.alarm)
    const service = own.filter((alarm) => alarm.reader === 'operator')
    const staff = own.filter((alarm) => alarm.reader === 'staff')
    const mender = operators.length === 0 ? call.digest.to : operators
    return [
      { call, to: mender, alarms: service, name: 'service', title: 'Récépissé' },
      { call, to: call.digest.to, alarms: staff, name: call.id, title: call.shortTitle },
    ]
  })
  return readers
    .filter(({ alarms }) => alarms.length > 0)
    .map(({ call, to, alarms, name, title }) => {
      const id = OutboxId.parse(`alarm-${name}-${slot}`)
      return {
        id,
        kind: 'alarm' as const,
        letter: staffMail(id, call, to, 'alarm', composeNotice(alarms, title)),
      }
    })
}

function noticeOf(alarms: readonly Alarm[], at: Instant): Notice {
  const open = alarms.filter((alarm) => alarm.reader === 'operator')
  return {
    at,
    alarms: open.map(({ key, sentence }) => ({ key, sentence })),
    forStaff: alarms.length - open.length,
  }
}
