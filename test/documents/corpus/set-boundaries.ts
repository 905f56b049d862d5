import { aDocx, paragraph } from '../a-docx.ts'
import { aPdf } from '../a-pdf.ts'
import { aZip } from '../a-zip.ts'
import { anOutlookMail } from '../an-outlook-mail.ts'
import type { Piece } from '../make-corpus.ts'
import { theCall } from '../the-call.ts'
import { acroForm } from './controls.ts'
import { choices, colon, letter, twoCells } from './layouts.ts'
import { office, signedPart } from './programs.ts'
import { type Applicant, applicant, type Truth, truthOf, without } from './structures.ts'
import { aMail, anOldZip, aTnef, CALENDAR } from './wrappings.ts'

/** Wrappings, plain texts, damaged files, the call itself, answers that are no numbers. */
export async function boundaries(): Promise<Piece[]> {
  return [...(await wrapped()), ...texts(), ...(await damaged()), ...(await oddAnswers())]
}

const PDF = 'application/pdf'

async function wrapped(): Promise<Piece[]> {
  const form = (index: number): Promise<Uint8Array> => acroForm(applicant(index))
  const inside = (file: string, content: Uint8Array, member: string, index: number): Piece => ({
    file,
    content,
    member,
    kind: 'born',
    roles: ['form'],
    fields: truthOf(applicant(index)),
  })
  const three = aZip([
    { name: 'dossier/formulaire.pdf', content: await form(0) },
    { name: 'dossier/lisez-moi.txt', content: 'Dossier complet.' },
  ])
  const nested = aZip([
    { name: 'lot.zip', content: aZip([{ name: 'formulaire.pdf', content: await form(1) }]) },
  ])
  const file = (index: number, content: Uint8Array) => ({ name: `form${index}.pdf`, type: PDF, content })
  const mail = aMail('Fwd: candidature', 'Veuillez trouver le formulaire.', [file(2, await form(2))])
  const twice = aMail('TR: dossier', 'Pour information.', [
    { name: 'origine.eml', type: 'message/rfc822', content: mail },
  ])
  const outlook = anOutlookMail({
    from: ['Claire Exemple', 'claire@exemple.example'],
    subject: 'TR : candidature',
    text: 'Bonjour,\r\nveuillez trouver le formulaire.',
    files: [file(3, await form(3))],
  })
  const part = aMail('Candidature', 'Ci-joint.', [file(5, await form(5))])
  return [
    inside('dossier.zip', three, 'dossier/formulaire.pdf', 0),
    inside('lots.zip', nested, 'lot.zip/formulaire.pdf', 1),
    inside('ancien.zip', anOldZip('présenté.pdf', await form(6)), 'présenté.pdf', 6),
    inside('transfere.eml', mail, 'form2.pdf', 2),
    inside('transfere-deux-fois.eml', twice, 'origine.eml/form2.pdf', 2),
    inside('winmail.dat', aTnef([file(4, await form(4))]), 'form4.pdf', 4),
    inside('transfere.msg', outlook, 'form3.pdf', 3),
    inside('smime.p7m', await signedPart(Buffer.from(part).toString('latin1')), 'form5.pdf', 5),
    {
      file: 'zip-verrouille.zip',
      content: aZip([{ name: 'formulaire.pdf', content: await form(7), encrypted: true }]),
      member: 'formulaire.pdf',
      kind: 'born',
      roles: [],
      fields: {},
      problem: 'encrypted',
    },
    { file: 'invitation.ics', content: CALENDAR, kind: 'born', roles: [], fields: {} },
  ]
}

function stripped(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<\/(p|h1|tr)>|<br>/g, '\n')
    .replace(/<[^>]+>/g, '')
}

function texts(): Piece[] {
  const born = (file: string, content: Uint8Array, index: number, role = 'form'): Piece => ({
    file,
    content,
    kind: 'born',
    roles: [role],
    fields: truthOf(applicant(index)),
  })
  return [
    born('formulaire.txt', Buffer.from(stripped(colon(applicant(1)))), 1),
    born(
      'formulaire-windows.txt',
      Buffer.from(
        stripped(colon(applicant(3)))
          .replaceAll('☒', '[x]')
          .replaceAll('☐', '[ ]')
          .replaceAll('’', "'"),
        'latin1',
      ),
      3,
    ),
    born('formulaire.html', Buffer.from(twoCells(applicant(5))), 5),
    born('lettre.html', Buffer.from(letter(applicant(7))), 7, 'letter'),
    born('lettre.txt', Buffer.from(stripped(letter(applicant(8)))), 8, 'letter'),
    born('choix.html', Buffer.from(choices(applicant(11))), 11),
  ]
}

async function damaged(): Promise<Piece[]> {
  const pdf = await acroForm(applicant(2))
  const docx = aDocx(paragraph('Nom de la structure : SARL Fibres du Cirque'))
  const broken = (file: string, content: Uint8Array, problem: string): Piece => ({
    file,
    content,
    kind: 'born',
    roles: [],
    fields: {},
    problem,
  })
  return [
    broken('coupe.pdf', pdf.slice(0, 400), 'unreadable'),
    broken('coupe.docx', docx.slice(0, docx.byteLength / 2), 'unreadable'),
    broken('vide.pdf', new Uint8Array(), 'empty'),
    broken(
      'bruit.pdf',
      Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + 13) % 251),
      'unreadable',
    ),
    broken(
      'archive.7z',
      Buffer.concat([Buffer.from('377abcaf271c0004', 'hex'), Buffer.alloc(64)]),
      'unsupported',
    ),
  ]
}

/** The call as it was published, sent back. */
function notice(): string {
  return [
    theCall.title,
    'A. Objet',
    'Le présent appel à manifestation d’intérêt vise à choisir les membres du polynôme industriel.',
    'B. Filières',
    ...theCall.sectors.map((sector) => sector.label),
    'À qui s’adresse l’appel : il s’adresse à l’ensemble des structures du territoire.',
    'F. Dépôt des candidatures',
    `Toutes les candidatures doivent parvenir ${theCall.deadline.asWritten}.`,
    'Documents à télécharger',
  ].join('\n')
}

async function oddAnswers(): Promise<Piece[]> {
  const pending: Applicant = { ...applicant(0), identifier: ['N° SIRET', 'en cours d’immatriculation'] }
  const two: Applicant = { ...applicant(2), phone: ['0262 59 77 88 / 0692 97 45 75', '+262262597788'] }
  const abroad: Applicant = { ...applicant(4), phone: ['+33 692 11 22 33', '+262692112233'] }
  const rna: Applicant = { ...applicant(2), identifier: ['N° RNA', 'w9r1 011072'] }
  const files = await office(
    new Map([
      ['en-cours.html', colon(pending)],
      ['deux-numeros.html', colon(two)],
      ['indicatif.html', twoCells(abroad)],
      ['rna.html', colon(rna)],
    ]),
    'docx',
    { html: true },
  )
  const odd = (name: string, fields: Truth): Piece => ({
    file: `${name}.docx`,
    content: files.get(name) ?? new Uint8Array(),
    kind: 'born',
    roles: ['form'],
    fields,
  })
  return [
    odd('en-cours', without(truthOf(pending), 'siret')),
    odd('deux-numeros', truthOf(two)),
    odd('indicatif', truthOf(abroad)),
    odd('rna', { ...truthOf(rna), rna: 'W9R1011072' }),
    {
      file: 'appel.pdf',
      content: await aPdf([notice().replaceAll('’', "'")]),
      kind: 'born',
      roles: ['call_notice'],
      fields: {},
    },
    { file: 'appel.txt', content: Buffer.from(notice()), kind: 'born', roles: ['call_notice'], fields: {} },
  ]
}
