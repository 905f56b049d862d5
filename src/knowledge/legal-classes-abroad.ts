import { wordList } from './entry.ts'

/**
 * What people answer to be in English, German, Dutch and Spanish, where they are asked for their legal form:
 * by the classes of `LEGAL_CLASSES`, which are told apart by what a form is for, not by its country’s law.
 */
export const CLASS_WORDS_ABROAD = wordList([
  {
    id: 'association',
    says: [
      '(?:non|not)[- ]?for[- ]?profit(?: organi[sz]ation)?',
      'non[- ]?profit organi[sz]ation',
      '(?:registered )?charit(?:y|able organi[sz]ation)',
      '(?:eingetragener |gemeinnutziger )?verein',
      'vereniging',
      'asociacion(?: sin animo de lucro)?',
    ],
    example: 'Not-for-profit organisation',
    unlike: 'a profitable business',
  },
  {
    id: 'fondation',
    says: ['(?:charitable )?foundation', '(?:gemeinnutzige )?stiftung', 'stichting', 'fundacion'],
    example: 'Gemeinnützige Stiftung',
    unlike: 'founded in 1998',
  },
  {
    id: 'societe',
    says: [
      '(?:private |public )?(?:limited(?: liability)?|joint[- ]stock) (?:company|partnership)',
      'company(?: limited by (?:shares|guarantee))?',
      'corporation',
      'sociedad anonima',
    ],
    example: 'Joint-stock company',
    unlike: 'a limited number of places',
  },
  {
    id: 'cooperative',
    says: [
      'co-?operative society',
      'co-operative',
      '(?:eingetragene )?genossenschaft',
      'cooperatie',
      'cooperativa',
    ],
    example: 'Eingetragene Genossenschaft',
    unlike: 'cooperation between towns',
  },
  {
    id: 'ei',
    says: [
      'sole (?:trader|proprietor(?:ship)?)',
      'self-? ?employed(?: person)?',
      'freelanc(?:e|er)',
      'einzelunternehm(?:en|er|erin)',
      'eenmanszaak',
      'autonom[oa]',
    ],
    example: 'Sole trader',
    unlike: 'the sole applicant',
  },
  {
    id: 'etablissement_public',
    says: [
      'public(?:-law)? body',
      'body governed by public law',
      '(?:korperschaft|anstalt) des offentlichen rechts',
      'public (?:university|hospital|agency|institution)',
    ],
    example: 'Body governed by public law',
    unlike: 'open to the public',
  },
  {
    id: 'collectivite',
    says: [
      'municipalit(?:y|ies)',
      '(?:local|regional) authorit(?:y|ies)',
      '(?:city|town|county|district) council',
      'gemeinde(?:verband)?',
      'landkreis',
      'gemeente',
      'ayuntamiento',
    ],
    example: 'Local authority',
    unlike: 'an authority on bicycles',
  },
  {
    id: 'personne',
    says: [
      'natural persons?',
      'private (?:individual|person)',
      'naturliche person',
      'natuurlijk persoon',
      'persona fisica',
    ],
    example: 'Natural person',
    unlike: 'legal person',
  },
])
