import { aZip } from './a-zip.ts'

/** An OpenDocument text around the given forms and text. */
export function anOdt(text: string, forms = ''): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:form="f" xmlns:draw="d" xmlns:svg="s"><office:body><office:text><office:forms>${forms}</office:forms>${text}</office:text></office:body></office:document-content>`
  return aZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    { name: 'content.xml', content },
  ])
}
