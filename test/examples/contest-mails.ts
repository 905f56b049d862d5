import { type Attached, picture, type Sample, text } from './a-mail.ts'

const bulletin = (name: string, email: string, birth = '14/08/1990'): string =>
  `Concours photographique « Rives en lumière »\nBulletin de participation\nNom et prénom : ${name}\nDate de naissance : ${birth}\nAdresse : 4 rue du Port, 44000 Nantes\nTéléphone : 06 11 22 33 44\nCourriel : ${email}\nCatégorie : le paysage\nTitre de la photographie : Brume du matin\nFait à Nantes, le 10 mai 2026`

const EMPTY = `Concours photographique « Rives en lumière »\nBulletin de participation\nNom et prénom : ..........\nDate de naissance : ..........\nAdresse : ..........\nTéléphone : ..........\nCourriel : ..........\nTitre de la photographie : ..........`

function mail(
  file: string,
  from: string,
  name: string,
  attached: readonly Attached[],
  at = '2026-05-12T09:00:00Z',
): Sample {
  return {
    file,
    at,
    from,
    name,
    subject: 'Participation au concours Rives en lumière',
    text: 'Bonjour,\n\nVoici ma participation au concours photographique Rives en lumière.\n\nCordialement',
    attached,
  }
}

export const CONTEST_MAILS: readonly Sample[] = [
  mail('c01-complete', 'lina@forest.example', 'Lina Forest', [
    text('bulletin.pdf', bulletin('Lina Forest', 'lina@forest.example')),
    picture('brume.jpg'),
  ]),
  mail('c02-four-photographs', 'ines@colin.example', 'Inès Colin', [
    text('bulletin.pdf', bulletin('Inès Colin', 'ines@colin.example')),
    ...['un', 'deux', 'trois', 'quatre'].map((name) => picture(`DSC_${name}.jpg`)),
  ]),
  mail('c03-bulletin-alone', 'noe@garnier.example', 'Noé Garnier', [
    text('bulletin.pdf', bulletin('Noé Garnier', 'noe@garnier.example')),
  ]),
  mail('c04-photograph-alone', 'marc@delorme.example', 'Marc Delorme', [picture('IMG_2041.jpg')]),
  mail('c05-minor-with-authorisation', 'famille@lambert.example', 'Zoé Lambert', [
    text('bulletin.pdf', bulletin('Zoé Lambert', 'famille@lambert.example', '12 mai 2011')),
    text(
      'autorisation.pdf',
      'Autorisation parentale\nJe soussignée, Mme Claire Lambert, autorise ma fille Zoé Lambert\nà participer au concours Rives en lumière.',
    ),
    picture('heron.jpg'),
  ]),
  mail('c06-large-photograph', 'sami@roussel.example', 'Sami Roussel', [
    text('bulletin.pdf', bulletin('Sami Roussel', 'sami@roussel.example')),
    picture('grand-format.jpg', 1400),
  ]),
  mail('c07-photograph-in-png', 'eva@marchal.example', 'Eva Marchal', [
    text('bulletin.pdf', bulletin('Eva Marchal', 'eva@marchal.example')),
    picture('roseaux.png'),
  ]),
  mail(
    'c08-on-the-day-itself',
    'luc@besson.example',
    'Luc Besnard',
    [text('bulletin.pdf', bulletin('Luc Besnard', 'luc@besson.example')), picture('soir.jpg')],
    '2026-05-31T08:00:00Z',
  ),
  mail('c09-empty-bulletin', 'remi@caron.example', 'Rémi Caron', [
    text('bulletin.pdf', EMPTY),
    picture('pont.jpg'),
  ]),
  mail('c10-photograph-in-a-zip', 'anna@poirier.example', 'Anna Poirier', [
    text('bulletin.pdf', bulletin('Anna Poirier', 'anna@poirier.example')),
    { name: 'mes-images.zip', inside: [picture('reflet.jpg')] },
  ]),
]
