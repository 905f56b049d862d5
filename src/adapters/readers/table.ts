import { type FormatReader, leaf, pagesOf, Unreadable } from './opened.ts'
import { readPdf } from './pdf.ts'

/**
 * Which reader opens which type; what is not here is `unsupported`. To read a new format: one file, one row.
 */
export const READERS: ReadonlyMap<string, FormatReader> = new Map([
  ['application/pdf', readPdf],
  ...office(
    'wordprocessingml',
    'ms-word',
    ['document', 'template'],
    loaded(async () => (await import('./docx.ts')).docxReader((type) => READERS.get(type))),
  ),
  ...office(
    'spreadsheetml',
    'ms-excel',
    ['sheet', 'template'],
    loaded(async () => (await import('./xlsx.ts')).readXlsx),
  ),
  ...office(
    'presentationml',
    'ms-powerpoint',
    ['presentation', 'slideshow', 'template'],
    loaded(async () => (await import('./pptx.ts')).readPptx),
  ),
  ...openDocument('text', 'spreadsheet', 'presentation', 'graphics'),
  ['application/msword', loaded(async () => (await import('./doc.ts')).readDoc)],
  ['application/vnd.ms-excel', loaded(async () => (await import('./xls.ts')).readXls)],
  ['application/rtf', loaded(async () => (await import('./rtf.ts')).readRtf)],
  ['application/x-ole-encrypted-package', lockedOffice],
  ['application/pgp-encrypted', enciphered],
  ['text/plain', loaded(async () => (await import('./text.ts')).readText)],
  ['text/html', markup('text/html')],
  ['application/xml', markup('application/xml')],
  ['application/zip', loaded(async () => (await import('./zip.ts')).readZip)],
  ['message/rfc822', loaded(async () => (await import('./eml.ts')).readEml)],
  ['application/vnd.ms-outlook', loaded(async () => (await import('./msg.ts')).readMsg)],
  ['application/ms-tnef', loaded(async () => (await import('./tnef.ts')).readTnef)],
  ['application/x-uuencode', loaded(async () => (await import('./written.ts')).readWritten)],
  ...['application/x-yenc', 'application/x-encoded', 'application/mac-binhex40'].map(
    (type): [string, FormatReader] => [
      type,
      loaded(async () => (await import('./written.ts')).unreadableWriting),
    ],
  ),
  ['application/pkcs7-mime', loaded(async () => (await import('./p7m.ts')).readP7m)],
  ...pictures('image/jpeg', 'image/png', 'image/tiff', 'image/webp', 'image/gif'),
  ...heics('image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'),
  ...seenOnly('image/avif', 'image/jp2', 'image/bmp', 'image/svg+xml'),
  ...seenOnly('text/calendar', 'text/vcard', 'application/pkcs7-signature'),
  ...seenOnly('application/pgp-signature', 'application/pgp-keys', 'application/pgp-version'),
])

/**
 * A reader that is loaded when it is needed, with its libraries: every start of a reader process would pay
 * for it.
 */
function loaded(load: () => Promise<FormatReader>): FormatReader {
  return async (content, budget) => (await load())(content, budget)
}

function markup(type: 'text/html' | 'application/xml'): FormatReader {
  return async (content, budget) => (await import('./text.ts')).readMarkup(content, type, budget)
}

/** Types that are nothing but a wrapping around other files. */
export const WRAPPINGS: ReadonlySet<string> = new Set([
  'application/zip',
  'message/rfc822',
  'application/vnd.ms-outlook',
  'application/ms-tnef',
  'application/pkcs7-mime',
  'application/x-uuencode',
])
/** Types in which other files may be found. */
export const CONTAINERS: ReadonlySet<string> = new Set([...WRAPPINGS, 'application/pdf'])

/** A type of Office Open XML, its template, and the same with macros, which are never run. */
function office(
  family: string,
  macros: string,
  kinds: readonly string[],
  reader: FormatReader,
): [string, FormatReader][] {
  return kinds.flatMap((kind): [string, FormatReader][] => [
    [`application/vnd.openxmlformats-officedocument.${family}.${kind}`, reader],
    [`application/vnd.${macros}.${kind}.macroenabled.12`, reader],
  ])
}

/** Office Open XML behind a password is an OLE file around the encrypted one ([MS-OFFCRYPTO] 2.3.4). */
async function lockedOffice(): Promise<never> {
  throw new Unreadable('encrypted', 'opens only with a password')
}

/** OpenPGP (RFC 9580): only whom it was enciphered for can open it. */
async function enciphered(): Promise<never> {
  throw new Unreadable('encrypted', 'enciphered for somebody (OpenPGP)')
}

function openDocument(...kinds: readonly string[]): [string, FormatReader][] {
  return kinds.flatMap((kind) =>
    ['', '-template'].map((suffix): [string, FormatReader] => {
      const type = `application/vnd.oasis.opendocument.${kind}${suffix}`
      return [type, async (content) => (await import('./odt.ts')).readOdt(content, type)]
    }),
  )
}

function pictures(...types: readonly string[]): [string, FormatReader][] {
  return types.map((type) => [
    type,
    async (content, budget) => (await import('./picture.ts')).readPicture(content, type, budget),
  ])
}

function heics(...types: readonly string[]): [string, FormatReader][] {
  return types.map((type) => [
    type,
    async (content, budget) => (await import('./heic.ts')).readHeic(content, type, budget),
  ])
}

/** Types that are known and hold no text of their own: one page without words, and no problem. */
function seenOnly(...types: readonly string[]): [string, FormatReader][] {
  return types.map((type) => [type, async () => leaf(type, { pages: pagesOf([]) })])
}
