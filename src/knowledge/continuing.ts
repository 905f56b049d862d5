import { wordList } from './entry.ts'

/** Something goes on: what was asked for, what was announced, what was forgotten, a mail of several. */
export const CONTINUING = wordList([
  {
    id: 'complement',
    says: ['complements?', 'complementaires?', 'completer', 'complete (?:mon|notre|ma)'],
    example: 'Voici un complément à notre dossier.',
    unlike: 'Le dossier est complet.',
  },
  {
    id: 'following-our-own',
    says: ["(?:suite|rectificatif) (?:a|de) (?:mon|notre|ma|votre|la|l')"],
    example: 'Suite à notre envoi de mardi.',
    unlike: 'Une suite est réservée à l’hôtel.',
  },
  {
    id: 'missing-piece',
    says: ['pieces? manquantes?', 'manquant\\w*', 'il manquait'],
    example: 'La pièce manquante est jointe.',
    unlike: 'Le temps manque.',
  },
  {
    id: 'as-asked',
    says: [
      'comme (?:convenu|demandee?s?|annoncee?s?|promis)',
      "(?:pieces?|documents?|elements?|justificatifs?) (?:que vous )?(?:m'|nous )?(?:avez )?demandee?s?",
    ],
    example: 'Les pièces demandées par téléphone.',
    unlike: 'Nous demandons un délai.',
  },
  {
    id: 'part-of-several',
    says: ['(?:envoi|dossier|partie|mail|courriel) ?\\(?\\d ?(?:/|sur) ?\\d\\)?', '\\(\\d ?/ ?\\d\\)'],
    example: 'Dossier 2/3',
    unlike: 'Le 2 mars à 15 h.',
  },
  {
    id: 'more-to-come',
    says: [
      '(?:le reste|la suite|les? autres? pieces?|le complement)\\w* (?:vous )?(?:suit|suivr\\w+|' +
        'arriv\\w+|viendr\\w+|parviendr\\w+)',
    ],
    example: 'Le reste suit avant lundi.',
    unlike: 'Le reste de la journée.',
  },
  {
    id: 'forgotten',
    says: ['oubli\\w*', 'omis de'],
    example: 'J’avais oublié la lettre.',
    unlike: 'Nous avons rempli la lettre.',
  },
])

/** What is sent takes the place of what was sent before. */
export const REPLACING = wordList([
  {
    id: 'cancels-and-replaces',
    says: ['annule(?:nt)? et remplace(?:nt)?', 'annule la precedente'],
    example: 'Ce dossier annule et remplace.',
    unlike: 'Annulez notre commande.',
  },
  {
    id: 'corrected-version',
    says: [
      '(?:nouvelle|bonne|derniere) version',
      'version (?:corrigee|rectifiee|modifiee|definitive|a jour|actualisee)',
    ],
    example: 'Voici la version corrigée.',
    unlike: 'La version papier suit.',
  },
  {
    id: 'instead-of',
    says: [
      "(?:en remplacement|a la place) (?:de|du|des|d')",
      '(?:qui |merci de )?remplace[rz]?(?:nt)? (?:le|la|les|celui|celle|ceux|mon|notre|nos|ma)',
    ],
    example: 'En remplacement du formulaire d’hier.',
    unlike: 'Elle est sur place.',
  },
  {
    id: 'mistaken',
    says: [
      "(?:erreur|faute|coquille|inversion) (?:de |d'|dans |sur |au )(?:la |le |les |notre |l')?\\w+",
      '(?:je me suis|nous nous sommes) tromp\\w+',
      '(?:etait|est|etaient) (?:erronee?s?|fausse?s?|inexacte?s?|incorrecte?s?)',
    ],
    example: 'Il y avait une erreur de SIRET.',
    unlike: 'Sauf erreur, nous sommes à jour.',
  },
  {
    id: 'rectification',
    says: [
      'rectificati(?:f|fs|ve|on)',
      'correctif',
      'ne (?:prenez|tenez) (?:pas|plus) (?:en )?compte (?:de )?la premiere',
    ],
    example: 'Vous recevez un rectificatif.',
    unlike: 'La correction des copies.',
  },
])
