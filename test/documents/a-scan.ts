import { PDFDocument } from '@cantoo/pdf-lib'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { aPdf } from './a-pdf.ts'

/** A picture of a page of text, as a scanner at 150 dots per inch or a telephone would take it. */
export async function aPicture(
  text: string,
  options: { tilt?: number; noise?: number } = {},
): Promise<Uint8Array> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(await aPdf([text]))
  const image = await document.getPage(0).render({
    scale: 150 / 72,
    colorSpace: 'Gray',
    render: async ({ data, width, height }) =>
      sharp(data, { raw: { width, height, channels: 1 } })
        .png()
        .toBuffer(),
  })
  document.destroy()
  library.destroy()
  const turned = sharp(image.data).rotate(options.tilt ?? 0, { background: 'white' })
  return turned
    .blur(options.noise ?? 0.3)
    .jpeg({ quality: 70 })
    .toBuffer()
}

/** A PDF whose only page is such a picture. */
export async function aScannedPdf(text: string, options: { tilt?: number } = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const image = await document.embedJpg(await aPicture(text, options))
  document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
  return document.save()
}
