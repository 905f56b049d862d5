import { wordList } from './entry.ts'

/** Ideas of a presentation: how many of them a text touches tells whether it presents a structure. */
export const PRESENTATION_IDEAS = wordList([
  {
    id: 'history',
    says: [
      'historique',
      '(?:a ete )?(?:creee?|fondee?|constituee?) (?:en|par|le)',
      'depuis (?:sa creation|\\d{4}|plus de|\\d+ ans)',
      'nee? en \\d{4}',
      'fondat(?:eur|rice)s?',
      "annees? d'existence",
    ],
    example: 'Fondée en 1998.',
    unlike: 'Fondant en hiver.',
  },
  {
    id: 'people',
    says: [
      '(?:effectifs?|salariee?s|collaborateurs|employee?s|etp|emploie|embauche)',
      'personnes employees',
      'emplois? permanents?',
    ],
    example: 'Douze salariés.',
    unlike: 'Le salaire est versé.',
  },
  {
    id: 'money',
    says: ["chiffre d'affaires?", 'ca (?:annuel|de|20\\d\\d)', 'resultat net', 'capital (?:social )?de'],
    example: 'Son chiffre d’affaires a doublé.',
    unlike: 'Une affaire de famille.',
  },
  {
    id: 'trade',
    says: ["(?:activites?|metiers?|specialisee?s?|coeur de metier|domaines? d'intervention)"],
    example: 'Nos métiers.',
    unlike: 'Le mètre carré.',
  },
  {
    id: 'customers',
    says: ["(?:clients?|clientele|references|marches?|donneurs d'ordres?)"],
    example: 'Nos clients.',
    unlike: 'Le climat.',
  },
  {
    id: 'direction',
    says: ["(?:equipe|direction|organigramme|gouvernance|conseil d'administration|dirigeants?|dirigee? par)"],
    example: 'L’organigramme.',
    unlike: 'Un organe.',
  },
  {
    id: 'skills',
    says: ['(?:savoir-faire|expertises?|competences|certifi(?:cations?|ee?s?)|iso \\d+|label(?:s|lisee?)?)'],
    example: 'Un savoir-faire.',
    unlike: 'Savoir lire.',
  },
  {
    id: 'means',
    says: [
      'moyens (?:humains|materiels|techniques|financiers)',
      '(?:ateliers?|usine|site de production|locaux|machines|parc|entrepots?|flotte)',
    ],
    example: 'L’usine.',
    unlike: 'Un usage.',
  },
  {
    id: 'products',
    says: [
      '(?:produits?|services|gamme|prestations?|fabrication)',
      '(?:fabrique|production|concoit|commercialise|transforme|exploite)',
    ],
    example: 'Toute une gamme.',
    unlike: 'Un gamin.',
  },
  {
    id: 'members',
    says: ['(?:adherents?|membres|benevoles|associes|societaires|filiale|groupe)'],
    example: 'Cent adhérents.',
    unlike: 'Une adhérence.',
  },
  {
    id: 'seat',
    says: ['(?:implantee?s?|basee? a|installee? (?:a|au|sur|depuis)|siege(?: social)?|situee? a)'],
    example: 'Implantée dans le bourg.',
    unlike: 'Une plante.',
  },
  {
    id: 'purpose',
    says: ["(?:missions?|valeurs|objet social|raison d'etre|vocation)"],
    example: 'Une vocation.',
    unlike: 'Une vacation.',
  },
  {
    id: 'structure',
    says: [
      "(?:notre|la|l') ?(?:entreprise|societe|structure|association)",
      "(?:notre|la|l') ?(?:cooperative|organisme|groupement|scop|scic)",
    ],
    example: 'Notre coopérative.',
    unlike: 'Nos amis.',
  },
])

/** Sentences that say who somebody is. */
export const PRESENTATION_STATED = wordList([
  {
    id: 'we-are',
    says: ["(?:nous|je) (?:sommes|suis) (?:une?|l'|la|specialisee?s?)", "j'exploite", 'nous exploitons'],
    example: 'Nous sommes une scierie.',
    unlike: 'Nous sommes prêts.',
  },
  {
    id: 'since',
    says: ['(?:creee?|fondee?|existe|depuis) (?:en )?(?:19|20)\\d\\d'],
    example: 'Créée en 2011.',
    unlike: 'Le 12 mars 2011.',
  },
  {
    id: 'who-we-are',
    says: [
      'qui (?:nous )?sommes(?:[- ]nous)?',
      'qui (?:je )?suis(?:[- ]je)?',
      'ce que nous (?:sommes|faisons)',
    ],
    example: 'Qui sommes-nous ?',
    unlike: 'Qui êtes-vous ?',
  },
  {
    id: 'activity',
    says: ['activites? ?: ?[^\\s:]+ [^\\s:]+'],
    example: 'Activité : scierie mobile',
    unlike: 'Activité :',
  },
  {
    id: 'how-many',
    says: [
      '\\d+ ?(?:salarie|adherent|employe|collaborateur|membre|benevole)e?s?',
      '(?:(?:comp|emplo|reun|rassembl|regroup)\\w+ [^.]{0,30}) ?(?:salarie|adherent|employe)e?s?',
      '(?:(?:comp|emplo|reun|rassembl|regroup)\\w+ [^.]{0,30}) ?(?:collaborateur|membre|benevole)e?s?',
    ],
    example: 'Elle emploie sept salariés.',
    unlike: 'Le salarié est là.',
  },
])
