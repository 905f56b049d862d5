import { mailsLike, type Sample, text } from './a-mail.ts'

const cv = (name: string, email: string, more = ''): string =>
  `${name}\n12 rue des Tilleuls, 21000 Dijon\nTél. : 06 12 34 56 78 - ${email}\n\nExpériences professionnelles\n2021-2025 : animation de sorties nature pour des groupes scolaires\n2019-2021 : accueil du public dans une réserve\n${more}\nFormation\nBPJEPS éducation à l’environnement, 2019\n\nCompétences\nConduite de groupes, botanique, premiers secours, permis B\n\nCentres d’intérêt\nRandonnée, ornithologie`

const letter = (name: string, available = true): string =>
  `Dijon, le 3 mars 2026\n\nObjet : candidature au poste d’animateur nature\n\nMadame, Monsieur,\n\nVotre annonce pour le poste d’animateur nature a retenu toute mon attention.\nMon expérience auprès des scolaires et ma motivation me donnent envie de rejoindre\nvotre équipe. Je serais heureux de vous en parler lors d’un entretien.\n${available ? '\nDisponible à partir du : 1er avril 2026\n' : ''}\nJe vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.\n\n${name}`

const NOTE =
  'Bonjour,\n\nVeuillez trouver ci-joint ma candidature au poste d’animateur nature.\n\nBien cordialement'

const mail = mailsLike({
  at: '2026-03-04T09:00:00Z',
  subject: 'Candidature animateur nature',
  text: NOTE,
})

export const RECRUITMENT_MAILS: readonly Sample[] = [
  mail('r01-complete', 'tom.blanc@courrier.example', 'Tom Blanc', [
    text('CV.pdf', cv('Tom Blanc', 'tom.blanc@courrier.example')),
    text('Lettre de motivation.docx', letter('Tom Blanc')),
  ]),
  mail('r02-cv-alone', 'lea.morin@poste.example', 'Léa Morin', [
    text('cv_morin.pdf', cv('Léa Morin', 'lea.morin@poste.example')),
  ]),
  mail('r03-cv-and-letter-in-one-pdf', 'hugo@vasseur.example', 'Hugo Vasseur', [
    text('candidature.pdf', letter('Hugo Vasseur'), cv('Hugo Vasseur', 'hugo@vasseur.example')),
  ]),
  mail('r04-no-name-over-the-mail', 'aichab@messagerie.example', null, [
    text('cv.pdf', cv('Aïcha Benali', 'aichab@messagerie.example')),
    text('lettre.pdf', letter('Aïcha Benali')),
  ]),
  mail(
    'r05-letter-in-the-mail',
    'jules@picard.example',
    'Jules Picard',
    [text('cv.pdf', cv('Curriculum vitae', 'jules@picard.example'))],
    {
      text: 'Madame, Monsieur,\n\nVotre annonce pour le poste d’animateur nature a retenu toute mon attention. Mon expérience de dix ans auprès de groupes et ma motivation pour la protection des milieux me donnent envie de rejoindre votre équipe. Mon parcours m’a appris à préparer des sorties pour tous les âges, et je serais heureux de vous rencontrer lors d’un entretien pour vous présenter mes projets. Mon curriculum vitae est joint à ce message.\n\nJe vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.',
    },
  ),
  mail('r06-employers-in-the-cv', 'nora@lemaire.example', 'Nora Lemaire', [
    text(
      'CV Nora.pdf',
      cv(
        'Nora Lemaire',
        'nora@lemaire.example',
        '2016-2019 : SARL Dupont Paysages, association Les Sentiers, gérante : Mme Odile Dupont',
      ),
    ),
    text('motivation.pdf', letter('Nora Lemaire')),
  ]),
  {
    file: 'r07-question',
    at: '2026-03-02T09:00:00Z',
    from: 'curieux@ailleurs.example',
    subject: 'Poste d’animateur nature',
    text: 'Bonjour,\n\nLe poste d’animateur nature est-il ouvert aux contractuels, et faut-il le permis B ?\n\nMerci d’avance',
  },
  mail(
    'r08-the-letter-follows',
    'lea.morin@poste.example',
    'Léa Morin',
    [text('lettre_morin.pdf', letter('Léa Morin', false))],
    {
      at: '2026-03-05T09:00:00Z',
      text: 'Bonjour,\n\nVoici la lettre de motivation que j’avais oublié de joindre à ma candidature.\n\nCordialement',
    },
  ),
  mail('r09-with-diploma', 'paul@esteve.example', 'Paul Estève', [
    text('cv.pdf', cv('Paul Estève', 'paul@esteve.example')),
    text('lettre.pdf', letter('Paul Estève')),
    text(
      'diplome.pdf',
      'Diplôme\nBrevet professionnel de la jeunesse, de l’éducation populaire et du sport\ndélivré à M. Paul Estève',
    ),
  ]),
  mail(
    'r10-late',
    'yann@tardif.example',
    'Yann Tardif',
    [text('cv.pdf', cv('Yann Tardif', 'yann@tardif.example')), text('lettre.pdf', letter('Yann Tardif'))],
    { at: '2026-03-16T09:00:00Z' },
  ),
]
