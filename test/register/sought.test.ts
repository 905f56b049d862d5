import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { EVERYTHING } from '../../src/register/desk.ts'
import { soughtWords } from '../../src/register/sought.ts'
import type { ApplicationView } from '../../src/register/views.ts'
import { aClaimant, aMail, applied, formOf, provenFor } from '../steps/a-claimant.ts'
import { aService, type SmallService } from '../steps/a-service.ts'

let service: SmallService
let one: ApplicationView
const who = aClaimant(1)
const other = aClaimant(2)

beforeAll(async () => {
  service = await aService()
  const opened = await service.take(applied(who), '2026-03-03T06:00:00.000Z')
  const form = formOf(other, { phone: '0692 44 55 66' })
  await service.take(
    aMail({ from: other.address, told: provenFor(other.address), files: { 'formulaire.txt': form } }),
    '2026-03-03T07:00:00.000Z',
  )
  await service.take(
    aMail({
      from: who.address,
      told: provenFor(who.address),
      subject: 'Plaquette de la torréfaction',
      text: `Bonjour, voici la suite de notre candidature à l'appel Territoires d'industrie, de ${who.name}.`,
      files: { 'suite.txt': `Présentation de la structure\n${who.name} torréfie du café.` },
    }),
    '2026-03-03T08:00:00.000Z',
  )
  const found = opened.number === null ? null : await service.register.application(opened.number)
  if (found === null) throw new Error('the application is not in the register')
  one = found
})
afterAll(() => service[Symbol.asyncDispose]())

async function found(text: string): Promise<readonly string[]> {
  const { lines } = await service.register.lines({ ...EVERYTHING, text }, 0, 10)
  return lines.map(({ number }) => number)
}

const phone = () => one.applicant.phone ?? ''
/** « 0262 11 22 33 » */
const dialled = (gap: string) =>
  `0${phone().slice(-9)}`.replace(/(\d{4})(\d\d)(\d\d)(\d\d)/, `$1${gap}$2${gap}$3${gap}$4`)

it.each([
  ['its number', () => one.number],
  ['its number without the dash, in small letters', () => one.number.replace('-', '').toLowerCase()],
  ['its telephone as it is dialled', () => dialled('')],
  ['its telephone with blanks', () => dialled(' ')],
  ['its telephone with dots', () => dialled('.')],
  ['its telephone from abroad', () => phone()],
  ['its telephone from abroad with noughts', () => phone().replace('+', '00')],
  ['its telephone with hard blanks and a nought in brackets', () => phone().replace('+262', '+262\u00A0(0)')],
  ['the beginning of its telephone', () => dialled(' ').slice(0, 10)],
  ['its telephone behind its name', () => `${who.name} ${dialled(' ')}`],
  ['its SIRET', () => who.siret],
  ['its SIREN, set apart', () => who.siret.slice(0, 11)],
  ['its SIRET without blanks', () => who.siret.replaceAll(' ', '')],
  ['who wrote', () => who.address],
  ['words of a later subject, without accents', () => 'torrefaction plaquette'],
  ['a word of a document', () => 'torréfie'],
  ['words of a document and of a mail together', () => 'CAFE plaquette'],
  ['the beginning of a word', () => 'torréf'],
  ['its name', () => who.name.toUpperCase()],
])('an application is found by %s, and no other', async (_, text) => {
  expect(await found(text())).toEqual([one.number])
})

it('a telephone is found with its first nought or without it, near or from abroad, as its country writes it', async () => {
  const named: Record<string, string> = {
    '692412033': '0692 41 20 33',
    '+49 30 901820': '+49 30 901820',
    '02 512 34 56': '+32 2 512 34 56',
  }
  const numbers: string[] = []
  for (const [index, phone] of Object.values(named).entries()) {
    const client = aClaimant(20 + index)
    const files = { 'formulaire.txt': formOf(client, { phone }) }
    const mail = aMail({ from: client.address, told: provenFor(client.address), files })
    numbers.push((await service.take(mail, `2026-03-04T0${index}:00:00.000Z`)).number ?? '')
  }
  const [mobile, berlin, brussels] = numbers
  const ways: readonly (readonly [string, string | undefined])[] = [
    ['692 41 20 33', mobile],
    ['692412033', mobile],
    ['0692.41.20.33', mobile],
    ['692 41 20', mobile],
    ['030 901820', berlin],
    ['030/901820', berlin],
    ['0049 30 901820', berlin],
    ['02 512 34 56', brussels],
    ['2 512 34 56', brussels],
  ]
  for (const [text, number] of ways) expect([text, await found(text)]).toEqual([text, [number]])
  for (const near of ['692 41 20 34', '031 901820', '0692 41 21'])
    expect([near, await found(near)]).toEqual([near, []])
})

it.each([
  ['another telephone', () => dialled('').replace(/.$/, (last) => String((Number(last) + 1) % 10))],
  ['a word that nobody wrote', () => 'brasserie'],
  ['a sign that LIKE reads otherwise', () => '%'],
])('nothing is found by %s', async (_, text) => {
  expect(await found(text())).toEqual([])
})

it('whoever quotes a number comes behind whose number it is', async () => {
  for (const index of [3, 4])
    await service.take(
      applied({ ...aClaimant(index), name: `Fabrique ${one.number} ${index}` }),
      `2026-03-04T0${index}:00:00.000Z`,
    )
  for (const text of [one.number, one.number.replace('-', ''), `${one.number.toLowerCase()} `])
    expect((await found(text))[0]).toBe(one.number)
  expect((await found(one.number)).length).toBe(3)
})

it('however the digits of a number are set apart, it is one word', () => {
  const gaps = fc.array(fc.constantFrom('', ' ', '.', '-', '  '), { minLength: 9, maxLength: 9 })
  fc.assert(
    fc.property(gaps, fc.stringMatching(/^[1-9]\d{9}$/), (between, digits) => {
      const text = [...digits].map((digit, index) => digit + (between[index] ?? '')).join('')
      expect(soughtWords(text)).toEqual([{ ways: [digits, `0${digits}`], begins: true }])
    }),
  )
  expect(soughtWords('12 ateliers en 2025').flatMap(({ ways }) => ways)).toEqual([
    '12',
    'ateliers',
    'en',
    '2025',
  ])
})
