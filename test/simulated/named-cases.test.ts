import { describe, expect, it } from 'vitest'
import type { SavedMail } from '../../src/adapters/archive/saved-mails.ts'
import { replay } from '../../src/app/replay.ts'
import type { Instant } from '../../src/base/instant.ts'
import type { Clocks } from '../../src/evidence/evidence.ts'
import { requirementsOf } from '../../src/verdict/judge.ts'
import { siret } from '../demo/pieces.ts'
import { call } from '../the-call.ts'

interface Shape {
  readonly id: string
  readonly at: string
  readonly from: string
  readonly subject?: string
  readonly text?: string
  readonly pieces?: Readonly<Record<string, string>>
  readonly headers?: readonly string[]
  readonly received?: readonly string[]
  readonly clocks?: Partial<Clocks>
}

function mail(shape: Shape): SavedMail {
  const date = new Date(shape.at).toUTCString().replace('GMT', '+0000')
  const host = shape.from.split('@')[1]
  const pieces = Object.entries(shape.pieces ?? {})
  const raw = [
    `Return-Path: <${shape.from}>`,
    ...(shape.received ?? [
      `Received: from m.${host} (m.${host} [203.0.113.8]) by mx.cirest.fr with ESMTPS; ${date}`,
    ]),
    `From: <${shape.from}>`,
    'To: <dayal@cirest.fr>',
    `Subject: =?utf-8?B?${Buffer.from(shape.subject ?? 'Candidature AMI Territoires d’industrie').toString('base64')}?=`,
    `Message-ID: <${shape.id}@${host}>`,
    ...(shape.headers ?? []),
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    shape.text ?? 'Veuillez trouver ci-joint notre candidature.',
    ...pieces.flatMap(([name, content]) => [
      '--b',
      `Content-Type: text/plain; charset=utf-8; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      '',
      content,
    ]),
    '--b--',
    '',
  ].join('\r\n')
  const observedAt = shape.at as Instant
  return {
    file: shape.id,
    raw: Buffer.from(raw),
    fileTime: observedAt,
    clocks: { internalDate: null, observedAt, fileTime: null, postmark: null, ...shape.clocks },
  }
}

function form(name: string, identifier: string, more: Readonly<Record<string, string>> = {}): string {
  const lines = {
    'Nom de la structure': name,
    'N° SIRET': identifier,
    'Représentant légal': 'Lise Ombrelle',
    Qualité: 'Présidente',
    Téléphone: '0262 50 11 22',
    Filière: 'L’énergie',
    ...more,
  }
  return [
    'FORMULAIRE DE CANDIDATURE - polynôme industriel',
    ...Object.entries(lines).map(([label, value]) => `${label} : ${value}`),
    'Fait à Saint-Benoît, le 20 novembre 2022',
    'Signature : Lise Ombrelle',
  ].join('\r\n')
}

async function told(...shapes: Shape[]) {
  const replayed = await replay([call], shapes.map(mail), () => undefined)
  return Object.fromEntries(replayed.map(({ file, view }) => [file, view]))
}

const MORNING = '2022-11-22T06:00:00.000Z'

describe('named cases', () => {
  it('five applicants who answer one announcement are five applications', async () => {
    const shapes = [1, 2, 3, 4, 5].map((n) => ({
      id: `a${n}`,
      at: MORNING,
      from: `c@s${n}.example`,
      subject: 'RE: Appel à manifestation d’intérêt',
      headers: ['In-Reply-To: <annonce@cirest.fr>', 'References: <annonce@cirest.fr>'],
      pieces: { 'f.txt': form(`Structure Numéro${n}`, siret(n)) },
    }))
    const views = await told(...shapes)
    expect(new Set(Object.values(views).map((view) => view.number)).size).toBe(5)
  })

  it('« v2 annule et remplace » before the deadline is the dossier; after it, it stands beside it with its own time', async () => {
    const pieces = { 'formulaire.txt': form('Alpha', siret(1)) }
    const views = await told(
      { id: 'v1', at: MORNING, from: 'c@alpha.example', pieces },
      {
        id: 'v2',
        at: '2022-11-22T09:00:00.000Z',
        from: 'c@alpha.example',
        subject: 'v2 annule et remplace',
        pieces: { 'formulaire.txt': form('Alpha', siret(1), { Filière: 'La logistique' }) },
      },
      {
        id: 'v3',
        at: '2022-11-28T09:00:00.000Z',
        from: 'c@alpha.example',
        subject: 'v3 annule et remplace',
        pieces: { 'formulaire.txt': form('Alpha', siret(1), { Téléphone: '0692 00 00 00' }) },
      },
    )
    expect([views['v1']?.fate, views['v2']?.fate, views['v3']?.fate]).toEqual([
      'application',
      'supplement',
      'supplement',
    ])
    expect([
      views['v1']?.verdict?.timeliness,
      views['v2']?.verdict?.timeliness,
      views['v3']?.verdict?.timeliness,
    ]).toEqual(['on_time', 'on_time', 'late'])
    expect(new Set([views['v1']?.number, views['v2']?.number, views['v3']?.number]).size).toBe(1)
    expect(views['v1']?.documents.map((document) => document.sha256)).not.toEqual(
      views['v2']?.documents.map((document) => document.sha256),
    )
  })

  it('a structure « en cours d’immatriculation » is asked of a person, not called without identifier', async () => {
    const { one } = await told({
      id: 'one',
      at: MORNING,
      from: 'c@jeune.example',
      pieces: { 'f.txt': form('Jeune Pousse', 'en cours d’immatriculation') },
    })
    const identifier = requirementsOf(one?.verdict?.findings ?? []).find(
      (finding) => finding.id === 'identifier',
    )
    expect(identifier).toMatchObject({ status: 'unclear', reason: 'being_registered' })
  })

  it('a GIP is an applicant like any other', async () => {
    const { one } = await told({
      id: 'one',
      at: MORNING,
      from: 'c@gip.example',
      pieces: { 'f.txt': form('GIP Est Durable', siret(9), { 'Forme juridique': 'GIP' }) },
    })
    expect(one?.fate).toBe('application')
    expect(one?.applicant?.legalForm).toMatch(/GIP/)
    expect(one?.decision?.send).toBe(true)
  })

  it('a joint candidacy of two structures is one mail and one application, with both sectors for staff', async () => {
    const { one } = await told({
      id: 'one',
      at: MORNING,
      from: 'c@duo.example',
      text: 'Candidature conjointe de deux structures au polynôme industriel.',
      pieces: { 'f.txt': form('Duo Énergie', siret(3), { Filière: 'L’énergie, La logistique' }) },
    })
    expect(one?.fate).toBe('application')
    expect([...(one?.verdict?.sectors ?? [])].sort()).toEqual(['energie', 'logistique'])
  })

  it('a mailbox that was migrated has a late INTERNALDATE, and the border server’s time counts', async () => {
    const { one } = await told({
      id: 'one',
      at: MORNING,
      from: 'c@alpha.example',
      pieces: { 'f.txt': form('Alpha', siret(1)) },
      clocks: { internalDate: '2022-12-15T10:00:00.000Z' as Instant },
    })
    expect(one?.receipt).toMatchObject({ receivedAt: MORNING, source: 'boundary' })
    expect(one?.receipt?.doubts).toContain('clocks_disagree')
    expect(one?.verdict?.timeliness).toBe('contested')
  })

  it('a forged Received line below the border changes nothing', async () => {
    const received = [
      'Received: from m.alpha.example (m.alpha.example [203.0.113.8]) by mx.cirest.fr with ESMTPS; Mon, 28 Nov 2022 06:00:00 +0000',
      'Received: from inside (unknown [10.1.1.1]) by mx.cirest.fr with ESMTP; Tue, 22 Nov 2022 06:00:00 +0000',
    ]
    const { one } = await told({
      id: 'one',
      at: MORNING,
      from: 'c@alpha.example',
      received,
      pieces: { 'f.txt': form('Alpha', siret(1)) },
    })
    expect(one?.receipt).toMatchObject({ receivedAt: '2022-11-28T06:00:00.000Z', source: 'boundary' })
    expect(one?.verdict?.timeliness).toBe('late')
  })

  it.each([
    ['a second before', '2022-11-23T11:59:59.000Z', 'on_time'],
    ['exactly at', '2022-11-23T12:00:00.000Z', 'contested'],
    ['a second after', '2022-11-23T12:00:01.000Z', 'contested'],
    ['a second after the dispute', '2022-11-25T20:00:01.000Z', 'late'],
  ])('%s', async (_, at, timeliness) => {
    const { one } = await told({
      id: 'one',
      at,
      from: 'c@alpha.example',
      pieces: { 'f.txt': form('Alpha', siret(1)) },
    })
    expect(one?.verdict?.timeliness).toBe(timeliness)
  })

  it('a colleague’s forward keeps the original and waits for a person', async () => {
    const { one } = await told({
      id: 'one',
      at: MORNING,
      from: 'accueil@cirest.fr',
      subject: 'TR: candidature',
      text: 'Pour toi.\r\n\r\n-----Message d’origine-----\r\nDe : c@alpha.example\r\nVeuillez trouver notre candidature au polynôme industriel.',
      pieces: { 'f.txt': form('Alpha', siret(1)) },
    })
    expect(one?.fate).toBe('application')
    expect(one?.decision).toMatchObject({ send: false, held: true, reason: '11-internal-sender' })
  })
})
