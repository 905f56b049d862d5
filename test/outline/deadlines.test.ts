import { expect, it } from 'vitest'
import { pagesOfText } from '../../src/documents/text/page.ts'
import { outlineOf } from '../../src/outline/outline.ts'

/** What stands in the text, then « wallClock inclusive », « day dayItself », « rolling » or « none ». */
const WRITTEN: readonly (readonly [string, string])[] = [
  ['Dossiers à déposer avant le 23 novembre 2022 à 16h.', '2022-11-23T16:00 false'],
  ['Les candidatures doivent parvenir au plus tard le 3 mars 2026 à 17 heures.', '2026-03-03T17:00 true'],
  ['Les dossiers sont reçus au plus tard à 12h30 le vendredi 5 juin 2026.', '2026-06-05T12:30 true'],
  ['Dépôt des dossiers jusqu’au 1er février 2026, 23h59.', '2026-02-01T23:59 true'],
  ['Envoi des candidatures jusqu’au 7 mai 2026 minuit.', '2026-05-07 contested'],
  ['Date limite de dépôt des dossiers : vendredi 9 octobre 2026', '2026-10-09 contested'],
  [
    'La date limite de réception des candidatures est fixée au 14 janvier 2026 à midi.',
    '2026-01-14T12:00 true',
  ],
  ['Dossier à retourner pour le 5 avril 2026, délai de rigueur.', '2026-04-05 contested'],
  ['Clôture des candidatures le 30/09/2026 à 16:00', '2026-09-30T16:00 true'],
  ['Les projets sont à envoyer au plus tard le 12.12.2026', '2026-12-12 in'],
  ['Remise des offres avant le lundi 4 mai 2026 12h00', '2026-05-04T12:00 false'],
  ['Vos candidatures sont attendues avant le 15 mars.\nAnnée 2026', '2026-03-15 out'],
  ['Vos candidatures sont attendues avant le 15 mars.', 'none'],
  ['Candidatures avant le 31 février 2026.', 'none'],
  ['Applications must be received no later than 1 June 2026 at 11:59 pm.', '2026-06-01T23:59 true'],
  ['The deadline for applications is June 15, 2026 at noon', '2026-06-15T12:00 true'],
  ['Submissions are accepted until 4 July 2026 inclusive.', '2026-07-04 in'],
  ['Submit your entry before 10 am on 3rd August 2026.', '2026-08-03T10:00 false'],
  // A dot of an address, a shortened word or an hour ends no sentence.
  ['Les questions sont à adresser à questions@ville.example avant le 3 mai 2026 à 12h.', 'none'],
  [
    'Questions : ecrire@ville.example avant le 3 mai 2026 à 12h.\nDossiers à envoyer à appel@ville.example avant le 9 mai 2026 à 12h.',
    '2026-05-09T12:00 false',
  ],
  ['Date limite de dépôt sur www.ville.example/appel : le 9 mai 2026 à 17h.', '2026-05-09T17:00 true'],
  ['Applications close by 5 p.m. on 3 June 2026.', '2026-06-03T17:00 true'],
  ['Les questions sont closes. Dossiers à déposer avant le 9 mai 2026 à 12h.', '2026-05-09T12:00 false'],
  ['Remise des offres : le lundi 4 mai 2026 à 12h00', '2026-05-04T12:00 true'],
  ['Remise des prix : le 4 juin 2026', 'none'],
  ['Submission of proposals: 15 October 2026 at 17:00', '2026-10-15T17:00 true'],
  ['Passé le 15 mars 2026, aucun dossier ne sera accepté.', '2026-03-15 in'],
  ['Le permis, passé le 15 mars 2026 par les candidats, est remboursé.', 'none'],
  ['Date limite de réception des offres : 4 mai 2026 – 17:00', '2026-05-04T17:00 true'],
  ['Dossiers à remettre avant le 4 mai 2026 – 12 rue des Lilas', '2026-05-04 out'],
  ['Les demandes sont instruites au fil de l’eau.', 'rolling'],
  ['Les travaux doivent être terminés avant le 31 décembre 2026.', 'none'],
  ['Le jury se réunit et la sélection est faite avant le 10 juin 2026.', 'none'],
  ['Le festival se tient jusqu’au 12 juillet 2026.', 'none'],
  ['Né le 3 mars 1990, le lauréat précédent.', 'none'],
]

it.each(WRITTEN)('« %s »', (text, right) => {
  const values = new Map(
    outlineOf(pagesOfText(`Appel à projets « Essai »\n${text}`)).proposed.map(({ path, value }) => [
      path.join('.'),
      value,
    ]),
  )
  const at = (key: string) => values.get(`deadline.${key}`)
  const read = at('rolling')
    ? 'rolling'
    : at('wallClock') !== undefined
      ? `${at('wallClock')} ${at('inclusive')}`
      : at('day') !== undefined
        ? `${at('day')} ${at('dayItself')}`
        : 'none'
  expect(read).toBe(right)
})

it('two ends that differ are both told, and the place of each can be found again', () => {
  const text =
    'Dossiers à déposer avant le 3 mai 2026 à 12h.\n\nLes dossiers arrivent au plus tard le 4 mai 2026.'
  const { proposed, doubts } = outlineOf(pagesOfText(text))
  expect(doubts.map((one) => one.text).join()).toContain('au plus tard le 4 mai 2026')
  for (const { place } of proposed)
    expect(text.replace(/\n\n/g, '\n').split('\n')[place.line - 1]).toContain(place.quote)
})
