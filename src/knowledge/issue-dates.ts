import { wordList } from './entry.ts'

/** What stands before the date on which a paper was issued, among the other dates that it tells. */
export const ISSUE_DATES = wordList([
  {
    id: 'up-to-date',
    says: ['a jour (?:au|du)', 'mis a jour (?:au|le)'],
    example: 'Extrait à jour au 3 mars',
    unlike: 'Statuts à jouer',
  },
  {
    id: 'issued',
    says: [
      '(?:delivre|etabli|edite|emis|imprime|genere)(?:e|\\(e\\))? (?:\\S{1,30} ){0,4}?le',
      "date d'(?:edition|emission)",
    ],
    example: 'Délivré à Nantes le 3 mars',
    unlike: 'Délivrée de ses charges',
  },
  {
    id: 'done-at',
    says: ['fait (?:a |en )?(?:\\S{1,30} ){0,4}?le', 'en date du', "date (?:de l'extrait|de delivrance)"],
    example: 'Fait à Nantes, le 3 mars',
    unlike: 'Fait divers',
  },
])
