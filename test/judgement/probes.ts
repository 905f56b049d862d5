import type { Call } from '../../src/call/call.ts'
import { Piece } from '../../src/call/piece.ts'
import { RequiredDocument } from '../../src/call/requirements.ts'
import { LETTER_PHRASES } from '../../src/knowledge/letter-phrases.ts'
import { NOTICE_PHRASES } from '../../src/knowledge/notice-phrases.ts'
import { PROJECT_IDEAS } from '../../src/knowledge/project-ideas.ts'
import type { TriageFacts } from '../../src/mail/facts.ts'
import { NOTHING_KNOWN } from '../../src/mail/facts.ts'
import { wasPerhapsAsked } from '../../src/mail/triage.ts'
import { judged, type Paper, type Written } from './a-mail.ts'
import { askedPieces } from './asked-pieces.ts'
import { probesOfPapers } from './probes-of-papers.ts'

/**
 * Mails that together touch every weight of judgement: each sign of triage, each ground of a role, each place where a
 * value can stand. What becomes of them is pinned (outcomes.json), and a weight that moves must show.
 */
interface Probe {
  readonly id: string
  readonly written: Written
  readonly known?: TriageFacts
}

const LABELS = `Nom de la structure : Les Ruches du Plateau
Forme juridique : SARL
N° SIRET : 732 829 320 00074
Adresse : 4 rue des Tilleuls, 63000 Clermont
Représentant légal : Camille Perrin
Qualité : gérante
Téléphone : 04 73 11 22 33
Courriel : contact@ruches.example`

const NOTICE = (call: Call): string => `${call.title}
À qui s'adresse cet appel ?
Les candidatures doivent parvenir ${call.deadline.asWritten}.
Critères de sélection et modalités de candidature
Documents à télécharger
Règlement de l'appel : le présent appel
${call.sectors.map((sector) => sector.label).join('\n')}`

const scan = (text: string): Paper => ({ name: 'scan.pdf', text, recognised: 0.8 })

export function probes(call: Call): readonly Probe[] {
  const [strong = ''] = call.recognition.strong
  const [weak = ''] = call.recognition.weak
  const pieces = new Map(askedPieces(call))
  const paper = (text: string, name = 'piece.pdf'): readonly Paper[] => [{ name, text }]
  const of = (...roles: string[]): Paper[] => roles.flatMap((role) => pieces.get(role) ?? [])
  const probe = (
    id: string,
    subject: string,
    text: string,
    papers: readonly Paper[] = [],
    known?: TriageFacts,
  ): Probe => ({
    id,
    written: { subject, text, papers },
    ...(known === undefined ? {} : { known }),
  })
  return [
    probe('form alone', 'Dossier', 'Bonjour', of('form')),
    probe('letter alone', 'Dossier', 'Bonjour', of('letter')),
    probe('one asked piece', 'Bonjour', 'Bonne journée à vous.', of('presentation')),
    probe('two asked pieces', 'Bonjour', 'Bonne journée à vous.', of('presentation', 'project')),
    probe('asked piece that goes on', 'Suite', 'Voici la pièce manquante de notre dossier.', of('project')),
    probe('scan without a word', 'Scan', '', [{ name: 'scan.pdf', text: '' }]),
    probe('scan that says something', 'Bonjour', 'Voici ce que vous savez, bonne soirée à toute l’équipe.', [
      { name: 'scan.pdf', text: '' },
    ]),
    probe('picture without a word', 'Re:', '', [{ name: 'a.jpg', mediaType: 'image/jpeg', text: '' }]),
    probe('link', `Candidature ${strong}`, 'Nous candidatons : https://we.tl/t-AbCdEf'),
    probe('question', `Question ${strong}`, 'Jusqu’à quelle heure peut-on déposer ?'),
    // What no list foresees: each lies near a bound of likeness.
    probe(
      'reads like a question',
      'Salle',
      'Bonjour, peut-on louer la salle pour notre assemblée ? Merci d’avance.',
    ),
    probe('hardly a question', 'Téléphone', 'Bonjour, quel est le numéro du service technique ?'),
    probe('none of our questions', 'Renseignement', 'Bonjour, quand la piscine rouvre-t-elle ? Merci.'),
    probe(
      'reads like a request',
      'Entreprise',
      'Notre entreprise s’installe chez vous en mars et voudrait se faire connaître.',
    ),
    probe('hardly a request', 'Document', 'Bonjour, je vous adresse le document signé. Bonne réception.'),
    probe('question with a scan', `Question ${strong}`, 'Jusqu’à quelle heure peut-on déposer ?', [
      { name: 'scan.pdf', text: '' },
    ]),
    probe('hands in, by words', `Candidature ${strong}`, 'Veuillez trouver notre dossier de candidature.'),
    probe('weak phrase', 'Votre annonce', `Veuillez trouver ci-joint notre ${weak} et notre dossier.`, [
      { name: 'scan.pdf', text: '' },
    ]),
    probe(
      'two weak phrases',
      'Bonjour',
      `${call.recognition.weak[0]}, ${call.recognition.weak[3]} : voir la pièce.`,
      [{ name: 'scan.pdf', text: '' }],
    ),
    probe(
      'about, with another file',
      `${strong}`,
      'Bonjour, pour information.',
      paper('Note de service du mardi pour tous les agents de la direction'),
    ),
    probe(
      'strong phrase in papers',
      'Bonjour',
      'Bonne journée à vous.',
      paper(`Courrier\n${strong}\nMerci de votre attention.`),
    ),
    probe(
      'about in papers',
      'Bonjour',
      'Bonne journée à vous.',
      paper(
        `Courrier\n${[call.recognition.weak[0], call.recognition.weak[3], call.authority.name].join('\n')}\nMerci de votre attention.`,
      ),
    ),
    probe(
      'empty form',
      'Formulaire',
      `Est-ce le bon formulaire pour ${strong} ?`,
      paper(
        'Formulaire de candidature\nNom de la structure : ……\nForme juridique : ……\nSIRET : ……\nReprésentant légal : ……\nTéléphone : ……',
      ),
    ),
    probe('answer to ours', 'Re: Accusé', 'Voilà.', [{ name: 'scan.pdf', text: '' }], {
      answersOurs: true,
      fromApplicant: false,
    }),
    probe('known applicant', 'Bonjour', 'Voilà.', [{ name: 'scan.pdf', text: '' }], {
      answersOurs: false,
      fromApplicant: true,
    }),
    probe(
      'another call',
      'Candidature',
      'Notre candidature à l’AMI « Fabriques de quartier » de la Métropole.',
      of('form'),
    ),
    // Of the first so few letters are small that it is a line in capitals; of the second a few more.
    probe(
      'a line in capitals',
      'Candidature',
      'Appel à projets ADEME BOIS ÉNERGIE ET PAILLE DES VILLES DU LAC, avec les fermes du pays.',
      [{ name: 'scan.pdf', text: '' }],
    ),
    probe(
      'an acronym',
      'Candidature',
      'Appel à projets ADEME BOIS ÉNERGIE ET PAILLE DES VILLES, avec les fermes du pays voisin.',
      [{ name: 'scan.pdf', text: '' }],
    ),
    probe('job', `Candidature : animateur ${strong}`, 'Je postule à l’offre d’animateur.', [
      { name: 'scan.pdf', text: '' },
    ]),
    probe('trade', 'Facture', 'Facture de novembre.', [{ name: 'scan.pdf', text: '' }]),
    probe('relay', 'Pour diffusion', 'Merci de diffuser cet appel à vos adhérents.', of('presentation')),
    probe('newsletter', `La lettre ${strong}`, 'Au sommaire, nos actualités.\nPour se désabonner, cliquez.'),
    probe(
      'list of candidates',
      `Tableau ${strong}`,
      'Voici le tableau.',
      paper('Candidat\tSIRET\tNote\nAlpha\t81110013000012\t11\nBeta\t81110014800014\t12'),
    ),
    probe(
      'typed application',
      `Candidature ${strong}`,
      `Nous manifestons notre intérêt.\n${LABELS}\nFait à Clermont, le 10 novembre 2022`,
    ),
    probe('robot', 'Nouveau message', LABELS),
    probe('notice', 'Appel', 'Voir la pièce.', paper(NOTICE(call))),
    probe(
      'half a notice',
      'Appel',
      'Voir la pièce.',
      paper(`${call.title}\nLes candidatures doivent être courtes.\nÀ qui s'adresse l'aide ?`),
    ),
    probe(
      'short note with a title',
      'Dossier',
      'Bonjour',
      paper(
        'Notre projet\nUn four à pain partagé par tous les habitants du quartier nord et ouvert le samedi.',
      ),
    ),
    probe(
      'sections',
      'Dossier',
      'Bonjour',
      paper(
        `${LABELS}\nPrésentation de la structure\n${'Nous sommes une coopérative de sept salariés qui fabrique des ruches. '.repeat(3)}\nNotre projet\n${'Nous voulons installer un séchoir partagé avec trois partenaires. '.repeat(7)}`,
      ),
    ),
    probe(
      'ideas without titles',
      'Dossier',
      'Bonjour',
      paper(
        'Fondée en 2011, la maison compte douze salariés. Ses clients sont des collectivités. Elle vise à développer un prototype, avec un budget de 90 000 euros et un calendrier de deux ans, pour créer des emplois et fédérer les partenaires du territoire. Le diagnostic des besoins est fait.',
      ),
    ),
    probe(
      'statement only',
      'Dossier',
      'Bonjour',
      paper(
        'Nous voulons installer un four. Nous sommes une boulangerie du bourg depuis toujours et le four est vieux.',
      ),
    ),
    probe(
      'long report',
      'Rapport',
      'Bonjour',
      paper(
        `Budget. Calendrier. Partenaires. Objectifs. ${'Le texte du rapport se poursuit ainsi de page en page. '.repeat(420)}`,
      ),
    ),
    probe(
      'weak letter',
      'Lettre',
      'Bonjour',
      paper(
        'Madame la Directrice,\nPar la présente, nous avons l’honneur de vous écrire.\nCordialement,\nCamille Perrin, gérante',
      ),
    ),
    probe(
      'letter of another',
      'Lettre',
      'Bonjour',
      paper(
        'Objet : manifestation\nL’association Les Ruches, présidée par Guy Robert, vous fait part de son intérêt et souhaite représenter la filière.\nVeuillez agréer nos salutations distinguées.',
      ),
    ),
    probe(
      'form in a table',
      'Dossier',
      'Bonjour',
      paper(
        'Formulaire de candidature\nNom de la structure\tLes Ruches du Plateau\nForme juridique\tSARL\nSIRET\t732 829 320 00074\nReprésentant légal\tCamille Perrin\nQualité\tgérante',
      ),
    ),
    probe(
      'headings over answers',
      'Dossier',
      'Bonjour',
      paper(
        'Fiche de candidature\nNom de la structure\tForme juridique\tSIRET\nLes Ruches du Plateau\tSARL\t732 829 320 00074\nReprésentant légal\tQualité\tTéléphone\nCamille Perrin\tgérante\t04 73 11 22 33',
      ),
    ),
    probe(
      'answers below labels',
      'Dossier',
      'Bonjour',
      paper(
        'Fiche de candidature\nNom de la structure\nLes Ruches du Plateau\n\nForme juridique\nSARL\n\nReprésentant légal\nCamille Perrin\n\nQualité\ngérante',
      ),
    ),
    probe(
      'answers without colon',
      'Dossier',
      'Bonjour',
      paper(
        'Fiche de candidature\nNom de la structure Les Ruches du Plateau\nN° SIRET 732 829 320 00074\nReprésentant légal Camille Perrin',
      ),
    ),
    probe(
      'prose',
      'Dossier',
      'Bonjour',
      paper(
        'Je soussignée, Camille Perrin, présidente de l’association Les Ruches, manifeste notre intérêt. Notre siège est au 4 rue des Tilleuls, 63000 Clermont. Contact : 04 73 11 22 33, contact@ruches.example. Immatriculée sous le SIRET 732 829 320 00074.',
      ),
    ),
    probe(
      'letterhead',
      'Dossier',
      'Bonjour',
      paper(
        'Le 9 novembre 2022\nLES RUCHES DU PLATEAU – SCEA\n4 rue des Tilleuls – 63000 Clermont\n\nMadame,\nNous manifestons notre intérêt pour votre appel.\nCamille Perrin, gérante\n\nLes Ruches du Plateau – SCEA au capital de 5 000 €',
      ),
    ),
    probe('unsound number', 'Dossier', 'Bonjour', paper(`Formulaire\n${LABELS.replace('00074', '00075')}`)),
    ...letterProbes().map(([id, text]) => probe(`letter: ${id}`, 'Lettre', 'Bonjour', paper(text))),
    ...noticeProbes(call).map(([id, text]) => probe(`notice: ${id}`, 'Appel', 'Voir la pièce.', paper(text))),
    probe(
      'named piece, by its title',
      'Dossier',
      'Bonjour',
      paper('Statuts\nArticle 1 : la durée est illimitée.'),
    ),
    probe(
      'named piece, by its words',
      'Dossier',
      'Bonjour',
      paper('Article 1 : l’assemblée élit le bureau et fixe la cotisation. Le siège est fixé par le bureau.'),
    ),
    probe('locked file with a name', 'Bonjour', 'Bonne soirée à tous.', [
      { name: 'formulaire.pdf', problem: 'encrypted' },
    ]),
    probe(
      'form of another call',
      'Dossier',
      'Bonjour',
      paper(`AMI « Fabriques de quartier » de la Métropole\n${LABELS}`),
    ),
    probe(
      'ideas under a title',
      'Dossier',
      'Bonjour',
      paper(
        `Rapport d’activité\nFondée en 2011, la maison compte douze salariés. ${'Le reste de la page ne dit rien de plus. '.repeat(9)}`,
      ),
    ),
    probe(
      'typed without labels',
      `Candidature ${strong}`,
      'Nous manifestons notre intérêt pour votre appel.\nLes Ruches du Plateau, SARL, 4 rue des Tilleuls, 63000 Clermont.\nSIRET 732 829 320 00074.\nContact : 04 73 11 22 33 ou contact@ruches.example.\nCamille Perrin, gérante, pour la société Les Ruches du Plateau.',
    ),
    probe(
      'every idea',
      'Dossier',
      'Bonjour',
      paper(
        `Note d’intention\n${PROJECT_IDEAS.entries.map(({ example }) => example).join(' ')} ${'Le reste suit. '.repeat(30)}`,
      ),
    ),
    probe(
      'long report with ideas',
      'Rapport',
      'Bonjour',
      paper(
        `Budget. Calendrier. Partenaires. Objectif. Besoins. Prototype. ${'Le texte du rapport se poursuit ainsi de page en page. '.repeat(420)}`,
      ),
    ),
    probe('form with controls', 'Dossier', 'Bonjour', [
      { name: 'form.pdf', text: 'Formulaire', formValues: CONTROLS },
    ]),
    probe(
      'short typed application',
      `Candidature ${strong}`,
      'Nous manifestons notre intérêt.\nNom de la structure : Les Ruches\nN° SIRET : 732 829 320 00074\nReprésentant légal : Camille Perrin\nQualité : gérante\nTéléphone : 04 73 11 22 33',
    ),
    probe(
      'short paper of hardly any language',
      'Dossier',
      'Bonjour',
      paper(
        'Solar boats, light hulls, island fishing families, carbon sails, quiet motors, local workshops, twelve jobs, two prototypes, harbour tests, training weeks, shared tools, the end.',
      ),
    ),
    probe(
      'short paper in another language',
      'Dossier',
      'Bonjour',
      paper(
        'Our company makes solar boats for the islands and sells them to fishing families. Founded by engineers, it employs twelve people with long experience of light hulls.',
      ),
    ),
    probe(
      'sworn',
      'Dossier',
      'Bonjour',
      paper(
        'Je soussignée, Camille Perrin, agissant en qualité de gérante de la société Les Ruches, déclare ce qui suit.',
      ),
    ),
    probe(
      'numbers in passing',
      'Dossier',
      'Bonjour',
      paper(
        'Notre interlocuteur est au 04 73 11 22 33 ou à contact@ruches.example.\nEntreprise immatriculée au RCS sous le numéro 732 829 320.\n732 829 320 00074',
      ),
    ),
    probe(
      'a number that its check refuses',
      'Dossier',
      'Bonjour',
      paper('Entreprise immatriculée au RCS sous le numéro 732 829 321.'),
    ),
    ...probesOfPapers(call).map(([id, written]) => ({ id, written })),
    probe('scan of a form', 'Dossier', 'Bonjour', [
      scan(
        `Formulaire de candidature\n${LABELS}\nFilière : ☒ ${call.sectors[0]?.label ?? ''} ☐ autre\nPersonne à contacter : Zoé Blanc`,
      ),
    ]),
  ]
}

const CONTROLS: NonNullable<Paper['formValues']> = [
  ['Nom de la structure', 'Les Ruches du Plateau'],
  ['N° SIRET', '73282932000074'],
  ['Représentant légal', 'Camille Perrin'],
  ['Qualité', 'gérante'],
].map(([label = '', value = '']) => ({ name: label, label, type: 'text', value, page: 1 }))

/** Each phrase of letters beside the one that weighs most, so that what it adds is seen. */
function letterProbes(): readonly (readonly [string, string])[] {
  const sworn = LETTER_PHRASES.entries[0] as (typeof LETTER_PHRASES.entries)[0]
  return LETTER_PHRASES.entries.map(({ id, example }) => [
    id,
    id === sworn.id
      ? `${example}. Voici notre courrier.`
      : `${sworn.example}. ${example}. Voici notre courrier.`,
  ])
}

/** Each phrase of calls beside the title and the deadline; the least that is a notice, and what is none. */
function noticeProbes(call: Call): readonly (readonly [string, string])[] {
  const least = `${call.title}\nÀ retenir : ${call.deadline.asWritten}.`
  return [
    ...NOTICE_PHRASES.entries.map(({ id, example }) => [id, `${least}\n${example}`] as const),
    ['least', least],
    ['none', `${call.title}\nÀ qui s'adresse l'aide ?`],
    ['sectors', `${least}\n${call.sectors.map((sector) => sector.label).join('\n')}`],
  ]
}

/** What becomes of every probe: nature, what was weighed, roles with scores, fields with confidences. */
/** A call that also names a piece of its own. */
export function withPiece(call: Call): Call {
  const statutes = Piece.parse({
    role: 'statuts',
    titles: ['Statuts'],
    words: ['article', 'assemblée', 'bureau', 'cotisation', 'trésorier'],
  })
  const required = RequiredDocument.parse({
    id: 'statuts',
    anyOf: ['statuts'],
    label: 'les statuts',
    source: 'section F',
  })
  return { ...call, pieces: [statutes], requiredDocuments: [...call.requiredDocuments, required] }
}

export function outcomes(call: Call): Readonly<Record<string, unknown>> {
  const told = probes(call).map(({ id, written, known }) => {
    const { triage, documents } = judged(written, call, known ?? NOTHING_KNOWN)
    return [
      id,
      {
        nature: triage.nature,
        ...(wasPerhapsAsked(triage) ? { mayAsk: true } : {}),
        weighed: triage.weighed.map(({ sign, weight, place }) => `${sign} ${weight} ${place}`),
        documents: documents.map((document) => ({
          name: document.name,
          roles: document.roles.map(({ role, score }) => `${role} ${score}`),
          ...(document.otherLanguage === undefined ? {} : { language: document.otherLanguage }),
          fields: document.fields.map(({ kind, value, confidence }) => `${kind} « ${value} » ${confidence}`),
        })),
      },
    ] as const
  })
  return Object.fromEntries(told)
}
