import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { scan } from '../../src/adapters/antivirus/clamd.ts'
import { scanningReader } from '../../src/adapters/antivirus/scanning-reader.ts'
import { demonstrationCall, startDemonstration } from '../../src/app/demonstration.ts'
import { instantFromEpoch } from '../../src/base/instant.ts'
import type { DocumentReader, FileReading } from '../../src/documents/document.ts'
import { aZip } from '../documents/a-zip.ts'
import { eicar, startClamd } from './a-clamd.ts'
import { aCandidature } from './a-mail.ts'
import { recepisse } from './command.ts'

const AT = instantFromEpoch(Date.UTC(2022, 10, 22, 15, 40, 2))
/** Six tries over two minutes, then the sweep: each waits longer than the one before. */
const WITHIN_MS = 150_000

/** Tells what reached it. */
function aReader(): DocumentReader & { readonly opened: string[] } {
  const opened: string[] = []
  return {
    opened,
    async read(file): Promise<readonly FileReading[]> {
      opened.push(file.name)
      return []
    },
  }
}

function aFile(name: string, content: Uint8Array) {
  return { name, declaredType: 'application/octet-stream', content }
}

it('never opens what clamd finds infected, alone or in an archive in an archive', async () => {
  await using clamd = await startClamd()
  const reader = aReader()
  const scanning = scanningReader(reader, { path: clamd.socket })
  const inZip = aZip([{ name: 'essai.com', content: eicar() }])
  const nested = aZip([{ name: 'lot.zip', content: inZip }])
  for (const [name, content] of [
    ['essai.com', eicar()],
    ['essai.zip', inZip],
    ['lots.zip', nested],
  ] as const) {
    const [file] = await scanning.read(aFile(name, content))
    expect([file?.name, file?.reading.problem]).toEqual([name, 'infected'])
  }
  await scanning.read(aFile('note.txt', Buffer.from('Bonjour')))
  expect(reader.opened).toEqual(['note.txt'])
})

it('opens nothing that clamd would not scan for its size', async () => {
  await using clamd = await startClamd()
  const reader = aReader()
  const [file] = await scanningReader(reader, { path: clamd.socket }).read(
    aFile('gros.bin', Buffer.alloc(8_000_000, 7)),
  )
  expect(file?.reading.problem).toBe('too_large')
  expect(reader.opened).toEqual([])
})

it('is a transient failure while clamd is down: the mail waits, nothing passes unscanned', async () => {
  const down = { path: '/nonexistent/clamd.sock' }
  await expect(scan(down, Buffer.from('Bonjour'))).rejects.toMatchObject({
    kind: 'transient',
    code: 'antivirus-unavailable',
  })
  const reader = aReader()
  await expect(scanningReader(reader, down).read(aFile('a.txt', Buffer.from('a')))).rejects.toMatchObject({
    kind: 'transient',
  })
  expect(reader.opened).toEqual([])
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
    expect((await recepisse(environment, 'list')).said).toMatch(/1\scourriel reçu\s: encore à lire/)
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
