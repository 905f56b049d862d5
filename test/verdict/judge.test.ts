import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instant } from '../../src/base/instant.ts'
import type { Document } from '../../src/documents/document.ts'
import { judge, RULES, requirementsOf } from '../../src/verdict/judge.ts'
import { aDocument, aSubmission } from '../dossier/a-submission.ts'
import { call } from '../the-call.ts'

const FIELDS = {
  name: 'Alpha',
  siret: '70000001100010',
  representative: 'Lise Ombrelle',
  role: 'gérante',
  email: 'a@alpha.example',
  sector: 'energie',
  date: '21 novembre 2022',
  signature: 'signé',
} as const
const FORM = aDocument({ name: 'formulaire.pdf', roles: ['form'], fields: FIELDS })
const PRESENTATION = aDocument({ name: 'plaquette.pdf', roles: ['presentation'] })
const PROJECT = aDocument({ name: 'projet.pdf', roles: ['project'] })

function verdictOn(...documents: Document[]) {
  return judge([aSubmission({ documents })], call)
}

function statusesOf(...documents: Document[]) {
  return Object.fromEntries(
    requirementsOf(verdictOn(...documents).findings).map((finding) => [
      finding.id,
      `${finding.status} ${finding.reason}`,
    ]),
  )
}

describe('what is missing', () => {
  it('is nothing when form, presentation and project are there', () => {
    expect(verdictOn(FORM, PRESENTATION, PROJECT).completeness).toBe('complete')
  })

  it('is named when it is not there, and only that', () => {
    expect(statusesOf(FORM, PRESENTATION)).toMatchObject({
      form: 'met found',
      presentation: 'met found',
      project: 'missing not_detected',
    })
    expect(verdictOn(FORM, PRESENTATION).completeness).toBe('incomplete')
  })

  it('may be one document that serves all three', () => {
    expect(
      verdictOn(
        aDocument({ name: 'dossier.pdf', roles: ['form', 'presentation', 'project'], fields: FIELDS }),
      ).completeness,
    ).toBe('complete')
  })

  it('is unclear, never missing, when a piece could not be read', () => {
    const locked = aDocument({ name: 'dossier.pdf', problem: 'encrypted', roles: ['other'], words: 0 })
    expect(statusesOf(FORM, locked)).toMatchObject({
      presentation: 'unclear unreadable_document',
      project: 'unclear unreadable_document',
    })
    expect(verdictOn(FORM, locked).completeness).toBe('review')
  })

  it('is unclear beside a paper of which nothing says what it is, and what was asked for is not', () => {
    const paper = aDocument({ name: 'annexe.pdf', unknown: true })
    expect(statusesOf(FORM, PRESENTATION, paper)).toMatchObject({
      presentation: 'met found',
      project: 'unclear found_weakly',
    })
    expect(verdictOn(FORM, PRESENTATION, PROJECT, paper).completeness).toBe('complete')
    const extract = aDocument({ name: 'kbis.pdf' })
    expect(statusesOf(FORM, PRESENTATION, extract)).toMatchObject({ project: 'missing not_detected' })
    expect(statusesOf(FORM, PRESENTATION, { ...paper, listsCandidates: true })).toMatchObject({
      project: 'missing not_detected',
    })
  })

  it('is unclear when the pieces are behind a link', () => {
    const link = aDocument({ name: 'we.tl', problem: 'external_link', words: 0 })
    expect(statusesOf(link)).toMatchObject({ form: 'unclear external_link', name: 'unclear external_link' })
  })

  it('is not helped by a signature logo that nobody can read', () => {
    const logo = aDocument({ name: 'image001.png', roles: ['decor'], words: 0 })
    expect(statusesOf(FORM, logo)).toMatchObject({ presentation: 'missing not_detected' })
  })

  it('is the form when it came back empty', () => {
    expect(statusesOf(aDocument({ roles: ['form'], emptyTemplate: true }))).toMatchObject({
      form: 'missing empty_template',
    })
  })

  it('is never a signature: it is unclear', () => {
    const { signature, ...unsigned } = FIELDS
    expect(statusesOf(aDocument({ roles: ['form'], fields: unsigned }))).toMatchObject({
      signature: 'unclear cannot_be_seen',
    })
    expect(signature).toBe('signé')
  })

  it('is not the identifier of a structure that is being registered', () => {
    const registering = aDocument({
      roles: ['form'],
      fields: { siret: 'en cours' },
      pending: true,
      confidence: 0.3,
    })
    expect(statusesOf(registering)).toMatchObject({ identifier: 'unclear being_registered' })
  })

  it('is not the number of another register, which staff are told of', () => {
    const abroad = aDocument({
      roles: ['form'],
      fields: { siret: 'CHE-116.281.710' },
      elsewhere: true,
      confidence: 0.3,
    })
    expect(statusesOf(abroad)).toMatchObject({ identifier: 'unclear registered_elsewhere' })
  })

  it('is no identifier when name, postal and e-mail address stand for it', () => {
    const { siret, ...others } = FIELDS
    expect(
      statusesOf(
        aDocument({ roles: ['form'], fields: { ...others, postal_address: '1 rue X, 97470 Saint-Benoît' } }),
      ),
    ).toMatchObject({ identifier: 'met found' })
    expect(siret).toHaveLength(14)
  })
})

describe('when it came', () => {
  const at = (text: string) => text as Instant
  const both = (boundary: string, internaldate: string) => [
    { source: 'boundary' as const, at: at(boundary) },
    { source: 'internaldate' as const, at: at(internaldate) },
  ]

  it.each([
    [
      'both clocks before',
      '2022-11-23T11:59:50.000Z',
      both('2022-11-23T11:59:50.000Z', '2022-11-23T11:59:55.000Z'),
      'boundary',
      'on_time',
    ],
    [
      'the clocks on both sides',
      '2022-11-23T11:59:58.000Z',
      both('2022-11-23T11:59:58.000Z', '2022-11-23T12:00:03.000Z'),
      'boundary',
      'contested',
    ],
    [
      'only the sender’s clock, near',
      '2022-11-23T11:00:00.000Z',
      [{ source: 'date' as const, at: at('2022-11-23T11:00:00.000Z') }],
      'date',
      'contested',
    ],
    [
      'only the sender’s clock, days before',
      '2022-11-10T11:00:00.000Z',
      [{ source: 'date' as const, at: at('2022-11-10T11:00:00.000Z') }],
      'date',
      'on_time',
    ],
    [
      'long after',
      '2022-11-28T08:00:00.000Z',
      both('2022-11-28T08:00:00.000Z', '2022-11-28T08:00:01.000Z'),
      'boundary',
      'late',
    ],
  ] as const)('%s', (_, receivedAt, clocks, source, expected) => {
    expect(
      judge([aSubmission({ receivedAt: at(receivedAt), clocks: [...clocks], source })], call).timeliness,
    ).toBe(expected)
  })
})

it('contests what came late while our own service was away at the deadline, and only that', () => {
  const at = (text: string) => text as Instant
  const outages = [{ from: at('2022-11-23T11:00:00.000Z'), until: at('2022-11-23T14:00:00.000Z') }]
  const undisputed = { ...call, deadline: { ...call.deadline, contestedUntil: undefined } }
  const late = aSubmission({ receivedAt: at('2022-11-23T12:30:00.000Z') })
  expect(judge([late], undisputed).timeliness).toBe('late')
  expect(judge([late], undisputed, outages).timeliness).toBe('contested')
  expect(
    judge([aSubmission({ receivedAt: at('2022-11-23T11:30:00.000Z') })], undisputed, outages).timeliness,
  ).toBe('on_time')
})

it('the order of rules never changes the findings', () => {
  const someDocuments = fc.subarray([
    FORM,
    PRESENTATION,
    PROJECT,
    aDocument({ name: 'x.pdf', problem: 'encrypted' }),
    aDocument({ name: 'vide.pdf', roles: ['form'], emptyTemplate: true }),
  ])
  const anOrder = fc.shuffledSubarray([...RULES], { minLength: RULES.length, maxLength: RULES.length })
  const sorted = (findings: readonly unknown[]) => findings.map((finding) => JSON.stringify(finding)).sort()
  fc.assert(
    fc.property(someDocuments, anOrder, (documents, rules) => {
      const submissions = [aSubmission({ documents })] as const
      const [one, other] = [judge([...submissions], call), judge([...submissions], call, [], rules)]
      expect(sorted(other.findings)).toEqual(sorted(one.findings))
      expect({ ...other, findings: [] }).toEqual({ ...one, findings: [] })
    }),
  )
})
