import { expect, it } from 'vitest'
import { readCall } from '../../src/settings/call-file.ts'
import { judged, type Paper, type Written } from './a-mail.ts'
import { askedPieces } from './asked-pieces.ts'

const CALLS = new URL('../../config/calls/', import.meta.url)
const { call } = readCall(new URL('cirest-territoires-industrie-2022.yaml', CALLS).pathname)
const pieces = new Map(askedPieces(call))
const asked = (...roles: string[]): Paper[] => roles.flatMap((role) => pieces.get(role) ?? [])
const SCAN: Paper = { name: 'doc.pdf', text: '' }
const PHOTO: Paper = { name: 'photo.jpg', mediaType: 'image/jpeg', text: '' }
const LOCKED: Paper = { name: 'dossier.pdf', problem: 'encrypted' }

/** Each kind of mail that a word once decided, in other words: what it is now, and no matter how it is written. */
const KINDS: readonly (readonly [kind: string, Written, string])[] = [
  ...[
    'Nous sommes une PME de la ville du Port, soutenue par le Département.',
    'Avec l’appui de la Chambre de commerce et de la préfecture, voici notre dossier pour votre appel.',
    'Notre réponse à l’AMI, dont nous avons pris connaissance grâce à l’agence régionale.',
    'Installés sur la commune voisine, nous répondons à votre appel relayé par la Région.',
  ].map(
    (text) =>
      [
        'a town or a region named in passing',
        { subject: 'Notre dossier', text, papers: asked('letter') },
        'submission',
      ] as const,
  ),
  ...[
    'Formation et apprentissage en atelier',
    'Recrutement local et alternance : notre dossier',
    'Un poste de soudure partagé',
    'Stages ouverts aux lycéens',
  ].map(
    (subject) =>
      [
        'a trade that teaches',
        {
          subject,
          text: 'Bonjour, notre dossier est joint.',
          papers: asked('letter', 'presentation', 'project'),
        },
        'submission',
      ] as const,
  ),
  ...[
    'Nous ne renonçons à rien : le dossier suit.',
    'Sans abandonner nos clients, nous nous lançons.',
    'Le retrait des déchets est notre métier.',
    'Nous préférons ne plus attendre.',
    'Notre ancienne chaufferie n’est plus d’actualité.',
    'Nous retirons un grand bénéfice de la filière.',
  ].map(
    (text) =>
      [
        'words of withdrawal about something else',
        { subject: 'AMI Territoires d’industrie', text, papers: asked('form') },
        'submission',
      ] as const,
  ),
  ...[
    'Nous avons décidé de ne plus participer.',
    'Veuillez retirer notre dossier, s’il vous plaît.',
    'Après réflexion, je me désiste.',
    'Merci de considérer notre demande comme caduque.',
    'Nous n’avons plus les moyens de porter ce projet et abandonnons notre candidature.',
    'Merci de supprimer notre dossier, envoyé par erreur.',
    'Prière de ne plus tenir compte de notre envoi.',
    'Notre conseil préfère ne plus concourir.',
    'Finalement notre candidature n’est plus d’actualité.',
  ].map((text) => ['a withdrawal', { subject: 'Atelier du Lagon', text }, 'inquiry'] as const),
  ...[
    'Bonjour, où trouve-t-on le formulaire de l’appel ?',
    'bonjour je voudrais savoir si c est encore possible de candidater, merci',
    'Faut-il être une société pour répondre à votre annonce ?',
    'Est-ce que la date limite de dépôt est reportée ?',
    'Notre association peut-elle participer à l’appel ? Nous sommes dans le solaire.',
    'Je n’arrive pas à ouvrir le dossier de candidature.',
    'À quelle adresse envoyer la candidature svp',
    'l ami territoires industrie est ouvert a qui',
    'on est une asso, on a le droit de déposer ou c’est juste pour les boîtes ?',
    'Faut-il un Kbis de moins de 3 mois ?',
    'je n’ai pas eu d’accusé, est-ce normal ? Envoyé hier soir',
    'Notre plaquette fait 48 Mo, votre boîte accepte combien ?',
    'Is the deadline Reunion time or Paris time?',
    'Oté, koman i fé pou répond zot lapel ?',
  ].map((text) => ['a question in people’s words', { subject: 'renseignement', text }, 'inquiry'] as const),
  ...[
    'https://www.wetransfer.com/',
    'http://chez-moi.free.fr/',
    'https://drive.google.com',
    'https://www.icloud.com/fr/',
    'https://box.com/pricing',
  ].map(
    (link) =>
      [
        'a question over a home page',
        { subject: 'Question AMI Territoires d’industrie', text: `Qui peut répondre ?\n\nPaul\n${link}` },
        'inquiry',
      ] as const,
  ),
  ...['https://we.tl/t-Ab12Cd', 'https://cloud.atelier.example/s/Ab12Cd34Ef', 'https://1drv.ms/u/s!Aq'].map(
    (link) =>
      [
        'files behind a link',
        { subject: 'Candidature polynôme industriel', text: `Notre candidature est ici : ${link}` },
        'submission',
      ] as const,
  ),
  ...['Impression', 'scan0001', 'Document', '', 'TR: PJ', 'RE: Fwd: numérisation'].map(
    (subject) => ['a scan without a word', { subject, text: '', papers: [SCAN] }, 'submission'] as const,
  ),
  ...[
    'Moss Timber Ltd\nWe, the undersigned Ada Moss, director, express our interest in your call.\nYours faithfully',
    'Moos GmbH\nHiermit bekundet die Moos GmbH, vertreten durch die Geschäftsführerin Ada Moos, ihr Interesse.',
    'Mos BV\nOndergetekende, Ada Mos, zaakvoerder van Mos BV, stelt zich kandidaat.',
    'Musgo S.L.\nLa abajo firmante, Ada Musgo, manifiesta por la presente su interés en participar.',
  ].map(
    (text) =>
      [
        'a letter in another language',
        { subject: 'Dokument', text: 'PDF', papers: [{ name: 'brief.pdf', text }] },
        'submission',
      ] as const,
  ),
  ...[
    'Dear Madam,\nI am applying for the position of engineer at your office. My CV is enclosed.\nYours faithfully',
    'Sehr geehrte Damen,\nhiermit bewerbe ich mich um die Stelle als Ingenieurin.\nMit freundlichen Grüßen',
  ].map(
    (text) =>
      [
        'a letter for a post in another language',
        { subject: 'Application', text: 'Please see attached.', papers: [{ name: 'letter.pdf', text }] },
        'unrelated',
      ] as const,
  ),
  ['a bare picture', { subject: 'Re:', text: '', papers: [PHOTO] }, 'inquiry'],
  ['a bare picture', { subject: 'IMG_2041', text: 'Envoyé de mon iPhone', papers: [PHOTO] }, 'inquiry'],
  [
    'a picture of the form',
    {
      subject: 'Candidature AMI Territoires d’industrie',
      text: 'ci-dessous notre formulaire',
      papers: [PHOTO],
    },
    'submission',
  ],
  ...['Confidentiel', 'Mot de passe', 'Bonjour'].map(
    (subject) =>
      [
        'a locked file',
        { subject, text: 'Bonne journée, le mot de passe suit.', papers: [LOCKED] },
        'inquiry',
      ] as const,
  ),
  ...[
    'Ma candidature à l’offre d’emploi d’animateur Territoires d’industrie : CV et lettre de motivation joints.',
    'Je postule au poste de chef de projet Territoires d’industrie.',
    'Je recherche un stage de master sur les Territoires d’industrie, mon CV est joint.',
  ].map(
    (text) =>
      [
        'a post about the programme',
        {
          subject: 'Candidature',
          text,
          papers: [{ name: 'cv.pdf', text: 'Curriculum vitae\nHugo Law\nExpériences' }],
        },
        'inquiry',
      ] as const,
  ),
  ...[
    ['Compte rendu du comité Territoires d’industrie', 'Ci-joint le compte rendu de notre séance.'],
    ['Revue de presse Territoires d’industrie', 'Bonjour Sheila, l’article paru ce matin.'],
    ['Étude Territoires d’industrie, livrable 2', 'Nous vous remettons le livrable 2 de l’étude.'],
    ['Chargée de mission Territoires d’industrie', 'Mon parcours et mes diplômes sont joints.'],
  ].map(
    ([subject = '', text = '']) =>
      [
        'a file about the programme, and nobody applies',
        {
          subject,
          text,
          papers: [{ name: 'document.pdf', text: 'Territoires d’industrie\nNovembre 2022\nPoint d’étape' }],
        },
        'inquiry',
      ] as const,
  ),
  ...[
    ['Territoires d’industrie', 'Veuillez trouver ci-joint notre candidature.'],
    ['Territoires d’industrie', 'En complément de notre envoi d’hier.'],
    ['Expression of interest Territoires d’industrie', 'Please find enclosed our response to the call.'],
  ].map(
    ([subject = '', text = '']) =>
      [
        'a file that nothing recognises, and somebody applies',
        {
          subject,
          text,
          papers: [{ name: 'document.pdf', text: 'Territoires d’industrie\nNous fabriquons des volets.' }],
        },
        'submission',
      ] as const,
  ),
  ...[
    'Notre candidature à l’AMI « Cœur de bourg » de la Communauté de communes du Sud.',
    'Réponse à l’appel à projets du Département pour les unités mobiles.',
    'Voici notre dossier pour l’AAP ADEME 2022.',
    'Notre candidature à l’appel à manifestation d’intérêt lancé par la Région.',
  ].map(
    (text) => ['another call', { subject: 'Candidature', text, papers: asked('form') }, 'inquiry'] as const,
  ),
  ...[
    'Merci de diffuser largement cet appel auprès de vos entreprises.',
    'Pourriez-vous relayer cette annonce dans vos réseaux ?',
    'À faire circuler auprès de vos adhérents.',
  ].map(
    (text) =>
      [
        'a call to be relayed',
        {
          subject: 'Appel à projets Forêt vivante',
          text,
          papers: [
            {
              name: 'dossier.pdf',
              text: 'Dossier de candidature\nRaison sociale : ……\nSIRET : ……\nProjet : ……\nAdresse : ……\nTéléphone : ……',
            },
          ],
        },
        'inquiry',
      ] as const,
  ),
  [
    'a contact form filled by a robot',
    {
      subject: 'Nouveau message depuis le site',
      text: 'Nom : Payet\nEmail : p@x.example\nTéléphone : 0262 00 11 22\nAdresse : 2 rue des Lilas, 97400 Saint-Denis\nSIRET : 732 829 320 00074\nMessage : bonjour',
    },
    'unrelated',
  ],
]

it.each(KINDS)('%s: %o', (_kind, written, nature) => {
  const { triage } = judged(written, call)
  expect(triage.nature, triage.grounds.join()).toBe(nature)
})
