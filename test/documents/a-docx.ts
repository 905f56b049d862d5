import { aZip } from './a-zip.ts'

/** A Word file around the given content of `w:body`. */
export function aDocx(body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="x" xmlns:a="x"><w:body>${body}</w:body></w:document>`
  return aZip([
    {
      name: '[Content_Types].xml',
      content:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    { name: 'word/document.xml', content: document },
    ...Object.entries(parts).map(([name, content]) => ({ name, content })),
  ])
}

export function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
}

export function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `<w:tc>${text.split('\n').map(paragraph).join('')}</w:tc>`
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

/** A content control with an alias and text, or its prompt. */
export function control(
  alias: string,
  text: string,
  options: { prompt?: boolean; checked?: boolean } = {},
): string {
  const prompt = options.prompt === true ? '<w:showingPlcHdr/>' : ''
  const box =
    options.checked === undefined
      ? ''
      : `<w14:checkbox><w14:checked w14:val="${options.checked ? 1 : 0}"/></w14:checkbox>`
  return `<w:p><w:sdt><w:sdtPr><w:alias w:val="${escaped(alias)}"/>${prompt}${box}</w:sdtPr><w:sdtContent><w:r><w:t>${escaped(text)}</w:t></w:r></w:sdtContent></w:sdt></w:p>`
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
