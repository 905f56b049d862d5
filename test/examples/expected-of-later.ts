import type { Expected } from './expected.ts'

const NOT = 'not_applicable'

/**
 * The same for the examples that came second. No code was changed for the market, the purchase, the waves, the licence and
 * the premises.
 */
export const EXPECTED_OF_LATER: Readonly<Record<string, Readonly<Record<string, Expected>>>> = {
  'marche-d-hiver-emplacement': {
    // Values of forms are kept in plain typography.
    'n01-complete': { name: "Les Jouets d'Odile" },
    'n02-one-photograph': { completeness: 'incomplete', open: { stand: 'missing' } },
    'n03-no-insurance': { completeness: 'incomplete', open: { assurance: 'missing' } },
    // Eight months old: told to staff, and an extract all the same.
    'n04-old-extract': {},
    'n05-everything-in-one-pdf': { name: 'Cuirs Lozano' },
    'n06-metres-left-out': { completeness: 'incomplete', open: { metrage: 'missing' } },
    'n07-on-the-last-day': {},
    'n08-a-day-late': { timeliness: 'late' },
    'n09-question': { kind: 'inquiry' },
  },
  'achat-par-courriel': {
    'o01-complete': { name: 'Mobilier Haddad' },
    'o02-no-price-list': { completeness: 'incomplete', open: { prix: 'missing' } },
    'o03-all-in-one-pdf': { name: 'Bois et Livres' },
    'o04-no-total': { completeness: 'incomplete', open: { montant: 'missing' } },
    'o05-dearer-than-the-threshold': {},
    // « avant 12h00 »: noon itself is too late.
    'o06-at-noon-itself': { timeliness: 'late' },
    'o07-one-second-before': {},
    'o08-question': { kind: 'inquiry' },
    'o09-in-a-zip': { name: 'Linéaire' },
  },
  'budget-participatif': {
    'b01-complete': { open: { plan: NOT }, name: 'Salomé Vidal' },
    'b02-with-a-plan': { open: { cout: NOT } },
    'b03-place-left-out': { completeness: 'incomplete', open: { lieu: 'missing', plan: NOT, cout: NOT } },
    'b04-typed-in-the-mail': { open: { plan: NOT }, name: 'Bruno Salvi' },
    'b05-a-child': { open: { plan: NOT, cout: NOT }, name: 'Lou Noël' },
    'b06-dearer-than-the-rules': { open: { plan: NOT } },
    'b07-on-the-day-itself': { timeliness: 'contested', open: { plan: NOT, cout: NOT } },
    'b08-question': { kind: 'inquiry' },
    'b09-empty-form': {
      completeness: 'incomplete',
      open: {
        fiche: 'missing',
        name: 'unclear',
        age: 'missing',
        titre: 'missing',
        lieu: 'missing',
        plan: NOT,
        cout: NOT,
      },
      name: 'Léo Brun',
    },
  },
  'politique-de-la-ville-vagues': {
    'w01-first-wave': { open: { bilan: NOT }, name: 'Passerelles' },
    'w02-second-wave': { open: { bilan: NOT } },
    'w03-after-the-second-wave': { timeliness: 'late', open: { bilan: NOT } },
    'w04-no-accounts': { completeness: 'incomplete', open: { comptes: 'missing', bilan: NOT } },
    'w05-with-last-year': { name: 'Lire ensemble' },
    'w06-no-amount': { completeness: 'incomplete', open: { montant: 'missing', bilan: NOT } },
    'w07-all-in-one-pdf': { open: { bilan: NOT }, name: 'Théâtre du Bout' },
    'w08-question': { kind: 'inquiry' },
  },
  'bourse-permis': {
    'p01-complete': { name: 'Mathis Girard' },
    'p02-letter-missing': { completeness: 'incomplete', open: { motivation: 'missing' } },
    // A photograph without a word on it, under a name that says what it is: a person looks.
    'p03-identity-photographed': { completeness: 'review', open: { identite: 'unclear' } },
    'p04-too-old': {},
    'p05-in-december': {},
    // Only the service's habit asks for it: a person looks, nobody is told.
    'p06-driving-school-not-chosen': { completeness: 'review', open: { ecole: 'missing' } },
    'p07-form-alone': {
      completeness: 'incomplete',
      open: { identite: 'missing', domicile: 'missing', motivation: 'missing' },
    },
    'p08-question': { kind: 'inquiry' },
  },
  'local-vacant-candidature': {
    'l01-person-complete': { open: { plan: NOT }, name: 'Léa Fontaine' },
    'l02-company-complete': { open: { plan: NOT }, name: 'Maison Ferrand' },
    'l03-no-plan-of-finance': { completeness: 'incomplete', open: { previsionnel: 'missing', plan: NOT } },
    'l04-opening-left-out': { completeness: 'incomplete', open: { ouverture: 'missing', plan: NOT } },
    'l05-with-a-sketch': { name: 'Ilyès Brahimi' },
    // « au plus tard à 17h00 »: a second behind it.
    'l06-after-five': { timeliness: 'late', open: { plan: NOT } },
    'l07-question': { kind: 'inquiry' },
    'l08-all-in-one-pdf': { open: { plan: NOT }, name: 'Tom Lacaze' },
  },
  'commande-artistique': {
    'k01-english-complete': { open: { chiffrage: NOT }, name: 'Nell Ashworth' },
    'k02-french-complete': { open: { chiffrage: NOT }, name: 'Paul Marchand' },
    'k03-with-a-budget': {},
    'k04-no-portfolio': { completeness: 'incomplete', open: { portfolio: 'missing', chiffrage: NOT } },
    'k05-all-in-one-pdf': { open: { chiffrage: NOT } },
    'k06-a-minute-late': { timeliness: 'late', open: { chiffrage: NOT } },
    'k07-question': { kind: 'inquiry' },
    'k08-statement-in-the-mail': { open: { chiffrage: NOT }, name: 'Rui Tavares' },
  },
  'green-mobility-grants': {
    'g01-association-complete': { open: { bank: NOT }, name: 'Pedal Works' },
    'g02-company-complete': { open: { statutes: NOT }, name: 'Cargo Loop' },
    'g03-no-declaration': { completeness: 'incomplete', open: { honour: 'missing', bank: NOT } },
    'g04-all-in-one-pdf': { open: { bank: NOT }, name: 'Two Banks' },
    'g05-form-alone': {
      completeness: 'incomplete',
      open: {
        description: 'missing',
        budget: 'missing',
        honour: 'missing',
        statutes: 'missing',
        bank: NOT,
      },
    },
    // « no later than 17:00 »: a second behind it.
    'g06-a-second-late': { timeliness: 'late', open: { bank: NOT } },
    'g07-a-second-before': { open: { bank: NOT } },
    'g08-question': { kind: 'inquiry' },
    'g09-question-in-german': { kind: 'inquiry' },
    'g10-written-in-french': { open: { bank: NOT }, name: 'Véloroute des Trois Ponts' },
    // More than the call grants is told to staff.
    'g11-more-than-the-call-says': { open: { bank: NOT } },
    'g12-association-without-statutes': {
      completeness: 'incomplete',
      open: { statutes: 'missing', bank: NOT },
    },
    'g13-no-amount': { completeness: 'incomplete', open: { grant: 'missing', bank: NOT } },
    'g14-the-declaration-follows': { kind: 'supplement', open: { bank: NOT }, name: 'Riverbank Riders' },
  },
}
