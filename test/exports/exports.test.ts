import { expect, it } from 'vitest'
import { printRegister } from '../../src/adapters/print/deposit-register.ts'
import { readPdf } from '../../src/adapters/readers/pdf.ts'
import { readXlsx } from '../../src/adapters/readers/xlsx.ts'
import { officePart, openArchive } from '../../src/adapters/readers/zip.ts'
import { writeWorkbook } from '../../src/adapters/spreadsheet/write-workbook.ts'
import { Day } from '../../src/base/day.ts'
import { Fingerprint, RegistrationNumber } from '../../src/base/ids.ts'
import type { Instant } from '../../src/base/instant.ts'
import type { Listed } from '../../src/documents/received.ts'
import { wholeText } from '../../src/documents/text/page.ts'
import { type ApplicationRecord, applicationRecord } from '../../src/exports/application-record.ts'
import { asCsv } from '../../src/exports/csv.ts'
import { workbookOf } from '../../src/exports/register-table.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService } from '../steps/a-service.ts'

const AT = '2026-03-17T08:00:00.000Z' as Instant
const BUDGET = { members: 10, bytes: 1e8, stillWorking: async () => undefined, recognise: true }
const FORMULA = '=HYPERLINK("http://ailleurs.example","ici")'

function aRecord(over: Partial<ApplicationRecord> = {}): ApplicationRecord {
  return {
    number: RegistrationNumber.parse('TD26-7K4QX'),
    name: FORMULA,
    legalForm: null,
    siret: '00012345600017',
    rna: null,
    representative: '+33 formule',
    role: null,
    email: null,
    phone: '0262 11 22 33',
    address: null,
    sectors: [sampleCall.sectors[0]?.id ?? ''],
    receivedAt: AT,
    receivedLocally: '',
    receiptSource: 'boundary',
    unscanned: false,
    timeliness: 'on_time',
    completeness: 'incomplete',
    missing: ['project'],
    unclear: [],
    sender: 'contact@usine.example',
    paper: false,
    postmark: null,
    ruledAt: null,
    ruledBy: null,
    documents: ['formulaire.pdf'],
    pieces: ['formulaire.pdf'],
    eligibility: null,
    eligibilityReason: null,
    eligibilityBy: null,
    eligibilityAt: null,
    mails: 2,
    held: false,
    outcome: 'not_selected',
    outcomeAct: '=1+1',
    outcomeOn: null,
    ...over,
  }
}

it('the workbook has the register, a sheet for each sector, filters, frozen titles, and no formula', async () => {
  const sheets = workbookOf([aRecord()], sampleCall)
  expect(sheets.map(({ name }) => name.length <= 31)).not.toContain(false)
  const workbook = await writeWorkbook(sheets)
  await using archive = await openArchive(workbook)
  const first = (await officePart(archive, 'xl/worksheets/sheet1.xml')) ?? ''
  expect(first).toContain('<autoFilter ref="A1:Z2"/>')
  expect(first).toContain('state="frozen"')
  expect(first).not.toMatch(/<f[ >]/)
  const { pages } = (await readXlsx(workbook)).reading
  expect(pages.length).toBe(2 + sampleCall.sectors.length)
  expect(wholeText(pages.slice(0, 1))).toContain(FORMULA)
  expect(wholeText(pages.slice(0, 1))).toContain('000 123 456 00017')
})

it('a moment is a date of the spreadsheet, on the wall clock of the call', async () => {
  const workbook = await writeWorkbook(workbookOf([aRecord()], sampleCall))
  await using archive = await openArchive(workbook)
  const first = (await officePart(archive, 'xl/worksheets/sheet1.xml')) ?? ''
  // 17 March 2026, 12:00 in Indian/Reunion, in days since 1900.
  expect(first).toContain('<v>46098.5</v>')
})

it('lists print across on A4, as wide as a page, their titles again on each; what a committee reads is printed', async () => {
  const workbook = await writeWorkbook(workbookOf([aRecord()], { ...sampleCall, shortTitle: 'Eau & bois' }))
  await using archive = await openArchive(workbook)
  const first = (await officePart(archive, 'xl/worksheets/sheet1.xml')) ?? ''
  expect(first).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/)
  expect(first).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
  expect(first.match(/<pageMargins/g)).toHaveLength(1)
  expect(first).toContain('&amp;LEau &#38;&#38; bois&amp;C')
  expect(first).toMatch(/<row [^>]*ht="28"/)
  const whole = (await officePart(archive, 'xl/workbook.xml')) ?? ''
  expect(whole).toContain('localSheetId="0">\'Registre\'!$A$1:$J$2</definedName>')
  expect(whole).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">\'Registre\'!$1:$1<')
})

it('the last sheet counts by category, those without any too', async () => {
  const figures = workbookOf([aRecord(), aRecord({ sectors: [] })], sampleCall).at(-1)
  expect(figures).toMatchObject({ name: 'Statistiques', laidOut: 'table' })
  expect(figures?.rows.map(([label, received]) => [label, received])).toEqual([
    ['Le numérique', 1],
    ['La logistique', 0],
    ['Non détectée', 1],
    ['Toutes', 2],
  ])
})

it.each([
  ['+262262501122', ';0262 50 11 22;'],
  ['+33123456789', ';01 23 45 67 89;'],
  ['+3221234567', ';003221234567;'],
])('the telephone %s is written as people do, and nothing runs', (phone, cell) => {
  const csv = asCsv([{ call: sampleCall, records: [aRecord({ phone, siret: '70000004500018' })] }])
  expect(csv).toContain(cell)
  expect(csv).toContain(';700 000 045 00018;')
})

it('what lacks is told in the words of the call, and who applied by the address where no name is known', () => {
  const record = aRecord({ name: null, missing: ['presentation'], unclear: ['project'] })
  const csv = asCsv([{ call: sampleCall, records: [record] }])
  expect(csv).toContain('Candidat non identifié – contact@usine.example')
  expect(csv).toContain('Une présentation de la structure')
  expect(csv).not.toMatch(/;presentation;|;project;/)
})

it('a cell of the CSV that a spreadsheet would run begins with an apostrophe', () => {
  const csv = asCsv([{ call: sampleCall, records: [aRecord()] }])
  expect(csv.startsWith('\uFEFF')).toBe(true)
  expect(csv).toContain(`"'=HYPERLINK`)
  expect(csv).toContain(`;'+33 formule;`)
})

it('the register of deposits is a tagged PDF in French, in order of receipt, whatever letters names bear', async () => {
  const records = Array.from({ length: 60 }, (_, index) =>
    aRecord({
      pieces: [`pièce-${index}.pdf`],
      name: `Œuvre ș ễ ${index}`,
      receivedAt: `2026-03-17T08:00:${String(59 - index).padStart(2, '0')}.000Z` as Instant,
    }),
  )
  const bytes = await printRegister(records, sampleCall, AT, null)
  const text = Buffer.from(bytes).toString('latin1')
  expect(text).toContain('/MarkInfo')
  expect(text).toContain('/Lang (fr-FR)')
  expect(text).toMatch(/\/S \/TH/)
  const { pages } = (await readPdf(bytes, BUDGET)).reading
  expect(pages.length).toBeGreaterThan(1)
  const all = wholeText(pages)
  expect(all).toContain('Registre des dépôts')
  expect(all).toContain('Œuvre ș ễ 59')
  expect(all.indexOf('Œuvre ș ễ 59')).toBeLessThan(all.indexOf('Œuvre ș ễ 58'))
})

it('the register of deposits says who sent, what was ruled as ruled, paper by its postmark, and the category', async () => {
  const records = [
    aRecord({ name: null, pieces: ['Dossier.zip (formulaire.pdf)'], documents: ['we.tl', 'Dossier.zip'] }),
    aRecord({
      paper: true,
      postmark: Day.parse('2026-03-16'),
      eligibility: 'not_eligible',
      eligibilityReason: 'secret',
    }),
    aRecord({
      timeliness: 'on_time',
      ruledAt: '2026-03-21T05:00:00.000Z' as Instant,
      ruledBy: 'a@b.example',
    }),
  ]
  const { pages } = (await readPdf(await printRegister(records, sampleCall, AT, null), BUDGET)).reading
  const all = wholeText(pages).replace(/\s+/g, ' ')
  expect(all).toContain('contact@usine.example')
  expect(all).toContain('cachet de la poste')
  expect(all).not.toContain('déposée au guichet')
  expect(all).toContain('décision d’un agent')
  expect(all).toContain('Le numérique')
  expect(all).not.toContain('we.tl')
  // It is a register of deposits: what was decided later is none of it.
  expect(all).not.toMatch(/recevable|secret/)
})

/** A file as the register lists it. */
function listed(name: string): Listed {
  return { kind: 'file', name, sha256: Fingerprint.parse('0'.repeat(64)), decor: false }
}

const TURNED = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/

it('no mark that turns the direction of writing, or that nobody sees, leaves in an export', async () => {
  const evil = 'a\u202Efdp.exe\u202C\u2066b\u2069\u200E\u200F\u200B.txt'
  const nothing = (await aSummary()).applicant
  const applicant = Object.fromEntries(Object.keys(nothing).map((key) => [key, evil])) as typeof nothing
  const record = applicationRecord(
    { ...(await aSummary()), applicant, documents: [listed(evil)] },
    sampleCall,
  )
  expect(record).toMatchObject({
    name: 'afdp.exeb.txt',
    address: 'afdp.exeb.txt',
    documents: ['afdp.exeb.txt'],
    pieces: ['afdp.exeb.txt'],
  })
  expect(JSON.stringify(record)).not.toMatch(TURNED)
  // The mark at the very start is ours: Excel wants it.
  expect(asCsv([{ call: sampleCall, records: [record] }]).slice(1)).not.toMatch(TURNED)
  const { pages } = (await readXlsx(await writeWorkbook(workbookOf([record], sampleCall)))).reading
  expect(wholeText(pages)).toContain('afdp.exeb.txt')
  await using archive = await openArchive(await writeWorkbook(workbookOf([record], sampleCall)))
  expect(await officePart(archive, 'xl/sharedStrings.xml')).not.toMatch(TURNED)
})

it('accents, spaces of French and letters of other writings leave as they are', async () => {
  const plain = 'Société « L’Éclair » : n\u00A0°\u202F1, مؤسسة, 株式会社'
  const summary = await aSummary()
  const record = applicationRecord(
    { ...summary, applicant: { ...summary.applicant, name: plain } },
    sampleCall,
  )
  expect(record.name).toBe(plain)
})

/** One application as the register sums it up. */
async function aSummary() {
  await using service = await aService()
  await service.take(application('Usine Verte'), AT)
  const [summary] = await service.register.summaries(sampleCall.id)
  if (summary === undefined) throw new Error('the application is in the register')
  return summary
}
