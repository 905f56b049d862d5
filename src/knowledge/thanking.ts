import { wordList } from './entry.ts'

/** Thanks and assents: nobody waits for an answer. Counts in short mails that ask nothing. */
export const THANKING = wordList([
  {
    id: 'thanks',
    says: [
      "merci (?:beaucoup|pour|a vous|a toi|bien|encore|d'avoir|de (?:votre|vos|ton|ta|tes|cette|ce|ces))",
      'grand merci',
      'remerci\\w+',
    ],
    example: 'Merci pour votre retour.',
    unlike: 'Merci de me rappeler.',
  },
  {
    id: 'received',
    says: [
      'bien (?:recu|note|pris note)',
      'bonne reception',
      'message recu',
      'pris acte|prends (?:bonne )?note',
    ],
    example: 'Bien noté.',
    unlike: 'Je note bien mal.',
  },
  {
    id: 'assent',
    says: [
      '(?:parfait|super|entendu|compris|tres bien)(?: et)?(?: merci)?[ !.,]*$',
      "(?:ok|okay|dac|d'accord|c'est note|ca marche)(?: et)?(?: merci)?[ !.,]*$",
    ],
    example: 'Parfait !',
    unlike: 'Parfait, mais où est le formulaire',
  },
  {
    id: 'foreign',
    says: ['thank(?:s| you)', 'danke', 'gracias', 'grazie', 'mersi'],
    example: 'Thanks a lot',
    unlike: 'The tank is full.',
  },
  {
    id: 'bare',
    says: ['merci[ !.,]*$'],
    example: 'Merci',
    unlike: 'merci de répondre',
  },
])
