import { wordList } from './entry.ts'

/** What one withdraws: an application under any of its names. */
const OBJECT =
  "(?:ma|notre|nos|sa|la|le|mon|cette|ce|l'|du|de la|de notre|de mon|de ma|a notre|a nos|a ma|a mon|" +
  'a la|a sa|a leur) ?' +
  '(?:dossier de |acte de )?' +
  '(?:candidature|dossier|participation|demande|projet|manifestation|reponse|inscription|envoi|offre)'
/** « Le dossier retiré à l'accueil » was fetched there, and not taken back. */
const NOT_FETCHED =
  "(?! (?:de candidature )?(?:a|au|aupres|en|sur|dans) (?:votre|vos|l'|la|mairie|accueil|site))"

/**
 * Somebody takes an application back. « Sans renoncer à notre ancrage » takes nothing back: the object tells.
 */
export const WITHDRAWING = wordList([
  {
    id: 'withdraw-it',
    says: [
      `retir(?:e|er|ons|ez|ant|ee)(?: \\w+){0,3} ${OBJECT}${NOT_FETCHED}`,
      `retrait(?: \\w+){0,4} (?:de |du |d')?(?:${OBJECT}|candidature|dossier)${NOT_FETCHED}`,
      '(?:candidature|dossier|demande) (?:est |a ete )?retiree?',
    ],
    example: 'Nous retirons notre candidature.',
    unlike: 'Le dossier se retire en mairie.',
  },
  {
    id: 'step-back',
    says: [
      '(?:me|nous|se) retir(?:e|ons|er|ent)(?! (?:notre|nos|ma|mon|le|la|cette|en))',
      "(?:me|nous|se|m'en) desist\\w+",
      '(?:notre|mon|ma|le present|acte de notre) desistement',
      '(?:nous|me|se) desengag\\w+',
      'forfait pour (?:l|cet|votre)',
    ],
    example: 'Après réflexion nous nous désistons.',
    unlike: 'Ils insistent.',
  },
  {
    id: 'cancel-it',
    says: [`annul(?:e|er|ons|ez|ation)(?: de| purement et simplement)? ${OBJECT}`],
    example: 'Merci d’annuler notre dossier.',
    unlike: 'Ce dossier annule et remplace le premier.',
  },
  {
    id: 'give-it-up',
    says: [
      `(?:renon(?:ce|cons|cer)|renoncant) (?:a|au) (?:${OBJECT}|candidater|postuler|participer|` +
        'repondre|concourir)',
      `abandonn(?:e|er|ons|ez)(?: \\w+){0,2} ${OBJECT}`,
      "(?:nous|on|j') ?abandonn(?:e|ons)",
      `met(?:tre|tons|s|tent)? (?:un terme|fin) ${OBJECT}`,
      "(?:jet\\w+ l'eponge|laiss\\w+ tomber)",
      '(?:enlev|raye?|radi|ot)(?:er|ez|iez)?[- ](?:nous|moi) (?:de|' +
        'du) (?:la |votre )?(?:liste|appel|selection)',
    ],
    example: 'Nous abandonnons notre candidature.',
    unlike: 'Sans renoncer à notre ancrage local.',
  },
  {
    id: 'no-follow-up',
    says: [
      '(?:ne )?(?:donn(?:e|ons|er)|donnerons) (?:pas|plus|aucune) (?:de )?suite',
      'pas (?:donner|donne) suite',
      `(?:class|laiss)\\w+ ${OBJECT} sans suite`,
      "plus lieu d'(?:examiner|etudier|instruire)",
      'plus besoin de (?:traiter|examiner|etudier|instruire)',
    ],
    example: 'Finalement nous ne donnons pas suite.',
    unlike: 'La suite au prochain courriel.',
  },
  {
    id: 'no-longer',
    says: [
      "(?:ne|n')? ?(?:suis|sommes|est) plus (?:candidate?s?|interesse\\w*|en mesure|porteurs?)",
      '(?:serons|serai|sera) (?:\\w+ )?(?:pas|plus) candidate?s?',
      'ne (?:pas|plus) compter sur (?:moi|nous|notre participation)',
      '(?:souhait|desir|voul|pouv)\\w+ (?:plus|pas) (?:\\w+ )?(?:candidater|participer)',
      '(?:souhait|desir|voul|pouv)\\w+ (?:plus|pas) (?:\\w+ )?maintenir',
      '(?:souhait|desir|voul|pouv)\\w+ (?:plus|pas) (?:\\w+ )?(?:poursuivre|postuler|concourir)',
      `(?:maint(?:iens|enons)|poursui(?:s|vons)) (?:pas|plus) ${OBJECT}`,
      '(?:decid\\w+|prefer\\w+|choisi\\w*) (?:de )?ne (?:pas|' +
        'plus) (?:\\w+ )?(?:candidater|participer|concourir)',
      '(?:decid\\w+|prefer\\w+|choisi\\w*) (?:de )?ne (?:pas|' +
        'plus) (?:\\w+ )?(?:maintenir|poursuivre|postuler)',
    ],
    example: 'Nous ne sommes plus candidats.',
    unlike: 'Nous sommes candidats.',
  },
  {
    id: 'null-and-void',
    says: [
      'null?e?s? et non avenue?s?',
      'comme (?:null?e?|caduque?|annulee?|retiree?|inexistante?)',
      `${OBJECT} (?:est |devient |desormais )?caduque?`,
      `${OBJECT} (?:n'est|n'a) plus (?:d'actualite|d'objet|lieu d'etre|de raison d'etre)`,
    ],
    example: 'Considérez ma candidature comme nulle.',
    unlike: 'Nulle part il n’est dit.',
  },
  {
    id: 'disregard-it',
    says: [
      `(?:pas|plus|point) (?:tenir|prendre|tenez|prenez) (?:en )?compte (?:de |d')?(?:${OBJECT})`,
      '(?:ignor(?:er|ez)|oubli(?:er|ez)|supprim(?:er|ez)|detrui(?:re|sez)|ecart(?:er|ez)|class(?:er|' +
        `ez)) ${OBJECT}`,
    ],
    example: 'Merci de ne pas tenir compte du dossier.',
    unlike: 'Merci de tenir compte du dossier.',
  },
  {
    id: 'english',
    says: [
      'withdraw(?:al|n|ing|s)? (?:of |from )?(?:our|my|the)',
      'no longer wish to',
      'pull(?:ing)? out of (?:the|your|this)',
      'close (?:our|my) (?:file|application)',
    ],
    example: 'We withdraw from the call.',
    unlike: 'We draw maps.',
  },
])
