import { siret } from '../demo/pieces.ts'
import { type Attached, type Sample, text } from './a-mail.ts'

interface Bidder {
  readonly name: string
  readonly number: number
  readonly email: string
}

const aBidder = (name: string, number: number): Bidder => ({
  name,
  number,
  email: `offres@fournisseur${number}.example`,
})

const engagement = ({ name, number }: Bidder, total = '32 450,00 €'): string =>
  [
    'Acte d’engagement',
    'Fourniture de mobilier pour la bibliothèque intercommunale',
    'Pouvoir adjudicateur : communauté de communes de Valgrise',
    `Raison sociale : ${name}`,
    'Forme juridique : SARL',
    `N° SIRET : ${siret(number)}`,
    'Représentée par : M. Karim Haddad, gérant',
    'Adresse : 8 zone des Ormes, 71100 Chalon-sur-Saône',
    'Téléphone : 03 85 00 45 67',
    ...(total === '' ? [] : [`Montant total HT : ${total}`]),
    'Délai d’exécution : huit semaines',
    'Fait à Chalon-sur-Saône, le 11 mai 2026',
    'Signature : Signé Karim Haddad',
  ].join('\n')

const PRIX = `Bordereau des prix\nDésignation\tQuantité\tPrix unitaire\tMontant HT\nRayonnage double face\t24\t820\t19 680\nTable de lecture\t6\t1 100\t6 600\nChaise\t30\t205\t6 150\nTotal\t\t\t32 430`
const MEMOIRE = `Mémoire technique\nMatériaux : bois certifié, panneaux à faible émission.\nLivraison et montage : par nos équipes, en deux jours, hors des heures d’ouverture.\nGarantie : cinq ans sur les structures.\nEnvironnement : reprise des emballages, transport groupé.\nDélai : huit semaines après la commande.`
const DECLARATION = `Déclaration du candidat\nLe candidat déclare n’entrer dans aucun cas d’interdiction de soumissionner.\nChiffre d’affaires des trois derniers exercices : 1 240 000 €, 1 310 000 €, 1 290 000 €\nEffectifs : 14\nCapacités : atelier de 1 800 m².`

function mail(
  file: string,
  bidder: Bidder,
  attached: readonly Attached[],
  at = '2026-05-12T09:00:00Z',
  more: Partial<Sample> = {},
): Sample {
  return {
    file,
    at,
    from: bidder.email,
    subject: 'Offre - mobilier pour la bibliothèque intercommunale',
    text: 'Bonjour,\n\nVeuillez trouver ci-joint notre offre pour la fourniture de mobilier.\n\nCordialement',
    attached,
    ...more,
  }
}

const offer = (bidder: Bidder): readonly Attached[] => [
  text('acte-engagement.pdf', engagement(bidder)),
  text('bordereau.pdf', PRIX),
  text('memoire.pdf', MEMOIRE),
  text('dc2.pdf', DECLARATION),
]
const HADDAD = aBidder('Mobilier Haddad', 51)

export const PURCHASE_MAILS: readonly Sample[] = [
  mail('o01-complete', HADDAD, offer(HADDAD)),
  mail('o02-no-price-list', aBidder('Ateliers Charton', 52), [
    text('AE.pdf', engagement(aBidder('Ateliers Charton', 52))),
    text('memoire technique.pdf', MEMOIRE),
    text('DC2.pdf', DECLARATION),
  ]),
  mail('o03-all-in-one-pdf', aBidder('Bois et Livres', 53), [
    text('offre.pdf', engagement(aBidder('Bois et Livres', 53)), PRIX, MEMOIRE, DECLARATION),
  ]),
  mail('o04-no-total', aBidder('Rayons du Sud', 54), [
    text('acte.pdf', engagement(aBidder('Rayons du Sud', 54), '')),
    text('bordereau.pdf', PRIX),
    text('memoire.pdf', MEMOIRE),
    text('declaration.pdf', DECLARATION),
  ]),
  mail('o05-dearer-than-the-threshold', aBidder('Grand Format', 55), [
    text('acte.pdf', engagement(aBidder('Grand Format', 55), '58 900,00 €')),
    text('bordereau.pdf', PRIX),
    text('memoire.pdf', MEMOIRE),
    text('declaration.pdf', DECLARATION),
  ]),
  mail(
    'o06-at-noon-itself',
    aBidder('Menuiserie Perrot', 56),
    offer(aBidder('Menuiserie Perrot', 56)),
    '2026-05-18T10:00:00Z',
  ),
  mail(
    'o07-one-second-before',
    aBidder('Tables et Cie', 57),
    offer(aBidder('Tables et Cie', 57)),
    '2026-05-18T09:59:59Z',
  ),
  mail('o08-question', aBidder('Mobiclasse', 58), [], '2026-05-04T09:00:00Z', {
    subject: 'Consultation mobilier : question',
    text: 'Bonjour,\n\nLe montage doit-il être compris dans le prix, et peut-on visiter la bibliothèque avant de répondre ?\n\nMerci d’avance',
  }),
  mail('o09-in-a-zip', aBidder('Linéaire', 59), [
    { name: 'offre.zip', inside: offer(aBidder('Linéaire', 59)) },
  ]),
]
