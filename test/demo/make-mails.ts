/**
 * Makes the mails of the demonstration, demo/mails/*.eml: run it by hand after a change here, look at the result,
 * and mend test/demo/expected.ts by hand. Everybody and everything in them is invented.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createTransport } from 'nodemailer'
import { aZip } from '../documents/a-zip.ts'
import {
  fillableForm,
  flatForm,
  letter,
  locked,
  PRESENTATION,
  PROJECT,
  presentation,
  presentationOdt,
  project,
  type Structure,
  scan,
  siret,
} from './pieces.ts'

const FOLDER = new URL('../../demo/mails/', import.meta.url)
const MAILBOX = 'dayal@cirest.fr'

interface Sample {
  readonly file: string
  /** When mx.cirest.fr took it, in UTC. */
  readonly at: string
  readonly from: string
  readonly name?: string
  readonly returnPath?: string
  readonly subject: string
  readonly text: string
  readonly attachments?: readonly { filename: string; content: Uint8Array; contentType?: string }[]
  readonly headers?: Readonly<Record<string, string>>
  readonly inReplyTo?: string
}

const structure = (
  changes: Partial<Structure> & Pick<Structure, 'name' | 'identifier' | 'sectors' | 'representative'>,
): Structure => ({
  legalForm: 'SAS',
  role: 'Présidente',
  address: '12 chemin des Letchis, 97470 Saint-Benoît',
  phone: '0262 50 11 22',
  email: 'contact@structure.example',
  date: '21 novembre 2022',
  signed: true,
  ...changes,
})

const VAGUE = structure({
  name: 'Vague Numérique',
  identifier: ['N° SIRET', siret(1)],
  sectors: ['Le numérique'],
  representative: 'Mme Lise Ombrelle',
  email: 'contact@vague-numerique.example',
})
const SOLEY = structure({
  name: 'Soley Énergies',
  legalForm: 'SCIC',
  identifier: ['N° SIRET', siret(2)],
  sectors: ['L’énergie'],
  representative: 'Mme Aude Clairval',
  role: 'gérante',
  email: 'bonjour@soley-energies.example',
  phone: '0692 10 20 30',
})
const QUAI = structure({
  name: 'Quai Est Logistique',
  legalForm: 'SARL',
  identifier: ['N° SIRET', siret(3)],
  sectors: ['La logistique'],
  representative: 'M. Bruno Tamaro',
  role: 'Gérant',
  email: 'direction@quai-est.example',
})
const PLATEAU = structure({
  name: 'Les Saveurs du Plateau',
  legalForm: 'Association loi 1901',
  identifier: ['N° RNA', 'W9R2011523'],
  sectors: ['L’agroalimentaire'],
  representative: 'M. Joël Pavanier',
  role: 'Président',
  email: 'asso@saveurs-plateau.example',
})
const RAVINE = structure({
  name: 'Ravine Propre',
  legalForm: 'GIP',
  identifier: ['N° SIRET', siret(4)],
  sectors: ['L’environnement'],
  representative: 'Mme Nadège Source',
  role: 'Directrice',
  email: 'gip@ravine-propre.example',
})
const ATELIER = structure({
  name: 'Atelier du Cap',
  legalForm: 'SCOP',
  identifier: ['N° SIRET', siret(5)],
  sectors: ['L’énergie'],
  representative: 'M. Yvan Cordier',
  role: 'Gérant',
  email: 'atelier@cap.example',
})
const VERGER = structure({
  name: 'Vergers de l’Est',
  identifier: ['N° SIRET', siret(6)],
  sectors: ['L’agroalimentaire', 'La logistique'],
  representative: 'M. Paulin Verger',
  role: 'Président',
  email: 'vergers@est.example',
})
const CANNE = structure({
  name: 'Canne et Fibres',
  identifier: ['N° SIRET', siret(7)],
  sectors: ['L’environnement'],
  representative: 'Mme Irène Fibral',
  email: 'canne@fibres.example',
})
const BRISE = structure({
  name: 'Brise Marine Conserves',
  identifier: ['N° SIRET', siret(8)],
  sectors: ['L’agroalimentaire'],
  representative: 'M. Aimé Brisard',
  role: 'Président',
  email: 'brise@conserves.example',
})
const HAUTS = structure({
  name: 'Coopérative des Hauts',
  legalForm: 'Coopérative',
  identifier: ['N° SIRET', siret(9)],
  sectors: ['L’agroalimentaire'],
  representative: 'M. Régis Montcalme',
  role: 'Président',
  email: 'hauts@cooperative.example',
})

const pdf = (filename: string, content: Uint8Array) => ({ filename, content, contentType: 'application/pdf' })
const GREETING =
  'Madame,\n\nVeuillez trouver ci-joint la candidature de notre structure à l’appel à manifestation d’intérêt « Territoires d’industrie ».\n\nCordialement,\n'

const vaguePieces = [
  pdf('formulaire.pdf', await fillableForm(VAGUE)),
  pdf('présentation.pdf', await presentation(VAGUE.name)),
  pdf('projet.pdf', await project('outiller les ateliers de l’Est en logiciels libres.')),
]
const body = (one: Structure, aim: string): string =>
  [
    `Candidature à l’appel à manifestation d’intérêt - polynôme industriel`,
    '',
    `Nom de la structure : ${one.name}`,
    `Forme juridique : ${one.legalForm}`,
    `${one.identifier[0]} : ${one.identifier[1]}`,
    `Représentant légal : ${one.representative}`,
    `Qualité : ${one.role}`,
    `Adresse : ${one.address}`,
    `Téléphone : ${one.phone}`,
    `Courriel : ${one.email}`,
    `Filière : ${one.sectors.join(', ')}`,
    '',
    PRESENTATION(one.name),
    '',
    PROJECT(aim),
    '',
    `Fait à Saint-Benoît, le ${one.date}`,
    `Signature : ${one.representative}`,
  ].join('\n')

const SAMPLES: readonly Sample[] = [
  {
    file: '01-backlog-received-days-ago',
    at: '2022-11-18T05:12:40Z',
    from: HAUTS.email,
    name: HAUTS.representative,
    subject: 'Candidature AMI Territoires d’industrie',
    text: GREETING,
    attachments: [
      pdf('formulaire.pdf', await flatForm(HAUTS)),
      pdf('presentation.pdf', await presentation(HAUTS.name)),
      pdf('projet.pdf', await project('valoriser les légumes des Hauts.')),
    ],
  },
  {
    file: '02-complete-fillable-form',
    at: '2022-11-22T14:03:11Z',
    from: VAGUE.email,
    name: VAGUE.representative,
    subject: 'Candidature AMI – Vague Numérique',
    text: GREETING,
    attachments: vaguePieces,
  },
  {
    file: '03-letter-in-word-presentation-in-odt',
    at: '2022-11-22T15:40:02Z',
    from: SOLEY.email,
    name: SOLEY.representative,
    subject: 'Lettre de manifestation d’intérêt',
    text: GREETING,
    attachments: [
      {
        filename: 'Lettre de manifestation d_intérêt.docx',
        content: letter(SOLEY, PROJECT('installer des toitures solaires partagées.').split('\n')),
      },
      { filename: 'présentation.odt', content: presentationOdt(SOLEY.name) },
    ],
  },
  {
    file: '04-form-alone',
    at: '2022-11-23T04:31:27Z',
    from: QUAI.email,
    name: QUAI.representative,
    subject: 'AMI polynôme industriel',
    text: GREETING,
    attachments: [pdf('AMI CIREST VF def.pdf', await fillableForm(QUAI))],
  },
  {
    file: '05-supplement-an-hour-later',
    at: '2022-11-23T05:36:09Z',
    from: QUAI.email,
    name: QUAI.representative,
    subject: 'Complément à notre candidature',
    text: 'Bonjour,\n\nVoici les pièces qui manquaient à notre envoi.\n\nCordialement,\n',
    attachments: [
      pdf('Présentation.pdf', await presentation(QUAI.name)),
      pdf('Projet.pdf', await project('ouvrir un entrepôt partagé.')),
    ],
  },
  {
    file: '06-association-with-rna',
    at: '2022-11-23T06:02:55Z',
    from: PLATEAU.email,
    name: PLATEAU.representative,
    subject: 'manifestation d’interet polynome industriel',
    text: 'Cf. PJ',
    attachments: [
      pdf('formulaire (1) (2).pdf', await flatForm(PLATEAU)),
      pdf('asso.pdf', await presentation(PLATEAU.name)),
      pdf('actions.pdf', await project('créer une conserverie associative.')),
    ],
  },
  {
    file: '07-everything-in-a-zip',
    at: '2022-11-23T06:20:00Z',
    from: RAVINE.email,
    name: RAVINE.representative,
    subject: 'Dossier',
    text: 'Bonjour, voici notre dossier pour l’AMI Territoires d’industrie.',
    attachments: [
      {
        filename: 'Dossier.zip',
        content: aZip([
          { name: 'formulaire.pdf', content: await flatForm(RAVINE) },
          { name: 'présentation.pdf', content: await presentation(RAVINE.name) },
          { name: 'projet.pdf', content: await project('trier et revaloriser les déchets verts.') },
        ]),
      },
    ],
  },
  {
    file: '08-typed-in-the-body',
    at: '2022-11-23T07:14:33Z',
    from: ATELIER.email,
    name: ATELIER.representative,
    subject: 'Candidature polynôme industriel – Atelier du Cap',
    text: body(ATELIER, 'réparer et reconditionner les moteurs.'),
  },
  {
    file: '09-same-content-again',
    at: '2022-11-23T07:30:00Z',
    from: VAGUE.email,
    name: VAGUE.representative,
    subject: 'Candidature AMI – Vague Numérique (renvoi)',
    text: 'Madame, je vous renvoie notre dossier par sécurité.',
    attachments: vaguePieces,
  },
  {
    file: '10-behind-a-link',
    at: '2022-11-23T08:05:48Z',
    from: CANNE.email,
    name: CANNE.representative,
    subject: 'Candidature AMI Territoires d’industrie – Canne et Fibres',
    text: 'Madame,\n\nNotre dossier de candidature étant volumineux, vous le trouverez ici :\nhttps://we.tl/t-AbCd123456\n\nCordialement,\n',
  },
  {
    file: '11-locked-pdf',
    at: '2022-11-23T08:40:17Z',
    from: BRISE.email,
    name: BRISE.representative,
    subject: 'Candidature AMI – Brise Marine Conserves',
    text: GREETING,
    attachments: [pdf('dossier.pdf', await locked(await flatForm(BRISE)))],
  },
  {
    file: '12-office-copier',
    at: '2022-11-23T09:01:01Z',
    from: 'copieur@mairie-annexe.example',
    name: 'Copieur 2e étage',
    subject: 'Numérisation du 23/11/2022',
    text: '',
    attachments: [pdf('scan0001.pdf', await scan())],
    headers: { 'Auto-Submitted': 'auto-generated' },
  },
  {
    file: '13-accountant-first-client',
    at: '2022-11-23T09:20:00Z',
    from: 'cabinet@comptes.example',
    name: 'Cabinet Comptes',
    subject: 'Dossier AMI client',
    text: GREETING,
    attachments: [
      pdf(
        'formulaire.pdf',
        await fillableForm(
          structure({
            name: 'Bois de Fer',
            identifier: ['N° SIRET', siret(10)],
            sectors: ['L’environnement'],
            representative: 'M. Éloi Ferrand',
            role: 'Gérant',
          }),
        ),
      ),
      pdf('presentation.pdf', await presentation('Bois de Fer')),
      pdf('projet.pdf', await project('recycler les palettes.')),
    ],
  },
  {
    file: '14-accountant-second-client',
    at: '2022-11-23T09:22:00Z',
    from: 'cabinet@comptes.example',
    name: 'Cabinet Comptes',
    subject: 'Dossier AMI client',
    text: GREETING,
    attachments: [
      pdf(
        'formulaire.pdf',
        await fillableForm(
          structure({
            name: 'Fret des Îles',
            identifier: ['N° SIRET', siret(11)],
            sectors: ['La logistique'],
            representative: 'Mme Maud Escale',
            role: 'Présidente',
          }),
        ),
      ),
      pdf('presentation.pdf', await presentation('Fret des Îles')),
      pdf('projet.pdf', await project('mutualiser les tournées.')),
    ],
  },
  {
    file: '15-forwarded-by-a-colleague',
    at: '2022-11-23T10:10:10Z',
    from: 'accueil@cirest.fr',
    name: 'Accueil',
    subject: 'TR: candidature AMI',
    text: 'Pour toi, reçu à l’accueil.\n\n-----Message d’origine-----\nDe : contact@kaz.example\nObjet : candidature AMI\n\nVeuillez trouver notre candidature au polynôme industriel.',
    attachments: [
      pdf(
        'formulaire.pdf',
        await flatForm(
          structure({
            name: 'Kaz Écologique',
            identifier: ['N° SIRET', siret(12)],
            sectors: ['L’environnement'],
            representative: 'Mme Rose Caze',
          }),
        ),
      ),
    ],
  },
  {
    file: '16-empty-form-sent-back',
    at: '2022-11-23T10:44:00Z',
    from: 'secretariat@vide.example',
    name: 'Secrétariat',
    subject: 'AMI Territoires d’industrie',
    text: 'Bonjour, voici notre candidature.',
    attachments: [pdf('formulaire.pdf', await fillableForm({}))],
  },
  {
    file: '17-two-sectors-one-second-before',
    at: '2022-11-23T11:59:59Z',
    from: VERGER.email,
    name: VERGER.representative,
    subject: 'URGENT candidature AMI',
    text: GREETING,
    attachments: [
      pdf('formulaire.pdf', await flatForm(VERGER)),
      pdf('presentation.pdf', await presentation(VERGER.name)),
      pdf('projet.pdf', await project('conserver et transporter les fruits.')),
    ],
  },
  {
    file: '18-exactly-at-the-deadline',
    at: '2022-11-23T12:00:00Z',
    from: 'direction@pile.example',
    name: 'M. Léon Pile',
    subject: 'Candidature AMI – Pile à l’Heure',
    text: GREETING,
    attachments: [
      pdf(
        'formulaire.pdf',
        await flatForm(
          structure({
            name: 'Pile à l’Heure',
            identifier: ['N° SIRET', siret(13)],
            sectors: ['Le numérique'],
            representative: 'M. Léon Pile',
            role: 'Président',
          }),
        ),
      ),
      pdf('presentation.pdf', await presentation('Pile à l’Heure')),
      pdf('projet.pdf', await project('former aux outils numériques.')),
    ],
  },
  {
    file: '19-invoice',
    at: '2022-11-22T13:00:00Z',
    from: 'facturation@fournitures.example',
    name: 'Fournitures Bureau',
    subject: 'Facture n° 2022-1187',
    text: 'Bonjour,\n\nVeuillez trouver ci-joint votre facture n° 2022-1187 d’un montant de 184,20 euros TTC, à régler sous trente jours.\n\nService comptabilité',
    attachments: [pdf('facture-2022-1187.pdf', await aInvoice())],
  },
  {
    file: '20-out-of-office',
    at: '2022-11-23T05:00:00Z',
    from: 'partenaire@region.example',
    returnPath: '',
    subject: 'Réponse automatique : réunion de jeudi',
    text: 'Bonjour, je suis absent du bureau jusqu’au 28 novembre. Je prendrai connaissance de votre message à mon retour.',
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
  },
  {
    file: '21-newsletter',
    at: '2022-11-23T05:30:00Z',
    from: 'lettre@actus-eco.example',
    returnPath: 'bounce-4412@mailing.actus-eco.example',
    subject: 'La lettre de l’économie : six idées pour vos ateliers',
    text: 'Cette semaine : l’actualité des entreprises, trois rendez-vous, une visite d’usine. Pour ne plus recevoir cette lettre, cliquez ici : https://mailing.actus-eco.example/stop',
    headers: {
      'List-Id': 'La lettre <lettre.actus-eco.example>',
      'List-Unsubscribe': '<https://mailing.actus-eco.example/stop>',
      Precedence: 'bulk',
    },
  },
  {
    file: '22-bounce',
    at: '2022-11-23T06:45:00Z',
    from: 'MAILER-DAEMON@mx.partenaire.example',
    returnPath: '',
    subject: 'Undelivered Mail Returned to Sender',
    text: '',
  },
  {
    file: '23-question',
    at: '2022-11-23T07:55:00Z',
    from: 'curieux@entreprise.example',
    name: 'M. Noé Curat',
    subject: 'Question sur l’AMI Territoires d’industrie',
    text: 'Bonjour Madame,\n\nPourriez-vous me dire si une entreprise de Saint-André peut répondre à l’appel à manifestation d’intérêt « Territoires d’industrie », et où trouver le formulaire ?\n\nMerci d’avance,\nNoé Curat',
  },
]

async function aInvoice(): Promise<Uint8Array> {
  const { aPdf } = await import('../documents/a-pdf.ts')
  return aPdf([
    'FACTURE n° 2022-1187\nFournitures Bureau\nTotal TTC : 184,20 EUR\nÀ régler avant le 22 décembre 2022',
  ])
}

const BOUNCE = (at: string): string =>
  [
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'This is the mail system. Your message could not be delivered to one or more recipients.',
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.partenaire.example',
    `Arrival-Date: ${new Date(at).toUTCString()}`,
    '',
    'Final-Recipient: rfc822; ancien@partenaire.example',
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b1--',
    '',
  ].join('\r\n')

async function compose(sample: Sample): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const isBounce = sample.file.endsWith('bounce')
  const { message } = await transport.sendMail({
    from: { name: sample.name ?? '', address: sample.from },
    to: MAILBOX,
    subject: sample.subject,
    date: new Date(Date.parse(sample.at) - 4000),
    messageId: `<${sample.file}@${sample.from.split('@')[1]}>`,
    headers: { ...sample.headers },
    ...(isBounce
      ? {
          raw: `From: ${sample.from}\r\nTo: ${MAILBOX}\r\nSubject: ${sample.subject}\r\nDate: ${new Date(sample.at).toUTCString()}\r\n${BOUNCE(sample.at)}`,
        }
      : {
          text: sample.text,
          attachments: (sample.attachments ?? []).map((one) => ({
            ...one,
            content: Buffer.from(one.content),
          })),
        }),
  })
  const host = sample.from.split('@')[1]
  const date = new Date(sample.at).toUTCString().replace('GMT', '+0000')
  const stamps = [
    `Return-Path: <${sample.returnPath ?? sample.from}>`,
    `Received: from mail.${host} (mail.${host} [203.0.113.25])\r\n\tby mx.cirest.fr (Postfix) with ESMTPS id 4NHx${sample.file.slice(0, 2)}\r\n\tfor <${MAILBOX}>; ${date}`,
    `Authentication-Results: mx.cirest.fr; spf=pass smtp.mailfrom=${host}; dkim=pass header.d=${host}`,
  ]
  return Buffer.concat([Buffer.from(`${stamps.join('\r\n')}\r\n`), message as Buffer])
}

rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
for (const sample of SAMPLES) writeFileSync(new URL(`${sample.file}.eml`, FOLDER), await compose(sample))
