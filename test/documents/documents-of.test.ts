import { describe, expect, it } from 'vitest'
import type { FileReading, Reading } from '../../src/documents/document.ts'
import { documentsOf, type ReadAttachment } from '../../src/documents/documents-of.ts'
import type { Attachment, Mail } from '../../src/mail/mail.ts'
import { aReading } from './a-reading.ts'
import { ANY, aTypedMail } from './a-typed-mail.ts'
import { theCall } from './the-call.ts'

const aMail = (text: string, links: readonly string[] = []): Mail => aTypedMail(text, { links: [...links] })

function anAttachment(name: string, reading: Reading, parts: Partial<Attachment> = {}): ReadAttachment {
  const attachment: Attachment = {
    index: 0,
    name,
    declaredType: reading.mediaType,
    inline: false,
    contentId: null,
    bytes: 100_000,
    sha256: ANY,
    ...parts,
  }
  const file: FileReading = { name, bytes: attachment.bytes, sha256: ANY, reading }
  return { attachment, files: [file] }
}

describe('an application typed in a mail', () => {
  const TYPED = `Bonjour,

Notre société Farines de l’Est (SASU, Siret 732 829 320 00074) est candidate. Présidente : Rose MAILLOT, tél. 0692000111, 2 chemin Ceinture 97470 Saint-Benoît.
Projet : un atelier de farines locales.`

  function bodyRoles(mail: Mail): string[] {
    const [body] = documentsOf(mail, theCall, [])
    return (body?.roles ?? []).filter((role) => role.score >= 0.5).map((role) => role.role)
  }

  it('is the form, when it says so and numbers its structure', () => {
    expect(bodyRoles(aMail(TYPED))).toEqual(['form'])
    expect(bodyRoles(aMail(TYPED.replace('est candidate', 'vous salue')))).toEqual([])
    const nowhere = TYPED.replace(/Siret [\d ]+/, '').replace(/2 chemin.*/, '')
    expect(bodyRoles(aMail(nowhere))).toEqual([])
  })

  it('forwarded by an adviser speaks of the applicant: neither the adviser’s signature nor the head counts', () => {
    const head =
      '---------- Message transféré ---------\nDe : Rose <rose@farines.example>\nDate : lun. 21 nov. 2022 à 10:02\nObjet : candidature\nÀ : Sophie <sophie@conseil.example>\n\n'
    const text = `Bonjour,\n\nje vous transmets ceci.\n\nCordialement,\nSophie Martin\nConseillère\n0262 21 04 35\n\n${head}${TYPED}`
    const mail = { ...aMail(text), subject: 'Fwd: candidature' }
    const [body] = documentsOf(mail, theCall, [])
    const usable = (body?.fields ?? []).filter((field) => field.confidence >= 0.5)
    const values = (kind: string) => usable.filter((field) => field.kind === kind).map((field) => field.value)
    expect(values('phone')).toEqual(['+262692000111'])
    expect(values('representative')).toEqual(['Rose MAILLOT'])
    expect(values('date')).toEqual([])
    expect(bodyRoles(mail)).toEqual(['form'])
  })
})

describe('the documents of a mail', () => {
  it('bear names of their own', () => {
    const readings = [
      anAttachment('a.txt', aReading('un deux trois')),
      anAttachment('A.txt', aReading('un deux trois')),
    ]
    expect(documentsOf(aMail(''), theCall, readings).map((document) => document.name)).toEqual([
      'a.txt',
      'A.txt (2)',
    ])
  })

  it('are called by their place when they have no name', () => {
    const [document] = documentsOf(aMail(''), theCall, [
      anAttachment('', aReading('un deux trois'), { index: 2 }),
    ])
    expect(document?.name).toBe('pièce 3')
  })

  it('count the body when it has words', () => {
    expect(documentsOf(aMail(''), theCall, [])).toEqual([])
    const [body] = documentsOf(aMail('Veuillez trouver ci-joint notre candidature.'), theCall, [])
    expect(body).toMatchObject({
      kind: 'body',
      name: 'courriel',
      mediaType: 'text/plain',
      problem: null,
      fields: [],
    })
    expect(body?.roles[0]?.role).toBe('other')
  })

  it('take an application typed into the body for what it is', () => {
    const text = `Raison sociale : SARL Bois Rouge\nSIRET : 732 829 320 00074\nReprésentant légal : Luc GRONDIN\nQualité : gérant\nTéléphone : 0692 12 34 56\nFilière : énergie`
    const [body] = documentsOf(aMail(text), theCall, [])
    expect(body?.roles.filter((role) => role.score >= 0.5).map((role) => role.role)).toEqual(['form'])
    expect(body?.fields.map((field) => field.kind)).toContain('siret')
  })

  it('never trust a signature block with a fact of its own', () => {
    const text =
      'Bonjour,\nVoici notre dossier.\n\nCordialement,\nLuc GRONDIN\nGérant\n0692 12 34 56\nluc@bois-rouge.re'
    const [body] = documentsOf(aMail(text), theCall, [])
    expect(body?.fields.length).toBeGreaterThan(0)
    for (const field of body?.fields ?? []) expect(field.confidence).toBeLessThan(0.5)
  })

  it('tell decoration from pieces', () => {
    const image = aReading('', { mediaType: 'image/png', pages: [{ number: 1, lines: [] }] })
    const documents = documentsOf(aMail(''), theCall, [
      anAttachment('image001.png', image, { inline: true, contentId: 'image001@x', bytes: 8_000 }),
      anAttachment('pixel.gif', { ...image, mediaType: 'image/gif' }, { bytes: 43 }),
      anAttachment('invitation.ics', aReading('', { mediaType: 'text/calendar' })),
      anAttachment('photo.png', image, { inline: true, contentId: 'photo@x', bytes: 2_000_000 }),
    ])
    expect(documents.map((document) => document.roles[0]?.role)).toEqual(['decor', 'decor', 'decor', 'other'])
  })

  it('say what could not be read, with what its name hints at', () => {
    const locked = aReading('', {
      mediaType: 'application/pdf',
      pages: [],
      problem: 'encrypted',
      detail: 'x',
    })
    const [document] = documentsOf(aMail(''), theCall, [anAttachment('formulaire signé.pdf', locked)])
    expect(document).toMatchObject({ problem: 'encrypted', words: 0, fields: [], emptyTemplate: false })
    expect(document?.roles.map((role) => [role.role, role.score < 0.5])).toContainEqual(['form', true])
  })

  it.each([
    'https://we.tl/t-AbCdEf1234',
    'https://www.swisstransfer.com/d/0a1b2c3d-1111',
    'https://drive.google.com/file/d/1AbC/view?usp=sharing',
    'https://1drv.ms/f/s!Abc',
    'https://exemple-my.sharepoint.com/:f:/g/personal/x/E1?e=1',
    'https://www.dropbox.com/scl/fo/abc/h?dl=0',
    'https://www.grosfichiers.com/AbCdEf',
    'https://fromsmash.com/AbC-dE',
    'https://nuage.exemple.re/s/AbCdEfGh1234567',
    'https://kdrive.infomaniak.com/app/share/1/2',
    'https://www.transfernow.net/dl/2022AbCd',
    'https://www.icloud.com/iclouddrive/0AbC#Dossier',
  ])('list what waits behind %s', (link) => {
    const [document] = documentsOf(aMail('', [link]), theCall, [])
    expect(document).toMatchObject({
      name: new URL(link).hostname,
      mediaType: 'text/uri-list',
      problem: 'external_link',
      bytes: 0,
    })
  })

  it.each([
    'https://www.exemple.re/',
    'https://www.dropbox.com/',
    'https://wetransfer.com/fr',
    'mailto:a@b.re',
  ])('let %s be', (link) => {
    expect(documentsOf(aMail('', [link]), theCall, [])).toEqual([])
  })
})
