import { describe, expect, it } from 'vitest'
import type { Instant } from '../../src/base/instant.ts'
import { applicantOf, sectorsOf } from '../../src/dossier/applicant.ts'
import { settled, standing } from '../../src/dossier/standing.ts'
import { structuresOf } from '../../src/dossier/structures.ts'
import { judge } from '../../src/verdict/judge.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { aDocument, aSubmission } from './a-submission.ts'

const WRONG = { name: 'Copra Est', siret: '73282932000074', sector: 'numerique' } as const
const RIGHT = { name: 'Copra Est', siret: '55203253400646', sector: 'logistique' } as const

const form = (name: string, fields: Parameters<typeof aDocument>[0] & object) =>
  aDocument({ name, content: name, roles: ['form'], ...fields })

function at(minute: number, shape: Parameters<typeof aSubmission>[0]) {
  return aSubmission({
    id: `mail ${minute}`,
    receivedAt: `2022-11-22T08:${String(minute).padStart(2, '0')}:00.000Z` as Instant,
    ...shape,
  })
}

describe('a correction takes the place of what it corrects', () => {
  const first = at(1, { documents: [form('formulaire.pdf', { fields: WRONG })] })

  it('a new form speaks alone, sectors included', () => {
    const second = at(2, { documents: [form('corrige.pdf', { fields: RIGHT })], replaces: true })
    const stands = standing([first, second])
    expect(applicantOf(stands)).toMatchObject({ siret: RIGHT.siret, name: 'Copra Est' })
    expect(sectorsOf(stands)).toEqual(['logistique'])
  })

  it('a mail that only gives the right number corrects that number', () => {
    const number = aDocument({
      name: 'courriel',
      content: 'n',
      roles: ['other'],
      fields: { siret: RIGHT.siret },
    })
    const stands = standing([first, at(2, { documents: [number], replaces: true })])
    expect(applicantOf(stands)).toMatchObject({ siret: RIGHT.siret, siren: RIGHT.siret.slice(0, 9) })
    expect(sectorsOf(stands)).toEqual(['numerique'])
  })

  it('what only adds replaces nothing: another sector is proposed', () => {
    const second = at(2, { documents: [form('autre.pdf', { fields: { ...WRONG, sector: 'logistique' } })] })
    expect(sectorsOf(standing([first, second]))).toEqual(['numerique'])
    expect(settled([first, second]).proposals).toMatchObject([
      { field: { kind: 'sector', value: 'logistique' }, before: ['numerique'], submission: second },
    ])
  })
})

describe('two structures in one mail', () => {
  const both = at(1, {
    documents: [
      form('1 lettre.pdf', {
        fields: { name: 'Atelier Un', siret: WRONG.siret, sector: 'numerique', phone: '+262262000001' },
      }),
      form('2 lettre.pdf', {
        fields: {
          name: 'Atelier Deux',
          siret: RIGHT.siret,
          sector: 'logistique',
          email: 'deux@deux.example',
        },
      }),
    ],
  })

  it('are both found, and nothing of the second is shown as the first’s', () => {
    expect(structuresOf([both]).map(({ identity }) => identity.name)).toEqual(['Atelier Un', 'Atelier Deux'])
    const stands = standing([both])
    expect(applicantOf(stands)).toMatchObject({ name: 'Atelier Un', siret: WRONG.siret, email: null })
    expect(sectorsOf(stands)).toEqual(['numerique'])
  })

  it('are for a person to look at, before anything is called missing', () => {
    const verdict = judge([both], sampleCall)
    expect(verdict.completeness).toBe('review')
    expect(verdict.findings.find((finding) => finding.code === 'several-structures')).toMatchObject({
      structures: [{ name: 'Atelier Un' }, { name: 'Atelier Deux', documents: ['2 lettre.pdf'] }],
    })
  })

  it('a partner named in a project is no second structure', () => {
    const project = aDocument({
      name: 'projet.pdf',
      content: 'p',
      roles: ['project'],
      fields: { name: 'Partenaire', siret: RIGHT.siret },
    })
    const one = at(1, { documents: [form('lettre.pdf', { fields: WRONG }), project] })
    expect(structuresOf([one])).toHaveLength(1)
    expect(judge([one], sampleCall).findings.some((finding) => finding.code === 'several-structures')).toBe(
      false,
    )
  })

  it('one number under two spellings of a name is one structure', () => {
    const one = at(1, {
      documents: [
        form('a.pdf', { fields: { name: 'SARL Bois Rouge', siret: WRONG.siret } }),
        form('b.pdf', { fields: { name: 'B.R. Menuiserie', siret: WRONG.siret } }),
      ],
    })
    expect(structuresOf([one])).toHaveLength(1)
  })
})

it('two forms in one paper are two structures, and no fact of either is shown as the applicant’s', () => {
  const paper = form('tout.pdf', { fields: { name: 'Atelier Un', siret: WRONG.siret } })
  const extract = { document: 'tout.pdf', page: 2, text: 'SIRET' }
  const second = { kind: 'siret' as const, value: RIGHT.siret, confidence: 0.95, extract }
  const fields = paper.fields.map((field) => ({ ...field, confidence: 0.95 }))
  const one = at(1, { documents: [{ ...paper, fields: [...fields, second] }] })
  expect(structuresOf([one]).map(({ identity }) => identity.siren)).toEqual(['732829320', '552032534'])
  expect(applicantOf(standing([one]))).toMatchObject({ name: null, siret: null })
  expect(judge([one], sampleCall).completeness).toBe('review')
})
