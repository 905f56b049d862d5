import { readFile as readBytes } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST_ATTEMPT, readFile } from '../../src/adapters/readers/read-file.ts'
import { Reading } from '../../src/documents/document.ts'
import { aDocx, control, paragraph, table } from './a-docx.ts'
import { aPdf } from './a-pdf.ts'
import { aPicture } from './a-scan.ts'
import { aZip } from './a-zip.ts'
import { anOdt } from './an-odt.ts'
import { CORPUS } from './corpus/measure.ts'

/** Reads in this process: whatever throws or rejects fails the test. Returns the file's own reading. */
async function reads(content: Uint8Array, recognising = false): Promise<void> {
  // Recognition takes seconds: one test has it, the others read pictures as far as their heads.
  const plain = recognising ? FIRST_ATTEMPT.plain : new Set([0, 1])
  const seen = await readFile({ name: 'f', declaredType: '', content }, { ...FIRST_ATTEMPT, plain })
  expect(seen.length).toBeGreaterThan(0)
  for (const { reading } of seen) Reading.parse(reading)
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
  // Made by other programs, or as they make them.
  ...[
    'above.odt',
    'colon.doc',
    'colon.rtf',
    'diapositives.odp',
    'diapositives.pptx',
    'feuille.ods',
    'feuille.xls',
    'feuille.xlsx',
    'formulaire-windows.txt',
    'invitation.ics',
    'mot-de-passe.docx',
    'photo-two-cells.heic',
    'scan-columns.png',
    'scan-leaders.webp',
    'scan-letter.tiff',
    'smime.p7m',
    'transfere.eml',
    'transfere.msg',
    'winmail.dat',
  ].map((file) => [file, () => readBytes(`${CORPUS}${file}`)] as const),
  ['HTML', async () => Buffer.from('<!doctype html><table><tr><td>a<input type="checkbox"></table>')],
]

describe('no reader throws', () => {
  it('on arbitrary bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), (bytes) => reads(bytes)),
      { numRuns: 200 },
    )
  })

  it('on any prefix of a picture whose text is recognised', async () => {
    const content = await aPicture('Nom : X')
    await fc.assert(
      fc.asyncProperty(fc.nat(content.byteLength), (length) => reads(content.slice(0, length), true)),
      { numRuns: 5 },
    )
  })

  it.each(samples)('on any prefix of a %s', async (_, make) => {
    const content = await make()
    await fc.assert(
      fc.asyncProperty(fc.nat(content.byteLength), (length) => reads(content.slice(0, length))),
      { numRuns: 100 },
    )
  })

  it.each(samples)('on a %s with one byte changed', async (_, make) => {
    const content = await make()
    const change = fc.tuple(fc.nat(content.byteLength - 1), fc.integer({ min: 0, max: 255 }))
    await fc.assert(
      fc.asyncProperty(change, ([index, byte]) => reads(content.with(index, byte))),
      { numRuns: 100 },
    )
  })
}, 60_000)
