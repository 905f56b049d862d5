import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instant } from '../../src/base/instant.ts'
import { applicantOf, sectorsOf } from '../../src/dossier/applicant.ts'
import { corrected } from '../../src/dossier/correction.ts'
import type { Submission } from '../../src/dossier/dossier.ts'
import { settled } from '../../src/dossier/standing.ts'
import type { SenderProof } from '../../src/mail/signs/sender-proof.ts'
import { aDocument, aSubmission } from './a-submission.ts'

type Fields = Readonly<Record<string, string>>
interface Over {
  readonly sender?: string
  readonly proof?: SenderProof
  readonly replaces?: boolean
  readonly confidence?: number
  readonly form?: boolean
}

function at(minute: number, fields: Fields, over: Over = {}): Submission {
  const { form = true, confidence, ...mail } = over
  return aSubmission({
    id: `mail ${minute}`,
    receivedAt: `2022-11-22T08:${String(minute).padStart(2, '0')}:00.000Z` as Instant,
    documents: [
      aDocument({
        name: `${minute}.pdf`,
        content: `mail ${minute}`,
        roles: [form ? 'form' : 'other'],
        fields,
        ...(confidence === undefined ? {} : { confidence }),
      }),
    ],
    ...mail,
  })
}

const FIRST: Fields = {
  name: 'Copra Est',
  siret: '73282932000074',
  phone: '+262262000001',
  representative: 'Anne Petit',
  sector: 'numerique',
}

function asked(...submissions: readonly Submission[]) {
  return settled(submissions).proposals.map(({ field, before }) => [field.kind, before, field.value])
}

function inForce(...submissions: readonly Submission[]) {
  const stands = settled(submissions).submissions
  return { ...applicantOf(stands), sectors: sectorsOf(stands) }
}

describe('particulars never change silently', () => {
  it('the value in force stays, the later one is proposed with the mail that brings it', () => {
    const later = at(2, { ...FIRST, phone: '+262692999999', representative: 'Marc Grand' })
    expect(inForce(at(1, FIRST), later)).toMatchObject({
      phone: '+262262000001',
      representative: 'Anne Petit',
    })
    expect(asked(at(1, FIRST), later)).toEqual([
      ['phone', ['+262262000001'], '+262692999999'],
      ['representative', ['Anne Petit'], 'Marc Grand'],
    ])
    expect(settled([at(1, FIRST), later]).proposals[0]?.submission.fingerprint).toBe(later.fingerprint)
  })

  it('however sure the later one is', () => {
    const later = at(2, { phone: '+262692999999' }, { confidence: 1 })
    expect(inForce(at(1, FIRST, { confidence: 0.6 }), later).phone).toBe('+262262000001')
  })

  it('what was missing, or seen unsurely, is supplied without a decision', () => {
    const unsure = at(1, { phone: '+262262000009', name: 'Copra Est' }, { confidence: 0.4 })
    expect(inForce(unsure, at(2, FIRST))).toMatchObject({ phone: '+262262000001', name: 'Copra Est' })
    expect(asked(unsure, at(2, FIRST))).toEqual([])
  })

  it('a SIRET supplies what its SIREN began, and contradicts another', () => {
    const siren = at(1, { name: 'Copra Est', siren: '732829320' })
    expect(asked(siren, at(2, FIRST))).toEqual([])
    expect(inForce(siren, at(2, FIRST)).siret).toBe('73282932000074')
    expect(asked(siren, at(2, { siret: '55203253400646' }, { form: false }))).toEqual([
      ['siret', ['732829320'], '55203253400646'],
    ])
  })

  it('the same in other letters is no change, and the first spelling stays', () => {
    const again = { ...FIRST, name: 'SARL COPRA EST', representative: 'ANNE PETIT' }
    expect(asked(at(1, FIRST), at(2, again))).toEqual([])
    expect(inForce(at(1, FIRST), at(2, again))).toMatchObject({
      name: 'Copra Est',
      representative: 'Anne Petit',
    })
  })

  it('a change that three mails bring is asked once', () => {
    const change = (minute: number) => at(minute, { phone: '+262692999999' })
    expect(asked(at(1, FIRST), change(2), change(3), change(4))).toHaveLength(1)
  })

  it('the date of a later form is its own', () => {
    expect(asked(at(1, { ...FIRST, date: '2022-11-20' }), at(2, { date: '2022-11-22' }))).toEqual([])
  })
})

describe('« annule et remplace »', () => {
  const RIGHT = { ...FIRST, phone: '+262692999999', sector: 'logistique' }

  it('from who sent it takes the place of what they sent', () => {
    const later = at(2, RIGHT, { replaces: true })
    expect(inForce(at(1, FIRST), later)).toMatchObject({ phone: '+262692999999', sectors: ['logistique'] })
    expect(asked(at(1, FIRST), later)).toEqual([])
  })

  const OTHERS: readonly Over[] = [
    { sender: 'autre@copra.example' },
    { proof: 'unproven' },
    { proof: 'untold' },
    { proof: 'forged' },
  ]
  it.each(OTHERS)('from $sender $proof it is proposed', (over) => {
    const later = at(2, RIGHT, { replaces: true, ...over })
    expect(inForce(at(1, FIRST), later)).toMatchObject({ phone: '+262262000001', sectors: ['numerique'] })
    expect(asked(at(1, FIRST), later)).toHaveLength(2)
  })

  it('what another proposed before does not come into force by it', () => {
    const other = at(2, { phone: '+262692111111' }, { sender: 'autre@copra.example', form: false })
    const later = at(3, RIGHT, { replaces: true })
    expect(inForce(at(1, FIRST), other, later).phone).toBe('+262692999999')
    expect(asked(at(1, FIRST), other, later)).toEqual([['phone', ['+262692999999'], '+262692111111']])
  })
})

describe('what a person decides', () => {
  const first = at(1, FIRST)
  const later = at(2, { phone: '+262692999999', sector: 'logistique' })
  const DECIDED = '2022-11-22T08:30:00.000Z' as Instant

  it('accepted, it is in force and asked no more', () => {
    const correction = { what: 'field', kind: 'phone', value: '+262692999999' } as const
    const decided = corrected([first, later], [{ fingerprint: first.fingerprint, correction, at: DECIDED }])
    expect(inForce(...decided).phone).toBe('+262692999999')
    expect(asked(...decided)).toEqual([['sector', ['numerique'], 'logistique']])
  })

  it('what comes after a decision is proposed against it', () => {
    const correction = { what: 'field', kind: 'phone', value: '+262692999999' } as const
    const after = at(45, { phone: '+262692000000' })
    const decisions = [{ fingerprint: first.fingerprint, correction, at: DECIDED }]
    const decided = corrected([first, later, after], decisions)
    expect(inForce(...decided).phone).toBe('+262692999999')
    expect(asked(...decided)).toContainEqual(['phone', ['+262692999999'], '+262692000000'])
  })

  it('refused, what is in force stays and nothing else of the mail changes', () => {
    const correction = { what: 'refused', kind: 'phone', value: '+262692999999' } as const
    const decided = corrected([first, later], [{ fingerprint: later.fingerprint, correction, at: DECIDED }])
    expect(inForce(...decided).phone).toBe('+262262000001')
    expect(asked(...decided)).toEqual([['sector', ['numerique'], 'logistique']])
  })
})

it('whatever comes later without replacing, what was said first is said still', () => {
  const value = fc.constantFrom('Alpha', 'Beta', 'Gamma Alpha')
  const fields = fc.record(
    { representative: value, email: value, phone: value, role: value, sector: value, postal_address: value },
    { requiredKeys: [] },
  )
  const mail = fc.record({ fields, confidence: fc.constantFrom(0.3, 0.5, 0.9), form: fc.boolean() })
  fc.assert(
    fc.property(fc.array(mail, { minLength: 1, maxLength: 6 }), (mails) => {
      const submissions = mails.map(({ fields: said, ...over }, index) => at(index, said as Fields, over))
      let before = inForce(...submissions.slice(0, 1))
      for (let count = 2; count <= submissions.length; count += 1) {
        const now = inForce(...submissions.slice(0, count))
        for (const [fact, known] of Object.entries(before))
          if (known !== null && String(known) !== '') expect(now[fact as keyof typeof now]).toEqual(known)
        before = now
      }
    }),
  )
})
