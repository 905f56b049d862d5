import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { formFonts } from '../../../src/adapters/forms/font.ts'
import { formPdf } from '../../../src/adapters/forms/form-pdf.ts'
import { readPdf } from '../../../src/adapters/readers/pdf.ts'
import { LONGEST_TEXT } from '../../../src/call/form-questions.ts'
import type { Reading } from '../../../src/documents/document.ts'
import { fieldsOf } from '../../../src/documents/fields/fields.ts'
import { recognise } from '../../../src/documents/roles/recognise.ts'
import { wholeText } from '../../../src/documents/text/page.ts'
import { siret } from '../../demo/pieces.ts'
import { isEmptyTemplate } from '../../documents/a-reading.ts'
import { theCall } from '../../documents/the-call.ts'
import { aFilledForm } from './a-filled-form.ts'

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
  expect(isEmptyTemplate(await read(await formPdf(theCall, await formFonts())))).toBe(true)
})

/** Filled as a program on a screen does; `printed`: only what a printer would show is left of it. */
async function filled(
  printed: boolean,
  more: Readonly<Record<string, string>> = {},
  ticked: string | null = 'energie',
): Promise<Uint8Array> {
  const document = await aFilledForm({ ...ANSWERS, ...more }, ticked ?? undefined)
  if (printed) document.getForm().flatten()
  return document.save()
}

/** Best first, of each kind. */
function valuesIn(reading: Reading): (kind: string) => string | undefined {
  const fields = fieldsOf('form', reading, theCall)
    .filter(({ confidence }) => confidence >= 0.5)
    .toSorted((one, other) => other.confidence - one.confidence)
  return (kind) => fields.find((field) => field.kind === kind)?.value
}

const READ = {
  name: ANSWERS.denomination,
  legal_form: 'SARL',
  siret: ANSWERS.siret.replaceAll(' ', ''),
  representative: ANSWERS.representant,
  role: 'Gérante',
  postal_address: ANSWERS.adresse,
  phone: '+262692112233',
  email: ANSWERS.courriel,
  date: '2022-11-14',
} as const

it('makes a form that is read with certainty when it comes back filled', async () => {
  const reading = await read(await filled(false))
  const value = valuesIn(reading)
  for (const [kind, wanted] of Object.entries({ ...READ, sector: 'energie' }))
    expect(value(kind), kind).toBe(wanted)
  const fields = fieldsOf('form', reading, theCall)
  const { roles } = recognise({ name: 'form', reading, fields, isBody: false }, theCall)
  expect(roles[0]?.role).toBe('form')
  expect(fields.filter((field) => field.kind === 'sector')).toHaveLength(1)
})

it('is read when only what a printer shows is left of it, with the tick that is drawn', async () => {
  const value = valuesIn(await read(await filled(true)))
  for (const [kind, wanted] of Object.entries({ ...READ, sector: 'energie' }))
    expect(value(kind), kind).toBe(wanted)
  expect(valuesIn(await read(await filled(true, {}, null)))('sector')).toBeUndefined()
})

describe('what the form prints is no answer', () => {
  const PRESENTATION =
    'Notre atelier, créé en 2011, emploie dix-neuf salariés et entretient des machines de l’Est. '
  const PROJECT =
    'Nous voulons investir dans une ligne de production, recruter trois personnes et ouvrir nos ateliers. '

  const rolesOf = async (answers: Readonly<Record<string, string>>, printed: boolean) => {
    const reading = await read(await filled(printed, answers))
    const fields = fieldsOf('form', reading, theCall)
    const { roles } = recognise({ name: 'form', reading, fields, isBody: false }, theCall)
    return (role: string) => roles.find((one) => one.role === role)?.score ?? 0
  }

  it.each([false, true])('where a project is asked for and none is told; printed: %s', async (printed) => {
    const presented = await rolesOf({ presentation: PRESENTATION.repeat(3) }, printed)
    expect([presented('presentation') >= 0.5, presented('project')]).toEqual([true, 0])
    const both = await rolesOf({ presentation: PRESENTATION.repeat(3), project: PROJECT.repeat(3) }, printed)
    expect([both('presentation') >= 0.5, both('project') >= 0.5]).toEqual([true, true])
    const neither = await rolesOf({}, printed)
    expect([neither('presentation'), neither('project')]).toEqual([0, 0])
  })

  it.each([
    ['voir pièce jointe', 0],
    ['Recruter un animateur.', 0.4],
  ])('and « %s » is as much as it says', async (project, score) => {
    expect((await rolesOf({ project }, false))('project')).toBe(score)
  })
})

it('a name typed in the place of the signature is a signature, and said to be typed', async () => {
  const signatures = async (signature: string) =>
    fieldsOf('form', await read(await filled(false, { signature })), theCall).filter(
      ({ kind, confidence }) => kind === 'signature' && confidence >= 0.5,
    )
  expect(await signatures('Zoé Nguyễn')).toMatchObject([{ value: 'saisie au clavier' }])
  for (const nobody of [' ', '…', '12/11/2022', '.......', 'lu et approuvé', 'voir pièce jointe'])
    expect(await signatures(nobody)).toEqual([])
})

it('as long a text as may be typed is printed whole', async () => {
  const sentence = 'Notre coopérative transforme le géranium et la vanille de Bras-Panon à Salazie. '
  const project = `${sentence.repeat(30).slice(0, LONGEST_TEXT - 3)}fin`
  const document = await PDFDocument.load(await filled(false))
  const field = document.getForm().getTextField('project')
  expect(field.getMaxLength()).toBe(LONGEST_TEXT)
  const { x = 0, y = 0, width = 0, height = 0 } = field.acroField.getWidgets()[0]?.getRectangle() ?? {}
  const path = join(mkdtempSync(join(tmpdir(), 'recepisse-form-')), 'imprime.pdf')
  writeFileSync(path, await filled(true, { project }))
  // What stands outside of the field’s own box is cut when it is printed.
  const box = { x, y: 842 - y - height, W: width, H: height }
  const within = Object.entries(box).flatMap(([name, value]) => [`-${name}`, String(Math.round(value))])
  const shown = execFileSync('pdftotext', ['-f', '2', '-l', '2', ...within, path, '-'], { encoding: 'utf8' })
  expect(shown.replace(/\s/g, '')).toBe(project.replace(/\s/g, ''))
})

it('says where it goes, under which subject, what comes with it, and what becomes of the data', async () => {
  const { pages } = await read(await formPdf(theCall, await formFonts()))
  const text = wholeText(pages).replace(/\s+/g, ' ')
  expect(text).toContain('À envoyer par courriel à dayal@cirest.fr, avant le 23 novembre 2022 à 16h00')
  expect(text).toContain('Objet du courriel : Candidature – AMI Territoires d’industrie CIREST')
  expect(text).toContain('Parmi N° SIRET, N° SIREN et N° RNA, un seul suffit.')
  expect(text).toContain('une présentation de la structure (ci-dessus, ou dans un document joint)')
  expect(text).toContain('Commission nationale de l’informatique et des libertés')
})

it('tells a screen reader in French what each field is for', async () => {
  const reading = await read(await formPdf(theCall, await formFonts()))
  expect(reading.formValues.every((control) => /\p{L}{3}/u.test(control.label))).toBe(true)
  expect(reading.formValues.map((control) => control.label)).toContain('N° SIRET, 14 chiffres')
})

describe('the form is tagged', () => {
  /** What another program than ours reads of the form's structure. */
  async function pdfinfo(...options: string[]): Promise<string> {
    const path = join(mkdtempSync(join(tmpdir(), 'recepisse-form-')), 'formulaire.pdf')
    writeFileSync(path, await formPdf(theCall, await formFonts()))
    return execFileSync('pdfinfo', [...options, path], { encoding: 'utf8' })
  }

  it('has a title, a language, and says that it is tagged', async () => {
    const document = await PDFDocument.load(await formPdf(theCall, await formFonts()))
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
      ['H1', 'Formulaire de candidature'],
      ['H2', 'La structure candidate'],
      ['H2', 'Filière choisie'],
      ['H2', 'Sa présentation et son projet'],
      ['H2', 'Pièces à joindre à votre envoi'],
      ['H2', 'Date et signature'],
      ['H2', 'Vos données'],
    ])
    const kinds = [...said.matchAll(/^ {2}(\w+)/gm)].map(([, tag]) => tag)
    const first = kinds.indexOf('Form')
    expect(kinds.slice(first - 1, first + 3)).toEqual(['P', 'Form', 'P', 'Form'])
    expect(said.match(/N° SIRET \(14 chiffres\)\s:"\n {2}Form\n {4}Object \d+ 0/)).not.toBeNull()
    expect(said).not.toContain('Page 1 sur')
  })

  it('has one element for each field, and a way back from each to it', async () => {
    const document = await PDFDocument.load(await formPdf(theCall, await formFonts()))
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
