import {
  type CallField,
  type CallSection,
  choice,
  line,
  maybeDay,
  maybeMoment,
  maybeNumber,
  maybeText,
  maybeYes,
} from './call-fields.ts'

const dayItself = (key: string): CallField =>
  choice(
    key,
    'Ce qui arrive ce jour-là',
    [
      ['', 'sans objet'],
      ['in', 'est dans les délais'],
      ['out', 'n’y est plus'],
      ['contested', 'l’appel ne le dit pas : une personne décide'],
    ],
    { optional: true },
  )

/** When one may apply. */
export const DEADLINE: CallSection = {
  id: 'date-limite',
  title: 'La date limite',
  intro:
    'Une heure si l’appel en donne une, sinon un jour, sinon « sans date limite ». Les lettres ne ' +
    'disent jamais une heure que personne n’a publiée.',
  fields: [
    line('deadline.asWritten', 'Les mots de l’appel'),
    line('deadline.source', 'Partie de l’appel'),
    maybeMoment('deadline.wallClock', 'Date et heure'),
    maybeYes(
      'deadline.inclusive',
      'L’heure même est dans les délais',
      '« avant » : non ; « au plus tard » : oui.',
    ),
    maybeDay('deadline.day', 'Jour, si l’appel ne donne pas d’heure'),
    dayItself('deadline.dayItself'),
    {
      ...maybeYes('deadline.rolling', 'Sans date limite'),
      options: [
        ['', 'non'],
        ['oui', 'oui'],
      ],
    },
    maybeMoment('deadline.opensAt', 'Début du dépôt'),
    line('deadline.zone', 'Fuseau horaire', 'Comme Europe/Paris ou Indian/Reunion.'),
    line('deadline.zoneLabel', 'Nom de ce fuseau', 'Comme « heure de Paris ».'),
    maybeMoment(
      'deadline.contestedUntil',
      'Jusqu’à quand une personne décide',
      'Quand l’appel se contredit.',
    ),
    maybeText('deadline.contestedBecause', 'Pourquoi'),
    maybeNumber(
      'deadline.doubtfulClockHours',
      'Heures autour de l’échéance où une horloge douteuse ne suffit pas',
    ),
  ],
  lists: [
    {
      key: 'deadline.waves',
      one: 'Vague',
      more: 2,
      fields: [
        line('label', 'Nom', 'Comme l’appel l’écrit : « première vague ».'),
        line('asWritten', 'Les mots de l’appel'),
        maybeMoment('wallClock', 'Date et heure'),
        maybeYes('inclusive', 'L’heure même est dans les délais'),
        maybeDay('day', 'Jour, sans heure'),
        dayItself('dayItself'),
      ],
    },
  ],
  letter: 'late',
}
