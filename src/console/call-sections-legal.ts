import {
  type CallSection,
  choice,
  line,
  lines,
  maybeLine,
  maybeLines,
  maybeNumber,
  maybeText,
  maybeYes,
  number,
  text,
} from './call-fields.ts'

const RECOGNITION: CallSection = {
  id: 'reconnaissance',
  title: 'À quoi se reconnaît un courriel',
  intro:
    'Les mots par lesquels un courriel nomme cet appel. Aucun ne suffit à écarter un courriel qui ' +
    'porte une pièce.',
  fields: [
    lines('recognition.strong', 'Expressions que seul cet appel emploie', 'Une par ligne.'),
    lines('recognition.weak', 'Expressions des appels de ce genre', 'Une par ligne.'),
    maybeLines('recognition.otherCalls', 'Expressions d’un autre appel', 'Une par ligne.'),
    maybeNumber('limits.totalMegabytes', 'Taille au plus de tous les fichiers (Mo)'),
    maybeLines('limits.extensions', 'Formats acceptés', 'Un par ligne, comme pdf.'),
  ],
  lists: [],
  letter: 'complete',
}

const LEGAL: CallSection = {
  id: 'mentions',
  title: 'Les mentions légales',
  intro:
    'À faire valider par le service juridique. Sans elles, l’accusé de réception ne fait courir aucun ' +
    'délai (CRPA, R. 112-11-1 et L. 112-12).',
  fields: [
    choice('legal.silence.means', 'Ce que vaut le silence', [
      ['', 'à choisir'],
      ['rejection', 'rejet'],
      ['acceptance', 'acceptation'],
      ['nothing', 'rien : ce n’est pas une demande'],
    ]),
    maybeNumber('legal.silence.months', 'Au bout de combien de mois'),
    maybeLine('legal.silence.basis', 'Le texte qui le dit', 'Comme la lettre le cite.'),
    maybeLine(
      'legal.silence.remedies.gracious',
      'Recours gracieux auprès',
      'Après « auprès » : « du président… ».',
    ),
    maybeLine(
      'legal.silence.remedies.court',
      'Tribunal',
      'Avec son article : « le tribunal administratif de… ».',
    ),
    maybeNumber('legal.silence.remedies.months', 'Délai de recours, en mois'),
    maybeLine(
      'legal.silence.remedies.residence',
      'Tribunal d’outre-mer : résidents',
      'Comme « à La Réunion ».',
    ),
    maybeYes(
      'legal.contract',
      'L’appel mène à un contrat assorti d’un prix',
      'Alors l’arrivée compte, non le cachet de la poste.',
    ),
  ],
  lists: [],
  letter: 'complete',
}

const DATA: CallSection = {
  id: 'donnees',
  title: 'Données et conservation',
  intro: 'À faire valider avec la personne déléguée à la protection des données et les archives.',
  fields: [
    line('dataProtection.controller', 'Responsable du traitement', 'Avec son article : « la commune ».'),
    line('dataProtection.officer', 'Comment joindre le délégué', 'Une adresse (RGPD, 13).'),
    line('dataProtection.purpose', 'Pour', 'Comme « instruire les candidatures ».'),
    choice('dataProtection.basis', 'Fondement', [
      ['public_task', 'mission d’intérêt public'],
      ['legal_obligation', 'obligation légale'],
      ['contract', 'contrat'],
      ['consent', 'consentement'],
    ]),
    lines('dataProtection.recipients', 'Qui les reçoit', 'Un par ligne, avec « à ».'),
    number('retention.years', 'Années de conservation des dossiers non retenus'),
    number('retention.yearsSelected', 'Années de conservation des dossiers retenus'),
    text('retention.basis', 'Ce qui le dit'),
  ],
  lists: [],
  letter: 'complete',
}

const LETTERS: CallSection = {
  id: 'lettres',
  title: 'Les lettres',
  intro: 'Ce que l’appel ajoute aux accusés de réception, et les lettres de décision s’il y en a.',
  fields: [
    text('acknowledgement.attests', 'Ce que l’accusé atteste', 'La seule réception.'),
    text('acknowledgement.automation', 'Que le contrôle est automatique'),
    number('acknowledgement.perAddressPerDay', 'Lettres automatiques par adresse et par jour'),
    number('acknowledgement.perHour', 'Lettres automatiques par heure à des inconnus'),
    maybeNumber('acknowledgement.reminderHoursBefore', 'Un rappel, tant d’heures avant la date limite'),
    number('acknowledgement.backlogHours', 'Un courriel plus ancien (heures) attend une personne'),
    number('acknowledgement.daysAfterDeadline', 'Jours après la date limite où l’on répond encore'),
    maybeLine('acknowledgement.checkingPage', 'Page de vérification', 'Une adresse https.'),
    maybeLine('decisions.signatory.name', 'Signataire des décisions', 'Vide : aucune lettre de décision.'),
    maybeLine('decisions.signatory.role', 'Sa fonction'),
    maybeText('decisions.favourable', 'Lettre favorable', 'Ce qui est entre crochets est à remplacer.'),
    maybeText('decisions.unfavourable', 'Lettre défavorable'),
    maybeYes('decisions.motivated', 'Un refus doit être motivé'),
  ],
  lists: [],
  letter: 'supplement',
}

/** The pages about what no published text says. */
export const LAST_SECTIONS: readonly CallSection[] = [RECOGNITION, LEGAL, DATA, LETTERS]
