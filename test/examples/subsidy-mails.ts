import { PROJECT, siret } from '../demo/pieces.ts'
import { type Attached, type Sample, text } from './a-mail.ts'

interface Asker {
  readonly name: string
  readonly legalForm?: string
  readonly number: string
  readonly email: string
}

const form = ({ name, legalForm, number, email }: Asker): string =>
  [
    'Commune de Vallombreuse - Initiatives locales',
    'Dossier de demande de subvention',
    `Nom de la structure : ${name}`,
    ...(legalForm === undefined ? [] : [`Forme juridique : ${legalForm}`]),
    number,
    'Représentant légal : Mme Jeanne Rivoire',
    'Qualité : responsable',
    'Adresse : 3 rue du Lavoir, 38999 Vallombreuse',
    'Téléphone : 04 76 00 11 22',
    `Courriel : ${email}`,
    'Montant de la subvention demandée : 3 500 €',
    'Fait à Vallombreuse, le 10 mars 2026',
    'Signature : Signé Jeanne Rivoire',
  ].join('\n')

const BUDGET = `Budget prévisionnel\nCharges\nAchats\t1 200\nLocation\t800\nPersonnel\t3 000\nTotal des charges\t5 000\nProduits\nSubvention demandée à la commune\t3 500\nAutofinancement\t1 500\nTotal des produits\t5 000`
const RIB = `Relevé d’identité bancaire\nTitulaire du compte : voir ci-dessous\nCode banque 30999  Code guichet 00001\nIBAN FR76 3099 9000 0100 0000 0001 234\nBIC AAAAFRPP`
const RECEPISSE = `Récépissé de déclaration de création\nLe préfet de l’Isère donne récépissé de la déclaration\nde l’association ; annonce au Journal officiel.`
const STATUTS = `Statuts\nArticle 1 - Dénomination\nArticle 2 - Objet : animer la vie locale\nArticle 3 - Membres : adhérents à jour de leur cotisation\nArticle 4 - Assemblée générale annuelle\nArticle 5 - Dissolution`
const kbis = (day: string): string =>
  `Greffe du tribunal de commerce de Grenoble\nExtrait Kbis\nImmatriculation principale au registre du commerce et des sociétés\nà jour au ${day}\nDate d’immatriculation : 03/02/2011\nSiège social : 3 rue du Lavoir, 38999 Vallombreuse`
const project = PROJECT('faire vivre un lieu ouvert à tous, avec des ateliers chaque semaine.')

const letter =
  'Bonjour,\n\nVeuillez trouver ci-joint notre demande de subvention pour les initiatives locales.\n\nCordialement'

const TRETEAUX: Asker = {
  name: 'Les Tréteaux du Val',
  legalForm: 'Association',
  number: 'N° RNA : W383012345',
  email: 'contact@treteaux.example',
}
const LIBRAIRIE: Asker = {
  name: 'Librairie des Deux Ponts',
  legalForm: 'SARL',
  number: `N° SIRET : ${siret(11)}`,
  email: 'bonjour@deuxponts.example',
}

function mail(
  file: string,
  asker: Asker,
  attached: readonly Attached[],
  at = '2026-03-12T09:00:00Z',
): Sample {
  return {
    file,
    at,
    from: asker.email,
    subject: 'Initiatives locales - demande de subvention',
    text: letter,
    attached,
  }
}

const base = (asker: Asker): readonly Attached[] => [
  text('dossier.pdf', form(asker)),
  text('projet.pdf', project),
  text('budget.pdf', BUDGET),
  text('rib.pdf', RIB),
]

export const SUBSIDY_MAILS: readonly Sample[] = [
  mail('s01-association-complete', TRETEAUX, [
    ...base(TRETEAUX),
    text('recepisse.pdf', RECEPISSE),
    text('statuts.docx', STATUTS),
  ]),
  mail('s02-societe-complete', LIBRAIRIE, [...base(LIBRAIRIE), text('kbis.pdf', kbis('2 février 2026'))]),
  mail(
    's03-kbis-of-six-months',
    {
      ...LIBRAIRIE,
      name: 'Garage Bonnet',
      number: `N° SIRET : ${siret(12)}`,
      email: 'contact@bonnet.example',
    },
    [
      ...base({
        ...LIBRAIRIE,
        name: 'Garage Bonnet',
        number: `N° SIRET : ${siret(12)}`,
        email: 'contact@bonnet.example',
      }),
      text('kbis.pdf', kbis('5 septembre 2025')),
    ],
  ),
  mail(
    's04-association-without-recepisse',
    { ...TRETEAUX, name: 'Foyer rural', number: 'N° RNA : W383022222', email: 'foyer@foyer.example' },
    [
      ...base({
        ...TRETEAUX,
        name: 'Foyer rural',
        number: 'N° RNA : W383022222',
        email: 'foyer@foyer.example',
      }),
      text('statuts.pdf', STATUTS),
    ],
  ),
  mail(
    's05-scop-without-statutes',
    {
      ...LIBRAIRIE,
      name: 'Menuiserie Alpine',
      legalForm: 'SCOP',
      number: `N° SIRET : ${siret(13)}`,
      email: 'm@alpine.example',
    },
    [
      ...base({
        ...LIBRAIRIE,
        name: 'Menuiserie Alpine',
        legalForm: 'SCOP',
        number: `N° SIRET : ${siret(13)}`,
        email: 'm@alpine.example',
      }),
      text('kbis.pdf', kbis('1er mars 2026')),
    ],
  ),
  mail(
    's06-legal-form-unknown',
    { name: 'Atelier Nomade', number: `N° SIRET : ${siret(14)}`, email: 'atelier@nomade.example' },
    base({ name: 'Atelier Nomade', number: `N° SIRET : ${siret(14)}`, email: 'atelier@nomade.example' }),
  ),
  mail(
    's07-everything-in-one-pdf',
    { ...TRETEAUX, name: 'Chorale du Rempart', email: 'chorale@rempart.example' },
    [
      text(
        'tout.pdf',
        form({
          ...TRETEAUX,
          name: 'Chorale du Rempart',
          number: 'N° RNA : W383033333',
          email: 'chorale@rempart.example',
        }),
        project,
        STATUTS,
        RECEPISSE,
        BUDGET,
        RIB,
      ),
    ],
  ),
  mail(
    's08-form-alone',
    {
      ...LIBRAIRIE,
      name: 'Paniers de Lucie',
      legalForm: 'Micro-entreprise',
      number: `N° SIRET : ${siret(15)}`,
      email: 'lucie@paniers.example',
    },
    [
      text(
        'dossier.pdf',
        form({
          ...LIBRAIRIE,
          name: 'Paniers de Lucie',
          legalForm: 'Micro-entreprise',
          number: `N° SIRET : ${siret(15)}`,
          email: 'lucie@paniers.example',
        }),
      ),
    ],
  ),
  mail(
    's09-kbis-scanned',
    { ...LIBRAIRIE, name: 'Cycles Perrin', number: `N° SIRET : ${siret(16)}`, email: 'velo@perrin.example' },
    [
      ...base({
        ...LIBRAIRIE,
        name: 'Cycles Perrin',
        number: `N° SIRET : ${siret(16)}`,
        email: 'velo@perrin.example',
      }),
      { name: 'kbis.jpg', side: 340 },
    ],
  ),
  mail(
    's10-late',
    { ...TRETEAUX, name: 'Amis du four', number: 'N° RNA : W383044444', email: 'four@amis.example' },
    [
      ...base({
        ...TRETEAUX,
        name: 'Amis du four',
        number: 'N° RNA : W383044444',
        email: 'four@amis.example',
      }),
      text('recepisse.pdf', RECEPISSE),
      text('statuts.pdf', STATUTS),
    ],
    '2026-04-03T09:00:00Z',
  ),
  mail(
    's12-project-that-names-its-budget',
    { ...TRETEAUX, name: 'Club de lecture', number: 'N° RNA : W383055555', email: 'club@lecture.example' },
    [
      text(
        'dossier.pdf',
        form({
          ...TRETEAUX,
          name: 'Club de lecture',
          number: 'N° RNA : W383055555',
          email: 'club@lecture.example',
        }),
      ),
      text('projet.pdf', project),
      text('rib.pdf', RIB),
      text('recepisse.pdf', RECEPISSE),
      text('statuts.pdf', STATUTS),
    ],
  ),
  {
    file: 's11-question',
    at: '2026-03-05T09:00:00Z',
    from: 'question@ailleurs.example',
    subject: 'Initiatives locales : question',
    text: 'Bonjour,\n\nUne association d’une commune voisine peut-elle demander la subvention des initiatives locales ?\n\nMerci d’avance',
  },
]
