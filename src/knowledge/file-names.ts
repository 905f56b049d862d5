import { wordList } from './entry.ts'

/**
 * What names of files hint at; never enough for a role to count. Names are folded, their signs made spaces.
 */
export const NAME_HINTS = wordList([
  {
    id: 'form',
    role: 'form',
    says: ['formulaires?', 'candidatures?', 'fiches?', 'dossiers?', 'cerfa'],
    example: 'formulaire signe',
    unlike: 'formule',
  },
  {
    id: 'letter',
    role: 'letter',
    says: ['lettres?', 'lmi', 'manifestation', 'courriers?', 'interet'],
    example: 'lettre 2',
    unlike: 'lettrage',
  },
  {
    id: 'presentation',
    role: 'presentation',
    says: ['presentations?', 'plaquettes?', 'brochures?', 'kbis', 'statuts', 'entreprise', 'societe'],
    example: 'plaquette 2022',
    unlike: 'plaque',
  },
  {
    id: 'project',
    role: 'project',
    says: ['projets?', 'actions?', 'notes?', 'memoire', 'budget', 'planning', 'calendrier'],
    example: 'budget',
    unlike: 'bidet',
  },
])

/** How mail programs name the pictures that they put under every mail. */
export const LOGO_NAMES = wordList(
  [
    {
      id: 'numbered',
      says: ['image\\d{3}', 'att\\d{5}', 'picture ?\\(?.*', 'pastedimage.*'],
      example: 'image001',
      unlike: 'image du four',
    },
    { id: 'logo', says: ['logo.*', 'signature.*', 'icone?.*'], example: 'logo-ville', unlike: 'catalogue' },
    { id: 'banner', says: ['banniere.*', 'banner.*', 'bandeau.*'], example: 'banniere2022', unlike: 'bande' },
    {
      id: 'networks',
      says: [
        '(?:outlook|facebook|linkedin|instagram|twitter|youtube|whatsapp|tiktok)[-_ .].*',
        '(?:outlook|facebook|linkedin|instagram|twitter|youtube|whatsapp|tiktok)',
      ],
      example: 'linkedin',
      unlike: 'lien',
    },
  ],
  'at its start',
)
