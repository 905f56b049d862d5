import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { formFont } from '../../../src/adapters/forms/font.ts'
import { formPdf } from '../../../src/adapters/forms/form-pdf.ts'
import { readPdf } from '../../../src/adapters/readers/pdf.ts'
import { fieldsOf } from '../../../src/documents/fields/fields.ts'
import { recognise } from '../../../src/documents/roles/recognise.ts'
import { siret } from '../../demo/pieces.ts'
import { isEmptyTemplate } from '../../documents/a-reading.ts'
import { theCall } from '../../documents/the-call.ts'

const ANSWERS = {
  denomination: 'Ștefan & Nguyễn Énergies',
  forme_juridique: 'SARL',
  siret: siret(400),
  representant: 'Zoé Nguyễn',
  qualite: 'Gérante',
  adresse: '3 chemin des Letchis, 97440 Saint-André',
  telephone: '0692 11 22 33',
  courriel: 'zoe@nguyen.example',
  date: '14 novembre 2022',
  signature: 'Zoé Nguyễn',
} as const

async function read(pdf: Uint8Array) {
  const budget = { members: 10, bytes: 1e8, stillWorking: async () => undefined, recognise: true }
  return (await readPdf(pdf, budget)).reading
}

it('makes a form that comes back empty as an empty template', async () => {
  expect(isEmptyTemplate(await read(await formPdf(theCall, await formFont())))).toBe(true)
})

it('makes a form that is read with certainty when it comes back filled', async () => {
  const font = await formFont()
  const document = await PDFDocument.load(await formPdf(theCall, font))
  const fontkit = await import('@cantoo/fontkit')
  document.registerFontkit(fontkit.default)
  const form = document.getForm()
  for (const [name, value] of Object.entries(ANSWERS)) form.getTextField(name).setText(value)
  form.getCheckBox('filiere_energie').check()
  form.updateFieldAppearances(await document.embedFont(font))
  const reading = await read(await document.save())
  const fields = fieldsOf('form', reading, theCall)
  const value = (kind: string): string | undefined =>
    fields.find((field) => field.kind === kind && field.confidence >= 0.9)?.value
  expect([
    value('name'),
    value('legal_form'),
    value('siret'),
    value('representative'),
    value('role'),
  ]).toEqual([
    ANSWERS.denomination,
    'SARL',
    ANSWERS.siret.replaceAll(' ', ''),
    ANSWERS.representant,
    'Gérante',
  ])
  expect([value('postal_address'), value('phone'), value('email'), value('sector'), value('date')]).toEqual([
    ANSWERS.adresse,
    '+262692112233',
    ANSWERS.courriel,
    'energie',
    '2022-11-14',
  ])
  const { roles } = recognise({ name: 'form', reading, fields, isBody: false }, theCall)
  expect(roles[0]?.role).toBe('form')
  expect(fields.filter((field) => field.kind === 'sector')).toHaveLength(1)
})

it('tells a screen reader in French what each field is for', async () => {
  const reading = await read(await formPdf(theCall, await formFont()))
  expect(reading.formValues.every((control) => /\p{L}{3}/u.test(control.label))).toBe(true)
  expect(reading.formValues.map((control) => control.label)).toContain('N° SIRET, 14 chiffres')
})

describe('the form is tagged', () => {
  /** What another program than ours reads of the form's structure. */
  async function pdfinfo(...options: string[]): Promise<string> {
    const path = join(mkdtempSync(join(tmpdir(), 'recepisse-form-')), 'formulaire.pdf')
    writeFileSync(path, await formPdf(theCall, await formFont()))
    return execFileSync('pdfinfo', [...options, path], { encoding: 'utf8' })
  }

  it('has a title, a language, and says that it is tagged', async () => {
    const document = await PDFDocument.load(await formPdf(theCall, await formFont()))
    expect(document.getLanguage()).toBe('fr-FR')
    expect(document.catalog.getViewerPreferences()?.getDisplayDocTitle()).toBe(true)
    const said = await pdfinfo()
    expect(said).toMatch(/^Tagged: +yes$/m)
    expect(said).toMatch(/^Title: +Formulaire de candidature – /m)
  })

  it('reads its titles, each question and then its field, in order', async () => {
    const said = await pdfinfo('-struct-text')
    const titles = [...said.matchAll(/^ {2}(H[12]) \(block\)\n {4}"(.+?)"/gm)].map(([, tag, text]) => [
      tag,
      text,
    ])
    expect(titles).toEqual([
      ['H1', 'FORMULAIRE DE CANDIDATURE'],
      ['H2', 'La structure candidate'],
      ['H2', 'Sa présentation et son projet'],
      ['H2', 'Filière choisie'],
      ['H2', 'Date et signature'],
    ])
    const kinds = [...said.matchAll(/^ {2}(\w+)/gm)].map(([, tag]) => tag)
    const first = kinds.indexOf('Form')
    expect(kinds.slice(first - 1, first + 3)).toEqual(['P', 'Form', 'P', 'Form'])
    expect(said.match(/N° SIRET\s:"\n {2}Form\n {4}Object \d+ 0/)).not.toBeNull()
    expect(said).not.toContain('Page 1 sur')
  })

  it('has one element for each field, and a way back from each to it', async () => {
    const document = await PDFDocument.load(await formPdf(theCall, await formFont()))
    const fields = document.getForm().getFields()
    const places = fields.flatMap((field) => field.acroField.getWidgets().map((widget) => widget.dict))
    const keys = places.map((place) => String(place.lookup(PDFName.of('StructParent'))))
    expect(new Set(keys).size).toBe(fields.length)
    expect((await pdfinfo('-struct')).match(/^ {2}Form$/gm)).toHaveLength(fields.length)
    for (const page of document.getPages()) {
      expect(page.node.lookup(PDFName.of('Tabs'))).toBe(PDFName.of('S'))
      expect(page.node.has(PDFName.of('StructParents'))).toBe(true)
    }
    for (const { acroField } of fields) expect(acroField.dict.lookup(PDFName.of('TU'))).toBeDefined()
    expect(document.catalog.lookup(PDFName.of('StructTreeRoot'))).toBeInstanceOf(PDFDict)
  })
})
