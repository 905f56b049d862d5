import type { Entry } from './entry.ts'

/**
 * Subjects of notices of non-delivery, of complaints and of reports, as mail systems in use write them: what
 * BOUNCE_SUBJECTS is made of.
 */
export const SUBJECTS_OF_BOUNCES = [
  {
    id: 'undelivered',
    says: ['undeliver(?:ed|able)', 'not delivered', 'non[- ]?delivery'],
    example: 'Undeliverable: Accusé de réception',
    unlike: 'Delivered: your parcel',
  },
  {
    id: 'delivery-status',
    says: [
      'delivery (?:status notification|failure|failed|has failed)',
      'delivery (?:problem|error|report|delayed|unsuccessful|notification)',
      'delivery .{1,30}fail(?:ed|ure|s)?',
      'mail delivery status',
      'delivery status(?: report)?',
    ],
    example: 'Delivery Status Notification (Failure)',
    unlike: 'Delivery tomorrow',
  },
  {
    id: 'mail-system',
    says: [
      'mail (?:delivery|transfer) (?:failed|failure|error|problem|delayed|system|subsystem)',
      'failed (?:mail|to deliver)',
      'postmaster notify',
      'error (?:mail report|sending your mail)',
    ],
    example: 'Postmaster notify: see below',
    unlike: 'Mail me tomorrow',
  },
  {
    id: 'could-not-be',
    says: [
      '(?:mail|message|e-?mail|courriel) (?:could not be|cannot be) (?:delivered|sent|transmitted)',
      '(?:mail|message) (?:was not|has not(?: yet)? been) (?:delivered|sent|transmitted)',
      '(?:e-?mail|courriel) (?:was not|has not(?: yet)? been) (?:delivered|sent|transmitted)',
      "(?:couldn't|unable to) (?:be delivered|deliver)",
      'could not send (?:mail|message)',
      'could not be delivered',
    ],
    example: 'Your message could not be delivered',
    unlike: 'Your message was read',
  },
  {
    id: 'returned',
    says: [
      'failure notice',
      'returned (?:mail|message)',
      'return(?:ed|ing) (?:mail|message) to sender$',
      '(?:bounced?) (?:mail|message)',
      'bounce notification',
    ],
    example: 'Returned mail: see transcript',
    unlike: 'Return ticket',
  },
  {
    id: 'delayed',
    says: [
      'warning: (?:message|could not)',
      'message (?:delayed|status - undeliverable)',
      'delayed (?:mail|delivery)',
    ],
    example: 'Delayed Mail (still being retried)',
    unlike: 'Delayed train',
  },
  {
    id: 'complaint',
    says: [
      'abuse report',
      'spamtrap\\w*',
      'dmarc (?:forensic|aggregate) report',
      'report domain: .{1,200} submitter:.*',
      '(?:abuse )?complaint about (?:message|e-?mail|spam)',
      'feedback report',
      'unsolicited bulk email, apparently from you',
    ],
    example: 'Report domain: x.example Submitter: y.example',
    unlike: 'Rapport d’activité',
  },
  {
    id: 'unknown-user',
    says: [
      '(?:user|recipient|mailbox) (?:unknown|not found)',
      'permanent (?:delivery )?(?:error|failure)',
      'message you sent (?:was )?blocked',
    ],
    example: 'User unknown',
    unlike: 'User guide',
  },
  {
    id: 'french',
    says: [
      'non remis',
      'non[- ]?remise?',
      "echec (?:de |d')?(?:la )?(?:remise|livraison|distribution|delivrance|envoi)",
      '(?:message|courriel|courrier) (?:non (?:delivre|distribue)|retourne|refuse|en attente de remise)',
      "retour a l'expediteur",
      'avis de non[- ]distribution',
      'remise (?:retardee|differee)',
    ],
    example: 'Échec de la remise : accusé',
    unlike: 'Remise des prix',
  },
  {
    id: 'german',
    says: [
      'unzustellbar\\w*',
      'nicht zugestellt\\w*',
      'zustell(?:fehler|ung fehlgeschlagen)',
      'fehlgeschlagene zustellung',
      'unzugestellt\\w*',
    ],
    example: 'Unzustellbar: Empfang',
    unlike: 'Zustellung morgen',
  },
  {
    id: 'romance',
    says: [
      'no (?:se )?(?:entregado|pudo entregar|ha podido entregar)',
      'devuelto',
      'correo devuelto',
      'no se puede entregar',
      'mancat[ao] (?:consegna|recapito)',
      'non (?:recapitat|consegnat)\\w*',
      'consegna non riuscita',
    ],
    example: 'Correo devuelto',
    unlike: 'Correo nuevo',
  },
] as const satisfies readonly Entry[]
