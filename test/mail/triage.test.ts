import { expect, test } from 'vitest'
import type { TriageFacts } from '../../src/mail/facts.ts'
import type { Mail } from '../../src/mail/mail.ts'
import { triage } from '../../src/mail/triaging.ts'
import { documents, type Piece, readFixture } from './read-fixture.ts'
import { sampleCall } from './sample-call.ts'

const plain = (await readFixture('application-plain')).mail

function natureOf(subject: string, body: string, pieces: readonly Piece[] = [], known?: TriageFacts): string {
  const mail: Mail = {
    ...plain,
    subject,
    text: body,
    ownText: body,
    links: body.match(/https:\S+/g) ?? [],
    attachments: [],
  }
  return triage(mail, documents(pieces), sampleCall, known).nature
}

/** Subject, words, pieces, nature: the ways in which people write to a call, and others to the same mailbox. */
const MAILS: readonly (readonly [string, string, readonly Piece[], string])[] = [
  ['Candidature AMI', 'Cf. PJ', ['form'], 'submission'],
  ['AMI Territoires d’industrie - SAS Soleil', '', ['form', 'presentation', 'project'], 'submission'],
  ['manifestation d_interet polynome industriel', 'Bonjour, ci-joint.', ['scan'], 'submission'],
  ['Dossier (2/3)', 'Suite de mon envoi.', ['presentation'], 'submission'],
  [
    'URGENT candidature',
    'Bonjour, voici notre candidature, merci d’en accuser réception.',
    ['locked'],
    'submission',
  ],
  ['Message from KM_C258', '', ['scan'], 'submission'],
  ['', 'Envoyé de mon iPhone', ['scan'], 'submission'],
  ['Fwd: dossier', '', ['form'], 'submission'],
  [
    'Territoires d’industrie',
    'Nous candidatons. Les fichiers sont ici : https://www.swisstransfer.com/d/abc',
    [],
    'submission',
  ],
  [
    'Territoires d’industrie',
    'Veuillez trouver en pièce jointe notre dossier de candidature.',
    [],
    'submission',
  ],
  [
    'AMI INTERCO',
    'Votre formulaire rempli, et une question : faut-il aussi le Kbis ?',
    ['form'],
    'submission',
  ],
  ['Complément candidature', 'La pièce manquante.', ['scan'], 'submission'],
  ['Lettre', 'Bonjour', ['letter'], 'submission'],
  ['Formulaire', 'Est-ce le bon formulaire pour Territoires d’industrie ?', ['empty'], 'inquiry'],
  ['AMI Territoires d’industrie', 'Jusqu’à quelle heure peut-on déposer ?', [], 'inquiry'],
  ['Territoires d’industrie', 'Merci de nous envoyer le formulaire.', [], 'inquiry'],
  [
    'Question AMI Territoires d’industrie',
    'Quelle est l’heure limite ?\n-- \nUsine Verte. Notre lettre : s’abonner, se désinscrire',
    [],
    'inquiry',
  ],
  ['Photos de Noël', '', ['photo'], 'unrelated'],
  ['Re:', '', ['photo'], 'inquiry'],
  ['Désistement', 'Nous renonçons à notre candidature à l’AMI.', [], 'inquiry'],
  ['Re: AMI Territoires d’industrie', 'Bien noté, merci !', [], 'inquiry'],
  ['Candidature spontanée', 'Veuillez trouver mon CV.', ['other'], 'unrelated'],
  [
    'Offre de stage',
    'Je recherche un stage de licence, ci-joint mon CV et ma lettre de motivation.',
    ['other', 'letter'],
    'inquiry',
  ],
  ['Devis n° 12', 'Ci-joint notre devis pour les fauteuils.', ['other'], 'unrelated'],
  ['Facture', 'Facture de novembre.', ['other'], 'unrelated'],
  ['Facture', 'Facture de novembre.', ['scan'], 'inquiry'],
  [
    'AMI de la Région : biodiversité',
    'Notre dossier pour l’appel à manifestation d’intérêt de la Région.',
    ['scan'],
    'inquiry',
  ],
  ['Réunion de service jeudi', 'Bonjour à tous, ordre du jour joint.', ['other'], 'unrelated'],
  ['Anniversaire', 'Viens avec un ami !', [], 'unrelated'],
  [
    'Photos',
    'Coucou, voici les photos de la semaine dernière, on s’est bien amusés.',
    ['photo', 'photo'],
    'unrelated',
  ],
]

test.each(MAILS)('« %s » %s', (subject, body, pieces, expected) => {
  expect(natureOf(subject, body, pieces)).toBe(expected)
})

test('what the register knows of a sender makes a submission of a bare piece', () => {
  const nothing = natureOf('Bonjour', 'Voilà.', ['scan'])
  const known = natureOf('Bonjour', 'Voilà.', ['scan'], { answersOurs: false, fromApplicant: true })
  const answer = natureOf('Bonjour', 'Voilà.', ['scan'], { answersOurs: true, fromApplicant: false })
  expect([nothing, known, answer]).toEqual(['inquiry', 'submission', 'submission'])
})

test('grounds never hold words of the mail', () => {
  const { grounds } = triage(plain, documents(['form']), sampleCall)
  for (const ground of grounds) expect(ground).toMatch(/^[a-z-]+$/)
})
