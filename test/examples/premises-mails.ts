import { PROJECT, siret } from '../demo/pieces.ts'
import { type Attached, mailsLike, picture, text } from './a-mail.ts'

interface Bearer {
  readonly name: string
  readonly email: string
  readonly rent?: string
  readonly opening?: string
  /** Of a business that exists. */
  readonly company?: readonly [name: string, index: number]
}

const dossier = ({ name, email, rent = '450 €', opening = '1er septembre 2026', company }: Bearer): string =>
  [
    'Commune de Roquebelle - Local du 3 rue Haute',
    'Dossier de candidature',
    ...(company === undefined
      ? [`Nom et prénom : ${name}`]
      : [
          `Raison sociale : ${company[0]}`,
          'Forme juridique : SARL',
          `N° SIRET : ${siret(company[1])}`,
          `Représentante légale : ${name}`,
        ]),
    'Adresse : 17 avenue des Platanes, 34000 Montpellier',
    'Téléphone : 06 33 00 44 55',
    `Courriel : ${email}`,
    'Activité : les métiers de bouche',
    ...(rent === '' ? [] : [`Loyer mensuel proposé : ${rent}`]),
    ...(opening === '' ? [] : [`Date d’ouverture envisagée : ${opening}`]),
    'Fait à Montpellier, le 3 avril 2026',
    `Signature : Signé ${name}`,
  ].join('\n')

const PREVISIONNEL = `Plan de financement\nBesoins\nAménagement\t18 000\nMatériel\t22 000\nStock\t6 000\nTotal des besoins\t46 000\nRessources\nApport\t16 000\nEmprunt\t30 000\nTotal des ressources\t46 000`
const PROJET = PROJECT(
  'ouvrir une épicerie de produits du pays, avec un comptoir et des ateliers de cuisine.',
)
const cv = (name: string): string =>
  `${name}\nTél. : 06 33 00 44 55\n\nExpérience professionnelle\n2015-2025 : responsable de rayon, puis de magasin\n\nFormation\nBTS commerce, 2014\n\nCompétences\nGestion, achats, accueil`

const mail = mailsLike({
  at: '2026-04-07T09:00:00Z',
  subject: 'Candidature - local du 3 rue Haute',
  text: 'Bonjour,\n\nVoici mon dossier pour le local communal du 3 rue Haute.\n\nBien cordialement',
})

const papers = (bearer: Bearer): readonly Attached[] => [
  text('dossier-candidature.pdf', dossier(bearer)),
  text('projet.pdf', PROJET),
  text('plan de financement.pdf', PREVISIONNEL),
  text('cv.pdf', cv(bearer.name)),
]
const LEA: Bearer = { name: 'Léa Fontaine', email: 'lea@comptoir.example' }
const MAISON: Bearer = {
  name: 'Mme Sonia Ferrand',
  email: 'bonjour@maisonferrand.example',
  company: ['Maison Ferrand', 81],
}

export const PREMISES_MAILS = [
  mail('l01-person-complete', LEA.email, 'Léa Fontaine', papers(LEA)),
  mail('l02-company-complete', MAISON.email, 'Maison Ferrand', [
    text('dossier.pdf', dossier(MAISON)),
    text('projet.docx', PROJET),
    text('previsionnel.pdf', PREVISIONNEL),
    text('parcours.pdf', cv('Sonia Ferrand')),
  ]),
  mail('l03-no-plan-of-finance', 'hugo@atelier34.example', 'Hugo Sarrazin', [
    text('dossier.pdf', dossier({ name: 'Hugo Sarrazin', email: 'hugo@atelier34.example' })),
    text('projet.pdf', PROJET),
    text('cv.pdf', cv('Hugo Sarrazin')),
  ]),
  mail(
    'l04-opening-left-out',
    'maud@retouches.example',
    'Maud Teyssier',
    papers({ name: 'Maud Teyssier', email: 'maud@retouches.example', opening: '' }),
  ),
  mail('l05-with-a-sketch', 'ilyes@fournil.example', 'Ilyès Brahimi', [
    ...papers({ name: 'Ilyès Brahimi', email: 'ilyes@fournil.example' }),
    picture('croquis.jpg'),
  ]),
  mail(
    'l06-after-five',
    'rose@fleurs.example',
    'Rose Caumont',
    papers({ name: 'Rose Caumont', email: 'rose@fleurs.example' }),
    { at: '2026-04-17T15:00:01Z' },
  ),
  mail('l07-question', 'curieux34@boite.example', 'Paul Andrieu', [], {
    subject: 'Local rue Haute',
    text: 'Bonjour,\n\nQuelle est la surface du local du 3 rue Haute, et peut-on le visiter un samedi ?\n\nMerci',
  }),
  mail('l08-all-in-one-pdf', 'tom@velos.example', 'Tom Lacaze', [
    text(
      'candidature.pdf',
      dossier({ name: 'Tom Lacaze', email: 'tom@velos.example' }),
      PROJET,
      PREVISIONNEL,
      cv('Tom Lacaze'),
    ),
  ]),
]
