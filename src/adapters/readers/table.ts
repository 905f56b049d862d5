import { readDocx } from './docx.ts'
import { readEml } from './eml.ts'
import { readOdt } from './odt.ts'
import { type FormatReader, leaf, pagesOf } from './opened.ts'
import { readPdf } from './pdf.ts'
import { readHtml, readText } from './text.ts'
import { readZip } from './zip.ts'

/** Which reader opens which type; what is not here is `unsupported`. To read a new format: one file, one row. */
export const READERS: ReadonlyMap<string, FormatReader> = new Map([
  ['application/pdf', readPdf],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', readDocx],
  ...openDocument('text'),
  ['text/plain', readText],
  ['text/html', readHtml],
  ['application/zip', readZip],
  ['message/rfc822', readEml],
  ...seenOnly('image/jpeg', 'image/png', 'image/gif', 'image/bmp', 'image/tiff', 'image/webp', 'image/heic'),
  ...seenOnly('image/heif', 'image/avif', 'image/jp2'),
  ...seenOnly('text/calendar', 'text/vcard', 'application/pkcs7-signature'),
])

/** Types whose readers find other files inside. */
export const CONTAINERS: ReadonlySet<string> = new Set(['application/zip', 'message/rfc822'])

function openDocument(...kinds: readonly string[]): [string, FormatReader][] {
  return kinds.flatMap((kind) =>
    ['', '-template'].map((suffix): [string, FormatReader] => {
      const type = `application/vnd.oasis.opendocument.${kind}${suffix}`
      return [type, (content) => readOdt(content, type)]
    }),
  )
}

/** Types that are known and hold no text of their own: one page without words, and no problem. */
function seenOnly(...types: readonly string[]): [string, FormatReader][] {
  return types.map((type) => [type, async () => leaf(type, { pages: pagesOf([]) })])
}
