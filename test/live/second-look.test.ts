import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import {
  type Demonstration,
  demonstrationCall,
  spawnService,
  startDemonstration,
  untilSettled,
} from '../../demo/demonstration.ts'
import { connectMailbox } from '../../src/adapters/imap/mailbox.ts'
import type { Fingerprint } from '../../src/base/ids.ts'
import { later } from '../../src/base/instant.ts'
import { imapLocation } from '../../src/settings/secrets.ts'
import { dataPaths } from '../../src/settings/settings.ts'
import { aCandidature } from './a-mail.ts'
import { expectArchiveAgrees, expectBalance, expectLettersOnce, fingerprintOf } from './observed.ts'
import { endGroup, until } from './processes.ts'

const AGENT = { by: 'Agent A', reason: 'candidature que la première version avait écartée' }
/** Each process dies at each arrow of this way, in one life after the other. */
const ARROWS = [
  'after-archive,after-archive@1',
  'after-fetched,after-hint@1,after-attempt@2,after-secondlook@3,after-forgotten@4,after-read@5',
].join(',')

/** The register as release 0.1.0 would have left it, had its rules put this candidature aside. */
async function asLeftBy010(
  { world, dovecot, environment }: Demonstration,
  raw: Buffer,
): Promise<Fingerprint> {
  const at = later(world.clock.now(), -3_600_000)
  await dovecot.deliver(raw, at)
  const location = imapLocation(world.settings, environment)
  using mailbox = await connectMailbox(location)
  const folder = await mailbox.open('INBOX')
  const [uid = 0] = await folder.uids()
  const fingerprint = fingerprintOf(raw)
  const sighting = { account: location.user, folder: 'INBOX', uidValidity: folder.uidValidity, uid }
  const clocks = { internalDate: at, observedAt: at, fileTime: null, postmark: null }
  await world.register.recordSightings([{ sighting, fingerprint, bytes: raw.length, clocks }], at)
  const receipt = { receivedAt: at, source: 'internaldate', clocks: [], doubts: [] }
  const triage = { nature: 'unrelated', grounds: ['no-sign-of-the-call'] }
  using database = new DatabaseSync(dataPaths(world.settings).register)
  database
    .prepare(
      `update mail set progress = 'settled', fate = 'unrelated', kept = 0, call_id = ?, received_at = ?,
       receipt = ?, triage = ?`,
    )
    .run(world.calls[0].id, at, JSON.stringify(receipt), JSON.stringify(triage))
  database
    .prepare('insert into decision (fingerprint, body, held, decided_at) values (?, ?, 0, ?)')
    .run(fingerprint, '{"send":false,"held":false,"reason":"12-not-an-application"}', at)
  database
    .prepare('insert into set_aside (fingerprint, rules_edition, put_aside_at) values (?, 1, ?)')
    .run(fingerprint, at)
  return fingerprint
}

it.each([
  ['in one life', ''],
  ['though each process dies at every arrow', ARROWS],
])(
  'what an earlier release put aside is looked at again, and taken in by a person %s',
  async (_, crashAt) => {
    const folder = await mkdtemp(join(tmpdir(), 'recepisse-second-look-'))
    await using demonstration = await startDemonstration(demonstrationCall(), folder, { service: false })
    const { register, clock } = demonstration.world
    const { raw } = await aCandidature(3)
    const fingerprint = await asLeftBy010(demonstration, raw)
    const service = spawnService(folder, { ...demonstration.environment, RECEPISSE_CRASH_AT: crashAt })
    try {
      const looked = async () => (await register.setAsideMail(fingerprint))?.today === 'submission'
      await until(looked, 60_000)
      expect(await register.setAsideCounts()).toMatchObject({ changed: 1 })
      expect((await register.setAsideMail(fingerprint))?.attached).toEqual({ pdf: 3 })
      const untouched = async () => (await register.toDiscard()).length === 0
      await until(untouched)
      await expectArchiveAgrees(demonstration)
      expect(demonstration.sink.letters).toEqual([])
      await register.takeIn(fingerprint, AGENT, clock.now())
      await until(async () => (await register.letters()).length > 0, 60_000)
      await untilSettled(demonstration.world, 1, 60_000, () => undefined)
    } finally {
      await endGroup(service)
    }
    await expectBalance(demonstration, 1)
    await expectArchiveAgrees(demonstration)
    expect((await expectLettersOnce(demonstration)).letters).toBe(1)
    const [application] = await register.summaries(demonstration.world.calls[0].id)
    // By the server of the border, which 0.1.0 had not read in this register.
    expect(application?.receivedAt).toBe('2022-11-22T15:40:02.000Z')
    const log = await readFile(join(folder, 'service.log'), 'utf8')
    const deaths = log.split('"process-ended"').length - 1
    if (crashAt !== '') expect(deaths).toBeGreaterThanOrEqual(8)
    expect(log).not.toContain('structure3')
  },
)
