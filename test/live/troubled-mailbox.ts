import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { demonstrationCall } from '../../demo/demonstration.ts'
import { expectBalance, expectLettersOnce } from './observed.ts'
import { until } from './processes.ts'
import { type TroubledRig, untilDrained } from './troubled-rig.ts'
import { applicationOf, mailOf } from './zoo.ts'

export const WITHIN_MS = 60_000
/** What an operator who waits half a minute would call at once. */
export const AT_ONCE_MS = 15_000
export const MAILBOX = demonstrationCall().mailbox.address

/** An application comes into the mailbox, whatever the service can do. */
export async function bring(rig: TroubledRig, name: string): Promise<void> {
  const { dovecot, world } = rig.demonstration
  const sender = `contact@${name.toLowerCase()}.example`
  await dovecot.deliver(mailOf(applicationOf(sender, MAILBOX, `Usine ${name}`)), world.clock.now())
}

export async function told(rig: TroubledRig, code: string): Promise<number> {
  const log = await readFile(join(rig.demonstration.folder, 'service.log'), 'utf8')
  return log.split(`"code":"${code}"`).length - 1
}

/** Nobody started the service again, and each mail has its fate and each application its one letter. */
export async function wentOn(rig: TroubledRig, mails: number): Promise<void> {
  const { pid } = rig.service
  await until(
    async () =>
      (await rig.demonstration.world.register.sightings(rig.demonstration.dovecot.user)).length >= mails,
    WITHIN_MS,
  )
  await untilDrained(rig, WITHIN_MS)
  expect(rig.service).toMatchObject({ pid, exitCode: null, signalCode: null })
  expect(await told(rig, 'process-ended')).toBe(0)
  await expectBalance(rig.demonstration, mails)
  expect(await expectLettersOnce(rig.demonstration)).toEqual({ letters: mails, twins: 0 })
}
