import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CallId, type Fingerprint, RegistrationNumber } from '../../src/base/ids.ts'
import { type Instant, instantFromEpoch } from '../../src/base/instant.ts'
import { type Place, placesOf } from '../../src/dossier/fates.ts'
import type { Placeable } from '../../src/dossier/placeable.ts'
import type { SenderProof } from '../../src/mail/signs/sender-proof.ts'
import { aDocument, aSubmission, sha256 } from './a-submission.ts'

const NUMBERING = { callId: CallId.parse('a-call'), prefix: 'AC26', taken: () => false }

interface Shape {
  readonly replaces?: boolean
  readonly id: string
  readonly minute: number
  readonly sender?: string | null
  readonly name?: string
  readonly siret?: string
  readonly rna?: string
  readonly pieces?: readonly string[]
  readonly hasForm?: boolean
  readonly repliesTo?: readonly string[]
  readonly words?: string
  readonly together?: readonly string[]
  readonly apart?: readonly string[]
  readonly kept?: readonly string[]
  readonly proof?: SenderProof
}

const at = (minute: number): Instant => instantFromEpoch(Date.parse('2022-11-22T08:00:00Z') + minute * 60_000)

function mail(shape: Shape): Placeable {
  const fields = {
    ...(shape.name === undefined ? {} : { name: shape.name }),
    ...(shape.siret === undefined ? {} : { siret: shape.siret }),
    ...(shape.rna === undefined ? {} : { rna: shape.rna }),
  }
  const form =
    shape.hasForm === false
      ? []
      : [aDocument({ name: 'formulaire.pdf', content: `form of ${shape.id}`, roles: ['form'], fields })]
  const pieces = (shape.pieces ?? []).map((content) =>
    aDocument({ name: `${content}.pdf`, content, roles: ['presentation'] }),
  )
  return {
    submission: aSubmission({
      id: shape.id,
      receivedAt: at(shape.minute),
      sender: shape.sender ?? null,
      documents: [...form, ...pieces],
      replaces: shape.replaces ?? false,
      proof: shape.proof ?? 'proven',
    }),
    messageId: null,
    repliesTo: (shape.repliesTo ?? []).map(sha256),
    words: shape.words ?? '',
    bonds: {
      together: (shape.together ?? []).map(sha256),
      apart: (shape.apart ?? []).map(sha256),
      kept: (shape.kept ?? []).map(sha256),
    },
    writesForMany: false,
    number: null,
    opened: [],
    names: [],
  }
}

/** Which mails share an application, and what each is to it, in words that no number disturbs. */
function summary(mails: readonly Shape[]): Record<string, string> {
  const places = placesOf(mails.map(mail), NUMBERING)
  const named = new Map(mails.map((one) => [sha256(one.id), one.id]))
  const opener = new Map(
    places
      .filter((place) => place.fate === 'application')
      .map((place) => [place.number, named.get(place.fingerprint)]),
  )
  return Object.fromEntries(
    places.map((place) => [
      named.get(place.fingerprint) ?? '',
      place.fate === 'application' ? 'application' : `${place.fate} of ${opener.get(place.number)}`,
    ]),
  )
}

describe('what belongs together', () => {
  it('takes a supplement without any reference from the same sender', () => {
    expect(
      summary([
        { id: 'form', minute: 0, sender: 'a@a.example', name: 'Alpha', siret: '70000001100010' },
        { id: 'rest', minute: 60, sender: 'a@a.example', hasForm: false, pieces: ['plaquette'] },
      ]),
    ).toEqual({ form: 'application', rest: 'supplement of form' })
  })

  it('keeps two clients of one accountant apart', () => {
    expect(
      summary([
        { id: 'one', minute: 0, sender: 'c@compta.example', name: 'Alpha', siret: '70000001100010' },
        { id: 'two', minute: 2, sender: 'c@compta.example', name: 'Beta', siret: '70000002900012' },
      ]),
    ).toEqual({ one: 'application', two: 'application' })
  })

  it('never joins two senders by an identifier, and says of both that they may be one', () => {
    const director: Shape = {
      id: 'director',
      minute: 0,
      sender: 'd@alpha.example',
      name: 'Alpha',
      siret: '70000001100010',
    }
    const other = (sender: string, rna = false): Shape => ({
      id: 'other',
      minute: 9,
      sender,
      name: 'SAS Alpha',
      ...(rna ? { rna: 'W9R2011523' } : { siret: '70000001100010' }),
    })
    for (const mails of [
      [director, other('c@compta.example')],
      [{ ...director, rna: 'W9R2011523' }, other('c@compta.example', true)],
    ]) {
      const places = placesOf(mails.map(mail), NUMBERING)
      expect(places.map(({ fate }) => fate)).toEqual(['application', 'application'])
      expect(places.map(({ mayBelongTo }) => mayBelongTo)).toEqual([[places[1]?.number], [places[0]?.number]])
    }
  })

  it('joins two proven addresses of the house that bears the name, by the identifier', () => {
    const director: Shape = {
      id: 'director',
      minute: 0,
      sender: 'd@alpha-reunion.example',
      name: 'Alpha Réunion',
      siret: '70000001100010',
    }
    const other = { ...director, id: 'other', minute: 9, sender: 'x@alpha-reunion.example' }
    expect(summary([director, other])['other']).toBe('supplement of director')
    const unlike: readonly Partial<Shape>[] = [
      { proof: 'untold' },
      { proof: 'unproven' },
      { proof: 'forged' },
      { sender: 'x@www.alpha-reunion.example' },
      { siret: '70000002900012' },
    ]
    for (const one of unlike) expect(summary([director, { ...other, ...one }])['other']).toBe('application')
    expect(summary([{ ...director, proof: 'untold' }, other])['other']).toBe('application')
    const elsewhere = [director, other].map((one) => ({ ...one, sender: `${one.id}@courrier.example` }))
    expect(summary(elsewhere)['other']).toBe('application')
  })

  it('takes an address for itself as far as our servers do', () => {
    const first: Shape = {
      id: 'first',
      minute: 0,
      sender: 'a@a.example',
      name: 'Alpha',
      siret: '70000001100010',
    }
    const more: Shape = { id: 'more', minute: 5, sender: 'a@a.example', hasForm: false, pieces: ['p'] }
    const joins = (before: SenderProof, after: SenderProof) =>
      summary([
        { ...first, proof: before },
        { ...more, proof: after },
      ])['more'] !== 'application'
    const PROOFS: readonly SenderProof[] = ['proven', 'untold', 'unproven', 'forged']
    const joined = PROOFS.flatMap((before) =>
      PROOFS.filter((after) => joins(before, after)).map((after) => `${before} ${after}`),
    )
    expect(joined).toEqual(['proven proven', 'untold proven', 'untold untold'])
  })

  it('keeps what an earlier edition joined, until a person says otherwise', () => {
    const one: Shape = { id: 'one', minute: 0, sender: 'a@a.example', name: 'Alpha', rna: 'W9R2011523' }
    const two: Shape = { ...one, id: 'two', minute: 5, sender: 'b@b.example', kept: ['one'] }
    expect(summary([one, two])['two']).toBe('supplement of one')
    expect(summary([one, { ...two, apart: ['one'] }])['two']).toBe('application')
  })

  it('does not join by an identifier when the names contradict it', () => {
    expect(
      summary([
        { id: 'one', minute: 0, sender: 'a@a.example', name: 'Alpha', siret: '70000001100010' },
        { id: 'two', minute: 5, sender: 'b@b.example', name: 'Omega', siret: '70000001100010' },
      ]),
    ).toEqual({ one: 'application', two: 'application' })
  })

  it('does not join by a reply to our acknowledgement when it brings another structure', () => {
    expect(
      summary([
        { id: 'one', minute: 0, sender: 'a@a.example', name: 'Alpha', siret: '70000001100010' },
        {
          id: 'two',
          minute: 5,
          sender: 'z@z.example',
          name: 'Zeta',
          siret: '70000002900012',
          repliesTo: ['one'],
        },
      ]),
    ).toEqual({ one: 'application', two: 'application' })
  })

  it('joins a reply to our acknowledgement from another address of the same house', () => {
    expect(
      summary([
        { id: 'one', minute: 0, sender: 'a@a.example', name: 'Alpha', siret: '70000001100010' },
        {
          id: 'two',
          minute: 5,
          sender: 'perso@mel.example',
          hasForm: false,
          pieces: ['plaquette'],
          repliesTo: ['one'],
        },
      ]),
    ).toEqual({ one: 'application', two: 'supplement of one' })
  })

  it('never joins by an empty sender', () => {
    expect(
      summary([
        { id: 'one', minute: 0, sender: null, hasForm: false, pieces: ['a'] },
        { id: 'two', minute: 5, sender: null, hasForm: false, pieces: ['b'] },
      ]),
    ).toEqual({ one: 'application', two: 'application' })
  })

  it('knows the same content in a new mail', () => {
    expect(
      summary([
        { id: 'one', minute: 0, sender: 'a@a.example', hasForm: false, pieces: ['form', 'plaquette'] },
        { id: 'two', minute: 9, sender: 'a@a.example', hasForm: false, pieces: ['plaquette', 'form'] },
      ]),
    ).toEqual({ one: 'application', two: 'duplicate of one' })
  })

  it('leaves a bare mail of a sender with two structures to a person', () => {
    const mails: Shape[] = [
      { id: 'one', minute: 0, sender: 'c@compta.example', name: 'Alpha', siret: '70000001100010' },
      { id: 'two', minute: 2, sender: 'c@compta.example', name: 'Beta', siret: '70000002900012' },
      { id: 'bare', minute: 4, sender: 'c@compta.example', hasForm: false, pieces: ['plaquette'] },
    ]
    expect(summary(mails)['bare']).toBe('application')
    const places = placesOf(mails.map(mail), NUMBERING)
    expect(places.find((place) => place.fingerprint === sha256('bare'))?.mayBelongTo).toHaveLength(2)
  })

  it('a number that it names joins what its sender or their house sent, and nobody else’s', () => {
    const number = RegistrationNumber.parse('TI26-AB2CD')
    const opener = {
      ...mail({ id: 'one', minute: 0, sender: 'contact@copra-est.example', name: 'SARL Copra Est' }),
      number,
      opened: [number],
    }
    const naming = (shape: Partial<Shape>) => ({
      ...mail({ id: 'two', minute: 5, ...shape }),
      names: [number],
    })
    const placed = (added: Placeable) => placesOf([opener, added], NUMBERING)[1]
    const own = placed(naming({ sender: 'contact@copra-est.example', pieces: ['b'] }))
    expect([own?.number, own?.ground]).toEqual([number, 'names-its-number'])
    const house = placed(naming({ sender: 'direction@copra-est.example', pieces: ['b'] }))
    expect([house?.number, house?.ground]).toEqual([number, 'names-its-number'])
    const others = [
      { sender: 'cabinet@compta.example' },
      { sender: 'contact@copra-est.example', proof: 'unproven' as const },
      { sender: 'contact@copra-est.example', name: 'SAS Autre Maison' },
    ]
    for (const shape of others) {
      const apart = placed(naming({ pieces: ['b'], ...shape }))
      expect([apart?.fate, apart?.number === number, apart?.mayBelongTo]).toEqual([
        'application',
        false,
        [number],
      ])
    }
  })

  it('follows a person’s word against every ground, both ways', () => {
    const alpha: Shape = {
      id: 'one',
      minute: 0,
      sender: 'a@a.example',
      name: 'Alpha',
      siret: '70000001100010',
    }
    const omega: Shape = {
      id: 'two',
      minute: 5,
      sender: 'b@b.example',
      name: 'Omega',
      siret: '70000002900012',
    }
    expect(summary([alpha, { ...omega, together: ['one'] }])['two']).toBe('supplement of one')
    expect(summary([alpha, { ...alpha, id: 'two', minute: 5, apart: ['one'] }])['two']).toBe('application')
  })

  it('keeps the number under which a mail was acknowledged when an earlier one is read later', () => {
    const [late, early] = [
      mail({ id: 'late', minute: 60, sender: 'a@a.example', hasForm: false, pieces: ['p'] }),
      mail({ id: 'early', minute: 0, sender: 'a@a.example', name: 'Alpha', siret: '70000001100010' }),
    ]
    const [first] = placesOf([late], NUMBERING)
    const places = placesOf([{ ...late, number: first?.number ?? null }, early], NUMBERING)
    expect(new Set(places.map((place) => place.number))).toEqual(new Set([first?.number]))
    expect(places.map((place) => place.fate)).toEqual(['application', 'supplement'])
  })

  it('gives a mail that was joined its own number back, whatever would be drawn', () => {
    const [own, other] = [RegistrationNumber.parse('AC26-22222'), RegistrationNumber.parse('AC26-33333')]
    const first = { ...mail({ id: 'one', minute: 0, sender: 'a@a.example' }), number: other, opened: [other] }
    const joined = { ...mail({ id: 'two', minute: 5, sender: 'b@b.example' }), number: other, opened: [own] }
    expect(placesOf([joined, first], NUMBERING).map(({ number }) => number)).toEqual([other, own])
  })
})

const aShape = (index: number) =>
  fc.record({
    id: fc.constant(`mail ${index}`),
    minute: fc.integer({ min: 0, max: 20 }),
    sender: fc.constantFrom('a@a.example', 'b@b.example', 'c@compta.example', null),
    structure: fc.constantFrom(null, 0, 1, 2),
    pieces: fc.subarray(['p', 'q', 'r']),
    repliesTo: fc.subarray(['mail 0', 'mail 1']),
  })

const STRUCTURES = [
  { name: 'Alpha', siret: '70000001100010' },
  { name: 'Beta', siret: '70000002900012' },
  { name: 'Les Amis', rna: 'W9R2011523' },
] as const

describe('grouping, whatever comes', () => {
  const shapes = fc.tuple(aShape(0), aShape(1), aShape(2), aShape(3), aShape(4)).map((all) =>
    all.map(
      ({ structure, ...shape }): Shape => ({
        ...shape,
        hasForm: structure !== null,
        ...(structure === null ? {} : STRUCTURES[structure]),
      }),
    ),
  )

  it('is the same in every order of reading, one mail at a time', () => {
    fc.assert(
      fc.property(shapes, fc.infiniteStream(fc.nat()), (mails, chance) => {
        const shuffled = [...mails]
          .map((one) => [chance.next().value, one] as const)
          .sort(([one], [other]) => one - other)
          .map(([, one]) => one)
        expect(summary(shuffled)).toEqual(summary(mails))
      }),
    )
  })

  it('assembled twice is assembled once', () => {
    fc.assert(
      fc.property(shapes, (mails) => {
        const once = placesOf(mails.map(mail), NUMBERING)
        const numbers = new Map(once.map((place) => [place.fingerprint, place.number]))
        const twice = placesOf(
          mails.map(mail).map((one) => ({ ...one, number: numbers.get(one.submission.fingerprint) ?? null })),
          NUMBERING,
        )
        expect(twice).toEqual(once)
      }),
    )
  })

  it('never puts two structures into one application', () => {
    fc.assert(
      fc.property(shapes, (mails) => {
        const sirens = new Map<RegistrationNumber, Set<string>>()
        const identity = new Map<Fingerprint, string | undefined>(
          mails.map((one) => [sha256(one.id), one.name]),
        )
        for (const place of placesOf(mails.map(mail), NUMBERING) as Place[]) {
          const name = identity.get(place.fingerprint)
          if (name !== undefined) sirens.set(place.number, (sirens.get(place.number) ?? new Set()).add(name))
        }
        for (const names of sirens.values()) expect(names.size).toBe(1)
      }),
    )
  })
})

describe('a correction of an identifier', () => {
  const before = {
    id: 'before',
    minute: 1,
    sender: 'lu@copra.re',
    name: 'Copra Est',
    siret: '73282932000074',
  }
  const after = {
    id: 'after',
    minute: 2,
    sender: 'lu@copra.re',
    name: 'SARL Copra Est',
    siret: '55203253400646',
  }

  it('joins what it corrects when its sender says so and the name agrees', () => {
    const places = placesOf([before, { ...after, replaces: true }].map(mail), NUMBERING)
    expect(places.map(({ ground }) => ground)).toEqual(['opened', 'same-sender-replaces-it'])
  })

  it('opens another application when nobody says that it corrects', () => {
    expect(placesOf([before, after].map(mail), NUMBERING).map(({ ground }) => ground)).toEqual([
      'opened',
      'opened',
    ])
  })

  it('opens another application from another sender, or under another name', () => {
    const stranger = { ...after, sender: 'x@ailleurs.re', replaces: true }
    const other = { ...after, name: 'Tissage Sud', replaces: true }
    for (const one of [stranger, other])
      expect(placesOf([before, one].map(mail), NUMBERING).map(({ ground }) => ground)).toEqual([
        'opened',
        'opened',
      ])
  })
})
