import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isUsualAside } from '../../src/adapters/mime/aside-words.ts'
import { textIn } from '../../src/adapters/mime/charset.ts'
import { readableBytes } from '../../src/adapters/mime/lines.ts'
import { createMailParser } from '../../src/adapters/mime/parse.ts'
import { headOf } from '../../src/adapters/mime/raw-head.ts'
import { leavesIn, structureOf } from '../../src/adapters/mime/structure.ts'
import { decodeTransfer } from '../../src/adapters/mime/transfer.ts'
import { writtenFiles } from '../../src/adapters/mime/written-files.ts'

/** The last one lies beside the checkout on some machines: real mails, and the test mails of many mail programs. */
const FOLDERS = ['../fixtures/mails/', '../../demo/mails/', '../../../shared/corpora/mail/']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .filter((folder) => existsSync(folder))

const OTHER_FILES = /\.(msg|mbox|dat|zip|pdf|gz)$/

/** Letters and figures only: how lines are folded and blanks joined is the parser’s own. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}

describe.each(FOLDERS)('%s', (folder) => {
  const files = readdirSync(folder).filter((name) => !OTHER_FILES.test(name))

  it('each byte of a body lies in one part, its head, a delimiter, or words that say nothing', () => {
    for (const name of files) {
      const bytes = readableBytes(readFileSync(folder + name))
      const head = headOf(bytes)
      const structure = structureOf(bytes, head)
      if (structure === null) continue
      const { stretches } = structure
      let at = stretches[0]?.start ?? bytes.length
      expect(bytes.toString('latin1', head.length, at).trim(), name).toBe('')
      for (const { is, start, end } of stretches) {
        expect(start, `${name}, ${is}`).toBe(at)
        if (is === 'nothing') expect(isUsualAside(bytes.toString('utf8', start, end)), name).toBe(true)
        at = end
      }
      expect(at, name).toBe(bytes.length)
    }
  })

  it('what lies in a part comes out as a piece, or in the text', async () => {
    for (const name of files) {
      const raw = readFileSync(folder + name)
      const bytes = readableBytes(raw)
      const structure = structureOf(bytes, headOf(bytes))
      if (structure === null) continue
      const { mail, content } = await createMailParser().parse(raw)
      const came = new Set(mail.attachments.map(({ index }) => Buffer.from(content(index)).toString('hex')))
      const lost = [structure.root, ...structure.lost]
        .flatMap((part) => leavesIn(part))
        .filter(([{ head }]) => !/^(text\/(html|plain)|)$/.test(head.type) || head.named)
        .map(([{ head, start, end }]) => decodeTransfer(head, bytes.subarray(start, end)).content)
        .filter((decoded) => !came.has(decoded.toString('hex')))
      expect(lost.length, name).toBe(0)
    }
  }, 120_000)

  it('each text of a mail is in its text, or is a piece', async () => {
    for (const name of files) {
      const raw = readFileSync(folder + name)
      const bytes = readableBytes(raw)
      const structure = structureOf(bytes, headOf(bytes))
      if (structure === null) continue
      const { mail, content } = await createMailParser().parse(raw)
      const said = bare([mail.text, ...mail.attachments.map(({ index }) => textIn(content(index)))].join(' '))
      const lost = [structure.root, ...structure.lost]
        .flatMap((part) => leavesIn(part))
        .filter(([{ head }]) => head.type === 'text/plain' && !head.named && head.charset === 'utf-8')
        .flatMap(([{ head, start, end }]) =>
          writtenFiles(textIn(decodeTransfer(head, bytes.subarray(start, end)).content)).text.split('\n'),
        )
        .filter((line) => line.length < 50 && !said.includes(bare(line)))
      expect(lost.slice(0, 3), name).toEqual([])
    }
  }, 120_000)
})
