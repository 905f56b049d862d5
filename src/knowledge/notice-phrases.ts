import { wordList } from './entry.ts'

/**
 * Standing phrases of calls themselves: a text that says several is the call sent back. Weights stand under
 * their ids.
 */
export const NOTICE_PHRASES = wordList([
  {
    id: 'applications-must',
    says: ['(?:toutes )?les candidatures (?:doivent|sont a|seront|devront)'],
    example: 'Les candidatures devront parvenir avant midi.',
    unlike: 'Les candidatures reçues',
  },
  {
    id: 'addressed-to',
    says: ["a qui s'adresse", "s'adresse (?:a l'ensemble des|aux)"],
    example: 'À qui s’adresse cet appel ?',
    unlike: 'Il s’adresse à moi.',
  },
  {
    id: 'to-download',
    says: ['(?:pieces|documents) a telecharger'],
    example: 'Documents à télécharger',
    unlike: 'Documents joints',
  },
  {
    id: 'procedure',
    says: ['(?:procedure|criteres|modalites) de (?:selection|candidature|depot)', 'depot des candidatures'],
    example: 'Critères de sélection',
    unlike: 'Critères de qualité',
  },
  {
    id: 'rules',
    says: ["(?:reglement|cahier des charges) (?:de l'appel|de consultation)"],
    example: 'Règlement de consultation',
    unlike: 'Règlement intérieur',
  },
  {
    id: 'present-call',
    says: ['(?:du|le|au) present (?:ami|appel|reglement|dispositif)'],
    example: 'Le présent appel',
    unlike: 'Le présent contrat',
  },
])
