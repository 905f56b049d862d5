import { aLockedOffice } from '../a-locked-office.ts'
import type { Piece } from '../make-corpus.ts'
import { flatSheet, flatSlides } from './flat-office.ts'
import { elsewhere, empty, presentation, project, RECIPES } from './layouts.ts'
import { office, printed } from './programs.ts'
import { applicant, truthOf } from './structures.ts'

/** Which layouts are made in which format; together all layouts and all formats of word processors. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  pdf: Object.keys(RECIPES),
  docx: ['colon', 'two-cells', 'four-cells', 'choices', 'letter', 'leaders'],
  odt: ['above', 'two-cells', 'headings', 'digit-boxes', 'letter'],
  doc: ['colon', 'two-cells', 'letter', 'columns'],
  rtf: ['colon', 'leaders', 'four-cells', 'letter'],
}

/** Forms and letters from a word processor, sheets, slides. */
export async function offices(): Promise<Piece[]> {
  const made = await Promise.all([
    ...Object.keys(MADE).map((format) => writer(format)),
    others(),
    sheets(),
    slides(),
    locked(),
  ])
  return made.flat()
}

async function writer(format: string): Promise<Piece[]> {
  const names = MADE[format] ?? []
  const offset = Object.keys(MADE).indexOf(format)
  const chosen = names.map((name, index) => ({ name, one: applicant(index * 2 + offset * 3) }))
  const sources = new Map(chosen.map(({ name, one }) => [`${name}.html`, RECIPES[name]?.(one) ?? '']))
  const files = await office(sources, format, { html: true })
  return chosen.map(({ name, one }) => ({
    file: `${name}.${format}`,
    content: files.get(name) ?? new Uint8Array(),
    kind: 'born',
    roles: [name === 'letter' ? 'letter' : 'form'],
    fields: truthOf(one),
  }))
}

async function others(): Promise<Piece[]> {
  const sources = new Map([
    ['presentation.html', presentation(applicant(3))],
    ['projet.html', project(applicant(3))],
    ['vierge.html', empty(applicant(3))],
    ['autre-appel.html', elsewhere(applicant(5))],
  ])
  const pdfs = await office(sources, 'pdf', { html: true })
  const texts = await office(sources, 'docx', { html: true })
  const get = (files: Map<string, Uint8Array>, name: string): Uint8Array =>
    files.get(name) ?? new Uint8Array()
  const plain = { kind: 'born', fields: {} } as const
  return [
    { file: 'presentation.pdf', content: get(pdfs, 'presentation'), roles: ['presentation'], ...plain },
    { file: 'projet.docx', content: get(texts, 'projet'), roles: ['project'], ...plain },
    { file: 'projet-imprime.pdf', content: await printed(get(pdfs, 'projet')), roles: ['project'], ...plain },
    { file: 'vierge.pdf', content: get(pdfs, 'vierge'), roles: ['form'], ...plain, emptyTemplate: true },
    { file: 'vierge.docx', content: get(texts, 'vierge'), roles: ['form'], ...plain, emptyTemplate: true },
    { file: 'autre-appel.docx', content: get(texts, 'autre-appel'), kind: 'born', roles: [], fields: {} },
  ]
}

async function sheets(): Promise<Piece[]> {
  const made = await Promise.all(
    ['xlsx', 'ods', 'xls'].map(async (format, index) => {
      const one = applicant(index + 4)
      const files = await office(new Map([['feuille.fods', flatSheet(one)]]), format)
      return { file: `feuille.${format}`, content: files.get('feuille') ?? new Uint8Array(), one }
    }),
  )
  return made.map(({ file, content, one }) => ({
    file,
    content,
    kind: 'born',
    roles: ['form'],
    fields: truthOf(one),
  }))
}

async function slides(): Promise<Piece[]> {
  const source = flatSlides([
    ['Présentation de la structure', applicant(7).name],
    [
      'Historique : créée en 2011 à Sainte-Rose, douze salariés',
      'Nos métiers : logistique, entreposage, transport frigorifique',
    ],
    [
      'L’équipe : une direction, trois chefs de quai, huit caristes',
      'Chiffre d’affaires 2021 : 1,1 million d’euros',
      'Nos clients : coopératives, communes, grossistes',
    ],
  ])
  const made = await Promise.all(
    ['pptx', 'odp', 'pdf'].map(async (format) => {
      const files = await office(new Map([['diapositives.fodp', source]]), format)
      return { file: `diapositives.${format}`, content: files.get('diapositives') ?? new Uint8Array() }
    }),
  )
  return made.map((one) => ({ ...one, kind: 'born', roles: ['presentation'], fields: {} }))
}

/** A form and a table behind a password: received, and nobody can open them. */
async function locked(): Promise<Piece[]> {
  const one = applicant(9)
  const texts = await office(new Map([['verrou.html', RECIPES['colon']?.(one) ?? '']]), 'docx', {
    html: true,
  })
  const sheets = await office(new Map([['verrou.fods', flatSheet(one)]]), 'xlsx')
  return [
    { file: 'mot-de-passe.docx', content: texts.get('verrou') },
    { file: 'mot-de-passe.xlsx', content: sheets.get('verrou') },
  ].map(({ file, content = new Uint8Array() }) => ({
    file,
    content: aLockedOffice(content, 'secret'),
    kind: 'born',
    roles: [],
    fields: {},
    problem: 'encrypted',
  }))
}
