import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readXlsx } from '../../src/adapters/readers/xlsx.ts'
import { officePart, openArchive } from '../../src/adapters/readers/zip.ts'
import { writeWorkbook } from '../../src/adapters/spreadsheet/write-workbook.ts'
import { RegistrationNumber } from '../../src/base/ids.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import { wholeText } from '../../src/documents/text/page.ts'
import { type Comparison, comparisonOf } from '../../src/exports/comparison.ts'
import { comparisonSheet } from '../../src/exports/comparison-sheet.ts'
import type { ApplicationView } from '../../src/register/views.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { aClaimant, applied } from '../steps/a-claimant.ts'
import { aService, type SmallService } from '../steps/a-service.ts'

const ALPHABET = { order: 'alphabet' } as const
let service: SmallService
let applications: readonly ApplicationView[]
beforeAll(async () => {
  service = await aService()
  for (const [index, who] of [7, 3, 5].entries())
    await service.take(applied(aClaimant(who)), `2026-03-10T06:0${index}:00.000Z`)
  applications = await service.register.applications(sampleCall.id)
}, 120_000)
afterAll(() => service[Symbol.asyncDispose]())

const sectorOf = ({ sectors }: ApplicationView) => sectors[0] ?? null
const rowOf = ({ rows }: Comparison, label: string) => rows.find((row) => row.label === label)?.cells ?? []

it('lays the candidates of one category side by side: each fact with the place where it was read', () => {
  const [first] = applications
  const asked = { ...ALPHABET, sector: sectorOf(first!) }
  const comparison = comparisonOf(applications, sampleCall, asked)
  const members = applications.filter((one) => sectorOf(one) === asked.sector)
  expect(comparison.candidates.map(({ number }) => number).sort()).toEqual(
    members.map(({ number }) => number).sort(),
  )
  const index = comparison.candidates.findIndex(({ number }) => number === first!.number)
  const [name] = rowOf(comparison, 'Nom de la structure')[index] ?? []
  expect(name?.text).toBe(first!.applicant.name)
  expect(name?.where).toMatch(/^.+\.(txt|pdf), p\.\u00A01$/)
  for (const { cells } of comparison.rows) expect(cells).toHaveLength(members.length)
})

it('a value that a person established says so', async () => {
  const [first] = applications
  const mail = first?.mails[0]?.fingerprint
  const correction = { what: 'field', kind: 'phone', value: '+262692000000' } as const
  await service.register.correct(mail!, correction, { by: 'a', reason: 'r' }, service.clock.now())
  await service.concludeAll()
  const now = await service.register.applications(sampleCall.id)
  const told = await service.register.corrections(null)
  const comparison = comparisonOf(now, sampleCall, { ...ALPHABET, sector: sectorOf(first!) }, told)
  const index = comparison.candidates.findIndex(({ number }) => number === first!.number)
  expect(rowOf(comparison, 'Téléphone')[index]).toEqual([
    { text: '0692\u00A000\u00A000\u00A000', where: 'indiqué par un agent' },
  ])
})

it('criteria of the call are empty rows; without any, so are some without a word; nothing is added up', async () => {
  const criteria = ['Intérêt pour le territoire', 'Calendrier']
  const call = { ...sampleCall, selection: { source: 'section C', criteria } }
  const asked = { ...ALPHABET, sector: sectorOf(applications[0]!) }
  const sheet = comparisonSheet(comparisonOf(applications, call, asked), call.shortTitle)
  const named = sheet.rows.filter(([label]) => criteria.includes(String(label)))
  expect(named).toHaveLength(2)
  expect(named.flatMap(([, ...cells]) => cells).join('')).toBe('')
  const blank = comparisonSheet(comparisonOf(applications, sampleCall, asked), '').rows
  expect(blank.filter(([label]) => label === '…')).toHaveLength(6)
  const workbook = await writeWorkbook([sheet])
  await using archive = await openArchive(workbook)
  const xml = (await officePart(archive, 'xl/worksheets/sheet1.xml')) ?? ''
  expect(xml).toContain('orientation="landscape"')
  expect(xml).not.toMatch(/<f[ >]|autoFilter|<c [^>]*t="n"/)
  const text = wholeText((await readXlsx(workbook)).reading.pages)
  expect(text).not.toMatch(/\b(note|score|total|rang|classement|points?)\b/i)
})

it('the order is that of names or of receipts, whatever the program thinks of a dossier', () => {
  const [template] = applications
  const one = fc.record({
    name: fc.option(fc.string({ minLength: 1, maxLength: 8 })),
    minute: fc.nat(500),
    completeness: fc.constantFrom('complete', 'incomplete', 'review' as const),
    timeliness: fc.constantFrom('on_time', 'late', 'contested' as const),
    few: fc.boolean(),
  })
  const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
  const views = fc.array(one, { maxLength: 20 }).map((all) =>
    all.map(
      ({ name, minute, completeness, timeliness, few }, index): ApplicationView => ({
        ...template!,
        number: RegistrationNumber.parse(`TD26-2222${letters[index]}`),
        sectors: [],
        receivedAt: later('2026-03-10T06:00:00.000Z' as Instant, minute * 60_000),
        applicant: { ...template!.applicant, name },
        verdict: {
          ...template!.verdict,
          completeness: completeness as 'complete',
          timeliness: timeliness as 'late',
          findings: few ? [] : template!.verdict.findings,
        },
      }),
    ),
  )
  fc.assert(
    fc.property(views, fc.constantFrom('alphabet', 'receipt' as const), (all, order) => {
      const numbers = (some: readonly ApplicationView[]) =>
        comparisonOf(some, sampleCall, { sector: null, order: order as 'alphabet' }).candidates.map(
          ({ number }) => number,
        )
      const plain = all.map((view) => ({ ...view, verdict: template!.verdict }))
      expect(numbers(all)).toEqual(numbers(plain.toReversed()))
      const times = numbers(all).map((number) => all.find((view) => view.number === number)?.receivedAt ?? '')
      if (order === 'receipt') expect(times).toEqual(times.toSorted())
      else {
        const names = numbers(all).map((number) => all.find((view) => view.number === number)?.applicant.name)
        const given = names.filter((name) => name != null)
        expect(names.slice(given.length).every((name) => name === null)).toBe(true)
        expect(given).toEqual(given.toSorted((left, right) => left.localeCompare(right, 'fr')))
      }
    }),
  )
})
