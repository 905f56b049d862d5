import { BODY, E, LEADER, OF, WHICH_BODY, WHICH_LEADER } from './label.ts'

/**
 * What a form may say behind a label without asking for anything else: how exact the answer is to be, and
 * whose it is. `says` are alternatives over folded text; `example` is a label with such a tail, `unlike` one
 * whose end asks for something else: a test holds both.
 */
export const LABEL_TAILS = [
  {
    id: 'how exact',
    says: [
      'exacte?s?|actuel(le)?s?|complete?s?|precise?|valides?|usuel(le)?s?|en vigueur|a jour',
      'obligatoires?|facultati(f|ve)s?|si (connu|different|existant)e?s?',
    ],
    example: 'Forme juridique actuelle',
    unlike: 'Adresse électronique',
  },
  {
    id: 'which of several',
    says: [
      'statutaires?|legal(e)?s?|juridiques?|sociale?s?|administrati(f|ve)s?|principale?s?|officiel(le)?s?',
      `(responsable|habilite|designe|mandate|concerne|physique|morale)${E}s?`,
    ],
    example: 'Adresse du siège administratif',
    unlike: 'Date limite',
  },
  {
    id: 'whose',
    says: [`${OF}(declarant|deposant|siege( social)?|${LEADER}${WHICH_LEADER}|${BODY}${WHICH_BODY})${E}`],
    example: 'Qualité du déclarant',
    unlike: 'Fonction du contact',
  },
] as const
