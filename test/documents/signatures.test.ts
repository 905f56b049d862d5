import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../src/adapters/readers/read-file.ts'
import type { Reading } from '../../src/documents/document.ts'
import { aPdf } from './a-pdf.ts'
import { aReading, readFields } from './a-reading.ts'

async function read(content: Uint8Array): Promise<Reading> {
  const [file] = await readFile({ name: 'f', declaredType: '', content })
  return file?.reading ?? aReading('')
}

/** A letter of one page with a picture drawn at a height from the bottom. */
async function withPicture(bottom: number): Promise<Uint8Array> {
  const lines = [
    'Nom de la structure : SARL Bois Rouge',
    ...Array<string>(20).fill(''),
    'Signature et cachet :',
  ]
  const document = await PDFDocument.load(await aPdf([lines.join('\n')]))
  const png = await sharp({ create: { width: 160, height: 80, channels: 3, background: 'navy' } })
    .png()
    .toBuffer()
  document.getPage(0).drawImage(await document.embedPng(png), { x: 60, y: bottom, width: 160, height: 80 })
  return document.save()
}

describe('a signature', () => {
  it('is seen where a picture stands under the words that ask for it', async () => {
    expect(readFields(await read(await withPicture(370))).signature).toBe('image')
  })

  it('is not seen in a letterhead', async () => {
    expect(readFields(await read(await withPicture(740))).signature).toBeUndefined()
  })

  it('may be a signed field, or a mention', () => {
    const formValues = [
      { name: 's', label: 'Signature', type: 'signature' as const, value: 'verified', page: 1 },
    ]
    expect(readFields(aReading('', { formValues })).signature).toBe('électronique')
    expect(readFields(aReading('Signé électroniquement par Luc GRONDIN')).signature).toBe('mention')
  })

  it('is not an empty field, nor the words that ask for one', () => {
    const formValues = [{ name: 's', label: 'Signature', type: 'signature' as const, value: '', page: 1 }]
    expect(
      readFields(aReading('Signature et cachet de la structure :', { formValues })).signature,
    ).toBeUndefined()
  })
})
