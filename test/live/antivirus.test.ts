import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { demonstrationCall, startDemonstration } from '../../demo/demonstration.ts'
import { type ClamdPlace, scan } from '../../src/adapters/antivirus/clamd.ts'
import { scanningReader } from '../../src/adapters/antivirus/scanning-reader.ts'
import { fingerprintOf } from '../../src/adapters/archive/content.ts'
import { createReaders } from '../../src/adapters/readers/readers.ts'
import { instantFromEpoch } from '../../src/base/instant.ts'
import { aMailWith, clocksAt } from '../documents/a-mail-with.ts'
import { aZip } from '../documents/a-zip.ts'
import { eicar, startClamd } from './a-clamd.ts'
import { aCandidature } from './a-mail.ts'
import { recepisse } from './command.ts'

const AT = instantFromEpoch(Date.UTC(2022, 10, 22, 15, 40, 2))
/** Six tries over two minutes, then the sweep: each waits longer than the one before. */
const WITHIN_MS = 150_000

/** What becomes of the files of a mail that is scanned before it is read. */
async function scanned(
  place: ClamdPlace,
  files: readonly (readonly [name: string, content: Uint8Array])[],
): Promise<readonly (readonly [string, string | null])[]> {
  await using readers = createReaders({ processes: 1 })
  const raw = Buffer.from(aMailWith(files))
  const inHand = { fingerprint: await fingerprintOf(raw), clocks: clocksAt(AT) }
  const call = demonstrationCall()
  const { documents } = await scanningReader(readers, place).readMail(raw, inHand, [call])
  const read = (documents[call.id] ?? []).filter(({ kind }) => kind === 'file')
  return read.map(({ name, problem }) => [name, problem])
}

it('never opens what clamd finds infected, alone or in an archive in an archive', async () => {
  await using clamd = await startClamd()
  const inZip = aZip([{ name: 'essai.com', content: eicar() }])
  const nested = aZip([{ name: 'lot.zip', content: inZip }])
  const found = await scanned({ path: clamd.socket }, [
    ['essai.com', eicar()],
    ['essai.zip', inZip],
    ['note.txt', Buffer.from('Bonjour')],
    ['lots.zip', nested],
  ])
  // An archive that was opened would have told of what it holds.
  expect(found).toEqual([
    ['essai.com', 'infected'],
    ['essai.zip', 'infected'],
    ['note.txt', null],
    ['lots.zip', 'infected'],
  ])
})

it('opens nothing that clamd would not scan for its size', async () => {
  await using clamd = await startClamd()
  const found = await scanned({ path: clamd.socket }, [['gros.bin', Buffer.alloc(8_000_000, 7)]])
  expect(found).toEqual([['gros.bin', 'too_large']])
})

it('is a transient failure while clamd is down: the mail waits, nothing passes unscanned', async () => {
  const down = { path: '/nonexistent/clamd.sock' }
  await expect(scan(down, Buffer.from('Bonjour'))).rejects.toMatchObject({
    kind: 'transient',
    code: 'antivirus-unavailable',
  })
  await expect(scanned(down, [['a.txt', Buffer.from('a')]])).rejects.toMatchObject({ kind: 'transient' })
})

describe('the running service, when clamd goes and comes back', () => {
  it('holds the mail unread, says so, and goes on by itself', async () => {
    const clamd = await startClamd()
    await using demonstration = await startDemonstration(
      demonstrationCall(),
      await mkdtemp(join(tmpdir(), 'recepisse-antivirus-')),
      { service: true, environment: { CLAMD_SOCKET: clamd.socket } },
    )
    const { world, dovecot, environment } = demonstration
    expect((await recepisse(environment, 'check')).said).toMatch(/ok {4}antivirus: ClamAV \d/)
    await clamd[Symbol.asyncDispose]()
    const { raw } = await aCandidature(1)
    await dovecot.deliver(raw, AT)

    await until(async () =>
      /antivirus-unavailable/.test(await readFile(join(demonstration.folder, 'service.log'), 'utf8')),
    )
    const [mail] = await world.register.mails(null)
    expect([mail?.progress, mail?.documents]).toEqual(['received', []])
    expect(await world.register.letters()).toEqual([])
    expect((await recepisse(environment, 'list')).said).toMatch(/mails that are still to be read: 1/)
    const check = await recepisse(environment, 'check')
    expect([check.status, check.said]).toEqual([
      1,
      expect.stringMatching(/FAIL {2}antivirus: clamd does not answer/),
    ])
    await until(async () =>
      (await world.register.letters()).some((item) => /L’antivirus ne répond plus/.test(item.letter.text)),
    )

    await using _back = await startClamd(clamd.folder)
    await until(async () =>
      (await world.register.letters()).some(
        (item) => item.kind === 'acknowledgement' && item.state === 'sent',
      ),
    )
  })
})

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + WITHIN_MS
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) throw new Error('it did not come about in time')
    await delay(200)
  }
}
