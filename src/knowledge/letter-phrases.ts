import { type Entry, wordList } from './entry.ts'

/** Phrases of letters that apply; what each weighs stands in the table of weights under its id. */
export const LETTER_PHRASES = wordList([
  {
    id: 'undersigned',
    says: ['(?:je|nous),? soussigne(?:e|s|es|\\(e\\))?'],
    example: 'Je soussignée Rose Payet',
    unlike: 'Sous le signe du lion',
  },
  {
    id: 'letter-of-interest',
    says: [
      "lettre (?:de )?(?:manifestation d'interet|candidature|d'intention|d'engagement|motivation)",
      "lettre d'(?:intention|engagement)",
    ],
    example: 'Lettre d’engagement',
    unlike: 'Lettre recommandée',
  },
  {
    id: 'declares-interest',
    says: [
      "(?:manifest(?:e|ons|ent)) (?:par la presente )?(?:de |d')?(?:tout )?(?:son)? ?interet",
      "(?:manifest(?:e|ons|ent)) (?:par la presente )?(?:de |d')?(?:tout )?(?:notre|mon) ?interet",
      "(?:manifest(?:er|ant|ait)) (?:par la presente )?(?:de |d')?(?:tout )?(?:son)? ?interet",
      "(?:manifest(?:er|ant|ait)) (?:par la presente )?(?:de |d')?(?:tout )?(?:notre|mon) ?interet",
      "(?:manifest(?:e|ons|ent)) (?:par la presente )?(?:de |d')?(?:tout )?(?:l'|leur|votre) ?interet",
      "(?:manifest(?:er|ant|ait)) (?:par la presente )?(?:de |d')?(?:tout )?l' ?interet",
      "(?:manifest(?:er|ant|ait)) (?:par la presente )?(?:de |d')?(?:tout )?(?:leur|votre) ?interet",
      "(?:manifest(?:e|ons|ent)) formellement (?:de |d')?(?:tout )?(?:son|notre|mon)? ?interet",
      "(?:manifest(?:er|ant|ait)) formellement (?:de |d')?(?:tout )?(?:son|notre|mon)? ?interet",
      "(?:manifest(?:e|ons|ent)) formellement (?:de |d')?(?:tout )?(?:l'|leur|votre) ?interet",
      "(?:manifest(?:er|ant|ait)) formellement (?:de |d')?(?:tout )?(?:l'|leur|votre) ?interet",
      "(?:manifest(?:e|ons|ent)) officiellement (?:de |d')?(?:tout )?(?:son|notre|mon)? ?interet",
      "(?:manifest(?:e|ons|ent)) ici (?:de |d')?(?:tout )?(?:son|notre|mon)? ?interet",
      "(?:manifest(?:er|ant|ait)) officiellement (?:de |d')?(?:tout )?(?:son|notre|mon)? ?interet",
      "(?:manifest(?:er|ant|ait)) ici (?:de |d')?(?:tout )?(?:son|notre|mon)? ?interet",
      "(?:manifest(?:e|ons|ent)) officiellement (?:de |d')?(?:tout )?(?:l'|leur|votre) ?interet",
      "(?:manifest(?:e|ons|ent)) ici (?:de |d')?(?:tout )?(?:l'|leur|votre) ?interet",
      "(?:manifest(?:er|ant|ait)) officiellement (?:de |d')?(?:tout )?(?:l'|leur|votre) ?interet",
      "(?:manifest(?:er|ant|ait)) ici (?:de |d')?(?:tout )?(?:l'|leur|votre) ?interet",
      "(?:exprim\\w+) (?:par la presente )?(?:de |d')?(?:tout )?(?:son|notre|mon)? ?interet",
      "(?:temoign\\w+) (?:par la presente )?(?:de |d')?(?:tout )?(?:son|notre|mon)? ?interet",
      "(?:(?:exprim|temoign)\\w+) (?:par la presente )?(?:de |d')?(?:tout )?(?:l'|leur|votre) ?interet",
      "(?:confirm\\w+) (?:par la presente )?(?:de |d')?(?:tout )?(?:son|notre|mon)? ?interet",
      "(?:declar\\w+) (?:par la presente )?(?:de |d')?(?:tout )?(?:son|notre|mon)? ?interet",
      "(?:(?:confirm|declar)\\w+) (?:par la presente )?(?:de |d')?(?:tout )?(?:l'|leur|votre) ?interet",
      "(?:(?:exprim|temoign)\\w+) formellement (?:de |d')?(?:tout )?(?:son|notre|mon)? ?interet",
      "(?:(?:exprim|temoign)\\w+) formellement (?:de |d')?(?:tout )?(?:l'|leur|votre) ?interet",
      "(?:(?:confirm|declar)\\w+) formellement (?:de |d')?(?:tout )?(?:son|notre|mon)? ?interet",
      "(?:(?:confirm|declar)\\w+) formellement (?:de |d')?(?:tout )?(?:l'|leur|votre) ?interet",
      "(?:(?:exprim|temoign)\\w+) officiellement (?:de |d')?(?:tout )?(?:son|notre|mon)? ?interet",
      "(?:(?:exprim|temoign)\\w+) ici (?:de |d')?(?:tout )?(?:son|notre|mon)? ?interet",
      "(?:(?:exprim|temoign)\\w+) officiellement (?:de |d')?(?:tout )?(?:l'|leur|votre) ?interet",
      "(?:(?:exprim|temoign)\\w+) ici (?:de |d')?(?:tout )?(?:l'|leur|votre) ?interet",
      "(?:(?:confirm|declar)\\w+) officiellement (?:de |d')?(?:tout )?(?:son|notre|mon)? ?interet",
      "(?:(?:confirm|declar)\\w+) ici (?:de |d')?(?:tout )?(?:son|notre|mon)? ?interet",
      "(?:(?:confirm|declar)\\w+) officiellement (?:de |d')?(?:tout )?(?:l'|leur|votre) ?interet",
      "(?:(?:confirm|declar)\\w+) ici (?:de |d')?(?:tout )?(?:l'|leur|votre) ?interet",
      "manifest(?:e|ons|ent) aupres (?:de (?:la |l')?|du )\\p{L}+ (?:de )?(?:tout )?(?:son|notre|mon|" +
        "l'|leur) ?interet",
      "fai(?:t|s|sons|sant) (?:ici )?part (?:a \\w+ )?de (?:tout )?(?:son|notre|mon|l'|leur) ?interet",
      '(?:est|sommes|suis) (?:vivement |tres )?interesse(?:e|s|es)? par',
    ],
    example: 'Elle vous fait part de son intérêt.',
    unlike: 'Cela est sans intérêt.',
  },
  {
    id: 'names-interest',
    says: ["manifestations? d'interet", 'manifester (?:son|notre|mon|leur) interet'],
    example: 'Notre manifestation d’intérêt',
    unlike: 'Une manifestation de rue',
  },
  {
    id: 'applies',
    says: [
      'candidat(?:er|ons|ez)',
      '(?:porte(?:r|s|nt|ons)?|est|sommes|suis) candidate?s?',
      '(?:present|depos|soumet|adress|transmet|pos)\\w* (?:ma|notre|sa|la|leur|une) candidature',
      '(?:ma|notre|sa|leur) candidature',
    ],
    example: 'Notre association se porte candidate.',
    unlike: 'Les candidatures sont closes.',
  },
  {
    id: 'closing-formula',
    says: [
      "(?:veuillez|nous vous prions|je vous prie|prions) (?:d')?(?:agreer|recevoir|croire)",
      '(?:salutations|sentiments|hommages) (?:distingue|respectueu|devoue|les meilleur|cordia)\\w*',
      'consideration distinguee',
      'expression de (?:nos|mes|ma|notre)',
    ],
    example: 'Veuillez agréer nos salutations distinguées.',
    unlike: 'Veuillez entrer.',
  },
  {
    id: 'address-formula',
    says: ['(?:madame|monsieur|mesdames|messieurs)[^.;:]{0,40},'],
    example: 'Madame la Présidente, voici',
    unlike: 'Madame Rose Payet.',
  },
  {
    id: 'subject-line',
    says: ['objet ?:.{0,40}(?:candidature|manifestation|ami|appel|reponse)'],
    example: 'Objet : réponse',
    unlike: 'Objet : facture',
  },
  {
    id: 'has-the-honour',
    says: ["(?:avons|ai|a) l'honneur"],
    example: 'Elle a l’honneur de vous écrire.',
    unlike: 'En son honneur.',
  },
  {
    id: 'represented-by',
    says: ['(?:representee?|presidee?|dirigee?) par'],
    example: 'présidée par Guy Robert',
    unlike: 'présidée hier',
  },
  { id: 'cordially', says: ['cordialement'], example: 'Cordialement', unlike: 'Cordial' },
  { id: 'hereby', says: ['par la presente'], example: 'Par la présente', unlike: 'Par la poste' },
  {
    id: 'wants-to-join',
    says: [
      '(?:souhait|desir|voul|propos)\\w* (?:\\w+ )?(?:rejoindre|integrer)',
      '(?:souhait|desir|voul|propos)\\w* (?:\\w+ )?(?:representer|participer (?:a|au))',
      '(?:souhait|desir|voul|propos)\\w* (?:\\w+ )?(?:prendre part (?:a|au))',
      "(?:souhait|desir|voul|propos)\\w* (?:\\w+ )?(?:contribuer (?:a|au)|s'inscrire dans|s'engager)",
    ],
    example: 'Elle souhaite représenter la filière.',
    unlike: 'Elle souhaite un rendez-vous.',
  },
  {
    id: 'commits-itself',
    says: [
      '(?:confirm|affirm|exprim|reaffirm)\\w* [^.;]{0,40}volonte (?:de (?:rejoindre|participer|' +
        "prendre part|contribuer)|d'(?:integrer|adherer))",
      "(?:s'inscri\\w+|nous inscrivons|m'inscris) dans la filiere",
      '(?:pour et )?au nom (?:de (?:la |l.)?|du )(?:societe|association|entreprise|cooperative|sem|spl|' +
        'sas|sarl|scic|scop|snc|gie)',
    ],
    example: 'Elle confirme sa volonté d’intégrer le réseau.',
    unlike: 'Au nom de tous, merci de votre bonne volonté.',
  },
])

/** One of them, by its id. */
export type LetterPhrase = (typeof LETTER_PHRASES)['entries'][number]['id']

/** A phrase of another language, and the French one whose weight it has. */
export interface ForeignPhrase extends Entry {
  readonly like: LetterPhrase
  /** Its language by ISO code, where it is of one alone. */
  readonly language?: string
}

/** Phrases of letters for a post: such a letter is none to a call, unless the call is for a post. */
export const JOB_LETTER_PHRASES = wordList([
  {
    id: 'advertisement',
    says: ["(?:votre|cette|l') ?(?:annonce|offre d'emploi|offre)[^.]{0,60}(?:retenu|interesse|attire)"],
    example: 'Votre annonce a retenu toute mon attention.',
    unlike: 'Votre appel a retenu notre attention.',
  },
  {
    id: 'post',
    says: ["(?:au|le|ce|du|un|votre) poste (?:de|d'|que)", 'poste d\\w+ propose'],
    example: 'Je souhaite occuper le poste de technicien.',
    unlike: 'Par retour de poste.',
  },
  {
    id: 'interview',
    says: [
      "(?:lors d'un|pour un|obtenir un|d'un) (?:prochain )?(?:entretien|rendez-vous)",
      'vous rencontrer',
    ],
    example: 'Je vous l’exposerai lors d’un entretien.',
    unlike: 'L’entretien du parc.',
  },
  {
    id: 'motivation',
    says: [
      '(?:ma|mes) (?:motivations?|disponibilites?|formations?|diplomes?|parcours)',
      'mon (?:cv|curriculum|profil|parcours)',
    ],
    example: 'Je vous expose ma motivation.',
    unlike: 'Notre motivation est grande.',
  },
  {
    id: 'own-experience',
    says: [
      '(?:mon|mes) experiences?(?: professionnelles?)?',
      "titulaire d'un (?:bts|master|licence|bac|cap|diplome)",
    ],
    example: 'Mon expérience m’a appris cela.',
    unlike: 'Une expérience commune.',
  },
])
