import { aPdf } from '../a-pdf.ts'
import type { Piece } from '../make-corpus.ts'
import {
  acroForm,
  contentControls,
  emptyControls,
  legacyFields,
  reallySigned,
  trackedChanges,
  withFiles,
  withSignature,
  xfaForm,
} from './controls.ts'
import { controlForm } from './flat-office.ts'
import { printed, qpdf, signatureOf } from './programs.ts'
import { applicant, truthOf } from './structures.ts'

/** Forms with controls: PDF fields in several states, Word's controls, LibreOffice's. */
export async function controls(): Promise<Piece[]> {
  return [...(await pdfs()), ...words(), form('controles.odt', controlForm(applicant(8)), 8)]
}

function form(file: string, content: Uint8Array, index: number, more: Piece['fields'] = {}): Piece {
  return { file, content, kind: 'born', roles: ['form'], fields: { ...truthOf(applicant(index)), ...more } }
}

async function pdfs(): Promise<Piece[]> {
  const note = await aPdf([
    'Présentation de la structure\nHistorique : atelier fondé en 2008, seize salariés, trois métiers.\nNos clients et partenaires : communes, lycées, industriels du territoire.\nChiffre d’affaires 2021 : 900 000 euros. Effectif : 16 personnes, une équipe.'.replaceAll(
      '’',
      "'",
    ),
  ])
  const joined = await withFiles(await acroForm(applicant(4)), [['presentation.pdf', note]])
  return [
    form('champs.pdf', await acroForm(applicant(0)), 0),
    form('champs-groupe.pdf', await acroForm(applicant(1), { group: true }), 1),
    form(
      'champs-flux.pdf',
      await qpdf(await acroForm(applicant(2)), '--object-streams=generate', '--linearize'),
      2,
    ),
    form('champs-imprimes.pdf', await printed(await acroForm(applicant(3))), 3),
    form('champs-et-piece.pdf', joined, 4),
    {
      ...form('champs-et-piece.pdf', joined, 4),
      member: 'presentation.pdf',
      roles: ['presentation'],
      fields: {},
    },
    form('champs-signature-fausse.pdf', await withSignature(await acroForm(applicant(5))), 5),
    form('champs-signes.pdf', await reallySigned(await acroForm(applicant(5)), signatureOf), 5, {
      signature: 'électronique',
    }),
    form(
      'proprietaire.pdf',
      await qpdf(await acroForm(applicant(6)), '--encrypt', '', 'cle', '256', '--'),
      6,
    ),
    {
      file: 'mot-de-passe.pdf',
      content: await qpdf(await acroForm(applicant(7)), '--encrypt', 'cle', 'cle', '256', '--'),
      kind: 'born',
      roles: [],
      fields: {},
      problem: 'encrypted',
    },
    {
      file: 'mot-de-passe-ancien.pdf',
      content: await qpdf(
        await acroForm(applicant(8)),
        '--allow-weak-crypto',
        '--encrypt',
        'cle',
        'cle',
        '128',
        '--use-aes=n',
        '--',
      ),
      kind: 'born',
      roles: [],
      fields: {},
      problem: 'encrypted',
    },
    {
      file: 'xfa.pdf',
      content: await xfaForm(),
      kind: 'born',
      roles: [],
      fields: {},
      problem: 'unsupported',
    },
  ]
}

function words(): Piece[] {
  return [
    form('controles.docx', contentControls(applicant(9)), 9),
    {
      file: 'controles-vides.docx',
      content: emptyControls(applicant(9)),
      kind: 'born',
      roles: ['form'],
      fields: {},
      emptyTemplate: true,
    },
    form('champs-anciens.docx', legacyFields(applicant(10)), 10),
    form('modifications.docx', trackedChanges(applicant(11)), 11),
  ]
}
