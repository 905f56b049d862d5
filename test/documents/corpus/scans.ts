import { PDFDocument } from '@cantoo/pdf-lib'
import { magick, pictureOf } from './programs.ts'

/** An office copier at 150 dots per inch: noise, two degrees of tilt, JPEG. */
export async function scannedPicture(pdf: Uint8Array, made = 'scan.jpg'): Promise<Uint8Array> {
  const page = await pictureOf(pdf, 150)
  return magick(
    page,
    made,
    '-background',
    'white',
    '-rotate',
    '2',
    '-attenuate',
    '0.25',
    '+noise',
    'Gaussian',
    '-colorspace',
    'Gray',
    '-quality',
    '60',
  )
}

/** The same as a PDF of one picture. */
export async function scannedPdf(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const image = await document.embedJpg(await scannedPicture(pdf))
  document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
  return document.save()
}

/** A telephone’s photograph: perspective, blur, bad light. */
export async function photograph(pdf: Uint8Array): Promise<Uint8Array> {
  const page = await pictureOf(pdf, 170, 'png16m')
  const corners = '0,0 30,20  1405,0 1385,35  1405,1987 1400,1970  0,1987 12,1960'
  return magick(
    page,
    'photo.jpg',
    '-virtual-pixel',
    'gray',
    '-distort',
    'Perspective',
    corners,
    '-blur',
    '0x0.7',
    '-brightness-contrast',
    '-12x-5',
    '-quality',
    '62',
  )
}
