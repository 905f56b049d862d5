import type { Piece } from '../make-corpus.ts'
import { presentation, RECIPES } from './layouts.ts'
import { heic, magick, office } from './programs.ts'
import { photograph, scannedPdf, scannedPicture } from './scans.ts'
import { applicant, type Truth, truthOf, without } from './structures.ts'

/** Recognition knows letters, not boxes: layouts whose sector is only a ticked box have no sector to be read. */
const BOXED = new Set(['colon', 'digit-boxes', 'choices'])

function readable(name: string, truth: Truth): Truth {
  return BOXED.has(name) ? without(truth, 'sector') : truth
}

/** Scans at 150 dots per inch with noise and two degrees of tilt, photographs, and pictures in all formats. */
export async function pictures(): Promise<Piece[]> {
  const names = Object.keys(RECIPES)
  const chosen = names.map((name, index) => ({ name, one: applicant(index * 5 + 1) }))
  const sources = new Map(chosen.map(({ name, one }) => [`${name}.html`, RECIPES[name]?.(one) ?? '']))
  sources.set('presentation.html', presentation(applicant(6)))
  const pdfs = await office(sources, 'pdf', { html: true })
  const pdf = (name: string): Uint8Array => pdfs.get(name) ?? new Uint8Array()
  const piece = (file: string, content: Uint8Array, name: string): Piece => {
    const one = chosen.find((candidate) => candidate.name === name)?.one ?? applicant(0)
    const role = name === 'letter' ? 'letter' : 'form'
    return { file, content, kind: 'scan', roles: [role], fields: readable(name, truthOf(one)) }
  }
  const scans = await Promise.all(
    names.map(async (name) => piece(`scan-${name}.pdf`, await scannedPdf(pdf(name)), name)),
  )
  const photo = await photograph(pdf('two-cells'))
  return [
    ...scans,
    piece('scan-colon.jpg', await scannedPicture(pdf('colon')), 'colon'),
    piece('scan-columns.png', await scannedPicture(pdf('columns'), 'scan.png'), 'columns'),
    piece(
      'scan-letter.tiff',
      await magick(await scannedPicture(pdf('letter')), 'scan.tiff', '-compress', 'JPEG'),
      'letter',
    ),
    piece(
      'scan-leaders.webp',
      await magick(await scannedPicture(pdf('leaders')), 'scan.webp', '-quality', '60'),
      'leaders',
    ),
    piece('photo-two-cells.jpg', photo, 'two-cells'),
    piece('photo-colon.jpg', await photograph(pdf('colon')), 'colon'),
    piece(
      'photo-couche.jpg',
      await magick(await photograph(pdf('letter')), 'photo.jpg', '-rotate', '90', '-quality', '62'),
      'letter',
    ),
    piece('photo-two-cells.heic', await heic(photo), 'two-cells'),
    {
      file: 'scan-presentation.pdf',
      content: await scannedPdf(pdf('presentation')),
      kind: 'scan',
      roles: ['presentation'],
      fields: {},
    },
  ]
}
