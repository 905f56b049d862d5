/**
 * What a careful clerk makes of each mail of the examples in config/calls/examples, written by hand before the first run
 * from what is in the mails. `open`: every requirement that is not met; all others are.
 */
export interface Expected {
  readonly kind?: 'application' | 'supplement' | 'inquiry'
  readonly timeliness?: 'on_time' | 'late' | 'contested'
  readonly completeness?: 'complete' | 'incomplete' | 'review'
  readonly open?: Readonly<Record<string, 'missing' | 'unclear' | 'not_applicable'>>
  readonly name?: string | null
}

const NOT = 'not_applicable'

export const EXPECTED: Readonly<Record<string, Readonly<Record<string, Expected>>>> = {
  'subvention-locale-vie-associative': {
    's01-association-complete': { open: { kbis: NOT, devis: NOT }, name: 'Les Tréteaux du Val' },
    's02-societe-complete': {
      open: { recepisse: NOT, statuts: NOT, devis: NOT },
      name: 'Librairie des Deux Ponts',
    },
    // An extract of six months is told to staff, and is an extract all the same.
    's03-kbis-of-six-months': { open: { recepisse: NOT, statuts: NOT, devis: NOT } },
    's04-association-without-recepisse': {
      completeness: 'incomplete',
      open: { recepisse: 'missing', kbis: NOT, devis: NOT },
    },
    // A workers' cooperative is a company as well.
    's05-scop-without-statutes': {
      completeness: 'incomplete',
      open: { statuts: 'missing', recepisse: NOT, devis: NOT },
    },
    's06-legal-form-unknown': {
      completeness: 'review',
      open: { kbis: 'unclear', recepisse: 'unclear', statuts: 'unclear', devis: NOT },
    },
    's07-everything-in-one-pdf': { open: { kbis: NOT, devis: NOT }, name: 'Chorale du Rempart' },
    's08-form-alone': {
      completeness: 'incomplete',
      open: {
        description: 'missing',
        budget: 'missing',
        rib: 'missing',
        kbis: 'missing',
        recepisse: NOT,
        statuts: NOT,
        devis: NOT,
      },
    },
    's09-kbis-scanned': {
      completeness: 'review',
      open: { kbis: 'unclear', recepisse: NOT, statuts: NOT, devis: NOT },
    },
    's10-late': { timeliness: 'late', open: { kbis: NOT, devis: NOT } },
    // « Budget prévisionnel : 180 000 euros » in a project is no budget.
    's12-project-that-names-its-budget': {
      completeness: 'incomplete',
      open: { budget: 'missing', kbis: NOT, devis: NOT },
    },
    's11-question': { kind: 'inquiry' },
  },
  'recrutement-personne': {
    'r01-complete': { open: { diplome: NOT }, name: 'Tom Blanc' },
    // The date that only the file supposes to be asked for lacks: a person looks, nobody is told.
    'r02-cv-alone': {
      completeness: 'incomplete',
      open: { motivation: 'missing', disponibilite: 'missing', diplome: NOT },
      name: 'Léa Morin',
    },
    'r03-cv-and-letter-in-one-pdf': { open: { diplome: NOT }, name: 'Hugo Vasseur' },
    // No name over the mail: the curriculum and the end of the letter say the same.
    'r04-no-name-over-the-mail': { open: { diplome: NOT }, name: 'Aïcha Benali' },
    'r05-letter-in-the-mail': {
      completeness: 'review',
      open: { name: 'unclear', disponibilite: 'missing', diplome: NOT },
      name: 'Jules Picard',
    },
    'r06-employers-in-the-cv': { open: { diplome: NOT }, name: 'Nora Lemaire' },
    'r07-question': { kind: 'inquiry' },
    'r08-the-letter-follows': {
      kind: 'supplement',
      completeness: 'review',
      open: { disponibilite: 'missing', diplome: NOT },
      name: 'Léa Morin',
    },
    'r09-with-diploma': { open: {}, name: 'Paul Estève' },
    'r10-late': { timeliness: 'late', open: { diplome: NOT } },
  },
  'concours-photo': {
    'c01-complete': { open: { autorisation: NOT }, name: 'Lina Forest' },
    // More than three is told to staff.
    'c02-four-photographs': { open: { autorisation: NOT } },
    'c03-bulletin-alone': { completeness: 'incomplete', open: { photo: 'missing', autorisation: NOT } },
    'c04-photograph-alone': {
      completeness: 'incomplete',
      open: { bulletin: 'missing', name: 'unclear', age: 'missing', titre: 'missing', autorisation: NOT },
      name: 'Marc Delorme',
    },
    'c05-minor-with-authorisation': { open: {}, name: 'Zoé Lambert' },
    'c06-large-photograph': { open: { autorisation: NOT } },
    'c07-photograph-in-png': { open: { autorisation: NOT } },
    'c08-on-the-day-itself': { timeliness: 'contested', open: { autorisation: NOT } },
    'c09-empty-bulletin': {
      completeness: 'incomplete',
      open: { bulletin: 'missing', name: 'unclear', age: 'missing', titre: 'missing', autorisation: NOT },
      name: 'Rémi Caron',
    },
    'c10-photograph-in-a-zip': { open: { autorisation: NOT } },
  },
  'residence-artistes': {
    'a01-artist-complete': { open: { statuts: NOT }, name: 'Clara Jansen' },
    'a02-collective-complete': { open: { entreprise: NOT }, name: 'Collectif Lumen' },
    'a03-no-summary-in-word': {
      completeness: 'incomplete',
      open: { resume: 'missing', statuts: NOT, entreprise: NOT },
    },
    'a04-dearer-than-the-call-says': { open: { statuts: NOT, entreprise: NOT } },
    'a05-older-than-the-call-says': { open: { statuts: NOT, entreprise: NOT } },
    // A number that its own key refuses is none.
    'a06-number-with-a-wrong-key': { open: { statuts: NOT, entreprise: NOT } },
    'a07-three-pieces-in-one-pdf': { open: { statuts: NOT, entreprise: NOT }, name: 'Milo Verhaegen' },
    'a08-no-cost': { completeness: 'incomplete', open: { cout: 'missing', statuts: NOT, entreprise: NOT } },
    'a09-collective-without-statutes': {
      completeness: 'incomplete',
      open: { statuts: 'missing', entreprise: NOT },
      name: 'Les Ateliers Ronds',
    },
  },
}
