import { siret } from '../demo/pieces.ts'
import { type Attached, picture, type Sample, text } from './a-mail.ts'

interface Stall {
  readonly name: string
  readonly number: number
  readonly email: string
}

const fiche = ({ name, number, email }: Stall, metres = '4 mètres'): string =>
  [
    'Marché d’hiver de Corbières-le-Pont',
    'Fiche exposant',
    `Raison sociale : ${name}`,
    `N° SIRET : ${siret(number)}`,
    'Responsable : Mme Odile Fabre',
    'Adresse : 14 rue des Tanneurs, 11100 Narbonne',
    'Téléphone : 04 68 00 12 34',
    `Courriel : ${email}`,
    'Catégorie : l’artisanat',
    ...(metres === '' ? [] : [`Nombre de mètres souhaités : ${metres}`]),
    'Fait à Narbonne, le 2 septembre 2026',
    'Signature : Signé Odile Fabre',
  ].join('\n')

const extrait = (day: string): string =>
  `Extrait du registre national des entreprises\nSituation à jour au ${day}\nActivité : fabrication artisanale\nDirigeant : Odile Fabre\nSiège : 14 rue des Tanneurs, 11100 Narbonne\nDate d’immatriculation : 12/05/2014`
const ASSURANCE = `Attestation d’assurance\nNous attestons que l’assuré est garanti en responsabilité civile professionnelle.\nContrat n° 88 120 447. Garanties en cours de validité en 2026.\nEn cas de sinistre, appeler notre service.`
const photographs = (...names: readonly string[]): readonly Attached[] => names.map((name) => picture(name))

function mail(
  file: string,
  stall: Stall,
  attached: readonly Attached[],
  at = '2026-09-03T09:00:00Z',
  more: Partial<Sample> = {},
): Sample {
  return {
    file,
    at,
    from: stall.email,
    subject: 'Candidature pour un chalet - marché d’hiver',
    text: 'Bonjour,\n\nNous souhaitons tenir un chalet au marché d’hiver. Vous trouverez notre dossier ci-joint.\n\nCordialement',
    attached,
    ...more,
  }
}

const aStall = (name: string, number: number): Stall => ({
  name,
  number,
  email: `contact@stand${number}.example`,
})
const FABRE = aStall('Les Jouets d’Odile', 31)

const papers = (stall: Stall): readonly Attached[] => [
  text('fiche-exposant.pdf', fiche(stall)),
  text('extrait-rne.pdf', extrait('20 août 2026')),
  text('attestation-assurance.pdf', ASSURANCE),
]

export const MARKET_MAILS: readonly Sample[] = [
  mail('n01-complete', FABRE, [...papers(FABRE), ...photographs('stand1.jpg', 'stand2.jpg')]),
  mail('n02-one-photograph', aStall('Bougies du Lac', 32), [
    ...papers(aStall('Bougies du Lac', 32)),
    ...photographs('notre-stand.jpg'),
  ]),
  mail('n03-no-insurance', aStall('Atelier du Grès', 33), [
    text('fiche.pdf', fiche(aStall('Atelier du Grès', 33))),
    text('kbis.pdf', extrait('18 août 2026')),
    ...photographs('chalet-a.jpg', 'chalet-b.jpg'),
  ]),
  mail('n04-old-extract', aStall('Miel des Garrigues', 34), [
    text('fiche.pdf', fiche(aStall('Miel des Garrigues', 34))),
    text('extrait.pdf', extrait('3 janvier 2026')),
    text('assurance.pdf', ASSURANCE),
    ...photographs('photo1.jpg', 'photo2.jpg', 'photo3.jpg'),
  ]),
  mail('n05-everything-in-one-pdf', aStall('Cuirs Lozano', 35), [
    text('dossier.pdf', fiche(aStall('Cuirs Lozano', 35)), extrait('1er septembre 2026'), ASSURANCE),
    ...photographs('stand-1.png', 'stand-2.png'),
  ]),
  mail('n06-metres-left-out', aStall('Pain d’épices Roux', 36), [
    text('fiche.pdf', fiche(aStall('Pain d’épices Roux', 36), '')),
    text('rne.pdf', extrait('30 août 2026')),
    text('assurance.pdf', ASSURANCE),
    ...photographs('stand a.jpg', 'stand b.jpg'),
  ]),
  mail(
    'n07-on-the-last-day',
    aStall('Laines du Causse', 37),
    [...papers(aStall('Laines du Causse', 37)), ...photographs('stand-1.jpg', 'stand-2.jpg')],
    '2026-09-15T21:30:00Z',
  ),
  mail(
    'n08-a-day-late',
    aStall('Santons Barral', 38),
    [...papers(aStall('Santons Barral', 38)), ...photographs('stand-x.jpg', 'stand-y.jpg')],
    '2026-09-16T07:00:00Z',
  ),
  mail('n09-question', aStall('Crêpes Le Goff', 39), [], '2026-07-01T09:00:00Z', {
    subject: 'Chalets',
    text: 'Bonjour,\n\nCombien coûte un chalet pour toute la durée du marché d’hiver, et l’électricité est-elle comprise ?\n\nMerci',
  }),
]
