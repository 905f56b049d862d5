import { wordList } from './entry.ts'

/** Folded local parts that no person reads, or that refuse answers (RFC 3834, 2; RFC 5230, 4.6). */
export const ROBOT_ADDRESSES = wordList([
  {
    id: 'mail-system',
    says: ['^mail(?:er)?[-_.]?daemon\\S*'],
    example: 'mailer-daemon',
    unlike: 'mailing',
  },
  {
    id: 'no-reply',
    says: ['^(?:do[-_.]?)?not?[-_.]?reply\\S*', '^ne[-_.]?pas[-_.]?repondre\\S*'],
    example: 'no-reply',
    unlike: 'reply',
  },
  {
    id: 'no-reply-in-other-languages',
    says: [
      '^(?:bitte[-_.]?)?(?:nicht|keine)[-_.]?antwort\\S*',
      '^(?:por[-_.]?favor[-_.]?)?no[-_.]?(?:contestar|conteste)\\S*',
      '^no[-_.]?responder?\\S*',
      '^non[-_.]?rispondere\\S*',
      '^(?:niet|geen)[-_.]?(?:beantwoorden|antwoord)\\S*',
    ],
    example: 'nicht-antworten',
    unlike: 'antworten',
  },
  {
    id: 'bounces',
    says: ['^bounces?(?![a-z])\\S*', '^\\S*-bounces?(?:\\+\\S*)?$'],
    example: 'liste-bounces',
    unlike: 'bouncer',
  },
  {
    id: 'lists',
    says: ['^owner-\\S*', '^\\S*-(?:owner|request)$', '^(?:majordomo|listserv|listmaster|sympa)\\S*'],
    example: 'club-request',
    unlike: 'request',
  },
  {
    id: 'responders',
    says: ['^auto[-_.]?(?:reply|responder|response)\\S*'],
    example: 'autoresponder',
    unlike: 'autonome',
  },
  {
    id: 'web-sites',
    says: [
      '^(?:wordpress|drupal|joomla|typo3|prestashop|wix|jimdo|squarespace|moodle)$',
      '^(?:www[-_.]?data|apache2?|nginx|httpd?|php(?:mailer)?|cgi)$',
      '^(?:web[-_.]?server|web[-_.]?site|site[-_.]?web)$',
    ],
    example: 'wordpress',
    unlike: 'webmaster',
  },
  {
    id: 'forms',
    says: [
      '^(?:web[-_.]?)?(?:forms?|formulaires?|formulare?|formulier(?:en)?|formularios?)$',
      '^(?:forms?|formulaires?|formular)[-_.](?:contact|web|site|en-ligne|online)$',
      '^(?:contact|web|online)[-_.]?(?:forms?|formulaires?|formular)$',
    ],
    example: 'formulaire-contact',
    unlike: 'formation',
  },
  {
    id: 'notices',
    says: [
      '^(?:notif(?:y|ications?|icaciones|iche)?|alertes?|alerts?|automat(?:e|ique|ic)?|cron|root|' +
        'daemon|system)$',
    ],
    example: 'notification',
    unlike: 'notaire',
  },
])

/** Machines that send what was laid on their glass: a person with another address is behind them. */
export const MACHINE_ADDRESSES = wordList([
  {
    id: 'copier',
    says: ['^(?:photo)?copieur\\S*', '^(?:photo)?copier(?![a-z])\\S*', '^(?:mfp|mopieur|multifonction)\\S*'],
    example: 'copieur-accueil',
    unlike: 'copiergo',
  },
  {
    id: 'scanner',
    says: ['^scan(?:s|n?er|tomail|2mail|mail)?s?(?![a-z])\\S*', '^scanner\\S*', '^numerisation\\S*'],
    example: 'scan2mail',
    unlike: 'scandinavie',
  },
  { id: 'printer', says: ['^(?:imprimante|printer)\\S*'], example: 'imprimante.rdc', unlike: 'imprimerie' },
  {
    id: 'makers',
    says: ['^(?:xerox|konica|ricoh|kyocera|bizhub|canon|lexmark)[-_.\\d]\\S*'],
    example: 'ricoh-2',
    unlike: 'canonique',
  },
])

/** People and robots stand behind it (RFC 5321, 4.5.1). */
export const POSTMASTERS = wordList([
  { id: 'postmaster', says: ['^post[-_]?master\\S*'], example: 'postmaster', unlike: 'poste' },
])
