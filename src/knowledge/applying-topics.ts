import { wordList } from './entry.ts'

/** What questions about a call turn on. Two of these make a question about applying, whatever its words. */
export const APPLYING_TOPICS = wordList([
  {
    id: 'call',
    says: [
      "(?:l'|l |votre|cet|notre|un|d') ?appels? (?:a|aux|d')",
      '(?:votre|vos|cet|cette|ladite) (?:appels?|annonces?|publications?|offres?)',
      '(?:votre|vos|cet|cette|ladite) (?:avis|consultations?|dispositifs?|concours)',
      "appels? (?:a|aux|d') ?(?:manifestations?|projets?|candidatures?)",
      "appels? (?:a|aux|d') ?(?:idees|initiatives?|propositions?|participation)",
      "(?:de|pour|sur|dans|a) l'appel(?! (?:telephonique|de|d'|du|que))",
    ],
    example: 'votre appel',
    unlike: 'Je vous appelle.',
  },
  {
    id: 'acronym',
    says: ["(?:l'|l |votre |cet |de l'|a l'|un |notre |nos )(?:ami|aap|aac)", '(?:ami|aap) (?:de|du|des)'],
    example: 'L’AMI des industriels',
    unlike: 'mon ami',
  },
  {
    id: 'to-apply',
    says: ['candidat(?:er|ons|ez)', '(?:postuler|soumissionner|concourir)'],
    example: 'Peut-on candidater',
    unlike: 'Le candidat parle.',
  },
  {
    id: 'to-answer',
    says: [
      'particip(?:er|e|es|ons|ez)',
      "(?:repondre|reponde|reponds|inscrire|s'inscrire|deposer|depot|presenter (?:un|notre|mon|une))",
    ],
    example: 'Puis-je répondre',
    unlike: 'La réponse est là.',
  },
  {
    id: 'papers',
    says: [
      '(?:formulaires?|imprimes?|cerfas?|reglement|cahier des charges|modele|trame|annexes?)',
      '(?:documents?|papiers?|dossiers?|fiches?) (?:a|de) (?:remplir|completer|fournir)',
      '(?:documents?|papiers?|dossiers?|fiches?) (?:a|de) (?:joindre|rendre|candidature|telecharger)',
      '(?:pieces?|justificatifs?) (?:a|de) (?:fournir|joindre|rendre|produire)',
      '(?:feuilles?|fiches?) (?:a|de) (?:remplir|completer|candidature)',
      '(?:kbis|k-bis|statuts|rib|attestations?)',
    ],
    example: 'le document à remplir',
    unlike: 'le document est arrivé',
  },
  {
    id: 'filling-in',
    says: [
      '(?<!\\ba )(?:remplir|remplis\\w*|completer|cocher|coche|saisir|signer|imprimer|scanner)',
      '(?:le|la|les|un|une|des|aux?) (?:champs?|cases?|rubriques?)',
      'a la main',
    ],
    example: 'la case ne se coche pas',
    unlike: 'le casier est plein',
  },
  {
    id: 'choice',
    says: [
      '(?:filieres?|thematiques?|volets?)',
      '(?:quels?|quelles?|plusieurs|deux|un seul) (?:axes?|lots?|secteurs?|domaines?)',
    ],
    example: 'quelle filière choisir',
    unlike: 'la filature',
  },
  {
    id: 'own-file',
    says: ['(?:mon|notre|le|du|un|ce|in|lo) (?:dossier|dosie|dosye|envoi|courrier|pli)'],
    example: 'notre dossier',
    unlike: 'le dossard',
  },
  {
    id: 'arrival',
    says: [
      '(?:bien )?(?:recu|arrive|parvenue?)s?(?: bien)?',
      '(?:en main propre|par la poste|par courrier|au guichet|a (?:votre )?accueil)',
    ],
    example: 'est-ce bien arrivé',
    unlike: 'je suis à la rive',
  },
  {
    id: 'site',
    says: ['(?:votre|le) site(?: internet| web)?', '(?:la|cette) page', 'en ligne'],
    example: 'sur votre site',
    unlike: 'la visite',
  },
  {
    id: 'time-limit',
    says: [
      '(?:date|heure|jour|delai)s? (?:limites?|butoir|de (?:cloture|depot|remise|fin))',
      '(?:cloture|echeance|report|prolong\\w+)',
      "(?:dernier (?:jour|delai)|trop tard|encore (?:temps|possible|ouvert)|jusqu'(?:a|au) (?:quand|quelle))",
    ],
    example: 'la date limite',
    unlike: 'la date de naissance',
  },
  {
    id: 'eligibility',
    says: [
      '(?:in)?eligib\\w+',
      '(?:ouvert|accessible|reserve)e?s? (?:a|aux|qu)',
      '(?:ai|avons|a)[- ](?:je|nous|t[- ]on) (?:le )?droit',
      'suis[- ]je concerne\\w*',
    ],
    example: 'Sommes-nous éligibles',
    unlike: 'La lecture est illisible.',
  },
  {
    id: 'application',
    says: ['candidatures?', 'dossiers? de (?:candidature|demande)'],
    example: 'notre candidature',
    unlike: 'notre candidate',
  },
])
