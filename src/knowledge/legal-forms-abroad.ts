import { dotted } from './dotted.ts'
import type { Entry } from './entry.ts'

/** Legal forms that no French register knows, in the spelling of their own: a part of LEGAL_FORMS. */
export const LEGAL_FORMS_ABROAD = [
  {
    id: 'GmbH',
    says: ['g?gmbh', 'gesellschaft mit beschrankter haftung'],
    example: 'Holzbau Blum GmbH',
    unlike: 'die Gesellschaft',
  },
  { id: 'e.V.', says: ['e\\. ?v\\.', 'eingetragener verein'], example: 'Waldfreunde e.V.', unlike: 'ev' },
  { id: 'AG', says: ['aktiengesellschaft'], example: 'Blum Aktiengesellschaft', unlike: 'eine Aktie' },
  {
    id: 'Ltd',
    says: ['ltd', '(?:private |public )?limited company', 'p\\.?l\\.?c\\.?', 'l\\.?l\\.?[pc]\\.?'],
    example: 'Blum Timber Ltd',
    unlike: 'a limited edition',
  },
  {
    id: 'BV',
    says: [dotted('bv'), 'besloten vennootschap'],
    example: 'Bloem Hout BV',
    unlike: 'de bevolking',
  },
  {
    id: 'NV',
    says: [dotted('nv'), 'naamloze vennootschap'],
    example: 'Bloem Hout N.V.',
    unlike: 'een vennoot',
  },
  {
    id: 'VZW',
    says: [dotted('vzw'), 'vereniging zonder winstoogmerk'],
    example: 'Bosvrienden vzw',
    unlike: 'een vereniging',
  },
  {
    id: 'SL',
    says: ['s\\.l\\.(?:u\\.)?', 'sociedad limitada'],
    example: 'Maderas Flores, S.L.',
    unlike: 'una sociedad',
  },
  {
    id: 'SpA',
    says: ['s\\.p\\.a\\.', 'societa per azioni'],
    example: 'Legno Fiori S.p.A.',
    unlike: 'la società',
  },
  {
    id: 'Lda',
    says: ['lda', 'sociedade por quotas'],
    example: 'Madeiras Flores, Lda',
    unlike: 'a sociedade',
  },
] as const satisfies readonly Entry[]
