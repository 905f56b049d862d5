import { escaped } from '../a-docx.ts'
import { anOdt } from '../an-odt.ts'
import type { Applicant } from './structures.ts'

const SPACES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"'

function rowsOf(one: Applicant): (readonly [string, string])[] {
  return [
    ['Nom de la structure', one.name],
    ['Forme juridique', one.legalForm[0]],
    [one.identifier[0], one.identifier[1]],
    ['Représentant légal', one.representative],
    ['Qualité', one.role],
    ['Adresse', `${one.street}, ${one.town}`],
    ['Téléphone', one.phone[0]],
    ['Courriel', one.email],
    ['Filière', one.sector[0]],
    ['Date', one.date[0]],
  ]
}

/** A form of controls, as LibreOffice saves it; its build without a screen cannot make one. */
export function controlForm(one: Applicant): Uint8Array {
  const controls = rowsOf(one)
    .map(
      ([label, value], index) =>
        `<form:text form:name="${escaped(label)}" form:id="c${index}" form:current-value="${escaped(value)}"/>`,
    )
    .join('')
  const lines = rowsOf(one)
    .map(([label], index) => `<text:p>${escaped(label)} : <draw:control draw:control="c${index}"/></text:p>`)
    .join('')
  const head = '<text:p>Choix du polynôme industriel</text:p><text:p>FORMULAIRE DE CANDIDATURE</text:p>'
  return anOdt(`${head}${lines}<text:p>Signature :</text:p>`, `<form:form>${controls}</form:form>`)
}

/** The form as a sheet: a question and its answer in each row. */
export function flatSheet(one: Applicant): string {
  const cell = (text: string): string =>
    `<table:table-cell office:value-type="string"><text:p>${escaped(text)}</text:p></table:table-cell>`
  const rows = [
    ['Choix du polynôme industriel', ''],
    ['FORMULAIRE DE CANDIDATURE', ''],
    ...rowsOf(one),
    ['Signature', ''],
  ]
  const body = rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${SPACES} office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="Candidature">${body}</table:table></office:spreadsheet></office:body></office:document>`
}

/** Slides: a text frame each. */
export function flatSlides(slides: readonly (readonly string[])[]): string {
  const pages = slides
    .map((lines, index) => {
      const body = lines.map((line) => `<text:p>${escaped(line)}</text:p>`).join('')
      return `<draw:page draw:name="p${index}" draw:master-page-name="m"><draw:frame svg:width="20cm" svg:height="12cm" svg:x="2cm" svg:y="2cm"><draw:text-box>${body}</draw:text-box></draw:frame></draw:page>`
    })
    .join('')
  const master =
    '<office:automatic-styles><style:page-layout style:name="l"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="m" style:page-layout-name="l"/></office:master-styles>'
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${SPACES} office:mimetype="application/vnd.oasis.opendocument.presentation">${master}<office:body><office:presentation>${pages}</office:presentation></office:body></office:document>`
}
