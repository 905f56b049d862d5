import { SUBJECTS_OF_BOUNCES } from './bounce-subjects.ts'
import { wordList } from './entry.ts'

/** Subjects of notices of non-delivery, of complaints and of reports. */
export const BOUNCE_SUBJECTS = wordList(SUBJECTS_OF_BOUNCES)

/** The same in scripts without word borders. */
export const BOUNCE_SIGNS =
  /配信|送信できま|メールエラー|エラー通知|無法傳遞|退信|не ?доставлен|送信エラー|投递失败|邮件传输失败|系统退信/

/** Sentences of such notices, looked for at the beginning of the body. */
export const BOUNCE_SENTENCES = wordList([
  {
    id: 'generated',
    says: [
      '(?:message|mail) (?:was |has been )?(?:created|generated) automatically by (?:the )?mail',
      'automatically generated delivery status notification',
      'this is the mail (?:system|delivery agent)',
      'qmail-send program',
      'message from interscan',
    ],
    example: 'This is the mail system at host mx.',
    unlike: 'This is the mail you asked for.',
  },
  {
    id: 'could-not-be',
    says: [
      'can ?not be (?:delivered|sent)',
      'could ?not be (?:delivered|sent)',
      "(?:unable to|wasn't able to|not able to) deliver",
      'undeliverable (?:to|mail)',
      'message not delivered',
      'encountered delivery problems',
      'error delivering your mail',
    ],
    example: 'Your mail could not be delivered.',
    unlike: 'Your mail could be late.',
  },
  {
    id: 'did-not-reach',
    says: [
      'did not reach (?:some|the|your|its|all)',
      '(?:was not|has not been|not yet been) delivered',
      'delivery (?:to the following|has failed|failed|attempts)',
      'following (?:address|recipient)(?:es|s|\\(e?s\\))? (?:failed|had|have|were|was|could)',
    ],
    example: 'It did not reach your recipients.',
    unlike: 'It reached all.',
  },
  {
    id: 'unknown',
    says: ['(?:unknown|invalid final delivery) user(?:id)?', "permanent error; i've given up"],
    example: 'Unknown user: lea',
    unlike: 'Unknown author',
  },
  {
    id: 'french',
    says: [
      "(?:votre|le|ce) (?:message|courriel|mail|e-mail) (?:n'a (?:pas|pu)).{0,40}(?:remis|delivre)",
      "(?:votre|le|ce) (?:message|courriel|mail|e-mail) (?:ne peut|n'est pas).{0,40}(?:remis|delivre)",
      "(?:votre|le|ce) (?:message|courriel|mail|e-mail) (?:n'a (?:pas|pu)).{0,40}(?:distribue|livre)",
      "(?:votre|le|ce) (?:message|courriel|mail|e-mail) (?:n'a (?:pas|pu)).{0,40}(?:envoye|achemine)",
      "(?:votre|le|ce) message (?:ne peut|n'est pas).{0,40}(?:distribue|livre)",
      "(?:votre|le|ce) (?:courriel|mail|e-mail) (?:ne peut|n'est pas).{0,40}(?:distribue|livre)",
      "(?:votre|le|ce) message (?:ne peut|n'est pas).{0,40}(?:envoye|achemine)",
      "(?:votre|le|ce) (?:courriel|mail|e-mail) (?:ne peut|n'est pas).{0,40}(?:envoye|achemine)",
      'echec de (?:la )?(?:remise|livraison|distribution)',
      'destinataires? suivants? .{0,40}(?:echec|pas|impossible)',
    ],
    example: 'Votre message n’a pas pu être remis.',
    unlike: 'Votre message a été lu.',
  },
  {
    id: 'abroad',
    says: [
      'konnte nicht .{0,30}zugestellt',
      'no (?:se )?(?:pudo|ha podido|puede) (?:ser )?entreg\\w*',
      'non e stato possibile (?:consegnare|recapitare)',
    ],
    example: 'Die Nachricht konnte nicht zugestellt werden.',
    unlike: 'Die Nachricht wurde gelesen.',
  },
  {
    id: 'codes',
    says: ['5\\d\\d[ -]5\\.\\d\\.\\d+', 'said: 5\\d\\d', 'smtp error from remote'],
    example: '550 5.1.1 no such user',
    unlike: '550 euros',
  },
])

/** Openings that only machines write: enough by themselves in a mail without files. */
export const BOUNCE_OPENINGS = wordList(
  [
    {
      id: 'mail-system',
      says: ['.{0,80}this is the mail (?:system|delivery agent|server) at'],
      example: 'This is the mail system at host mx.',
      unlike: 'This is the mail of Monday.',
    },
    {
      id: 'report',
      says: [
        '.{0,80}this is an? .{0,40}(?:abuse|authentication-failure|delivery status) (?:report|notification)',
      ],
      example: 'This is an email abuse report',
      unlike: 'This is a report',
    },
    {
      id: 'transcript',
      says: ['the original message was received at .{0,200}(?:addresses had|delivery errors)'],
      example: 'The original message was received at 10:00, the following addresses had permanent errors',
      unlike: 'The original message is below',
    },
    {
      id: 'trouble',
      says: [
        '.{0,60}(?:we had trouble|there was an error) delivering your (?:message|mail)',
        '.{0,40}your message could not be (?:sent|delivered)',
        '.{0,80}message (?:was )?created automatically by (?:the )?mail',
      ],
      example: 'There was an error delivering your message',
      unlike: 'There was an error in our form',
    },
    {
      id: 'french',
      says: [".{0,80}votre message n'a (?:pas|pu) .{0,30}(?:remis|delivre|distribue|envoye)"],
      example: 'Votre message n’a pas été remis',
      unlike: 'Votre message est arrivé',
    },
  ],
  'at its start',
)
