import { type Label, NUMBER } from './label.ts'

const WHICH_PHONE = '( fixe| portable| mobile| professionnel| direct| de contact| du contact)*'

/** Labels that ask where somebody is and how they are reached. */
export const PLACE_LABELS = {
  postal_address: {
    says: [
      "adresse( postale| complete| administrative)*( (du|de la|de l'|de|des) ?(siege( social)?|structure|entreprise" +
        '|organisme|association|societe|etablissement|correspondance|locaux|candidat))?',
      'siege( social)?|adresse siege( social)?|domiciliation|domicilie(e)?( au| a)?|localisation( du siege)?|lieu-dit',
      '(n|no|numero) et (voie|rue)|rue( et (n|no|numero))?|voie',
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
      '(adresse )?(de )?(courriels?|courriers? electroniques?)( de contact| professionnel| electronique)?',
      '(adresse )?e-?mails?( de contact| professionnel(le)?)?',
      '(adresse )?mails?( de contact| professionnel)?',
      'mel|adresse (electronique|internet de contact)|contact (e-?mail|mail|courriel)|messagerie( electronique)?',
    ],
    example: 'Adresse de courriel',
    unlike: 'Adresse postale',
  },
  phone: {
    says: [
      `${NUMBER}telephones?${WHICH_PHONE}( ?(/|et|ou) ?(portable|mobile|gsm|fixe))?`,
      'tel(\\.|s)?( fixe| portable| mobile| bureau| direct| professionnel| pro)*( ?/ ?(gsm|port|portable|mobile)\\.?)?',
      'gsm|natel|joignable( au| a)?|(telephone )?portable|port\\.?|mobile|fixe|ligne directe|standard',
      'contact telephonique|coordonnees telephoniques',
    ],
    example: 'Tél. portable',
    unlike: 'Télécopie',
  },
} as const satisfies Record<string, Label>
