import { describe, expect, it } from 'vitest'
import { createDocumentReader } from '../../src/adapters/readers/document-reader.ts'
import type { File, FileReading } from '../../src/documents/document.ts'
import { aSpinningPdf } from './a-bomb.ts'
import { aPdf } from './a-pdf.ts'
import { textOfPages } from './a-reading.ts'
import { aZip } from './a-zip.ts'

function aFile(name: string, content: Uint8Array): File {
  return { name, declaredType: 'application/octet-stream', content }
}

describe('the document reader', () => {
  it('reads in another process, with the file’s size and fingerprint', async () => {
    await using reader = createDocumentReader({ processes: 1 })
    const [file] = await reader.read(aFile('note.txt', Buffer.from('Bonjour')))
    expect(file).toMatchObject({
      name: 'note.txt',
      bytes: 7,
      sha256: '9172e8eec99f144f72eca9a568759580edadb2cfd154857f07e657569493bc44',
      reading: { mediaType: 'text/plain', problem: null },
    })
  })

  it('kills what stalls, says so, and reads the next file', async () => {
    await using reader = createDocumentReader({ processes: 1, fileMilliseconds: 1_500 })
    const stalled = reader.read(aFile('bombe.pdf', aSpinningPdf()))
    const next = reader.read(aFile('form.pdf', await aPdf(['Raison sociale : SARL Bois Rouge'])))
    const [bomb] = await stalled
    expect(bomb?.reading).toMatchObject({
      problem: 'unreadable',
      // Whichever bound it meets first: it spins, and it fills its memory while it does.
      detail: expect.stringMatching(/^the process that read it /),
    })
    const [form] = await next
    expect(textIn(form)).toContain('SARL Bois Rouge')
  })

  it('reads the rest of an archive around the file that stalls', async () => {
    await using reader = createDocumentReader({ processes: 1, fileMilliseconds: 1_500 })
    const files = await reader.read(
      aFile(
        'lot.zip',
        aZip([
          { name: 'avant.txt', content: 'avant' },
          { name: 'bombe.pdf', content: aSpinningPdf() },
          { name: 'apres.txt', content: 'après' },
        ]),
      ),
    )
    expect(files.map((file) => [file.name, file.reading.problem, textIn(file)])).toEqual([
      ['lot.zip', null, ''],
      ['lot.zip/avant.txt', null, 'avant'],
      ['lot.zip/bombe.pdf', 'unreadable', ''],
      ['lot.zip/apres.txt', null, 'après'],
    ])
  })

  it('replaces processes after their share of files, and reads side by side', async () => {
    await using reader = createDocumentReader({ processes: 2, filesPerProcess: 2 })
    const files = Array.from({ length: 7 }, (_, index) =>
      aFile(`${index}.txt`, Buffer.from(`texte ${index}`)),
    )
    const all = await Promise.all(files.map((file) => reader.read(file)))
    expect(all.map(([file]) => textIn(file))).toEqual(files.map((_, index) => `texte ${index}`))
  })

  it('ends idle processes, and starts another when one is needed', async () => {
    await using reader = createDocumentReader({ processes: 1, idleMilliseconds: 50 })
    await reader.read(aFile('a.txt', Buffer.from('a')))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const [file] = await reader.read(aFile('b.txt', Buffer.from('b')))
    expect(file?.reading.problem).toBeNull()
  })
}, 60_000)

function textIn(file: FileReading | undefined): string {
  return textOfPages(file?.reading.pages ?? [])
}
