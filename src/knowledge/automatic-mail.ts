import { wordList } from './entry.ts'

/** Beginnings of subjects by which programs answer, and people never begin. */
export const AUTOMATIC_SUBJECTS = wordList(
  [
    {
      id: 'responder',
      kind: 'responder',
      says: [
        '\\[?(?:auto|automatic|automatique)\\]? ?:',
        "(?:reponse|message) auto(?:matique)?(?: ?[:(|-]| d'absence| de reponse|$)",
        "(?:courriel|e-?mail|notification) auto(?:matique)?(?: ?[:(|-]| d'absence| de reponse|$)",
        '(?:auto(?:matic|mated)?|vacation)[- ]?(?:reply|response|responder|answer)',
        'auto[- ]?respon[sdc]\\w*',
      ],
      example: 'Réponse automatique : vos questions',
      unlike: 'Réponse à votre question automatique',
    },
    {
      id: 'responder-abroad',
      kind: 'responder',
      says: [
        'automatisch(?:e|es)? (?:antwort|nachricht|antwoord|svar)',
        '(?:respuesta|risposta|resposta|mensaje|messaggio) automatic[ao]',
        '(?:automatyczna odpowied|automatiskt? svar|autosvar)\\w*',
        '(?:automaattinen|automaticka odpoved|avtomatsk|otomatik)\\w*',
      ],
      example: 'Automatische Antwort: Anfrage',
      unlike: 'Antwort: Automat',
    },
    {
      id: 'absence',
      kind: 'absence',
      says: [
        "(?:avis|message|notification|notice|reponse) d'absence",
        '(?:absente?|absent\\(e\\)) (?:du|de mon) bureau',
        'absence du bureau',
        'absence ?(?:re|tr|fwd?) ?:',
        'out of (?:the )?office',
        'ooo',
        'away from (?:the |my )?(?:office|desk)',
        'away until',
        'i am (?:currently )?(?:out|away)',
      ],
      example: 'Absence du bureau',
      unlike: 'Absence de pièce au dossier',
    },
    {
      id: 'absence-abroad',
      kind: 'absence',
      says: [
        '(?:abwesenheit\\w*|abwesend|nicht (?:da|im buro|erreichbar)) ?(?::|$|-|–|re ?:|aw ?:|vom|bis)',
        'abwesenheit\\w*',
        'ich bin (?:derzeit )?(?:abwesend|nicht im)',
        'bin (?:im urlaub|abwesend)',
        'fuera de (?:la )?oficina',
        'ausencia',
        'fuori (?:sede|ufficio)',
        'assenza',
        'fora do escritorio',
        'afwezig\\w*',
      ],
      example: 'Abwesenheitsnotiz',
      unlike: 'Anwesenheit',
    },
    {
      id: 'read-receipt',
      kind: 'read-receipt',
      says: [
        '(?:lu|non lu|read|not read|gelesen|nicht gelesen|ungelesen) ?:',
        '(?:leido|no leido|letto|non letto|lido|gelezen|przeczytano) ?:',
        '(?:accuse|confirmation|avis|recu) de lecture',
        '(?:return|read) receipt',
        'lesebestatigung',
        '(?:confirmacion|acuse) de lectura',
        'conferma di lettura',
      ],
      example: 'Lu : notre dossier',
      unlike: 'Lundi : réunion',
    },
  ],
  'at its start',
)

/** Words by which a program asks a sender to prove to be a person; anywhere in a subject. */
export const CHALLENGES = wordList([
  {
    id: 'service',
    says: ['(?:mailinblack|boxbe|spam ?arrest|bluebottle)'],
    example: 'MailInBlack : votre message',
    unlike: 'Mail in black and white',
  },
  {
    id: 'verify-sender',
    says: [
      'sender (?:address )?verification',
      'challenge[- ]response',
      "demande d'authentification",
      'authentifi(?:ez|cation).{0,20}(?:mail|message|courriel|expediteur)',
      '(?:verif|valid|confirm)(?:iez|ez|y|ication) .{0,25}(?:adresse|address|expediteur|sender|humain|human)',
    ],
    example: 'Confirmez votre adresse',
    unlike: 'Adresse confirmée par la mairie',
  },
  {
    id: 'abroad',
    says: [
      'bestatig(?:en|e|ung) .{0,15}(?:ihrer?|deiner?)? ?(?:absender|e-?mail-?)?adresse',
      'absenderbestatigung',
      '(?:confirm|verifi)(?:e|que|ar|cacion) .{0,15}(?:su |tu |de )?(?:direccion|remitente)',
    ],
    example: 'Bitte bestätigen Sie Ihre Absenderadresse',
    unlike: 'Adresse unbekannt',
  },
])

/** Beginnings that people write too: they count for nothing beside an attachment. */
export const PERHAPS_AUTOMATIC = wordList(
  [
    {
      id: 'leave',
      says: [
        '(?:absence|absente?|en conges?|conges?|vacances|urlaub|ferien|vacaciones|ferie|vacation|' +
          'holiday|on (?:leave|holiday))' +
          '\\s*(?:$|[:;,.!(-]|du|au|jusqu\\w*|pour|le|until|bis|vom|from|hasta|fino|annuel\\w*)',
      ],
      example: 'Congés du 3 au 12',
      unlike: 'Congé maternité : notre dossier arrive',
    },
  ],
  'at its start',
)

/** Sentences of responders without a word in the subject. */
export const RESPONDER_SENTENCES = wordList([
  {
    id: 'absent',
    kind: 'absence',
    says: [
      'je (?:suis|serai) (?:actuellement |presentement )?(?:absente?|en conges?|en vacances)',
      'je (?:suis|serai) (?:actuellement |presentement )?en deplacement',
      'je (?:suis|serai) (?:actuellement |presentement )?(?:indisponible|hors du bureau)',
      '(?:out of (?:the )?office|on (?:annual |maternity |parental )?leave|on vacation|away from my desk)',
    ],
    example: 'Je suis actuellement en congés.',
    unlike: 'Je suis actuellement à Lyon.',
  },
  {
    id: 'absent-abroad',
    kind: 'absence',
    says: [
      '(?:nicht im (?:buro|hause)|im urlaub|bis .{0,25} abwesend|derzeit abwesend)',
      '(?:estare|estoy) (?:ausente|fuera|de vacaciones)',
      'sono (?:assente|fuori ufficio|in ferie)',
    ],
    example: 'Ich bin im Urlaub.',
    unlike: 'Ich bin im Haus.',
  },
  {
    id: 'generated',
    kind: 'responder',
    says: [
      '(?:ceci|ce (?:message|courriel|mail)) est (?:un message )?automatique(?:ment)?',
      '(?:ceci|ce (?:message|courriel|mail)) est (?:une reponse |envoye |genere )automatique(?:ment)?',
      '(?:message|reponse|courriel) (?:genere|envoye|emis)e? automatiquement',
      '(?:reponse|message) automatique',
      'this is an? (?:auto(?:mated|matic)|automatically generated) (?:reply|response|message|e-?mail)',
      'automatically generated (?:reply|response|message)',
    ],
    example: 'Ceci est une réponse automatique.',
    unlike: 'Ceci est notre réponse.',
  },
  {
    id: 'generated-abroad',
    kind: 'responder',
    says: [
      'automatisch (?:generierte|erstellte|erzeugte)',
      'mensaje (?:generado )?automatic\\w*',
      'messaggio (?:generato )?automatic\\w*',
    ],
    example: 'Dies ist eine automatisch erstellte Nachricht.',
    unlike: 'Die Maschine läuft automatisch.',
  },
  {
    id: 'challenge',
    kind: 'challenge',
    says: [
      '(?:mailinblack|boxbe|spamarrest)',
      'pour (?:que votre|liberer votre|debloquer votre).{0,60}(?:cliqu|valid|authentifi|captcha)\\w*',
      '(?:click|cliquez).{0,80}(?:to (?:prove|confirm|verify))',
      '(?:click|cliquez).{0,80}(?:pour (?:prouver|confirmer|valider|vous authentifier))',
    ],
    example: 'Cliquez ici pour confirmer.',
    unlike: 'Cliquez ici pour lire.',
  },
  {
    id: 'challenge-abroad',
    kind: 'challenge',
    says: [
      '(?:damit|um) ihre? (?:nachricht|e-?mail|mail) .{0,100}(?:klicken|bestatigen)',
      'para que su (?:mensaje|correo) .{0,60}(?:haga clic|pulse|confirm)\\w*',
    ],
    example: 'Um Ihre Nachricht zuzustellen, bitte klicken.',
    unlike: 'Um Ihre Nachricht bitten wir.',
  },
])

/**
 * What programs write for people that react to a mail or call one back: no words of theirs, no task for
 * anybody.
 */
export const REACTIONS = wordList([
  {
    id: 'reacted',
    says: [
      '(?:a |ont )?(?:reagi|reacted) (?:(?:a|to) (?:votre|ton|your|ce|this) (?:message|mail))',
      '(?:a |ont )?(?:reagi|reacted) (?:(?:a|to) (?:votre|ton|your|ce|this) (?:e-?mail|courriel))',
      '(?:a |ont )?(?:reagi|reacted) (?:(?:via|avec|with|from|sur|par) .{1,30})',
      '(?:aime|liked|loves?|adore|approuve) (?:votre|ton|your) (?:message|mail|e-?mail|courriel)',
      'hat (?:auf ihre nachricht )?reagiert',
      'reacciono a (?:su|tu) mensaje',
    ],
    example: 'Aline a réagi à votre message',
    unlike: 'Nous réagissons à votre article.',
  },
  {
    id: 'recalled',
    says: [
      '(?:souhait\\w+|voudrait) (?:rappeler|recall) (?:le|ce|un|the) (?:message|courriel|mail)',
      '(?:aimerait|would like to) (?:rappeler|recall) (?:le|ce|un|the) (?:message|courriel|mail)',
      '(?:rappel|recall|rappele|recalled) (?:du|de|of|the) (?:message|courriel|mail)\\b',
      '^recall ?:',
      '^rappel ?: ?.{0,120}(?:souhait|rappeler)\\w*',
    ],
    example: 'Paul souhaite rappeler le message « Dossier ».',
    unlike: 'Merci de me rappeler au sujet du message.',
  },
])
