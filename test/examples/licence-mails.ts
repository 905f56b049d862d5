import { type Attached, mailsLike, picture, type Sample, text } from './a-mail.ts'

interface Youth {
  readonly name: string
  readonly birth?: string
  readonly school?: string
}

const dossier = ({ name, birth = '9 octobre 2006', school = 'Conduite Plus, Brévigny' }: Youth): string =>
  [
    'Commune de Brévigny',
    'Demande de bourse au permis',
    `Nom et prénom : ${name}`,
    `Date de naissance : ${birth}`,
    'Adresse : 11 chemin des Vignes, 89999 Brévigny',
    'Téléphone : 06 45 00 11 22',
    ...(school === '' ? [] : [`Auto-école choisie : ${school}`]),
    'Fait à Brévigny, le 4 mars 2026',
    `Signature : Signé ${name}`,
  ].join('\n')

const IDENTITE = `République française\nCarte nationale d’identité\nNationalité française\nValable jusqu’au 12.04.2033`
const facture = (day: string): string =>
  `Facture d’électricité\nDate de la facture : ${day}\nTitulaire du contrat : voir au dos\nAdresse du logement : 11 chemin des Vignes, 89999 Brévigny\nAbonnement\t14,20\nMontant à payer\t63,40\nÉchéance dans quinze jours`
const motivation = (name: string): string =>
  `Brévigny, le 4 mars 2026\n\nObjet : lettre de motivation pour la bourse au permis\n\nMadame, Monsieur,\n\nLe permis de conduire m’est nécessaire pour rejoindre mon lieu de formation, que le train\nne dessert pas. En échange de cette aide, je donnerai du temps à une association de la commune.\n\nJe vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.\n\n${name}`

const mail = mailsLike({
  at: '2026-03-06T09:00:00Z',
  subject: 'Bourse au permis',
  text: 'Bonjour,\n\nVoici mon dossier pour la bourse au permis.\n\nCordialement',
})

const papers = (youth: Youth): readonly Attached[] => [
  text('dossier.pdf', dossier(youth)),
  text('cni.pdf', IDENTITE),
  text('facture.pdf', facture('10 février 2026')),
  text('lettre de motivation.pdf', motivation(youth.name)),
]

export const LICENCE_MAILS: readonly Sample[] = [
  mail('p01-complete', 'mathis@boite.example', 'Mathis Girard', papers({ name: 'Mathis Girard' })),
  mail('p02-letter-missing', 'sarah@boite.example', 'Sarah Meunier', [
    text('dossier.pdf', dossier({ name: 'Sarah Meunier' })),
    text('cni.pdf', IDENTITE),
    text('facture.pdf', facture('2 février 2026')),
  ]),
  mail('p03-identity-photographed', 'noa@boite.example', 'Noa Leclerc', [
    text('dossier.pdf', dossier({ name: 'Noa Leclerc' })),
    picture('carte identite.jpg'),
    text('facture.pdf', facture('20 février 2026')),
    text('motivation.docx', motivation('Noa Leclerc')),
  ]),
  mail(
    'p04-too-old',
    'eric@boite.example',
    'Éric Vasseur',
    papers({ name: 'Éric Vasseur', birth: '1er mai 1988' }),
  ),
  mail(
    'p05-in-december',
    'lola@boite.example',
    'Lola Renard',
    [
      text('dossier.pdf', dossier({ name: 'Lola Renard' })),
      text('passeport.pdf', 'Passeport\nRépublique française\nType P'),
      text('facture.pdf', facture('18 novembre 2026')),
      text('lettre.pdf', motivation('Lola Renard')),
    ],
    { at: '2026-12-21T18:30:00Z' },
  ),
  mail(
    'p06-driving-school-not-chosen',
    'enzo@boite.example',
    'Enzo Caron',
    papers({ name: 'Enzo Caron', school: '' }),
  ),
  mail('p07-form-alone', 'jade@boite.example', 'Jade Poulain', [
    text('demande.pdf', dossier({ name: 'Jade Poulain' })),
  ]),
  mail('p08-question', 'parent@boite.example', 'Anne Poulain', [], {
    subject: 'permis',
    text: 'Bonjour,\n\nMa fille aura 17 ans en mai : peut-elle déjà demander la bourse au permis, et de combien est-elle ?\n\nMerci',
  }),
]
