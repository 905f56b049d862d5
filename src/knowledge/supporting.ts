import { wordList } from './entry.ts'

const OTHERS =
  '(?:\\w+ ){0,3}(?:la|sa|leur|cette|une|ces|leurs|les) (?:demarche|candidatures?|projets?|dossiers?)'

const CANDIDATE = '(?:candidat|laureat|porteur|entreprise)\\w*'

/**
 * Somebody speaks for another's application: members, mayors, schools and banks recommend, and apply for
 * nothing.
 */
export const SUPPORTING = wordList([
  {
    id: 'support',
    says: [
      `(?:appu(?:i|ie|ies|yer|yons|yez)|souten(?:ir|ons|ez)|soutiens?|soutient|recommand\\w+) ${OTHERS}`,
      `(?:soutien|appui|avis favorable) (?:\\w+ ){0,3}a ${OTHERS}`,
      `en faveur de ${OTHERS}`,
    ],
    example: 'Je tiens à appuyer la candidature de cette entreprise.',
    unlike: 'Pour soutenir notre candidature, voici un plan.',
  },
  {
    id: 'beside-a-candidate',
    says: [`aux cotes (?:de l'une? de (?:vos|ces|leurs)|de (?:votre|vos|cette|ce)|d'une?|des?) ${CANDIDATE}`],
    example: 'Le lycée s’engage aux côtés de l’un de vos candidats.',
    unlike: 'Nous sommes à vos côtés.',
  },
  {
    id: 'abroad',
    says: [
      '(?:support|endorse|recommend)(?:s|ing)? (?:the|their|his|her|this) (?:application|bid|proposal)',
      '(?:unterstutz\\w+|befurwort\\w+) (?:die|ihre|seine|diese) bewerbung',
      '(?:apoy\\w+|respald\\w+) (?:la|su|esta) (?:candidatura|solicitud)',
    ],
    example: 'We support their application.',
    unlike: 'Please support our application.',
  },
])
