import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instant } from '../../src/base/instant.ts'
import type { Call } from '../../src/call/call.ts'
import type { Document } from '../../src/documents/document.ts'
import { readCall } from '../../src/settings/call-file.ts'
import type { Finding } from '../../src/verdict/finding.ts'
import { judge, missingIn, requirementsOf, toVerifyIn } from '../../src/verdict/judge.ts'
import { remarkInWords } from '../../src/verdict/words.ts'
import { aDocument, aSubmission } from '../dossier/a-submission.ts'

const example = (name: string): Call =>
  readCall(resolve(import.meta.dirname, `../../config/calls/examples/${name}.yaml`)).call
const subsidy = example('subvention-locale-vie-associative')
const contest = example('concours-photo')
const residency = example('residence-artistes')
const RECEIVED = '2026-03-12T09:00:00.000Z' as Instant

function verdictOn(call: Call, ...documents: Document[]) {
  return judge([aSubmission({ receivedAt: RECEIVED, documents })], call)
}

function statusOf(id: string, call: Call, ...documents: Document[]): string {
  const found = requirementsOf(verdictOn(call, ...documents).findings).find((finding) => finding.id === id)
  return `${found?.status} ${found?.reason}`
}

const form = (fields: Readonly<Record<string, string>>): Document =>
  aDocument({ name: 'demande.pdf', roles: ['form'], fields: { name: 'Alpha', ...fields } })
const KBIS = aDocument({ name: 'kbis.pdf', roles: ['kbis'] })

describe('a piece that is asked of some', () => {
  it.each([
    ['of a company', { legal_form: 'SARL' }, 'missing not_detected'],
    ['of an individual', { legal_form: 'micro-entreprise' }, 'missing not_detected'],
    ['of a cooperative, a company as well', { legal_form: 'SCOP' }, 'missing not_detected'],
    ['not of an association', { legal_form: 'association' }, 'not_applicable not_asked'],
    ['not of what has a number of associations', { rna: 'W383012345' }, 'not_applicable not_asked'],
    ['nobody knows of whom', {}, 'unclear condition_unknown'],
    [
      'not of a public body in its own words',
      { legal_form: 'Établissement public local' },
      'not_applicable not_asked',
    ],
  ])('is asked %s', (_, fields, status) => {
    expect(statusOf('kbis', subsidy, form(fields))).toBe(status)
  })

  it('is met where it came, whoever applies', () => {
    expect(statusOf('kbis', subsidy, form({}), KBIS)).toBe('met found')
  })

  it('is unclear where two readings of the legal form disagree', () => {
    const other = { ...form({ legal_form: 'association' }), name: 'autre.pdf' }
    expect(statusOf('kbis', subsidy, form({ legal_form: 'SARL' }), other)).toBe('unclear condition_unknown')
  })

  it('is never missing unless it is known to be asked', () => {
    const forms = fc.constantFrom(null, 'SARL', 'association', 'SCOP', 'collectivité', 'bande de copains')
    const roles = fc.subarray(['project', 'budget', 'rib', 'statuts', 'devis'])
    fc.assert(
      fc.property(forms, roles, (legalForm, played) => {
        const { findings } = verdictOn(
          subsidy,
          form(legalForm === null ? {} : { legal_form: legalForm }),
          ...played.map((role) => aDocument({ name: `${role}.pdf`, roles: [role] })),
        )
        const missing = missingIn(findings).map(({ id }) => id)
        expect(missing).not.toContain('devis')
        if (legalForm !== 'SARL' && legalForm !== 'SCOP') expect(missing).not.toContain('kbis')
        if (legalForm !== 'association') expect(missing).not.toContain('recepisse')
      }),
    )
  })
})

describe('what may be left out, and how many', () => {
  it('is not applicable where it was left out, met where it came', () => {
    expect(statusOf('devis', subsidy, form({}))).toBe('not_applicable optional')
    expect(statusOf('devis', subsidy, form({}), aDocument({ name: 'd.pdf', roles: ['devis'] }))).toBe(
      'met found',
    )
  })

  it('counts files, each once, and says how many', () => {
    const [first, ...others] = contest.requiredDocuments
    const photos = others.map((one) => (one.id === 'photo' ? { ...one, least: 2 } : one))
    const call = { ...contest, requiredDocuments: first === undefined ? photos : [first, ...photos] }
    const photo = (name: string): Document => ({
      ...aDocument({ name, roles: ['photo'] }),
      mediaType: 'image/jpeg',
    })
    expect(statusOf('photo', call, photo('a.jpg'))).toBe('missing too_few')
    expect(statusOf('photo', call, photo('a.jpg'), photo('a.jpg'))).toBe('missing too_few')
    expect(statusOf('photo', call, photo('a.jpg'), photo('b.jpg'))).toBe('met found')
  })

  it('is for a person to count where one file may hold several', () => {
    const [call] = [
      { ...contest, requiredDocuments: contest.requiredDocuments.map((one) => ({ ...one, least: 2 })) },
    ]
    const both = aDocument({ name: 'photos.pdf', roles: ['photo'] })
    const grounds = [1, 2].map((page) => ({ document: 'photos.pdf', page, text: 'Photographie' }))
    const twice = { ...both, roles: both.roles.map((role) => ({ ...role, grounds })) }
    expect(statusOf('photo', call, twice)).toBe('unclear found_weakly')
  })

  it('wants each of the formats that are asked for together', () => {
    const summary = (name: string): Document => aDocument({ name, roles: ['resume'] })
    expect(statusOf('resume', residency, summary('r.pdf'), summary('r.docx'))).toBe('met found')
    expect(statusOf('resume', residency, summary('r.pdf'), summary('r.odt'))).toBe('missing not_detected')
    expect(statusOf('resume', residency, summary('R.PDF'), summary('r.docx (2)'))).toBe('met found')
  })
})

describe('a picture that is asked for', () => {
  const photo: Document = {
    ...aDocument({ name: 'a.jpg', roles: ['photo'], words: 0 }),
    mediaType: 'image/jpeg',
  }

  it('keeps nothing hidden, whatever came of reading it', () => {
    for (const problem of [null, 'unfinished', 'too_large', 'unsupported'] as const) {
      expect(statusOf('bulletin', contest, { ...photo, problem })).toBe('missing not_detected')
      const { findings } = verdictOn(contest, { ...photo, problem })
      expect(findings.some(({ code }) => code === 'document-problem')).toBe(false)
    }
  })

  it('that is damaged is told to be', () => {
    expect(statusOf('bulletin', contest, { ...photo, problem: 'unreadable' })).toBe(
      'unclear unreadable_document',
    )
  })
})

describe('what staff alone are told', () => {
  const remarks = (call: Call, ...documents: Document[]): string[] =>
    verdictOn(call, ...documents).findings.flatMap((finding: Finding) => remarkInWords(finding, call) ?? [])
  const dated = (day: string): Document => ({
    ...KBIS,
    roles: KBIS.roles.map((role) => ({ ...role, dated: day })),
  })

  it('is a paper that is older than the call takes, by its own date', () => {
    const inside = form({ postal_address: '3 rue du Lavoir, 38999 Vallombreuse' })
    expect(remarks(subsidy, inside, dated('2025-12-11')).join()).toContain(
      '« kbis.pdf » porte la date du 11 décembre 2025',
    )
    expect(remarks(subsidy, inside, dated('2025-12-12'))).toEqual([])
  })

  it('is an amount, an age and a number of files beyond what the call says, and an address elsewhere', () => {
    expect(remarks(subsidy, form({ montant: '7500' })).join()).toMatch(
      /Montant demandé : 7500 ; l’appel prévoit de 500 à 5.000/,
    )
    expect(remarks(subsidy, form({ montant: '5000' }))).toEqual([])
    expect(remarks(residency, aDocument({ roles: ['cv'], fields: { age: '41' } })).join()).toContain(
      'de 18 à 35',
    )
    const quotations = ['a', 'b', 'c', 'd'].map((name) =>
      aDocument({ name: `${name}.pdf`, roles: ['devis'] }),
    )
    expect(remarks(subsidy, ...quotations).join()).toContain('4 ; l’appel en prévoit 3 au plus')
    expect(remarks(subsidy, form({ postal_address: '1 rue X, 75011 Paris' })).join()).toContain(
      'territoire de l’appel',
    )
    expect(remarks(subsidy, form({ postal_address: '1 rue X, 38000 Grenoble' }))).toEqual([])
  })
})

describe('what only the call’s file assumes', () => {
  it('keeps its status, and makes a dossier to be verified, never incomplete', () => {
    const recruitment = example('recrutement-personne')
    const documents = [
      aDocument({ name: 'cv.pdf', roles: ['cv'], fields: { name: 'Tom Blanc', email: 't@b.example' } }),
      aDocument({ name: 'lettre.pdf', roles: ['motivation'] }),
    ]
    const { findings, completeness } = verdictOn(recruitment, ...documents)
    const assumed = requirementsOf(findings).find(({ id }) => id === 'disponibilite')
    expect(assumed).toMatchObject({ status: 'missing', assumed: true })
    expect(missingIn(findings)).toEqual([])
    expect(toVerifyIn(findings).map(({ id }) => id)).toEqual(['disponibilite'])
    expect(completeness).toBe('review')
  })
})
