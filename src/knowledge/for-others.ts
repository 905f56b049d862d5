import { wordList } from './entry.ts'

/** Who writes for others by trade, and whose sector or rank says nothing of those for whom they write. */
const TRADE =
  '(?:expert[- ]?comptable|comptable|avocate?|notaire|mandataire|courtiere?|juriste|huissiere?|' +
  'consultante?|cabinet|commissaire aux comptes|conseille?r?e?|' +
  'charge[e]?e? (?:de mission|d.affaires|d.etudes))'
const HOUSE = '(?:la |l.)?(?:cci|cma|chambre|mairie|commune|agence|federation|pole|adie|boutique|couveuse)'
const THEIRS = '(?:dossier|pieces|candidature|documents|formulaire|courrier|envoi)'

/** What somebody says who hands in for others: their own name and rank are not the applicant's. */
export const HANDS_IN_FOR_OTHERS = wordList([
  {
    id: 'in-their-trade',
    says: [
      `(?:en (?:ma |sa |notre )?qualite|en tant|agissant (?:comme|pour)) ?(?:de |d.|que |qu.)?${TRADE}`,
      `(?:en (?:ma |sa )?qualite|en tant) (?:de |d.|que |qu.)[a-z ]{3,40} (?:de |a )${HOUSE}`,
    ],
    example: 'En tant que comptable, je dépose.',
    unlike: 'En tant que gérante, je dépose.',
  },
  {
    id: 'sworn-by-trade',
    says: [`soussignee?,? [^,.]{3,40}, ${TRADE}`],
    example: 'Je soussignée Ana Lu, notaire,',
    unlike: 'Je soussignée Ana Lu, gérante,',
  },
  {
    id: 'client',
    says: ['(?:ma|mon|mes|notre|nos) (?:client|adherent|ressortissant|mandant)e?s?'],
    example: 'Le dossier de ma cliente.',
    unlike: 'Le dossier de la coopérative.',
  },
  {
    id: 'passes-on',
    says: [
      `je (?:vous )?(?:relaie|fais suivre|transfere|retransmets) .{0,30}${THEIRS}`,
      `(?:transmets|depose|adresse|remets|envoie) .{0,30}pour (?:elle|lui|eux|leur compte|son compte)`,
    ],
    example: 'Je vous fais suivre leur dossier.',
    unlike: 'Je vous envoie notre dossier.',
  },
])
