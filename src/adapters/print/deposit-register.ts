import { setImmediate as breath } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { counted, momentInWords, oneLine, typographic } from '../../acknowledgement/french.ts'
import type { Instant } from '../../base/instant.ts'
import type { Call } from '../../call/call.ts'
import type { ApplicationRecord } from '../../exports/application-record.ts'
import { wallClockText } from '../../exports/wall-clock.ts'
import type { Head } from '../../proof/head.ts'
import { timelinessInWords } from '../../verdict/words.ts'
import { FONT_PLACE, formFonts } from '../forms/font.ts'

const MARGIN = 36
const HEAD = ['N°', 'Candidat', 'Reçue le', 'Délai', 'Pièces'] as const
const WIDTHS = [32, 82, 242, 130, 90, 190] as const

/**
 * « Registre des dépôts »: the applications in order of receipt, to be printed and signed, with the head of
 * the append-only register. Tagged, so that it can be read aloud, with its font inside.
 */
export async function printRegister(
  records: readonly ApplicationRecord[],
  call: Call,
  at: Instant,
  head: Head | null,
): Promise<Uint8Array> {
  await formFonts()
  const document = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: MARGIN,
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    pdfVersion: '1.7',
    bufferPages: true,
    info: { Title: `Registre des dépôts – ${call.shortTitle}`, Author: call.authority.name },
  })
  const written = bytesOf(document)
  // By its place: each cell asks for its font again, and bytes would be parsed again for each.
  document.font(FONT_PLACE)
  const body = document.struct('Document')
  document.addStructure(body)
  const say = (tag: string, size: number, text: string, after = 0): void => {
    body.add(document.struct(tag, {}, () => document.fontSize(size).text(text, MARGIN).moveDown(after)))
  }
  say('H1', 16, 'Registre des dépôts')
  say('P', 10, call.title, 0.4)
  say('P', 9, typographic(whatItIs(records.length, call, at)), 0.4)
  if (head !== null) say('P', 9, typographic(headInWords(head, call)), 0.8)
  await printTable(document, body, records, call)
  document.moveDown(1.5)
  say('P', 9, signature(call))
  body.end()
  numberPages(document)
  document.end()
  return written
}

/** Rows printed without a breath: others ask the same process for their pages meanwhile. */
const ROWS_AT_ONCE = 50

async function printTable(
  document: PDFKit.PDFDocument,
  body: PDFKit.PDFStructureElement,
  records: readonly ApplicationRecord[],
  call: Call,
): Promise<void> {
  document.fontSize(8)
  // The types lack `structParent`, by which its rows and cells are tagged.
  const options = {
    columnStyles: [...WIDTHS],
    rowStyles: (row: number) => (row === 0 ? { backgroundColor: '#e8edff' } : {}),
    defaultStyle: { padding: 3, border: 0.5, borderColor: '#767676' },
    structParent: body,
  }
  const table = document.table(options)
  table.row(['Rang', ...HEAD].map((text) => ({ text, type: 'TH' as const })))
  for (const [index, record] of inOrder(records).entries()) {
    table.row(rowOf(record, index, call))
    if (index % ROWS_AT_ONCE === 0) await breath()
  }
  table.end()
}

function whatItIs(count: number, call: Call, at: Instant): string {
  return `${call.authority.name}. ${counted(count, 'candidature', 'candidatures')}, par ordre de réception. Édité le ${momentInWords(at, call.deadline)}. Date limite : ${call.deadline.asWritten}.`
}

/**
 * Whoever signs this paper witnesses the register as it stood: it cannot be changed later without showing.
 */
function headInWords({ size, root, at }: Head, call: Call): string {
  return `Empreinte du registre électronique le ${momentInWords(at, call.deadline)} : ${counted(size, 'inscription', 'inscriptions')}, racine ${root}.`
}

function inOrder(records: readonly ApplicationRecord[]): readonly ApplicationRecord[] {
  return [...records].sort((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1))
}

function rowOf(record: ApplicationRecord, index: number, call: Call): string[] {
  const files = record.documents.map((name) => oneLine(name, 40))
  return [
    String(index + 1),
    record.number,
    oneLine(record.name ?? 'Candidat non identifié', 120),
    frenchClock(wallClockText(record.receivedAt, call.deadline.zone)),
    timelinessInWords(record.timeliness),
    files.length > 3 ? `${files.slice(0, 3).join(', ')} (+ ${files.length - 3})` : files.join(', '),
  ]
}

/** « 23/11/2022 à 15:42:10 » */
function frenchClock(text: string): string {
  const [day = '', hour = ''] = text.split(' ')
  return `${day.split('-').reverse().join('/')} à ${hour}`
}

function signature(call: Call): string {
  return typographic(
    `Certifié conforme au registre tenu par le service.\n\nFait à .......................................... le ..............................\n\nNom, qualité et signature (${call.agent.role}) :`,
  )
}

function numberPages(document: PDFKit.PDFDocument): void {
  const { count } = document.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    document.switchToPage(page)
    const bottom = document.page.margins.bottom
    document.page.margins.bottom = 0
    document.markContent('Artifact', { type: 'Pagination' })
    document
      .fontSize(8)
      .text(`${page + 1} / ${count}`, MARGIN, document.page.height - 24, { align: 'right', lineBreak: false })
    document.endMarkedContent()
    document.page.margins.bottom = bottom
  }
}

function bytesOf(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
}
