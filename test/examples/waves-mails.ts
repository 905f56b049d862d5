import { siret } from '../demo/pieces.ts'
import { type Attached, type Sample, text } from './a-mail.ts'

interface Asker {
  readonly name: string
  readonly number: string
  readonly email: string
}

const dossier = ({ name, number, email }: Asker, amount = '12 000 €'): string =>
  [
    'Contrat de ville de Grand-Lac - Appel à projets 2026',
    'Dossier de demande de subvention',
    `Nom de la structure : ${name}`,
    'Forme juridique : Association',
    number,
    'Représentante légale : Mme Awa Diallo',
    'Qualité : présidente',
    'Adresse : 5 allée des Merles, 73000 Chambéry',
    'Téléphone : 04 79 00 21 43',
    `Courriel : ${email}`,
    'Thématique : l’éducation',
    'Titre de l’action : aide aux devoirs dans les quartiers',
    ...(amount === '' ? [] : [`Subvention demandée : ${amount}`]),
    'Fait à Chambéry, le 12 février 2026',
    'Signature : Signé Awa Diallo',
  ].join('\n')

const BUDGET = `Budget de l’action\nCharges\nAchats\t2 000\nPersonnel\t14 000\nTotal des charges\t16 000\nProduits\nÉtat\t12 000\nCaisse d’allocations familiales\t2 000\nFonds propres\t2 000\nTotal des produits\t16 000`
const COMPTES = `Compte de résultat\nExercice 2025\nActif\t48 200\nPassif\t48 200\nAmortissements\t1 300\nRésultat\t2 150`
const RIB = `Relevé d’identité bancaire\nTitulaire du compte\nCode banque 30999  Code guichet 00002\nIBAN FR76 3099 9000 0200 0000 0002 345\nBIC AAAAFRPP`
const BILAN = `Bilan de l’action\nEn 2025, quarante enfants ont été accompagnés, deux soirs par semaine.\nLes familles sont venues à trois rencontres.`

function mail(
  file: string,
  asker: Asker,
  attached: readonly Attached[],
  at = '2026-02-16T09:00:00Z',
  more: Partial<Sample> = {},
): Sample {
  return {
    file,
    at,
    from: asker.email,
    subject: 'Contrat de ville - dossier de demande',
    text: 'Bonjour,\n\nNous vous adressons notre dossier pour l’appel à projets du contrat de ville.\n\nCordialement',
    attached,
    ...more,
  }
}

const anAsker = (name: string, index: number, number = `N° SIRET : ${siret(index)}`): Asker => ({
  name,
  number,
  email: `contact@asso${index}.example`,
})
const papers = (asker: Asker): readonly Attached[] => [
  text('dossier.pdf', dossier(asker)),
  text('budget.pdf', BUDGET),
  text('rib.pdf', RIB),
  text('comptes2025.pdf', COMPTES),
]
const PASSERELLES = anAsker('Passerelles', 71)

export const WAVES_MAILS: readonly Sample[] = [
  mail('w01-first-wave', PASSERELLES, papers(PASSERELLES)),
  mail(
    'w02-second-wave',
    anAsker('Les Voisins du Lac', 72),
    papers(anAsker('Les Voisins du Lac', 72)),
    '2026-04-08T09:00:00Z',
  ),
  mail(
    'w03-after-the-second-wave',
    anAsker('Radio Quartiers', 73),
    papers(anAsker('Radio Quartiers', 73)),
    '2026-06-15T09:00:00Z',
  ),
  mail('w04-no-accounts', anAsker('Jardins en pied d’immeuble', 74), [
    text('dossier.pdf', dossier(anAsker('Jardins en pied d’immeuble', 74))),
    text('budget-action.pdf', BUDGET),
    text('rib.pdf', RIB),
  ]),
  mail('w05-with-last-year', anAsker('Lire ensemble', 75, 'N° RNA : W733012345'), [
    ...papers(anAsker('Lire ensemble', 75, 'N° RNA : W733012345')),
    text('bilan-2025.pdf', BILAN),
  ]),
  mail('w06-no-amount', anAsker('Sport pour elles', 76), [
    text('dossier.pdf', dossier(anAsker('Sport pour elles', 76), '')),
    text('budget.pdf', BUDGET),
    text('rib.pdf', RIB),
    text('comptes.pdf', COMPTES),
  ]),
  mail('w07-all-in-one-pdf', anAsker('Théâtre du Bout', 77), [
    text('demande complete.pdf', dossier(anAsker('Théâtre du Bout', 77)), BUDGET, RIB, COMPTES),
  ]),
  mail('w08-question', anAsker('Nouvelle venue', 78), [], '2026-01-20T09:00:00Z', {
    subject: 'Appel à projets',
    text: 'Bonjour,\n\nUne association créée cette année peut-elle répondre à l’appel à projets du contrat de ville ? Elle n’a pas encore de comptes.\n\nMerci',
  }),
]
