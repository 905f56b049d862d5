/**
 * What a careful clerk makes of each mail of the demonstration, written by hand from reading the mails. `answer`:
 * `sent`, or the row of the decision table (domain.md 5.3) that kept the program from answering, `held` when a
 * person must answer. `application`: the file that opened the application, for mails that add to one.
 */
export interface Expected {
  readonly fate:
    | 'application'
    | 'supplement'
    | 'duplicate'
    | 'inquiry'
    | 'automatic'
    | 'bounce'
    | 'unrelated'
    | 'quarantined'
  readonly application?: string
  readonly name?: string
  readonly siretOrRna?: string
  readonly sectors?: readonly string[]
  readonly timeliness?: 'on_time' | 'late' | 'contested'
  readonly completeness?: 'complete' | 'incomplete' | 'review'
  readonly missing?: readonly string[]
  readonly answer: 'sent' | `held ${string}` | `no ${string}`
}

const COMPLETE = {
  fate: 'application',
  timeliness: 'on_time',
  completeness: 'complete',
  missing: [],
  answer: 'sent',
} as const
const ALL = [
  'contact',
  'date',
  'form',
  'identifier',
  'name',
  'presentation',
  'project',
  'representative',
  'role',
  'sector',
] as const

export const EXPECTED: Readonly<Record<string, Expected>> = {
  // Received five days before the service first saw it: nothing old is answered by itself.
  '01-backlog-received-days-ago': {
    ...COMPLETE,
    name: 'Coopérative des Hauts',
    sectors: ['agroalimentaire'],
    answer: 'held 15-backlog',
  },
  '02-complete-fillable-form': {
    ...COMPLETE,
    name: 'Vague Numérique',
    siretOrRna: '70000001100010',
    sectors: ['numerique'],
  },
  '03-letter-in-word-presentation-in-odt': {
    ...COMPLETE,
    name: 'Soley Énergies',
    siretOrRna: '70000002900012',
    sectors: ['energie'],
  },
  '04-form-alone': {
    ...COMPLETE,
    name: 'Quai Est Logistique',
    sectors: ['logistique'],
    completeness: 'incomplete',
    missing: ['presentation', 'project'],
  },
  '05-supplement-an-hour-later': {
    ...COMPLETE,
    fate: 'supplement',
    application: '04-form-alone',
    name: 'Quai Est Logistique',
    sectors: ['logistique'],
  },
  '06-association-with-rna': {
    ...COMPLETE,
    name: 'Les Saveurs du Plateau',
    siretOrRna: 'W9R2011523',
    sectors: ['agroalimentaire'],
  },
  '07-everything-in-a-zip': { ...COMPLETE, name: 'Ravine Propre', sectors: ['environnement'] },
  '08-typed-in-the-body': { ...COMPLETE, name: 'Atelier du Cap', sectors: ['energie'] },
  '09-same-content-again': {
    ...COMPLETE,
    fate: 'duplicate',
    application: '02-complete-fillable-form',
    name: 'Vague Numérique',
    sectors: ['numerique'],
  },
  // The pieces are not in the authority's hands: nothing can be called missing, a person fetches them.
  '10-behind-a-link': {
    fate: 'application',
    timeliness: 'on_time',
    completeness: 'review',
    missing: [],
    answer: 'sent',
  },
  '11-locked-pdf': {
    fate: 'application',
    timeliness: 'on_time',
    completeness: 'review',
    missing: [],
    answer: 'sent',
  },
  // A machine answers nobody, but what it brings must be acknowledged: held.
  '12-office-copier': {
    fate: 'application',
    timeliness: 'on_time',
    completeness: 'review',
    missing: [],
    answer: 'held 05-auto-submitted',
  },
  '13-accountant-first-client': { ...COMPLETE, name: 'Bois de Fer', sectors: ['environnement'] },
  '14-accountant-second-client': { ...COMPLETE, name: 'Fret des Îles', sectors: ['logistique'] },
  '15-forwarded-by-a-colleague': {
    fate: 'application',
    timeliness: 'on_time',
    completeness: 'incomplete',
    name: 'Kaz Écologique',
    sectors: ['environnement'],
    missing: ['presentation', 'project'],
    answer: 'held 11-internal-sender',
  },
  // The form came back with nothing in it; its signature cannot be seen, the rest is not there.
  '16-empty-form-sent-back': {
    fate: 'application',
    timeliness: 'on_time',
    completeness: 'incomplete',
    missing: ALL,
    answer: 'sent',
  },
  '17-two-sectors-one-second-before': {
    ...COMPLETE,
    name: 'Vergers de l’Est',
    sectors: ['agroalimentaire', 'logistique'],
  },
  // At 16:00:00 it is no longer « avant 16h00 », but the title of the call goes on for two days: a person decides.
  '18-exactly-at-the-deadline': {
    ...COMPLETE,
    name: 'Pile à l’Heure',
    sectors: ['numerique'],
    timeliness: 'contested',
  },
  '19-invoice': { fate: 'unrelated', answer: 'no 12-not-an-application' },
  '20-out-of-office': { fate: 'automatic', answer: 'no 03-null-return-path' },
  '21-newsletter': { fate: 'unrelated', answer: 'no 12-not-an-application' },
  '22-bounce': { fate: 'bounce', answer: 'no 03-null-return-path' },
  '23-question': { fate: 'inquiry', answer: 'held 12-not-an-application' },
}
