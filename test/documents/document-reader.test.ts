import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { useOf } from '../../src/adapters/readers/process-use.ts'
import { createReaders } from '../../src/adapters/readers/readers.ts'
import type { File, FileReading } from '../../src/documents/document.ts'
import { aLaboriousPdf, aSpinningPdf } from './a-bomb.ts'
import { aPdf } from './a-pdf.ts'
import { textOfPages } from './a-reading.ts'
import { aZip } from './a-zip.ts'
import { isReader, processesBelow } from './corpus/memory.ts'

function aFile(name: string, content: Uint8Array): File {
  return { name, declaredType: 'application/octet-stream', content }
}

describe('the document reader', () => {
  it('reads in another process, with the file’s size and fingerprint', async () => {
    await using reader = createReaders({ processes: 1 })
    const [file] = await reader.read(aFile('note.txt', Buffer.from('Bonjour')))
    expect(file).toMatchObject({
      name: 'note.txt',
      bytes: 7,
      sha256: '9172e8eec99f144f72eca9a568759580edadb2cfd154857f07e657569493bc44',
      reading: { mediaType: 'text/plain', problem: null },
    })
  })

  it('kills what stalls, says so, and reads the next file', async () => {
    await using reader = createReaders({ processes: 1, fileMilliseconds: 1_500 })
    const stalled = reader.read(aFile('bombe.pdf', aSpinningPdf()))
    const next = reader.read(aFile('form.pdf', await aPdf(['Raison sociale : SARL Bois Rouge'])))
    const [bomb] = await stalled
    expect(bomb?.reading).toMatchObject({
      problem: 'unfinished',
      // Whichever bound it meets first: it spins, and it fills its memory while it does.
      detail: expect.stringMatching(/^the process that read it /),
    })
    const [form] = await next
    expect(textIn(form)).toContain('SARL Bois Rouge')
  })

  it('reads the rest of an archive around the file that stalls', async () => {
    await using reader = createReaders({ processes: 1, fileMilliseconds: 1_500 })
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
      ['lot.zip/bombe.pdf', 'unfinished', ''],
      ['lot.zip/apres.txt', null, 'après'],
    ])
  })

  it('reads the same on a busy machine: limits are in time of a processor', async () => {
    // A load of ten beside it, nobody of which steps back.
    const others = Array.from({ length: 10 }, () => spawn('sh', ['-c', 'while :; do :; done']))
    try {
      await using reader = createReaders({ processes: 1, fileMilliseconds: 1_500 })
      const pages = Array.from({ length: 120 }, (_, page) => `Page ${page} : présentation de la structure.`)
      const [file] = await reader.read(aFile('longue.pdf', await aPdf(pages)))
      expect(file?.reading.problem).toBeNull()
    } finally {
      for (const other of others) other.kill('SIGKILL')
    }
  })

  it('a reader that somebody else ends is no fault of the file; when all are, it is put off', async () => {
    await using reader = createReaders({ processes: 1 })
    const spared = reader.read(aFile('longue.pdf', aLaboriousPdf(600)))
    await endReaders(1)
    expect(textIn((await spared)[0])).toContain('Page 500')
    const putOff = reader.read(aFile('longue.pdf', aLaboriousPdf(600)))
    const told = expect(putOff).rejects.toMatchObject({ kind: 'transient', code: 'reader-killed' })
    await endReaders(Number.POSITIVE_INFINITY, told)
    await told
    // Six starts, one after the other.
  }, 180_000)

  it('replaces processes after their share of files, and reads side by side', async () => {
    await using reader = createReaders({ processes: 2, filesPerProcess: 2 })
    const files = Array.from({ length: 7 }, (_, index) =>
      aFile(`${index}.txt`, Buffer.from(`texte ${index}`)),
    )
    const all = await Promise.all(files.map((file) => reader.read(file)))
    expect(all.map(([file]) => textIn(file))).toEqual(files.map((_, index) => `texte ${index}`))
  })

  it('ends idle processes, and starts another when one is needed', async () => {
    await using reader = createReaders({ processes: 1, idleMilliseconds: 50 })
    await reader.read(aFile('a.txt', Buffer.from('a')))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const [file] = await reader.read(aFile('b.txt', Buffer.from('b')))
    expect(file?.reading.problem).toBeNull()
  })
}, 60_000)

/** More than a start takes: by then it is at work. */
const AT_WORK_MILLISECONDS = 2_500

/** Kill -9 of readers of this process, as a system without memory does, each once it is at work. */
async function endReaders(count: number, until?: Promise<unknown>): Promise<void> {
  const ended = new Set<number>()
  let isOver = false
  const over = (): void => {
    isOver = true
  }
  until?.then(over, over)
  while (ended.size < count && !isOver) {
    for (const { pid } of processesBelow().filter(isReader)) {
      if (ended.has(pid) || ended.size >= count || useOf(pid).milliseconds < AT_WORK_MILLISECONDS) continue
      ended.add(pid)
      process.kill(pid, 'SIGKILL')
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function textIn(file: FileReading | undefined): string {
  return textOfPages(file?.reading.pages ?? [])
}
