import WordExtractor from 'word-extractor'
import { docPictures } from './doc-pictures.ts'
import { leaf, type Opened, pagesOfTexts, Unreadable } from './opened.ts'

/**
 * The two bytes at the start of every binary Word document ([MS-DOC] 2.5.2, wIdent), and where its flags are.
 */
const FIB = Buffer.from([0xec, 0xa5])
const FLAGS_AT = 10
const ENCRYPTED = 0x01

/** A binary Word file (97 to 2003): headers, body with its tables, text boxes, notes. */
export async function readDoc(content: Uint8Array): Promise<Opened> {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (isEncrypted(buffer)) throw new Unreadable('encrypted', 'opens only with a password')
  const document = await new WordExtractor().extract(buffer)
  const parts = [
    document.getHeaders({ includeFooters: false }),
    document.getBody(),
    document.getTextboxes(),
    document.getFootnotes(),
  ]
  const text = parts.filter((part) => part.trim() !== '').join('\n\n')
  const pictures = docPictures(content, document.getBody())
  return leaf('application/msword', { pages: pagesOfTexts([readable(text)]), pictures })
}

/** The file information block stands at a sector's start: the first that looks like one is it. */
function isEncrypted(buffer: Buffer): boolean {
  for (let at = 512; at + FLAGS_AT < buffer.byteLength && at < 2_000_000; at += 512) {
    if (buffer.subarray(at, at + 2).equals(FIB)) return ((buffer[at + FLAGS_AT + 1] ?? 0) & ENCRYPTED) !== 0
  }
  return false
}

const CELL_END = String.fromCharCode(7)

/** Field marks and cell ends of the binary format, as they would be seen. */
function readable(text: string): string {
  return text
    .replace(/FORMCHECKBOX/g, '☐')
    .replace(/\b(FORMTEXT|FORMDROPDOWN|HYPERLINK "[^"]*"|PAGEREF \S+|TOC [^\n]*)\s?/g, '')
    .replaceAll(CELL_END, '\t')
    .replace(/[\p{Cc}--[\t\n\v\f\r]]/gv, '')
}
