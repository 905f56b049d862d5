import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/adapters/sql/connect.ts'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import type { Fingerprint } from '../../src/base/ids.ts'
import { instantFromEpoch } from '../../src/base/instant.ts'
import { mountSmallDisk } from '../rig/small-disk.ts'

it('a register on a full disk says that the disk is full, and goes on when there is room', async (context) => {
  await using disk = await mountSmallDisk(await mkdtemp(join(tmpdir(), 'recepisse-full-')), 8)
  if (disk === null) return context.skip('nobody may mount a disk here')
  const database = await openDatabase({ kind: 'sqlite', path: join(disk.folder, 'register.db') })
  const register = createSqlRegister(database)
  const at = instantFromEpoch(Date.now())
  const clocks = { internalDate: at, observedAt: at, fileTime: null, postmark: null }
  const seen = (uid: number) => ({
    sighting: { account: 'a', folder: 'INBOX', uidValidity: '1', uid },
    fingerprint: uid.toString(16).padStart(64, '0') as Fingerprint,
    bytes: 1,
    clocks,
  })
  const many = Array.from({ length: 2000 }, (_, index) => seen(index + 1))
  await disk.fill()
  await expect(register.recordSightings(many, at)).rejects.toMatchObject({
    kind: 'transient',
    code: 'disk-full',
  })
  expect(await register.sightings('a')).toEqual([])
  await disk.empty()
  await register.recordSightings(many, at)
  expect(await register.sightings('a')).toHaveLength(2000)
  await database.destroy()
})
