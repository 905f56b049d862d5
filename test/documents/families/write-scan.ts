import { PDFDocument } from '@cantoo/pdf-lib'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { drawer } from './draw.ts'

/** How far grey values stray, of 255. */
const NOISE = 20

/** A printed page as an office copier at 150 dots per inch gives it: noise, a degree or two of tilt, JPEG. */
export async function scanOf(
  pdf: Uint8Array,
  made: 'png' | 'jpeg' | 'pdf',
  seed: number,
): Promise<Uint8Array> {
  const draw = drawer(seed)
  const page = await greyPage(pdf)
  const { data, info } = await sharp(page)
    .rotate(1 + draw() * (draw() < 0.5 ? 1 : -3), { background: 'white' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  for (let at = 0; at < data.length; at += 1)
    data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) + (draw() + draw() - 1) * NOISE))
  const noisy = sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } })
  if (made === 'png') return noisy.png().toBuffer()
  const jpeg = await noisy.jpeg({ quality: 60 }).toBuffer()
  return made === 'jpeg' ? jpeg : onPage(jpeg)
}

async function greyPage(pdf: Uint8Array): Promise<Uint8Array> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
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
  return image.data
}

async function onPage(jpeg: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const image = await document.embedJpg(jpeg)
  document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
  return document.save()
}
