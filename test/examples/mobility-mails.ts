import { type Attached, mailsLike, type Sample, text } from './a-mail.ts'

interface Organisation {
  readonly name: string
  readonly legalForm?: string
  readonly grant?: string | null
}

const FORM = ({ name, legalForm = 'Non-profit association', grant = 'EUR 45 000' }: Organisation): string =>
  [
    'Application form (Part A)',
    'Call for proposals GM-2026: Green mobility in border towns',
    `Name of the organisation: ${name}`,
    `Legal form: ${legalForm}`,
    'VAT number: BE 0403.170.701',
    'Legal representative: Ms Anna Lindqvist',
    'Position: Director',
    'Address: Rue de la Station 14, 4700 Eupen, Belgium',
    'E-mail: anna.lindqvist@applicant.example',
    'Telephone: +32 87 55 01 02',
    'Strand: Cycling and walking',
    'Title of the project: A cycle path across the bridge',
    ...(grant === null ? [] : [`Grant requested: ${grant}`]),
    'Duration in months: 18',
    'Done at Eupen, 1 October 2026',
    'Signature: Anna Lindqvist',
  ].join('\n')

const DESCRIPTION = `Project description (Part B)\n1. Need\nTwo towns share a bridge that nobody crosses on foot or by bicycle: the pavement ends at the border.\n2. Work packages\nWork package 1 builds the path; work package 2 counts who uses it. Each has a deliverable and a milestone.\n3. Partners\nBoth municipalities and the schools on either bank.\n4. Impact and dissemination\nFewer cars at eight in the morning; what was learnt is published in three languages.`
const BUDGET = `Budget table\nPersonnel\t18 000\nTravel\t2 400\nEquipment\t14 600\nSubcontracting\t7 000\nOverheads\t3 000\nTotal\t45 000`
const HONOUR = `Declaration on honour\nThe undersigned, Anna Lindqvist, representing the applicant, declares that the applicant is not in a situation\nof exclusion: it is not in bankruptcy, has not been found guilty of professional misconduct, and has no\nconflict of interest in connection with the call.\nDate: 1 October 2026\nSignature: Anna Lindqvist`
const STATUTES = `Statutes\nArticle 1 - Name and seat\nArticle 2 - Purpose\nArticle 3 - Members\nArticle 4 - General assembly\nArticle 5 - Board\nArticle 6 - Dissolution`
const BANK = `Financial identification form\nAccount holder: Pedal Works\nBank: Banque des Trois Ponts\nIBAN: BE71 0961 2345 6769\nBIC: GKCCBEBB`

const papers = (one: Organisation): readonly Attached[] => [
  text('part-a.pdf', FORM(one)),
  text('part-b.pdf', DESCRIPTION),
  text('budget.pdf', BUDGET),
  text('declaration-on-honour.pdf', HONOUR),
]
const statutes = text('statutes.pdf', STATUTES)

const mail = mailsLike({
  at: '2026-10-05T09:00:00Z',
  subject: 'Application GM-2026',
  text: 'Dear Madam or Sir,\n\nPlease find attached our application to the call for proposals on green mobility in border towns.\n\nKind regards',
})

export const MOBILITY_MAILS: readonly Sample[] = [
  mail('g01-association-complete', 'office@pedalworks.example', 'Pedal Works', [
    ...papers({ name: 'Pedal Works' }),
    statutes,
  ]),
  mail('g02-company-complete', 'hello@cargoloop.example', 'Cargo Loop', [
    ...papers({ name: 'Cargo Loop', legalForm: 'Private limited company' }),
    text('financial-identification.pdf', BANK),
  ]),
  mail('g03-no-declaration', 'info@riverbank.example', 'Riverbank Riders', [
    ...papers({ name: 'Riverbank Riders' }).slice(0, 3),
    statutes,
  ]),
  mail('g04-all-in-one-pdf', 'team@twobanks.example', 'Two Banks', [
    text('proposal.pdf', FORM({ name: 'Two Banks' }), DESCRIPTION, BUDGET, HONOUR, STATUTES),
  ]),
  mail('g05-form-alone', 'contact@slowlane.example', 'Slow Lane', [
    text('part-a.pdf', FORM({ name: 'Slow Lane' })),
  ]),
  mail(
    'g06-a-second-late',
    'post@lastmile.example',
    'Last Mile',
    [...papers({ name: 'Last Mile' }), statutes],
    { at: '2026-10-15T15:00:01Z' },
  ),
  mail(
    'g07-a-second-before',
    'post@firstmile.example',
    'First Mile',
    [...papers({ name: 'First Mile' }), statutes],
    { at: '2026-10-15T14:59:59Z' },
  ),
  mail('g08-question', 'k.meyer@elsewhere.example', 'Karl Meyer', [], {
    subject: 'GM-2026: eligibility',
    text: 'Dear Madam or Sir,\n\nMay a municipality apply on its own, or must there be a partner on the other side of the border? And are salaries eligible?\n\nBest regards,\nKarl Meyer',
  }),
  mail('g09-question-in-german', 'ute.brandt@anderswo.example', 'Ute Brandt', [], {
    subject: 'Frage zum Aufruf GM-2026',
    text: 'Sehr geehrte Damen und Herren,\n\nkann der Antrag auch auf Deutsch eingereicht werden, und bis wann müssen die Partner feststehen?\n\nMit freundlichen Grüßen\nUte Brandt',
  }),
  mail(
    'g10-written-in-french',
    'bureau@veloroute.example',
    'Véloroute des Trois Ponts',
    [...papers({ name: 'Véloroute des Trois Ponts', legalForm: 'Association' }), statutes],
    {
      subject: 'Candidature GM-2026',
      text: 'Bonjour,\n\nVeuillez trouver ci-joint notre candidature à l’appel GM-2026.\n\nBien cordialement',
    },
  ),
  mail('g11-more-than-the-call-says', 'mail@widewheel.example', 'Wide Wheel', [
    ...papers({ name: 'Wide Wheel', grant: 'EUR 85 000' }),
    statutes,
  ]),
  mail('g12-association-without-statutes', 'mail@oldbridge.example', 'Old Bridge', [
    ...papers({ name: 'Old Bridge' }),
  ]),
  mail('g13-no-amount', 'mail@ferryline.example', 'Ferry Line', [
    ...papers({ name: 'Ferry Line', grant: null }),
    statutes,
  ]),
  mail(
    'g14-the-declaration-follows',
    'info@riverbank.example',
    'Riverbank Riders',
    [text('declaration-on-honour.pdf', HONOUR)],
    {
      at: '2026-10-06T09:00:00Z',
      subject: 'Re: Application GM-2026',
      text: 'Dear Madam or Sir,\n\nPlease find attached the declaration on honour that was missing from our application of yesterday.\n\nKind regards',
    },
  ),
]
