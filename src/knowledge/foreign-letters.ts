import { wordList } from './entry.ts'
import { GERMANIC_LETTERS } from './germanic-letters.ts'
import type { ForeignPhrase } from './letter-phrases.ts'
import { ROMANCE_LETTERS } from './romance-letters.ts'

/** What letters that apply say in the languages of neighbours, folded; their formulas stand last. */
export const FOREIGN_LETTER_PHRASES = wordList<ForeignPhrase>([
  ...GERMANIC_LETTERS,
  ...ROMANCE_LETTERS,
  {
    id: 'closing-formula',
    like: 'closing-formula',
    says: [
      'yours (?:faithfully|sincerely|truly)',
      '(?:kind|best|warm) regards',
      '(?:mit )?(?:freundlichen|besten|herzlichen) gru(?:ss|s)en',
      'hochachtungsvoll',
      '(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?',
      'hoogachtend',
      'atentamente',
      '(?:le|les) saluda\\w*',
      'distinti saluti',
      'cordiali saluti',
      '(?:com os )?(?:melhores|nossos) cumprimentos',
      'atenciosamente',
    ],
    example: 'Hochachtungsvoll',
    unlike: 'Ein Gruss aus dem Süden.',
  },
  {
    id: 'address-formula',
    like: 'address-formula',
    says: [
      'dear [^.;:]{2,40},',
      'sehr geehrte[rs]? [^.;:]{2,40},',
      'geachte [^.;:]{2,40},',
      'estimad[oa]s? [^.;]{2,40}[:,]',
      'muy (?:senor|senora)[^.;]{2,40}[:,]',
      '(?:gentile|egregio|spett\\w*\\.?) [^.;:]{2,40},',
      '(?:exm\\w*\\.?|prezad[oa]s?) [^.;:]{2,40}[,:]',
    ],
    example: 'Sehr geehrte Frau Blum, anbei',
    unlike: 'Sie ist sehr geehrt worden.',
  },
])

/** Letters for a post, in those languages: what they declare is no interest in a call. */
export const FOREIGN_POST_PHRASES = wordList([
  {
    id: 'post-en',
    says: [
      '(?:position|post|job|vacancy) (?:of|as|advertised|with(?:in)? your)',
      '(?:my|your) (?:cv|resume|vacancy)',
    ],
    example: 'I apply for the position of engineer.',
    unlike: 'Our position is clear.',
  },
  {
    id: 'post-de',
    says: [
      '(?:die|eine|der|ihre) (?:ausgeschriebene )?stelle(?:nanzeige)? (?:als|in|bei)',
      'mein(?:en)? lebenslauf',
    ],
    example: 'Ich bewerbe mich um die Stelle als Ingenieurin.',
    unlike: 'Die Baustelle ist offen.',
  },
  {
    id: 'post-nl',
    says: ['(?:functie|vacature) (?:van|als|voor|bij)', 'solliciteer', 'mijn cv'],
    example: 'Ik solliciteer bij u.',
    unlike: 'Het functioneert goed.',
  },
  {
    id: 'post-es',
    says: ['(?:puesto|vacante|empleo) (?:de|como)', 'mi (?:cv|curriculum)'],
    example: 'Solicito el puesto de ingeniera.',
    unlike: 'Hemos puesto una piedra.',
  },
  {
    id: 'post-it',
    says: ['(?:posizione|posto) (?:di lavoro|come|aperta)', 'il mio (?:cv|curriculum)'],
    example: 'Mi candido per il posto di lavoro.',
    unlike: 'Un posto tranquillo.',
  },
  {
    id: 'post-pt',
    says: ['(?:vaga|posto|cargo) (?:de trabalho|como)', 'o meu (?:cv|curriculo|curriculum)'],
    example: 'Candidato-me à vaga como engenheira.',
    unlike: 'Uma vaga de calor.',
  },
])
