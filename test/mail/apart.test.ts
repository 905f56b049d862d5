import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMailParser } from '../../src/adapters/mime/parse.ts'

const whole = createMailParser(Number.POSITIVE_INFINITY)
const apart = createMailParser(1)

async function contents(parser: typeof whole, raw: Buffer) {
  const { mail, content } = await parser.parse(raw)
  return { mail, contents: mail.attachments.map(({ index }) => Buffer.from(content(index)).toString('hex')) }
}

const FOLDERS = ['../fixtures/mails', '../../demo/mails'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)
const SAVED = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => `${folder}/${name}`),
)

describe('attachments decoded beside the parser', () => {
  it.each(SAVED)('%s: the same mail, byte by byte', async (path) => {
    const raw = readFileSync(path)
    expect(await contents(apart, raw)).toEqual(await contents(whole, raw))
  })

  it('a line that only looks like a boundary belongs to the attachment', async () => {
    const head =
      'From: a@b.example\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    const raw = Buffer.from(`${head}Qm9uam91cg\r\n--y`)
    expect(await contents(apart, raw)).toEqual(await contents(whole, raw))
  })

  it('any pieces of a mail give the same either way', async () => {
    const line = fc.constantFrom(
      'Content-Type: multipart/mixed; boundary=x',
      'Content-Type: multipart/alternative; boundary=y',
      'Content-Type: message/rfc822',
      'Content-Type: application/pdf; name=a.pdf',
      'Content-Disposition: attachment; filename=b.bin',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      'content-transfer-encoding:BASE64 ',
      '--x',
      '--y',
      '--x--',
      '--',
      '',
      '',
      'Qm9uam91cg==',
      'Qm9uam91cg',
      'Qm9u=am91',
      'Qm9u-am_1',
      'TGEgcsOpY29sdGUg',
      'Cet accent : é',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 40 }),
        fc.constantFrom('\r\n', '\n'),
        async (lines, end) => {
          const raw = Buffer.from(['From: a@b.example', ...lines].join(end), 'utf8')
          expect(await contents(apart, raw)).toEqual(await contents(whole, raw))
        },
      ),
      { numRuns: 3_000 },
    )
  })

  it.each([
    ['a word on every line', 'base64\n'.repeat(2_000_000)],
    ['a line without end', 'base64'.repeat(2_000_000)],
    ['a header again and again', `${'Content-Transfer-Encoding: base64\n\n'.repeat(300_000)}\n--x`],
    ['boundaries again and again', 'Content-Transfer-Encoding: base64\n\nQUJD\n--'.repeat(300_000)],
    [
      'line ends, and then no padding',
      `Content-Transfer-Encoding: base64\n\n${'\n'.repeat(5_000_000)}!\n--x`,
    ],
  ])('%s costs no more than it does without', async (_, body) => {
    const raw = Buffer.from(`From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n${body}`)
    const before = process.cpuUsage()
    await whole.parse(raw)
    const plain = process.cpuUsage(before)
    const between = process.cpuUsage()
    await createMailParser().parse(raw)
    const beside = process.cpuUsage(between)
    expect(beside.user).toBeLessThan(3 * plain.user + 200_000)
  })
})
