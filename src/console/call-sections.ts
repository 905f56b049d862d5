import { type CallSection, day, line, lines, maybeLine, maybeLines, text, yes } from './call-fields.ts'
import { ASKED_SECTIONS } from './call-sections-asked.ts'
import { DEADLINE } from './call-sections-deadline.ts'
import { LAST_SECTIONS } from './call-sections-legal.ts'

const ITSELF: CallSection = {
  id: 'appel',
  title: 'L’appel',
  intro: 'Ce que l’appel est, comme il a été publié.',
  fields: [
    text('title', 'Titre publié'),
    line('shortTitle', 'Titre court', 'Pour l’objet des courriels : quelques mots.'),
    line('id', 'Nom du fichier', 'Minuscules, chiffres et traits d’union ; ne change plus ensuite.'),
    line(
      'registrationPrefix',
      'Début des numéros d’enregistrement',
      'Deux à huit capitales ou chiffres, comme TI22.',
    ),
    line('provenance', 'Où le texte a été lu'),
    maybeLine('languages.letters', 'Langue des lettres', 'Un code, comme fr ou en. Vide : le français.'),
    maybeLines(
      'languages.beside',
      'Langues des candidats',
      'Un code par ligne (en, de, es, nl) : qui écrit dans l’une ' +
        'd’elles trouve sa traduction sous la lettre.',
    ),
    day('published.date', 'Date de publication'),
    line('published.window', 'Période, comme le titre l’écrit'),
    lines(
      'published.contradictions',
      'Ce que l’appel dit deux fois, différemment',
      'Une phrase par ligne ; l’équipe le voit.',
    ),
  ],
  lists: [
    {
      key: 'published.statedDates',
      one: 'Date écrite avec son jour',
      more: 1,
      fields: [
        line('text', 'Date', 'Comme « lundi 7 novembre 2022 » : le jour est vérifié.'),
        line('where', 'Où'),
      ],
    },
  ],
  letter: 'complete',
}

const AUTHORITY: CallSection = {
  id: 'autorite',
  title: 'L’autorité et le service',
  intro:
    'Qui publie l’appel et qui répond. La loi veut le service, son adresse, son courriel et son ' +
    'téléphone dans chaque accusé de réception (CRPA, R. 112-11-1).',
  fields: [
    line('authority.name', 'Autorité', 'Comme elle signe.'),
    line(
      'authority.article',
      'Autorité, avec son article',
      'Pour commencer une phrase : « La communauté… ».',
    ),
    lines(
      'authority.domains',
      'Domaines de messagerie',
      'Un par ligne. Un courriel qui en vient est interne.',
    ),
    lines(
      'authority.identifiers',
      'SIREN ou SIRET de l’autorité',
      'Un par ligne : ce ne sont jamais ceux d’un candidat.',
    ),
    lines('authority.phones', 'Téléphones imprimés sur ses formulaires', 'Un par ligne.'),
    line('service.name', 'Service'),
    line('service.postalAddress', 'Adresse postale du service'),
    line('service.email', 'Courriel du service'),
    line('service.phone', 'Téléphone du service'),
    line('agent.name', 'Agent chargé de l’appel', 'CRPA, L. 111-2.'),
    line('agent.role', 'Sa fonction'),
    line('agent.postalAddress', 'Son adresse administrative'),
    maybeLines(
      'territory.countries',
      'Pays et régions des candidats',
      'Codes ISO, un par ligne (RE, FR). Vide : la France.',
    ),
    maybeLines(
      'territory.places',
      'Lieux que les lettres nomment',
      'Un par ligne : ce ne sont pas des candidats.',
    ),
  ],
  lists: [],
  letter: 'complete',
}

const DEPOSIT: CallSection = {
  id: 'depot',
  title: 'Où l’on dépose',
  intro: 'L’adresse que l’appel donne, et celles des lettres.',
  fields: [
    line('mailbox.address', 'Adresse de dépôt'),
    yes(
      'mailbox.personal',
      'C’est la boîte de travail d’une personne',
      'Alors rien n’y reçoit de réponse dans le doute.',
    ),
    maybeLine('mailbox.trial', 'Adresse d’essai'),
    maybeLine('post.address', 'Adresse des dépôts sur papier', 'Vide : l’appel n’en prend pas.'),
    line('acknowledgement.senderName', 'Nom de l’expéditeur des lettres'),
    line('acknowledgement.from', 'Adresse de l’expéditeur'),
    line(
      'acknowledgement.bouncesTo',
      'Adresse des retours',
      'Une adresse de l’autorité qui ne répond jamais d’elle-même.',
    ),
    lines('digest.to', 'Qui reçoit le récapitulatif', 'Une adresse par ligne.'),
    lines('digest.at', 'À quelles heures', 'Une par ligne, comme 07:30 ; les jours ouvrés.'),
  ],
  lists: [],
  letter: 'complete',
}

/** The pages of the form, in order. */
export const SECTIONS: readonly CallSection[] = [
  ITSELF,
  AUTHORITY,
  DEPOSIT,
  DEADLINE,
  ...ASKED_SECTIONS,
  ...LAST_SECTIONS,
]
