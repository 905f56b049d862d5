import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { aDocx, control, escaped, paragraph } from '../a-docx.ts'
import { aPdf } from '../a-pdf.ts'
import { type Applicant, SECTOR_LABELS } from './structures.ts'

type Row = readonly [name: string, label: string, value: string]

function rowsOf(one: Applicant): Row[] {
  return [
    ['denomination', 'Nom de la structure', one.name],
    ['forme', 'Forme juridique', one.legalForm[0]],
    ['identifiant', one.identifier[0], one.identifier[1]],
    ['representant', 'Représentant légal', one.representative],
    ['qualite', 'Qualité', one.role],
    ['adresse', 'Adresse du siège', `${one.street}, ${one.town}`],
    ['telephone', 'Téléphone', one.phone[0]],
    ['courriel', 'Courriel', one.email],
  ]
}

const HEAD = 'Appel à manifestation d’intérêt - Choix du polynôme industriel'

/** A PDF form: labels printed beside the fields, and the sector as boxes or as one group. */
export function acroForm(one: Applicant, options: { readonly group?: boolean } = {}): Promise<Uint8Array> {
  const texts = rowsOf(one).map(([name, label, value]) => ({ name, label, value }))
  const boxes = SECTOR_LABELS.map((label, index) => ({
    name: `filiere_${index}`,
    label,
    ticked: label === one.sector[0],
  }))
  const group = { name: 'filiere', label: 'Filière', options: SECTOR_LABELS, chosen: one.sector[0] }
  return aPdf(
    [`CIREST\n${HEAD.replace('’', "'")}\nFORMULAIRE DE CANDIDATURE`],
    [
      ...texts,
      ...(options.group === true ? [group] : boxes),
      { name: 'date', label: 'Fait le', value: one.date[0] },
    ],
  )
}

/** The same with a signature field that holds a value: told as signed, by whom is not judged. */
export async function withSignature(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf)
  const { context } = document
  const value = context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'adbe.pkcs7.detached',
    ByteRange: [0, 0, 0, 0],
  })
  value.set(PDFName.of('Contents'), PDFString.of('00'))
  const page = document.getPage(0)
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      Rect: [300, 60, 500, 100],
      F: 4,
      P: page.ref,
    }),
  )
  const dictionary = context.lookup(widget)
  if (!(dictionary instanceof Object) || !('set' in dictionary)) throw new Error('no widget')
  const fields = dictionary as unknown as { set: (key: PDFName, value: unknown) => void }
  fields.set(PDFName.of('T'), PDFString.of('Signature'))
  fields.set(PDFName.of('V'), context.register(value))
  page.node.addAnnot(widget)
  document.getForm().acroForm.addField(widget)
  return document.save({ useObjectStreams: false })
}

/** A PDF that carries other files, as a dossier made by joining. */
export async function withFiles(
  pdf: Uint8Array,
  files: readonly (readonly [string, Uint8Array])[],
): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf)
  for (const [name, content] of files) await document.attach(content, name, { mimeType: 'application/pdf' })
  return document.save({ useObjectStreams: false })
}

/** A form that only one maker's reader shows: an XFA packet and a page that says so. */
export async function xfaForm(): Promise<Uint8Array> {
  const document = await PDFDocument.load(
    await aPdf(['Veuillez patienter...\nCe document doit être ouvert avec un autre lecteur.']),
  )
  const packet =
    '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"/></xdp:xdp>'
  const stream = document.context.register(document.context.stream(packet))
  document.catalog.set(PDFName.of('AcroForm'), document.context.obj({ Fields: [], XFA: stream }))
  return document.save({ useObjectStreams: false })
}

/** Word content controls behind printed labels. */
export function contentControls(one: Applicant): Uint8Array {
  const rows = rowsOf(one).map(([, label, value]) => control(label, value))
  const boxes = SECTOR_LABELS.map((label) =>
    control(label, label === one.sector[0] ? '☒' : '☐', { checked: label === one.sector[0] }),
  )
  return aDocx(
    [
      paragraph('CIREST'),
      paragraph(HEAD),
      paragraph('FORMULAIRE DE CANDIDATURE'),
      ...rows,
      paragraph('Filière'),
      ...boxes,
      control('Date', one.date[0]),
      paragraph('Signature :'),
    ].join(''),
  )
}

/** Content controls that still hold their prompts. */
export function emptyControls(one: Applicant): Uint8Array {
  const prompt = 'Cliquez ou appuyez ici pour entrer du texte.'
  const rows = rowsOf(one).map(([, label]) => control(label, prompt, { prompt: true }))
  return aDocx([paragraph(HEAD), paragraph('FORMULAIRE DE CANDIDATURE'), ...rows].join(''))
}

/** Word's older form fields: text between marks, boxes by their state. */
export function legacyFields(one: Applicant): Uint8Array {
  const run = (inner: string): string => `<w:r>${inner}</w:r>`
  const mark = (kind: string, inner = ''): string =>
    run(`<w:fldChar w:fldCharType="${kind}">${inner}</w:fldChar>`)
  const text = (value: string): string => run(`<w:t xml:space="preserve">${escaped(value)}</w:t>`)
  const field = ([name, label, value]: Row): string =>
    `<w:p>${text(`${label} : `)}${mark('begin', `<w:ffData><w:name w:val="${name}"/><w:enabled/><w:textInput/></w:ffData>`)}${run('<w:instrText> FORMTEXT </w:instrText>')}${mark('separate')}${text(value)}${mark('end')}</w:p>`
  const box = (label: string, ticked: boolean): string =>
    `<w:p>${mark('begin', `<w:ffData><w:name w:val="case"/><w:checkBox><w:sizeAuto/><w:default w:val="0"/>${ticked ? '<w:checked/>' : ''}</w:checkBox></w:ffData>`)}${run('<w:instrText> FORMCHECKBOX </w:instrText>')}${mark('end')}${text(` ${label}`)}</w:p>`
  return aDocx(
    [
      paragraph(HEAD),
      paragraph('FORMULAIRE DE CANDIDATURE'),
      ...rowsOf(one).map(field),
      paragraph('Filière'),
      ...SECTOR_LABELS.map((label) => box(label, label === one.sector[0])),
      field(['date', 'Date', one.date[0]]),
      paragraph('Signature :'),
    ].join(''),
  )
}

/** Tracked changes: what was struck out is gone, what was put in counts. */
export function trackedChanges(one: Applicant): Uint8Array {
  const change =
    '<w:p><w:r><w:t xml:space="preserve">Téléphone : </w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>0262 00 11 22</w:delText></w:r></w:del>'
  const rows = rowsOf(one).map(([, label, value]) =>
    label === 'Téléphone'
      ? `${change}<w:ins w:id="2" w:author="x"><w:r><w:t>${value}</w:t></w:r></w:ins></w:p>`
      : paragraph(`${label} : ${value}`),
  )
  return aDocx(
    [
      paragraph(HEAD),
      paragraph('FORMULAIRE DE CANDIDATURE'),
      ...rows,
      paragraph(`Filière : ${one.sector[0]}`),
      paragraph(`Fait le ${one.date[0]}`),
      paragraph('Signature :'),
    ].join(''),
  )
}

const ROOM = 6000

/** The same, signed for good: the range and the signature are put into the room left for them. */
export async function reallySigned(
  pdf: Uint8Array,
  sign: (bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const file = Buffer.from(await withSignature(pdf))
  const range = /\/ByteRange \[[^\]]*\]\s*\/Contents \(00\)/.exec(file.toString('latin1'))
  if (range === null) throw new Error('no room for a signature')
  const head = file.subarray(0, range.index)
  const tail = file.subarray(range.index + range[0].length)
  const start = '/ByteRange [0 '
  const before = head.byteLength + start.length + 36 + '/Contents '.length
  const after = before + 2 * ROOM + 2
  const numbers = `${before} ${after} ${tail.byteLength}]`.padEnd(36)
  const opening = Buffer.concat([head, Buffer.from(`${start}${numbers}/Contents `)])
  const signature = await sign(Buffer.concat([opening, tail]))
  const hex = Buffer.from(signature)
    .toString('hex')
    .padEnd(2 * ROOM, '0')
  return Buffer.concat([opening, Buffer.from(`<${hex}>`), tail])
}
