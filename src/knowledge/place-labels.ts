import { type Label, NUMBER, OR, WHOSE } from './label.ts'

const WHICH_PHONE = '( fixe| portable| mobile| professionnel| bureau| direct| pro| de contact| du contact)*'
/** What an address is made of, as a label lists it: « Rue, n°, NPA et localité ». */
const STREET_PART = '(n|no|numero|rue|voie|type( de voie)?|nom de la voie|adresse)'
const PLACE_PART = '(bp|boite|code postal|cp|npa|ville|localite|commune|lieu|pays|cedex)'
const THEN = '( ?(,|/|\\+|-) ?(et )?| {1,2}et )'
const SEAT = '(adresse( postale)?|domicile|siege( social)?)'

/** Labels that ask where somebody is and how they are reached. */
export const PLACE_LABELS = {
  postal_address: {
    says: [
      `adresse( (postale|complete|administrative|legale|geographique|physique|exacte|officielle))*${WHOSE}`,
      'adresse (de correspondance|des? locaux)|(lieu|localisation) du siege( social)?',
      `siege( social)?${WHOSE}|adresse siege( social)?|domiciliation|domicilie(e)?( au| a)?|` +
        'localisation|lieu-dit',
      "situe(e|\\(e\\))?( a| au)?( l'adresse( suivante)?)?",
      `${STREET_PART}(${THEN}(${STREET_PART}|${PLACE_PART}))+|rue|voie`,
      `${SEAT}${OR}${SEAT}${WHOSE}`,
      'coordonnees postales|dont (le )?siege( social)? (est )?(situe|sis|etabli|fixe|domicilie)(e)?( a| au)?',
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
      '(adresse )?(de )?(courriels?|courriers? electroniques?)( de contact| professionnel|' +
        ` electronique)?${WHOSE}`,
      `(adresse |boite )?(e-?mails?|mails?|mels?)( de contact| professionnel(le)?)?${WHOSE}`,
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
      `${NUMBER}tel(\\.|s)?${WHICH_PHONE}( ?/ ?(gsm|port|portable|mobile)\\.?)?${WHOSE}`,
      `${NUMBER}(gsm|natel|portable|port\\.|mobile|appel|ligne (fixe|directe|mobile))${WHICH_PHONE}${WHOSE}`,
      'joignable( au| a)?|port|fixe|standard',
      'contact telephonique|coordonnees telephoniques',
    ],
    example: 'Tél. portable',
    unlike: 'Télécopie',
  },
} as const satisfies Record<string, Label>
