import type { Typed } from './make-a-call.ts'

/** What the published text of the first call does not say, and a person types, page by page. */
export const TYPED: readonly (readonly [page: string, typed: Typed])[] = [
  [
    'appel',
    {
      shortTitle: 'AMI Territoires d’industrie CIREST',
      id: 'cirest-territoires-industrie-2022',
      registrationPrefix: 'TI22',
      'published.contradictions': 'Le 24 novembre 2022 était un jeudi ; le vendredi était le 25.',
    },
  ],
  [
    'autorite',
    {
      'authority.identifiers': '249740093',
      'service.name': 'Service Développement économique, projet Territoires d’industrie',
      'service.phone': '0262 00 00 00',
      'territory.countries': 'RE\nFR\nYT\nGP\nMQ\nGF',
      'territory.places': 'La Réunion\nRéunion\nÎle de La Réunion',
    },
  ],
  [
    'depot',
    {
      'acknowledgement.senderName': 'CIREST – AMI Territoires d’industrie',
      'acknowledgement.bouncesTo': 'ami-retours@cirest.fr',
    },
  ],
  [
    'date-limite',
    {
      'deadline.contestedUntil': '2022-11-26T00:00',
      'deadline.contestedBecause':
        'le titre de l’appel annonce une fin au « vendredi 24 novembre », un jeudi',
    },
  ],
  [
    'candidats',
    {
      'eligibility.postcodes': '97412\n97431\n97433\n97437\n97439\n97440\n97470',
      'selection.perSector': '1',
      'sectors.0.synonyms':
        'numérique\ndigital\nTIC\ninformatique\nlogiciel\ntélécommunications\ntransformation numérique\nintelligence artificielle\ncybersécurité',
      'sectors.1.synonyms':
        'énergie\nénergies renouvelables\nénergétique\nEnR\nphotovoltaïque\nsolaire\néolien\ngéothermie\nbiomasse\nhydrogène',
      'sectors.2.synonyms': 'logistique\ntransport\nportuaire\nentreposage\nfret\nsupply chain\nmobilité',
      'sectors.3.synonyms':
        'agroalimentaire\nagro-alimentaire\nagro-industrie\nIAA\nagro\nagri\nagricole\ntransformation alimentaire\nindustrie alimentaire',
      'sectors.4.synonyms':
        'environnement\ndéchets\néconomie circulaire\nrecyclage\neau\nassainissement\nvalorisation des déchets',
    },
  ],
  [
    'pieces',
    {
      'requiredDocuments.0.label':
        'le formulaire de candidature ou la lettre de manifestation d’intérêt, dûment rempli',
      'requiredDocuments.2.label':
        'le projet ou les actions que la structure souhaite porter sur le territoire',
    },
  ],
  [
    'reconnaissance',
    {
      'recognition.strong':
        "polynôme industriel\nterritoires d'industrie\nterritoire d'industrie\nlettre de manifestation d'intérêt",
      'recognition.weak':
        "appel à manifestation d'intérêt\nmanifestation d'intérêt\nAMI\ncandidature\nCIREST\ndossier de candidature",
    },
  ],
  [
    'mentions',
    {
      'legal.silence.means': 'rejection',
      'legal.silence.basis': 'code des relations entre le public et l’administration, article L. 231-4, 2°',
      'legal.silence.remedies.gracious': 'du président de la CIREST',
      'legal.silence.remedies.court': 'le tribunal administratif de La Réunion',
      'legal.silence.remedies.residence': 'à La Réunion',
    },
  ],
  [
    'donnees',
    {
      'dataProtection.officer': 'CIREST, protection des données, 28 rue des Tamarins, 97470 Saint-Benoît',
      'dataProtection.recipients': 'aux agents chargés de l’appel\nà la Région\nà l’État pour la convention',
    },
  ],
  ['lettres', {}],
]

const field = (
  index: number,
  id: string,
  label: string,
  anyOf: string,
  source: string,
  assumed: boolean,
): Typed => ({
  [`requiredFields.${index}.id`]: id,
  [`requiredFields.${index}.label`]: label,
  [`requiredFields.${index}.anyOf`]: anyOf,
  [`requiredFields.${index}.source`]: source,
  [`requiredFields.${index}.assumed`]: assumed ? 'oui' : '',
})

/** The facts that the form asks for, added to those that were supposed: three to a page. */
export const FIELDS_TYPED: readonly Typed[] = [
  {
    ...field(4, 'role', 'la qualité de son représentant', 'role', 'formulaire joint, non lu', true),
    ...field(
      5,
      'identifier',
      'un identifiant (SIRET, SIREN ou n° RNA), ou à défaut le nom et les adresses postale et électronique',
      'siret | siren | rna | name + postal_address + email',
      'CRPA R112-9-1',
      false,
    ),
    ...field(6, 'sector', 'la filière choisie', 'sector', 'section B', false),
  },
  field(7, 'date', 'la date', 'date', 'formulaire joint, non lu', true),
]
