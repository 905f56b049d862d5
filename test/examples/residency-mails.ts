import { type Attached, type Sample, text } from './a-mail.ts'

const INTENTION = (who: string): string =>
  `Note d’intention\n${who}\nMa démarche part des sons de la rivière. La résidence permettra une recherche de six semaines,\nun atelier avec le public chaque samedi, et une restitution dans l’ancien moulin.\nLes matières viennent du lieu : papiers, encres végétales, empreintes.`

const CV = (name: string, born = '4 mars 1995', more = ''): string =>
  `${name}\nNé le : ${born}\nTél. : 06 22 33 44 55\n${more}\nFormation\nÉcole supérieure d’art, 2018\nExpositions\n2022 : Lille, « Rives » ; 2024 : Gand, « Papier »\nRésidences\n2023 : Moulin de Paillard\nPublications\n« Cahier des eaux », 2024`

const BUDGET = (total: string | null): string =>
  `Budget\nDépenses\nMatériel\t1 200\nDéplacements\t600\nHébergement\t2 000\nHonoraires\t2 700\n${total === null ? '' : `Coût total : ${total}\n`}Recettes\nAide de la communauté de communes\t4 000\nApport\t2 500`

const RESUME =
  'Résumé du projet\nSix semaines d’écoute de la rivière, des ateliers ouverts et une restitution au moulin.'

const STATUTS = `Statuts\nArticle 1 - Dénomination\nArticle 2 - Objet : la création artistique\nArticle 3 - Membres\nArticle 4 - Assemblée générale\nArticle 5 - Dissolution`

const SUMMARIES = [text('resume.pdf', RESUME), text('resume.docx', RESUME)]

interface Artist {
  readonly name: string
  readonly born?: string
  readonly more?: string
  readonly total?: string | null
}

const pieces = ({ name, born, more, total = '6 500 €' }: Artist): readonly Attached[] => [
  text('note-intention.pdf', INTENTION(name)),
  text('cv.pdf', CV(name, born, more)),
  text('budget.pdf', BUDGET(total)),
]

const COLLECTIVE = (name: string): string =>
  INTENTION(
    `Nom de la structure : ${name}\nForme juridique : Association\nAdresse : 5 rue du Canal, 59000 Lille`,
  )

function mail(file: string, from: string, name: string, attached: readonly Attached[]): Sample {
  return {
    file,
    at: '2026-09-02T09:00:00Z',
    from,
    name,
    subject: 'Candidature - résidence d’artistes Le Hautbois',
    text: 'Bonjour,\n\nVeuillez trouver ci-joint le dossier de candidature à la résidence d’artistes Le Hautbois.\n\nBien à vous',
    attached,
  }
}

export const RESIDENCY_MAILS: readonly Sample[] = [
  mail('a01-artist-complete', 'clara@jansen.example', 'Clara Jansen', [
    ...pieces({ name: 'Clara Jansen', more: 'N° d’entreprise : BE 0403.170.701' }),
    ...SUMMARIES,
  ]),
  mail('a02-collective-complete', 'bonjour@lumen.example', 'Collectif Lumen', [
    text('note-intention.pdf', COLLECTIVE('Collectif Lumen')),
    text('cv.pdf', CV('Sara Lenoir')),
    text('budget.pdf', BUDGET('7 200 €')),
    text('statuts.pdf', STATUTS),
    ...SUMMARIES,
  ]),
  mail('a03-no-summary-in-word', 'igor@maes.example', 'Igor Maes', [
    ...pieces({ name: 'Igor Maes' }),
    text('resume.pdf', RESUME),
  ]),
  mail('a04-dearer-than-the-call-says', 'julie@roche.example', 'Julie Roche', [
    ...pieces({ name: 'Julie Roche', total: '12 000 €' }),
    ...SUMMARIES,
  ]),
  mail('a05-older-than-the-call-says', 'alain@vidal.example', 'Alain Vidal', [
    ...pieces({ name: 'Alain Vidal', born: '2 février 1985' }),
    ...SUMMARIES,
  ]),
  mail('a06-number-with-a-wrong-key', 'nina@peeters.example', 'Nina Peeters', [
    ...pieces({ name: 'Nina Peeters', more: 'N° d’entreprise : BE 0403.170.702' }),
    ...SUMMARIES,
  ]),
  mail('a07-three-pieces-in-one-pdf', 'milo@verhaegen.example', 'Milo Verhaegen', [
    text('dossier.pdf', INTENTION('Milo Verhaegen'), CV('Milo Verhaegen'), BUDGET('5 900 €')),
    ...SUMMARIES,
  ]),
  mail('a08-no-cost', 'ana@ferreira.example', 'Ana Ferreira', [
    ...pieces({ name: 'Ana Ferreira', total: null }),
    ...SUMMARIES,
  ]),
  mail('a09-collective-without-statutes', 'contact@ronds.example', 'Les Ateliers Ronds', [
    text('note-intention.pdf', COLLECTIVE('Les Ateliers Ronds')),
    text('cv.pdf', CV('Théo Marin')),
    text('budget.pdf', BUDGET('4 800 €')),
    ...SUMMARIES,
  ]),
]
