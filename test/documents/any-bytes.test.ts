import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../src/adapters/readers/read-file.ts'
import { Reading } from '../../src/documents/document.ts'
import { aDocx, control, paragraph, table } from './a-docx.ts'
import { aPdf } from './a-pdf.ts'
import { aZip } from './a-zip.ts'
import { anOdt } from './an-odt.ts'

/** Reads in this process: whatever throws or rejects fails the test. Returns the file's own reading. */
async function reads(content: Uint8Array): Promise<void> {
  const seen: Reading[] = []
  await readFile(
    { name: 'f', declaredType: '', content },
    {
      began: async () => undefined,
      read: async (_, reading) => {
        seen.push(reading)
      },
      working: async () => undefined,
      deadly: new Set(),
      plain: new Set(),
      known: new Set(),
    },
  )
  expect(seen.length).toBeGreaterThan(0)
  for (const reading of seen) Reading.parse(reading)
}

const samples: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  [
    'PDF',
    async () =>
      aPdf(
        ['Raison sociale\tX'],
        [
          { name: 'a', value: 'b' },
          { name: 'c', ticked: true },
        ],
      ),
  ],
  ['DOCX', async () => aDocx(paragraph('a') + table([['a', 'b']]) + control('c', 'd'))],
  ['ODT', async () => anOdt('<text:p>a</text:p>', '<form:text form:name="a" form:value="b"/>')],
  [
    'ZIP',
    async () =>
      aZip([
        { name: 'a.txt', content: 'a' },
        { name: 'b.txt', content: 'b' },
      ]),
  ],
  ['HTML', async () => Buffer.from('<!doctype html><table><tr><td>a<input type="checkbox"></table>')],
]

describe('no reader throws', () => {
  it('on arbitrary bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), reads), { numRuns: 200 })
  })

  it.each(samples)('on any prefix of a %s', async (_, make) => {
    const content = await make()
    await fc.assert(
      fc.asyncProperty(fc.nat(content.byteLength), (length) => reads(content.slice(0, length))),
      { numRuns: 60 },
    )
  })

  it.each(samples)('on a %s with one byte changed', async (_, make) => {
    const content = await make()
    const change = fc.tuple(fc.nat(content.byteLength - 1), fc.integer({ min: 0, max: 255 }))
    await fc.assert(
      fc.asyncProperty(change, ([index, byte]) => reads(content.with(index, byte))),
      { numRuns: 60 },
    )
  })
}, 60_000)
