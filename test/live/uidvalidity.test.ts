import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  demonstrationCall,
  sampleMails,
  spawnService,
  standing,
  startDemonstration,
  untilSettled,
} from '../../demo/demonstration.ts'
import { expectBalance, expectLettersOnce } from './observed.ts'
import { endGroup } from './processes.ts'

/**
 * As a server does whose mailbox was restored from a backup: other UIDs for the same mails (RFC 9051, 2.3.1.1), and none
 * of what it remembered of the mailbox before.
 */
async function changeUidValidity(folder: string): Promise<void> {
  const mailbox = join(folder, 'dovecot/mail/Maildir')
  for (const name of await readdir(mailbox)) if (name.includes('.index')) await rm(join(mailbox, name))
  const list = join(mailbox, 'dovecot-uidlist')
  const text = await readFile(list, 'utf8')
  await writeFile(
    list,
    text.replace(/ V(\d+) /, (_, old: string) => ` V${Number(old) + 1} `),
  )
}

it('takes mails that come back under another UIDVALIDITY for copies, and answers none again', async () => {
  const call = demonstrationCall()
  await using demonstration = await startDemonstration(
    call,
    await mkdtemp(join(tmpdir(), 'recepisse-uid-')),
    { service: false },
  )
  const samples = (await sampleMails(call)).slice(0, 8)
  for (const sample of samples) await demonstration.dovecot.deliver(sample.raw, sample.at)
  const first = spawnService(demonstration.folder, demonstration.environment)
  await untilSettled(demonstration.world, samples.length, 60_000, () => undefined)
  await endGroup(first)
  const { letters } = await expectLettersOnce(demonstration)
  await changeUidValidity(demonstration.folder)
  const second = spawnService(demonstration.folder, demonstration.environment)
  await untilSettled(demonstration.world, 2 * samples.length, 60_000, () => undefined)
  await endGroup(second)
  expect((await standing(demonstration.world)).received).toBe(2 * samples.length)
  expect(await expectLettersOnce(demonstration)).toEqual({ letters, twins: 0 })
  await expectBalance(demonstration, samples.length)
})
