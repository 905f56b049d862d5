import { describe, expect, it } from 'vitest'
import { createDocumentReader } from '../../src/adapters/readers/document-reader.ts'
import type { File } from '../../src/documents/document.ts'
import { aPdf } from './a-pdf.ts'
import { aZip } from './a-zip.ts'

function aFile(name: string, content: Uint8Array): File {
  return { name, declaredType: 'application/octet-stream', content }
}

/**
 * A PDF whose reading takes longer than anyone would wait: drawings that draw each other, ten times each,
 * twelve deep. Well under two kilobytes.
 */
function aSpinningPdf(): Uint8Array {
  const depth = 12
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>']
  objects.push(
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Resources<</XObject<</A 5 0 R>>>>/Contents 4 0 R>>',
  )
  objects.push(stream('', '/A Do'))
  for (let level = 0; level < depth; level += 1) {
    const next = 6 + level
    const last = level === depth - 1
    const font = '/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>'
    const resources = last ? font : `/Resources<</XObject<</A ${next} 0 R>>>>`
    objects.push(
      stream(
        `/Type/XObject/Subtype/Form/BBox[0 0 9 9]${resources}`,
        last ? 'BT /F 9 Tf (x) Tj ET' : '/A Do '.repeat(10),
      ),
    )
  }
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`, 'latin1')
}

function stream(dictionary: string, content: string): string {
  return `<<${dictionary}/Length ${content.length}>>\nstream\n${content}\nendstream`
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
      detail: 'the process that read it took more than 1.5 s',
    })
    const [form] = await next
    expect(form?.reading.pages[0]?.text).toContain('SARL Bois Rouge')
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
    expect(files.map((file) => [file.name, file.reading.problem, file.reading.pages[0]?.text])).toEqual([
      ['lot.zip', null, undefined],
      ['lot.zip/avant.txt', null, 'avant'],
      ['lot.zip/bombe.pdf', 'unreadable', undefined],
      ['lot.zip/apres.txt', null, 'après'],
    ])
  })

  it('replaces processes after their share of files, and reads side by side', async () => {
    await using reader = createDocumentReader({ processes: 2, filesPerProcess: 2 })
    const files = Array.from({ length: 7 }, (_, index) =>
      aFile(`${index}.txt`, Buffer.from(`texte ${index}`)),
    )
    const all = await Promise.all(files.map((file) => reader.read(file)))
    expect(all.map(([file]) => file?.reading.pages[0]?.text)).toEqual(
      files.map((_, index) => `texte ${index}`),
    )
  })

  it('ends idle processes, and starts another when one is needed', async () => {
    await using reader = createDocumentReader({ processes: 1, idleMilliseconds: 50 })
    await reader.read(aFile('a.txt', Buffer.from('a')))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const [file] = await reader.read(aFile('b.txt', Buffer.from('b')))
    expect(file?.reading.problem).toBeNull()
  })
}, 60_000)
