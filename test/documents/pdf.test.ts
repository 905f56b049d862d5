import {
  degrees,
  PDFArray,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  StandardFonts,
} from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { readFile } from '../../src/adapters/readers/read-file.ts'
import type { Reading } from '../../src/documents/document.ts'
import { aPdf } from './a-pdf.ts'
import { textOfPages } from './a-reading.ts'

/** A file and what it contains, as they are read in this process, by name. */
async function readings(content: Uint8Array): Promise<ReadonlyMap<string, Reading>> {
  const files = await readFile({ name: 'f.pdf', declaredType: 'application/pdf', content })
  return new Map(files.map(({ name, reading }) => [name, reading]))
}

async function read(content: Uint8Array): Promise<Reading> {
  const reading = (await readings(content)).get('f.pdf')
  if (reading === undefined) throw new Error('no reading')
  return reading
}

/** Where the cells of a page begin, line by line. */
function lefts({ pages }: Reading): readonly (readonly (number | undefined)[])[] {
  return (pages[0]?.lines ?? []).map(({ cells }) => cells.map(({ left }) => left))
}

/** A quarter of a turn: where something seen at `left` and `top` stands on a page that is turned by it. */
const TURNED = {
  90: (left: number, top: number) => ({ x: top, y: left }),
  180: (left: number, top: number) => ({ x: 595 - left, y: top }),
  270: (left: number, top: number) => ({ x: 595 - top, y: 842 - left }),
} as const

it.each([90, 180, 270] as const)('a page turned by %i degrees is read as it is seen', async (angle) => {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage([595, 842])
  page.setRotation(degrees(angle))
  const write = (text: string, left: number, top: number): void =>
    page.drawText(text, { ...TURNED[angle](left, top), size: 10, font, rotate: degrees(angle) })
  write('Raison sociale', 50, 100)
  write('SARL Bois Rouge', 230, 100)
  write('Téléphone', 50, 116)
  const [one, other] = [TURNED[angle](230, 107), TURNED[angle](400, 119)]
  const field = document.getForm().createTextField('telephone')
  field.setText('0692 12 34 56')
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)]
  const [width, height] = [Math.abs(one.x - other.x), Math.abs(one.y - other.y)]
  field.addToPage(page, { x, y, width, height, borderWidth: 0 })
  const reading = await read(await document.save())
  expect(textOfPages(reading.pages)).toBe('Raison sociale\tSARL Bois Rouge\nTéléphone\t0692 12 34 56')
  expect(lefts(reading)).toEqual([
    [50, 230],
    [50, 230],
  ])
})

it('of a page that is cropped, places count from the corner that is seen', async () => {
  const document = await PDFDocument.load(await aPdf(['Raison sociale\tSARL Bois Rouge']))
  document.getPage(0).setCropBox(40, 100, 500, 720)
  expect(lefts(await read(await document.save()))).toEqual([[10, 190]])
})

it('what stands askew is one run of text, however it is turned', async () => {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage([595, 842])
  page.drawText('EXEMPLAIRE NON VALABLE', { x: 150, y: 250, size: 30, font, rotate: degrees(45) })
  page.drawText('Note de bas de marge', { x: 20, y: 250, size: 8, font, rotate: degrees(90) })
  page.drawText('Lettres penchées', { x: 50, y: 800, size: 10, font, xSkew: degrees(15) })
  const text = textOfPages((await read(await document.save())).pages)
  for (const run of ['EXEMPLAIRE NON VALABLE', 'Note de bas de marge', 'Lettres penchées'])
    expect(text).toContain(run)
})

it('a list gives what its options are called, and all that are chosen', async () => {
  const document = await PDFDocument.load(await aPdf(['Filières']))
  const { context } = document
  const form = document.getForm()
  const several = form.createOptionList('filieres')
  several.addToPage(document.getPage(0), { x: 50, y: 400, width: 200, height: 60 })
  const one = form.createDropdown('forme')
  one.addToPage(document.getPage(0), { x: 50, y: 500, width: 200, height: 20 })
  const coded = [
    ['n', 'Le numérique'],
    ['e', 'L’énergie'],
    ['l', 'La logistique'],
  ].map((pair) => pair.map((text) => PDFHexString.fromText(text)))
  for (const field of [several, one]) field.acroField.dict.set(PDFName.of('Opt'), context.obj(coded))
  several.acroField.dict.set(PDFName.of('Ff'), context.obj(1 << 21))
  several.acroField.dict.set(PDFName.of('V'), context.obj([PDFString.of('n'), PDFString.of('l')]))
  one.acroField.dict.set(PDFName.of('V'), PDFString.of('e'))
  const { formValues } = await read(await document.save({ updateFieldAppearances: false }))
  expect(formValues.map(({ name, type, value }) => [name, type, value])).toEqual([
    ['filieres', 'choice', 'Le numérique\nLa logistique'],
    ['forme', 'choice', 'L’énergie'],
  ])
})

it('boxes and buttons are read by the state that they show; a group once, with what is chosen', async () => {
  const { formValues, pages } = await read(
    await aPdf(
      ['Cases'],
      [
        { name: 'a', label: 'Association', ticked: true },
        { name: 'b', label: 'SARL', ticked: false },
        { name: 'filiere', label: 'Filière', options: ['numerique', 'energie'], chosen: 'energie' },
        { name: 'vide', label: 'Statut', options: ['oui', 'non'] },
      ],
    ),
  )
  expect(formValues.map(({ name, type, value }) => [name, type, value])).toEqual([
    ['a', 'checkbox', 'on'],
    ['b', 'checkbox', ''],
    ['filiere', 'radio', 'energie'],
    ['vide', 'radio', ''],
  ])
  expect(textOfPages(pages)).toContain('☒ Association')
})

it('a value without an appearance is a value; a field of the page alone is one, too', async () => {
  const document = await PDFDocument.load(
    await aPdf(
      ['Champs'],
      [
        { name: 'nom', value: 'x' },
        { name: 'orphelin', value: 'Alpha' },
      ],
    ),
  )
  const form = document.getForm()
  const named = form.getTextField('nom')
  named.acroField.dict.delete(PDFName.of('AP'))
  named.acroField.dict.set(PDFName.of('V'), PDFString.of('SARL Bois Rouge'))
  const fields = document.catalog.getAcroForm()?.dict.lookup(PDFName.of('Fields'))
  if (!(fields instanceof PDFArray)) throw new Error('no fields')
  fields.remove(1)
  const { formValues } = await read(await document.save({ updateFieldAppearances: false }))
  expect(formValues.map(({ name, value }) => [name, value])).toEqual([
    ['nom', 'SARL Bois Rouge'],
    ['orphelin', 'Alpha'],
  ])
})

it('what is written onto a page in a viewer is read in its place, unless it is hidden', async () => {
  const document = await PDFDocument.load(await aPdf(['Raison sociale\nTéléphone']))
  const { context } = document
  const note = (text: string, flags: number, rectangle: readonly number[]) =>
    context.register(
      context.obj({
        Type: 'Annot',
        Subtype: 'FreeText',
        Rect: [...rectangle],
        F: flags,
        Contents: PDFString.of(text),
        DA: PDFString.of('/Helv 10 Tf'),
      }),
    )
  const page = document.getPage(0)
  page.node.addAnnot(note('SARL Bois Rouge', 4, [230, 794, 400, 810]))
  page.node.addAnnot(note('0692 12 34 56', 4 + 2, [230, 778, 400, 794]))
  const { pages } = await read(await document.save())
  expect(textOfPages(pages)).toBe('Raison sociale\tSARL Bois Rouge\nTéléphone')
})

it('a picture has a size and a place: the words above it are told', async () => {
  const document = await PDFDocument.load(await aPdf(['Signature du représentant de la structure candidate']))
  const dot = await document.embedPng(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  )
  document.getPage(0).drawImage(dot, { x: 60, y: 740, width: 100, height: 40 })
  document.getPage(0).drawImage(dot, { x: 60, y: 100, width: 100, height: 40 })
  const { pictures } = await read(await document.save())
  expect(pictures).toEqual([
    { page: 1, width: 1, height: 1, above: 'Signature du représentant de la structure candidate' },
    { page: 1, width: 1, height: 1 },
  ])
})

it('a file in it is read for itself', async () => {
  const document = await PDFDocument.load(await aPdf(['Dossier']))
  await document.attach(Buffer.from('Notre projet'), 'projet.txt', { mimeType: 'text/plain' })
  const found = await readings(await document.save())
  expect([...found.keys()]).toEqual(['f.pdf', 'f.pdf/projet.txt'])
})

it('what PDFium refuses has a second opinion', async () => {
  // Cut off in the middle of its trailer, and its objects stand where no table says.
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>',
    '<</Length 54>>\nstream\nBT /F 10 Tf 50 700 Td (Raison sociale : Bois Rouge) Tj ET\nendstream',
  ]
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  const content = Buffer.from(`%PDF-1.7\n${body}trailer\n<</Root 1 0 R/Size 5/ID[<904e5a162f03815b`)
  const reading = await read(content)
  expect(reading.problem).toBeNull()
  expect(textOfPages(reading.pages)).toBe('Raison sociale : Bois Rouge')
})
