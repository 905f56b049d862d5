import { expect, it } from 'vitest'
import { scan } from '../../src/adapters/antivirus/clamd.ts'
import { scanningReader } from '../../src/adapters/antivirus/scanning-reader.ts'
import type { DocumentReader, FileReading } from '../../src/documents/document.ts'
import { aZip } from '../documents/a-zip.ts'
import { eicar, startClamd } from './a-clamd.ts'

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
