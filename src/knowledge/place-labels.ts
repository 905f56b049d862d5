import { type Label, NUMBER, WHOSE } from './label.ts'

const WHICH_PHONE = '( fixe| portable| mobile| professionnel| direct| de contact| du contact)*'

/** Labels that ask where somebody is and how they are reached. */
export const PLACE_LABELS = {
  postal_address: {
    says: [
      `adresse( (postale|complete|administrative|legale|geographique|physique|exacte|officielle))*${WHOSE}`,
      'adresse (de correspondance|des? locaux)|(lieu|localisation) du siege( social)?',
      `siege( social)?${WHOSE}|adresse siege( social)?|domiciliation|domicilie(e)?( au| a)?|localisation|lieu-dit`,
      "situe(e|\\(e\\))?( a| au)?( l'adresse( suivante)?)?",
      '(n|no|numero) et (voie|rue)|(rue|voie)(,? (et )?(n|no|numero))?(,? code postal,? (et )?(ville|localite|commune))?',
      'coordonnees postales',
    ],
    example: 'Adresse du siège social',
    unlike: 'Adresse électronique',
  },
  postcode: { says: ['code postal', 'c\\.?p\\.?', 'npa'], example: 'Code postal', unlike: 'Code NAF' },
  town: {
    says: [
      'ville',
      'commune',
      'localite',
      '(code postal|cp|npa) ?(et|/|-|,)? ?(ville|commune|localite)',
      'bureau distributeur',
    ],
    example: 'CP / Ville',
    unlike: 'Village de vacances',
  },
  email: {
    says: [
      `(adresse )?(de )?(courriels?|courriers? electroniques?)( de contact| professionnel| electronique)?${WHOSE}`,
      `(adresse |boite )?(e-?mails?|mails?)( de contact| professionnel(le)?)?${WHOSE}`,
      `adresse (de messagerie|electronique|internet)( de contact| professionnelle)?${WHOSE}`,
      'mel|contact (e-?mail|mail|courriel)|messagerie( electronique)?|boite (electronique|de messagerie)',
    ],
    example: 'Adresse de courriel',
    unlike: 'Adresse postale',
  },
  phone: {
    says: [
      `${NUMBER}telephones?${WHICH_PHONE}( ?(/|et|ou) ?(portable|mobile|gsm|fixe))?${WHOSE}`,
      'numero (ou|auquel) (vous|nous) (joindre|appeler|contacter)',
      `${NUMBER}tel(\\.|s)?( fixe| portable| mobile| bureau| direct| professionnel| pro)*( ?/ ?(gsm|port|portable|mobile)\\.?)?`,
      'gsm|natel|joignable( au| a)?|(telephone )?portable|port\\.?|mobile|fixe|ligne directe|standard',
      'contact telephonique|coordonnees telephoniques',
    ],
    example: 'Tél. portable',
    unlike: 'Télécopie',
  },
} as const satisfies Record<string, Label>
