import { wordList } from './entry.ts'

/** How the parts of a curriculum vitae are headed; two of them make one. */
export const CURRICULUM_PARTS = wordList(
  [
    {
      id: 'experience',
      says: [
        '(?:mes )?experiences?(?: professionnelles?| artistiques?)?$',
        'parcours(?: professionnel| artistique)?$',
        '(?:work|professional) experience$',
        'employment(?: history)?$',
      ],
      example: 'Expériences professionnelles',
      unlike: 'Expérience commune du collectif',
    },
    {
      id: 'training',
      says: [
        '(?:mes )?(?:formations?|diplomes?|etudes)(?: et (?:formations?|diplomes?))?$',
        'education(?: and training)?$',
      ],
      example: 'Formation',
      unlike: 'Formation de quarante salariés',
    },
    {
      id: 'skills',
      says: [
        '(?:mes )?competences?(?: techniques?| informatiques?)?$',
        'langues?(?: etrangeres?)?$',
        '(?:skills|languages)$',
      ],
      example: 'Compétences',
      unlike: 'Compétences du territoire',
    },
    {
      id: 'interests',
      says: ["centres? d'interets?$", 'loisirs$', 'benevolat$'],
      example: 'Centres d’intérêt',
      unlike: 'Centre aéré',
    },
    {
      id: 'shows',
      says: [
        'expositions?(?: personnelles?| collectives?)?$',
        '(?:publications?|prix|residences?)$',
        '(?:(?:solo |group |selected )?exhibitions?|commissions|awards|residencies)$',
      ],
      example: 'Expositions collectives',
      unlike: 'Exposition de la ville en mai',
    },
    {
      id: 'title',
      says: ['curriculum vitae', 'c\\.?v\\.?$'],
      example: 'Curriculum vitae',
      unlike: 'Curseur',
    },
  ],
  'at its start',
)
