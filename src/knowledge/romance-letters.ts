import type { ForeignPhrase } from './letter-phrases.ts'

/**
 * What letters that apply say in Spanish, Italian and Portuguese, folded: a part of FOREIGN_LETTER_PHRASES.
 */
export const ROMANCE_LETTERS: readonly ForeignPhrase[] = [
  {
    id: 'undersigned-es',
    like: 'undersigned',
    language: 'es',
    says: ['abajo firmantes?', '(?:el|la|los|las) que suscriben?', '(?:el|la) suscrit[oa]'],
    example: 'El abajo firmante lo declara.',
    unlike: 'La carta está firmada.',
  },
  {
    id: 'declares-interest-es',
    like: 'declares-interest',
    language: 'es',
    says: [
      '(?:manifi?est|expres|declar)\\w* .{0,60}(?:su|nuestro|mi) (?:\\w+ )?interes',
      '(?:muestr|mostr|confirm|comunic)\\w* .{0,60}(?:su|nuestro|mi) (?:\\w+ )?interes',
      '(?:estamos|esta|estoy) (?:muy )?interesad[oa]s? en',
      '(?:dese|quer|quier|solicit)\\w* .{0,60}(?:participar|presentar|representar|formar parte|' +
        'incorporar)\\w*',
    ],
    example: 'La empresa manifiesta por la presente su interés.',
    unlike: 'El tipo de interés sube.',
  },
  {
    id: 'applies-es',
    like: 'applies',
    language: 'es',
    says: [
      '(?:nuestra|mi|esta) (?:candidatura|solicitud|propuesta)',
      'presenta su (?:candidatura|solicitud)',
    ],
    example: 'Nuestra candidatura es de madera.',
    unlike: 'Las candidaturas están cerradas.',
  },
  {
    id: 'represented-by-es',
    like: 'represented-by',
    language: 'es',
    says: ['representad[oa] (?:\\w+ )?por', 'en nombre (?:y representacion )?de'],
    example: 'representada por Rosa Flores',
    unlike: 'Representamos al sector.',
  },
  {
    id: 'undersigned-it',
    like: 'undersigned',
    language: 'it',
    says: ['(?:il|la|io|i|le) ?sottoscritt[oaie]'],
    example: 'Io sottoscritta lo dichiaro.',
    unlike: 'La lettera scritta ieri.',
  },
  {
    id: 'declares-interest-it',
    like: 'declares-interest',
    language: 'it',
    says: [
      '(?:manifest|esprim|dichiar|conferm|comunic)\\w* .{0,60}(?:proprio|nostro|suo|mio) (?:\\w+ )?interesse',
      '(?:siamo|e|sono) (?:molto )?interessat[oaie] a',
      '(?:desider|intend|vogli|vorre|chied)\\w* .{0,60}(?:partecipare|candidar\\w+|rappresentare|aderire)',
    ],
    example: 'La ditta manifesta il proprio interesse.',
    unlike: 'Il tasso di interesse sale.',
  },
  {
    id: 'applies-it',
    like: 'applies',
    language: 'it',
    says: [
      '(?:la )?(?:nostra|mia|presente) (?:candidatura|domanda|istanza)',
      'presenta la propria candidatura',
    ],
    example: 'La nostra candidatura riguarda il legno.',
    unlike: 'Le candidature sono chiuse.',
  },
  {
    id: 'represented-by-it',
    like: 'represented-by',
    language: 'it',
    says: ['rappresentat[oa] (?:\\w+ )?da(?:l|lla)?', 'in nome e per conto'],
    example: 'rappresentata da Rosa Fiori',
    unlike: 'Rappresentiamo il settore.',
  },
  {
    id: 'undersigned-pt',
    like: 'undersigned',
    language: 'pt',
    says: ['abaixo[- ]assinad[oa]s?'],
    example: 'O abaixo-assinado declara.',
    unlike: 'A carta foi assinada.',
  },
  {
    id: 'declares-interest-pt',
    like: 'declares-interest',
    language: 'pt',
    says: [
      '(?:manifest|exprim|declar|confirm)\\w* .{0,60}(?:seu|nosso|meu) (?:\\w+ )?interesse',
      '(?:estamos|esta|estou) (?:muito )?interessad[oa]s? em',
      '(?:desej|pretend|queremos|quer)\\w* .{0,60}(?:participar|candidatar|representar|integrar)\\w*',
    ],
    example: 'A empresa manifesta o seu interesse.',
    unlike: 'A taxa de juros sobe.',
  },
  {
    id: 'applies-pt',
    like: 'applies',
    language: 'pt',
    says: ['(?:a )?(?:nossa|minha) (?:candidatura|proposta)', 'apresenta a sua candidatura'],
    example: 'A nossa candidatura trata de madeira.',
    unlike: 'As candidaturas estão encerradas.',
  },
  {
    id: 'represented-by-pt',
    like: 'represented-by',
    language: 'pt',
    says: ['representad[oa] (?:\\w+ )?pel[oa]', 'em nome d[aoe]'],
    example: 'representada pela Rosa Flores',
    unlike: 'Representamos o sector.',
  },
]
