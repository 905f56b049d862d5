import { type Call, CallFile } from '../../src/call/call.ts'
import { speechOf } from '../../src/settings/language-files.ts'

/** What the file of a call holds: all but the languages that were loaded for it. */
export function fileOf({ speech: _, ...file }: Call): CallFile {
  return file
}

/** A call of what its file would hold; of another call, with what is changed in it. */
export function callOf(values: Readonly<Record<string, unknown>>): Call {
  const { speech: _, ...file } = values
  const parsed = CallFile.parse(file)
  return { ...parsed, speech: speechOf(parsed) }
}

/** A call of an invented authority: everything a test may rely on is here. Deadline: 2026-03-20T12:00Z, strict. */
export const sampleCall: Call = callOf({
  id: 'interco-territoires-2026',
  title: "Appel à manifestation d'intérêt – Choix du polynôme industriel",
  shortTitle: 'AMI Territoires d’industrie',
  provenance: 'invented',
  registrationPrefix: 'TD26',
  authority: { name: 'INTERCO', article: 'L’INTERCO', domains: ['interco.example'], identifiers: [] },
  service: {
    name: 'Service Développement économique',
    postalAddress: '1 place du Marché, 97400 Ville-Haute',
    email: 'eco@interco.example',
    phone: '0262 00 00 01',
  },
  agent: {
    name: 'Madame Dominique Martin',
    role: 'cheffe de projet',
    postalAddress: '1 place du Marché, 97400 Ville-Haute',
  },
  mailbox: { address: 'ami@interco.example', personal: true },
  published: { date: '2026-03-02', window: 'mars 2026', statedDates: [], contradictions: [] },
  deadline: {
    asWritten: 'avant le 20 mars 2026 à 16h00',
    source: 'section F',
    wallClock: '2026-03-20T16:00',
    zone: 'Indian/Reunion',
    zoneLabel: 'heure de La Réunion',
    inclusive: false,
    doubtfulClockHours: 1,
  },
  sectors: [
    { id: 'numerique', label: 'Le numérique', synonyms: ['numérique'] },
    { id: 'logistique', label: 'La logistique', synonyms: ['logistique'] },
  ],
  recognition: {
    strong: ['polynôme industriel', "territoires d'industrie"],
    weak: [
      "appel à manifestation d'intérêt",
      "manifestation d'intérêt",
      'AMI',
      'candidature',
      'INTERCO',
      'dossier de candidature',
    ],
  },
  requiredDocuments: [
    { id: 'form', anyOf: ['form', 'letter'], label: 'le formulaire de candidature', source: 'section F' },
    {
      id: 'presentation',
      anyOf: ['presentation'],
      label: 'une présentation de la structure',
      source: 'section F',
    },
    { id: 'project', anyOf: ['project'], label: 'le projet ou les actions', source: 'section F' },
  ],
  requiredFields: [
    {
      id: 'representative',
      anyOf: [['representative']],
      label: 'le nom de son représentant',
      source: 'section F',
    },
    {
      id: 'signature',
      anyOf: [['signature']],
      label: 'la signature',
      source: 'section F',
      mayBeInvisible: true,
    },
  ],
  acknowledgement: {
    senderName: 'INTERCO – AMI Territoires d’industrie',
    from: 'ami@interco.example',
    bouncesTo: 'retours@interco.example',
    answerFromWhenDmarcPass: false,
    perAddressPerDay: 5,
    perHour: 30,
    backlogHours: 24,
    daysAfterDeadline: 30,
    attests:
      'Le présent accusé atteste la seule réception de votre envoi ; il ne préjuge ni de la complétude de votre dossier ni de la recevabilité de votre candidature.',
    automation: 'Ce contrôle est automatique et indicatif ; il est vérifié ensuite par un agent.',
    implicitDecision: 'Le silence gardé pendant deux mois vaut décision de rejet.',
    appeals: 'La décision peut faire l’objet d’un recours dans un délai de deux mois.',
    dataProtection: 'Les données sont traitées par l’INTERCO pour instruire les candidatures.',
  },
  digest: { to: ['eco@interco.example'], at: ['07:30'] },
})
