import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  type Demonstration,
  demonstrationCall,
  sampleMails,
  spawnService,
  standing,
  startDemonstration,
  untilSettled,
} from '../../demo/demonstration.ts'
import { startPostgres } from '../rig/postgres.ts'
import { mountSmallDisk, readOnlyFile } from '../rig/small-disk.ts'
import { expectArchiveAgrees, expectBalance, expectLettersOnce } from './observed.ts'
import { endGroup, until } from './processes.ts'

const call = demonstrationCall()
const MAILS = 12
/** What takes long is part of `npm run test:faults` only. */
const LONG = process.env['SOAK_SECONDS'] !== undefined

async function told({ folder }: Demonstration, code: string): Promise<boolean> {
  return (await readFile(join(folder, 'service.log'), 'utf8')).includes(`"code":"${code}"`)
}

/** Half of the mails come before the trouble, half during it; when it is over all is as if it had not been. */
async function comesThrough(
  demonstration: Demonstration,
  trouble: () => Promise<void>,
  mended: () => Promise<void>,
): Promise<string> {
  const samples = (await sampleMails(call)).slice(0, MAILS)
  const service = spawnService(demonstration.folder, demonstration.environment)
  try {
    for (const { raw, at } of samples.slice(0, MAILS / 2)) await demonstration.dovecot.deliver(raw, at)
    await until(async () => (await standing(demonstration.world)).settled >= 2)
    await trouble()
    for (const { raw, at } of samples.slice(MAILS / 2)) await demonstration.dovecot.deliver(raw, at)
    await mended()
    await untilSettled(demonstration.world, MAILS, 90_000, () => undefined)
  } finally {
    await endGroup(service)
  }
  await expectBalance(demonstration, MAILS)
  await expectArchiveAgrees(demonstration)
  expect((await expectLettersOnce(demonstration)).twins).toBe(0)
  return readFile(join(demonstration.folder, 'service.log'), 'utf8')
}

it.runIf(LONG)('PostgreSQL restarted in mid-run: told, nothing lost, answered once', async () => {
  await using server = await startPostgres()
  await using demonstration = await startDemonstration(call, await mkdtemp(join(tmpdir(), 'recepisse-pg-')), {
    service: false,
    environment: {
      DATABASE_URL: await server.database(),
      RECEPISSE_INSTANCE: 'poste-1',
      RECEPISSE_KEY: 'a key of sixteen characters or more',
    },
  })
  await comesThrough(
    demonstration,
    () => server.restart('immediate'),
    async () => undefined,
  )
})

it.runIf(LONG)(
  'PostgreSQL that takes no changes for a while: told, nothing lost, answered once',
  async () => {
    await using server = await startPostgres()
    await using demonstration = await startDemonstration(
      call,
      await mkdtemp(join(tmpdir(), 'recepisse-pg-')),
      {
        service: false,
        environment: {
          DATABASE_URL: await server.database(),
          RECEPISSE_INSTANCE: 'poste-1',
          RECEPISSE_KEY: 'a key of sixteen characters or more',
        },
      },
    )
    const log = await comesThrough(
      demonstration,
      () => server.readOnly(true),
      async () => {
        await until(() => told(demonstration, 'database-read-only'))
        await server.readOnly(false)
      },
    )
    expect(log).toContain('the register’s database takes no changes at present')
  },
)

it.runIf(LONG)(
  'a register file that may not be written is told in words; the service goes on by itself when it may',
  async (context) => {
    await using demonstration = await startDemonstration(
      call,
      await mkdtemp(join(tmpdir(), 'recepisse-file-')),
      { service: false },
    )
    const file = await readOnlyFile(join(demonstration.environment['RECEPISSE_DATA'] ?? '', 'register.db'))
    if (file === null) return context.skip('nobody may mount here')
    const samples = (await sampleMails(call)).slice(0, MAILS)
    for (const { raw, at } of samples) await demonstration.dovecot.deliver(raw, at)
    const service = spawnService(demonstration.folder, demonstration.environment)
    try {
      await until(() => told(demonstration, 'database-read-only'))
      await file[Symbol.asyncDispose]()
      await untilSettled(demonstration.world, MAILS, 90_000, () => undefined)
      expect(service.exitCode).toBeNull()
    } finally {
      await endGroup(service)
    }
    await expectBalance(demonstration, MAILS)
    expect((await expectLettersOnce(demonstration)).twins).toBe(0)
    const log = await readFile(join(demonstration.folder, 'service.log'), 'utf8')
    expect(log).toContain('the register cannot be written: check the rights of the data folder and its disk')
  },
)

it.runIf(LONG)(
  'an archive that cannot be written is told in words, and taken up again when it can',
  async (context) => {
    const folder = await mkdtemp(join(tmpdir(), 'recepisse-ro-'))
    await using disk = await mountSmallDisk(join(folder, 'disk'), 32)
    if (disk === null) return context.skip('nobody may mount a disk here')
    await using demonstration = await startDemonstration(call, folder, {
      service: false,
      environment: { RECEPISSE_ARCHIVE: join(disk.folder, 'archive') },
    })
    const log = await comesThrough(
      demonstration,
      () => disk.readOnly(true),
      async () => {
        await until(() => told(demonstration, 'archive-unreachable'))
        await disk.readOnly(false)
      },
    )
    expect(log).toContain('the archive cannot be reached: check its folder and its rights')
  },
)
