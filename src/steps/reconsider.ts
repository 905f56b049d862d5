import { asFailure } from '../base/failure.ts'
import type { Fingerprint } from '../base/ids.ts'
import type { Calls } from '../call/calls.ts'
import { RULES_EDITION } from '../mail/rules-edition.ts'
import { type Nature, wasPerhapsAsked } from '../mail/triage.ts'
import type { MailRecord } from '../register/mail-record.ts'
import type { SetAsidePipeline, Today } from '../register/set-aside.ts'
import { discard } from './discard.ts'
import { FATAL_ATTEMPTS, type ReadPorts, understood, withKnown } from './read.ts'

export type ReconsiderPorts = Pick<ReadPorts, 'archive' | 'reader' | 'room' | 'clock' | 'observe' | 'key'> & {
  readonly register: ReadPorts['register'] & SetAsidePipeline
}

type Look = Parameters<SetAsidePipeline['saveSecondLook']>[1]

/**
 * The second look at a mail that an earlier edition of the rules put aside: what today's make of it is kept,
 * and what was attached; its bytes go again. Nothing follows by itself: a person adopts the difference.
 */
export async function reconsider(
  ports: ReconsiderPorts,
  fingerprint: Fingerprint,
  calls: Calls,
): Promise<void> {
  const waiting = await ports.register.toLookAgain()
  const record = waiting.includes(fingerprint) ? await ports.register.mail(fingerprint) : null
  if (record === null) return
  const look = await looked(ports, record, calls)
  await ports.register.saveSecondLook(fingerprint, look, ports.clock.now())
  await discard(ports, fingerprint)
}

async function looked(ports: ReconsiderPorts, record: MailRecord, calls: Calls): Promise<Look> {
  const { register, clock, observe } = ports
  const { fingerprint } = record
  const attempt = await register.countAttempt(fingerprint, 1, clock.now())
  if (attempt > FATAL_ATTEMPTS) return UNREADABLE
  try {
    const found = await understood(ports, record, calls)
    const { triage, attached } = await withKnown(register, record.clocks, found, ports.key)
    return {
      today: todayOf(triage.nature),
      attached,
      mayAsk: wasPerhapsAsked(triage),
      edition: RULES_EDITION,
    }
  } catch (error) {
    const failure = asFailure(error)
    await register.countAttempt(fingerprint, -1, clock.now())
    if (failure.kind === 'transient') throw failure
    observe({ type: 'trouble', where: 'reconsider', failure })
    // A register that was restored without these bytes: they are fetched once more.
    return failure.code === 'evidence-missing' ? null : UNREADABLE
  }
}

const UNREADABLE: Look = { today: 'quarantined', attached: null, mayAsk: false, edition: RULES_EDITION }

/** A robot's mail is nothing that a person takes in. */
function todayOf(nature: Nature): Today | null {
  return nature === 'submission' || nature === 'inquiry' ? nature : null
}
