import { mailsLike, picture, type Sample, text } from './a-mail.ts'

interface Idea {
  readonly name: string
  readonly birth?: string
  readonly title?: string
  readonly place?: string
  readonly cost?: string
}

const fiche = ({ name, birth = '7 juin 1984', title = 'Des bancs à l’ombre', place, cost }: Idea): string =>
  [
    'Budget participatif « À vous la ville »',
    'Fiche idée',
    `Nom et prénom : ${name}`,
    `Date de naissance : ${birth}`,
    'Adresse : 22 rue des Acacias, 69999 Sainte-Aurore',
    'Thème : la nature en ville',
    `Titre de l’idée : ${title}`,
    ...(place === undefined ? [] : [`Lieu concerné : ${place}`]),
    ...(cost === undefined ? [] : [`Coût estimé : ${cost}`]),
    'Description : installer une dizaine de bancs et des arbres pour se reposer à l’ombre, là où les',
    'trottoirs sont les plus larges, avec les enfants des écoles.',
  ].join('\n')

const mail = mailsLike({
  at: '2026-03-20T09:00:00Z',
  subject: 'Budget participatif : mon idée',
  text: 'Bonjour,\n\nVoici mon idée pour le budget participatif.\n\nBonne journée',
})

const PLACE = 'place des Tilleuls'

export const IDEAS_MAILS: readonly Sample[] = [
  mail('b01-complete', 'salome@courriel.example', 'Salomé Vidal', [
    text('fiche-idee.pdf', fiche({ name: 'Salomé Vidal', place: PLACE, cost: '18 000 €' })),
  ]),
  mail('b02-with-a-plan', 'adam@courriel.example', 'Adam Keller', [
    text('fiche.pdf', fiche({ name: 'Adam Keller', place: PLACE })),
    picture('plan.jpg'),
  ]),
  mail('b03-place-left-out', 'jeanne@courriel.example', 'Jeanne Marot', [
    text('fiche.docx', fiche({ name: 'Jeanne Marot' })),
  ]),
  mail('b04-typed-in-the-mail', 'bruno@courriel.example', 'Bruno Salvi', [], {
    text: 'Bonjour,\n\nVoici ma fiche idée pour le budget participatif « À vous la ville ».\n\nNom et prénom : Bruno Salvi\nDate de naissance : 30/01/1971\nAdresse : 3 impasse du Puits, 69999 Sainte-Aurore\nTéléphone : 06 12 00 45 67\nTitre de l’idée : Un abri à vélos à la gare\nLieu concerné : place de la gare\nCoût estimé : 25 000 €\nDescription : un abri fermé de quarante places, éclairé, avec une pompe et des outils.\n\nBien à vous\nBruno Salvi',
  }),
  mail('b05-a-child', 'famille.noel@courriel.example', 'Camille Noël', [
    text(
      'fiche.pdf',
      fiche({
        name: 'Lou Noël',
        birth: '3 avril 2017',
        place: 'cour de l’école',
        title: 'Une cabane à livres',
      }),
    ),
  ]),
  mail('b06-dearer-than-the-rules', 'yann@courriel.example', 'Yann Prigent', [
    text('fiche.pdf', fiche({ name: 'Yann Prigent', place: 'quai nord', cost: '140 000 €' })),
  ]),
  mail(
    'b07-on-the-day-itself',
    'mila@courriel.example',
    'Mila Stern',
    [text('fiche.pdf', fiche({ name: 'Mila Stern', place: PLACE }))],
    { at: '2026-04-30T16:00:00Z' },
  ),
  mail('b08-question', 'curieuse@courriel.example', 'Rose Aubin', [], {
    subject: 'Budget participatif',
    text: 'Bonjour,\n\nPeut-on déposer plusieurs idées, et faut-il habiter la ville pour voter ?\n\nMerci',
  }),
  mail('b09-empty-form', 'leo@courriel.example', 'Léo Brun', [
    text(
      'fiche-idee.pdf',
      'Budget participatif « À vous la ville »\nFiche idée\nNom et prénom : ..........\nDate de naissance : ..........\nAdresse : ..........\nTitre de l’idée : ..........\nLieu concerné : ..........\nCoût estimé : ..........\nDescription : ..........',
    ),
  ]),
]
