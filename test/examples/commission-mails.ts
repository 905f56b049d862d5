import { type Attached, mailsLike, type Sample, text } from './a-mail.ts'

const STATEMENT = (name: string): string =>
  `Expression of interest\n\nDear Sir or Madam,\n\nI would like to be considered for the public art commission on the station square of Port-Vallin.\nMy work brings together steel, wind and the people who pass; the site, between the port and the trains,\ncalls for an artwork that moves. I would spend two weeks with the town before drawing anything.\n\nYours faithfully,\n${name}`
const INTENTION = (name: string): string =>
  `Lettre d’intention\n\nMadame, Monsieur,\n\nLe parvis de la gare de Port-Vallin est un lieu de départs. Mon intention est d’y poser une œuvre\nqui donne l’heure par son ombre, et d’associer les écoles à son tracé.\n\nJe vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.\n\n${name}`
const PORTFOLIO = `Portfolio\n1. Tide wall, 2022, steel and rope, 4 x 9 m\n2. Low sun, 2023, glass, 2 x 2 m\n3. Three benches for a quay, 2024, oak`
const CV = (name: string, more = ''): string =>
  `${name}\nTel: +44 20 7946 0018\n${more}Education\nSchool of Art, 2011\nExhibitions\n2021 Leeds; 2023 Rotterdam; 2024 Lille\nCommissions\n2022 Harbour of Ardmore\nAwards\n2020 Sculpture prize`
const BUDGET = `Estimated budget\nMaterials\t21 000\nFabrication\t30 000\nTransport\t4 000\nInstallation\t9 000\nFees\t15 000\nTotal\t79 000`

const mail = mailsLike({
  at: '2026-06-10T09:00:00Z',
  subject: 'Public art commission - Port-Vallin',
  text: 'Dear all,\n\nPlease find attached my application for the station square.\n\nKind regards',
})

const papers = (name: string): readonly Attached[] => [
  text('expression-of-interest.pdf', STATEMENT(name)),
  text('portfolio.pdf', PORTFOLIO),
  text('cv.pdf', CV(name)),
]

export const COMMISSION_MAILS: readonly Sample[] = [
  mail('k01-english-complete', 'nell@studio.example', 'Nell Ashworth', papers('Nell Ashworth')),
  mail(
    'k02-french-complete',
    'paul@atelier.example',
    'Paul Marchand',
    [
      text('lettre-intention.pdf', INTENTION('Paul Marchand')),
      text('dossier artistique.pdf', PORTFOLIO.replace('Portfolio', 'Dossier artistique')),
      text('cv.pdf', CV('Paul Marchand')),
    ],
    {
      subject: 'Candidature - commande artistique du parvis',
      text: 'Bonjour,\n\nVeuillez trouver ci-joint ma candidature à la commande artistique.\n\nBien à vous',
    },
  ),
  mail('k03-with-a-budget', 'tess@works.example', 'Tess Van Dijk', [
    ...papers('Tess Van Dijk'),
    text('budget.pdf', BUDGET),
  ]),
  mail('k04-no-portfolio', 'owen@forge.example', 'Owen Pryce', [
    text('statement.pdf', STATEMENT('Owen Pryce')),
    text('cv.pdf', CV('Owen Pryce')),
  ]),
  mail('k05-all-in-one-pdf', 'greta@halle.example', 'Greta Lindner', [
    text('application.pdf', STATEMENT('Greta Lindner'), PORTFOLIO, CV('Greta Lindner')),
  ]),
  mail('k06-a-minute-late', 'ines@taller.example', 'Inés Ortega', papers('Inés Ortega'), {
    at: '2026-06-30T22:01:00Z',
  }),
  mail('k07-question', 'sam@elsewhere.example', 'Sam Hale', [], {
    subject: 'Station square',
    text: 'Hello,\n\nMay two artists apply together for the Port-Vallin commission, and is there a fee for the first stage?\n\nMany thanks',
  }),
  mail(
    'k08-statement-in-the-mail',
    'rui@praia.example',
    'Rui Tavares',
    [text('portfolio.pdf', PORTFOLIO), text('cv.pdf', CV('Rui Tavares'))],
    {
      text: 'Dear Sir or Madam,\n\nI would like to apply for the public art commission on the station square of Port-Vallin. My intention is a low artwork in stone on which people can sit while they wait, cut by masons of the region; the site has no shade, and the artwork would give some. I would be glad to come and work with the town for a month. My portfolio and my CV are attached.\n\nYours faithfully,\nRui Tavares',
    },
  ),
]
