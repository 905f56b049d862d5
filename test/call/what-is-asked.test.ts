import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCall } from '../../src/settings/call-file.ts'

const FILE = resolve(
  import.meta.dirname,
  '../../config/calls/examples/subvention-locale-vie-associative.yaml',
)
const GOOD = readFileSync(FILE, 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'recepisse-asked-'))

function complaint(from: string, to: string): string {
  expect(GOOD).toContain(from)
  const path = join(folder, 'call.yaml')
  writeFileSync(path, GOOD.replace(from, to))
  try {
    readCall(path)
    return ''
  } catch (error) {
    return String(error)
  }
}

const KIND =
  'labels: [Montant demandé, Montant de la subvention demandée, Subvention demandée]\n    type: money\n'

describe('a call’s file that asks the impossible', () => {
  it.each([
    [
      'a sector unknown in when',
      'when: { legalForm: [societe, ei] }',
      'when: { sector: [peche] }',
      'requiredDocuments.4.when.sector.0',
    ],
    [
      'a class of legal forms that is none',
      'legalForm: [societe, ei]',
      'legalForm: [societe, eirl]',
      'requiredDocuments.4.when.legalForm.1',
    ],
    [
      'a condition that says nothing',
      'when: { legalForm: [societe, ei] }',
      'when: {}',
      'requiredDocuments.4.when',
    ],
    [
      'a role unknown in allOf',
      'anyOf: [budget]',
      'allOf: [{ role: bugdet, extension: pdf }]',
      'requiredDocuments.2.allOf.0.role',
    ],
    [
      'anyOf and allOf at once',
      'anyOf: [budget],',
      'anyOf: [budget], allOf: [{ role: budget }],',
      'requiredDocuments.2.allOf',
    ],
    ['neither anyOf nor allOf', 'anyOf: [budget], ', '', 'requiredDocuments.2'],
    [
      'least above most',
      'optional: true, most: 3',
      'optional: true, least: 4, most: 3',
      'requiredDocuments.7.most',
    ],
    ['a kind that nobody knows', 'anyOf: [[montant]]', 'anyOf: [[montants]]', 'requiredFields.2.anyOf.0.0'],
    ['a role unknown in in', 'in: [form]', 'in: [formulaire]', 'requiredFields.2.in.0'],
    ['a kind named as one of the house', '- id: montant\n', '- id: phone\n', 'kinds.0.id'],
    [
      'a bound of a text',
      `${KIND}    least: 500\n`,
      `${KIND.replace('money', 'text')}    least: 500\n`,
      'kinds.0.least',
    ],
    ['a slow pattern', KIND, `${KIND.replace('money', 'text')}    pattern: '(a|ab)+'\n`, 'kinds.0.pattern'],
    ['a piece that nothing tells', 'titles: [Devis]\n    names: [devis]\n', '', 'pieces.5'],
    ['a period that is none', 'notOlderThan: P3M', 'notOlderThan: 3 mois', 'pieces.0.notOlderThan'],
    [
      'nobody who could apply',
      'sectors:\n',
      'applicants: { persons: false, organisations: false }\nsectors:\n',
      'applicants',
    ],
  ])('is refused with line and column for %s', (_, from, to, key) => {
    const told = complaint(from, to)
    expect(told).toContain(`${key}:`)
    expect(told).toMatch(/call\.yaml:[1-9]\d*:[1-9]\d*:/)
  })

  it('is taken as it is, and so is what an older file says', () => {
    expect(complaint('anyOf: [budget]', 'anyOf: [budget]')).toBe('')
    const { call } = readCall(resolve(FILE, '../../exemple-val-de-louvre-2026.yaml'))
    expect(call.pieces[0]).toMatchObject({ role: 'statutes', like: 'any', names: [] })
    expect(call.requiredDocuments[0]).toMatchObject({ allOf: [], least: 1, optional: false, assumed: false })
  })
})
