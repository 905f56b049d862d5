import { wordList } from './entry.ts'

const THE = "(?:(?:le|la|les|l'|un|une|ce|cette|mon|ma|notre|nos|the|our|an?|die|der|das|el) ?)?"
/** Where an answer may stand instead: beside the form. */
const PAPER =
  '(?:pieces?|documents?|annexes?|fichiers?|pdf|dossier|note|lettre|original|courrier|site|mail|' +
  'courriel|e-?mail|scan|plaquette' +
  '|attach\\w+|enclos\\w+|appendix|annex|anlage|anhang|adjunto|anexo|bijlage)'

/**
 * Words that stand where an answer is asked for and are none: it is elsewhere, still to come, or was only
 * heard.
 */
export const NO_ANSWERS = wordList(
  [
    {
      id: 'look-there',
      says: [
        `(?:a )?(?:voir|cf\\.?|se referer a|consulter|see|siehe|ver|vease|zie) (?:(?:a|au|aux|en|sur|` +
          `dans|to|in|im) )?${THE}${PAPER}.*`,
        '(?:a )?voir (?:ci-?(?:joint|dessous|dessus|contre|apres)).*|see (?:below|above).*|' +
          'siehe (?:oben|unten).*',
      ],
      example: 'Voir pièce jointe',
      unlike: 'Voir plus grand',
    },
    {
      id: 'joined',
      says: [
        'ci[- ]?(?:joint|inclus|annexe)(?:e?s)?',
        `(?:en|joint(?:e?s)? (?:en|au|a)) ${THE}${PAPER}(?: jointe?s?)?`,
        `${THE}${PAPER}(?: [a-z]+){0,2}`,
        '(?:attached|enclosed|beigefugt|anbei|adjunt[oa]s?|bijgevoegd)',
      ],
      example: 'Ci-joint',
      unlike: 'Joint de toiture',
    },
    {
      id: 'to-come',
      says: [
        '(?:a|to be|reste a) (?:signer|completer|venir|definir|remplir|fournir|envoyer|transmettre|' +
          'suivre|signed|completed|defined|confirmed|provided)(?: .*)?',
        "en (?:attente|cours)(?: (?:de|d').*)?",
        '(?:pendiente|ausstehend|folgt|pending|tbd|tbc|tba)(?: .*)?',
        '(?:non|pas|not|nicht|no|niet) .*',
      ],
      example: 'À signer',
      unlike: 'Signé',
    },
    {
      id: 'read-and-agreed',
      says: [
        '(?:lue?s?|bon) (?:et |pour )(?:approuve|accepte|accord|valable|pouvoir|engagement)e?s?.*',
        '(?:gelesen und|read and|leido y|gelezen en) [a-z]+',
      ],
      example: 'Lu et approuvé',
      unlike: 'Luc Approuvet',
    },
    {
      id: 'stamp',
      says: [
        `${THE}(?:signature|tampon|cachet|visa|stempel|unterschrift|firma|sello|handtekening|stamp|` +
          'paraphe)(?: .*)?',
        '(?:illisible|signature illisible|manuscrite?|unleserlich|ilegible|illegible)',
      ],
      example: 'Tampon',
      unlike: 'Tamponnier',
    },
    {
      id: 'nothing',
      says: ['(?:neant|aucune?|sans objet|rien|vide|none|nothing|keine?|ninguno?|geen|idem|ras|nsp)'],
      example: 'Néant',
      unlike: 'Néon',
    },
    {
      id: 'yes-or-no',
      says: ['(?:oui|non|yes|no|ja|nein|si|nee|ok|vrai|faux)'],
      example: 'Oui',
      unlike: 'Ouïe',
    },
  ],
  'as a whole',
)
