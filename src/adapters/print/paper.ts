import PDFDocument from 'pdfkit'
import type { Call } from '../../call/call.ts'
import { FONT_PLACE, formFonts } from '../forms/font.ts'

export const MARGIN = 36

/** Paper that is being written: tagged, so that it can be read aloud, in French, with its font inside. */
export interface Paper {
  readonly document: PDFKit.PDFDocument
  readonly body: PDFKit.PDFStructureElement
  /** A paragraph or heading as wide as the page; `after` in lines. */
  say(tag: string, size: number, text: string, after?: number): void
  /** Numbers the pages, and gives the whole. */
  finish(): Promise<Uint8Array>
}

/** Begins a paper of the call’s authority. Failure('permanent', 'font-missing') says how to get the font. */
export async function openPaper(title: string, call: Call, layout: 'landscape' | 'portrait'): Promise<Paper> {
  await formFonts()
  const document = new PDFDocument({
    size: 'A4',
    layout,
    margin: MARGIN,
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    pdfVersion: '1.7',
    bufferPages: true,
    info: { Title: title, Author: call.authority.name },
  })
  const written = bytesOf(document)
  // By its place: each cell asks for its font again, and bytes would be parsed again for each.
  document.font(FONT_PLACE)
  const body = document.struct('Document')
  document.addStructure(body)
  return {
    document,
    body,
    say(tag, size, text, after = 0) {
      body.add(document.struct(tag, {}, () => document.fontSize(size).text(text, MARGIN).moveDown(after)))
    },
    finish() {
      body.end()
      numberPages(document)
      document.end()
      return written
    },
  }
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

/**
 * What the types of the library lack: `structParent`, by which a table’s rows and cells are tagged as
 * children of what it stands in.
 */
export function tableIn(
  { document, body }: Pick<Paper, 'document' | 'body'>,
  head: readonly string[],
  widths: readonly number[],
): PDFKit.Mixins.PDFTableObject {
  const options = {
    columnStyles: [...widths],
    rowStyles: (row: number) => (row === 0 ? { backgroundColor: '#e8edff' } : {}),
    defaultStyle: { padding: 3, border: 0.5, borderColor: '#767676' },
    structParent: body,
  }
  const table = document.table(options)
  table.row(head.map((text) => ({ text, type: 'TH' as const })))
  return table
}
