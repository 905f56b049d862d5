import {
  type CallSection,
  choice,
  groups,
  line,
  lines,
  maybeLine,
  maybeLines,
  maybeNumber,
  maybeText,
  maybeYes,
} from './call-fields.ts'

const WHO: CallSection = {
  id: 'candidats',
  title: 'Qui candidate, et entre quoi',
  intro: 'Les filières, thèmes, lots ou catégories. Où l’appel n’en a pas, une seule les remplace toutes.',
  fields: [
    maybeYes('applicants.persons', 'Des personnes physiques peuvent candidater'),
    maybeYes('applicants.organisations', 'Des structures le peuvent'),
    maybeText('eligibility.asWritten', 'Qui peut candidater, dans les mots de l’appel'),
    maybeLine('eligibility.source', 'Partie de l’appel'),
    maybeLines(
      'eligibility.postcodes',
      'Codes postaux concernés',
      'Un par ligne ; une adresse ailleurs est signalée à l’équipe.',
    ),
    maybeNumber('selection.perSector', 'Nombre à retenir dans chaque filière'),
    maybeLine('selection.asWritten', 'Date du choix, dans les mots de l’appel'),
    maybeLine('selection.source', 'Partie de l’appel qui le dit'),
    maybeLines(
      'selection.criteria',
      'Ce que l’appel regarde',
      'Un critère par ligne ; jamais noté par le programme.',
    ),
  ],
  lists: [
    {
      key: 'sectors',
      one: 'Filière',
      more: 2,
      fields: [
        line('label', 'Nom', 'Comme l’appel l’écrit.'),
        line('id', 'Identifiant', 'Minuscules sans accent, comme energie.'),
        lines('synonyms', 'Mots qui la désignent dans un formulaire', 'Un par ligne.'),
      ],
    },
  ],
  letter: 'complete',
}

const PIECES: CallSection = {
  id: 'pieces',
  title: 'Les pièces demandées',
  intro:
    'Ce que l’appel demande, puis à quoi se reconnaît chaque pièce qui n’est pas de la maison (form : ' +
    'formulaire ; letter : lettre ; presentation : présentation ; project : projet).',
  fields: [],
  lists: [
    {
      key: 'requiredDocuments',
      one: 'Pièce demandée',
      more: 2,
      fields: [
        line('label', 'Comme les lettres la nomment', 'Avec son article : « le formulaire… ».'),
        line('id', 'Identifiant'),
        lines(
          'anyOf',
          'Rôles qui la satisfont',
          'Un par ligne : form, letter, presentation, project, ou une pièce ci-dessous.',
        ),
        line('source', 'Partie de l’appel qui la demande'),
        maybeYes('optional', 'Facultative'),
        maybeYes('assumed', 'Supposée : l’appel ne le dit pas lui-même'),
      ],
    },
    {
      key: 'pieces',
      one: 'Pièce propre à l’appel',
      more: 1,
      fields: [
        line('role', 'Rôle'),
        maybeLine('label', 'Nom, avec son article'),
        choice('like', 'À quoi elle ressemble', [
          ['any', 'peu importe'],
          ['form', 'un formulaire'],
          ['letter', 'une lettre'],
          ['text', 'un texte'],
          ['table', 'un tableau'],
          ['picture', 'une image'],
        ]),
        maybeLines('titles', 'Titres qui la nomment', 'Un par ligne.'),
        maybeLines('words', 'Mots qui s’y trouvent', 'Un par ligne.'),
        maybeLines('names', 'Mots du nom de fichier', 'Un par ligne.'),
        maybeLine('notOlderThan', 'Ancienneté au plus', 'P3M : trois mois.'),
      ],
    },
  ],
  letter: 'incomplete',
}

const FIELDS: CallSection = {
  id: 'renseignements',
  title: 'Les renseignements demandés',
  intro:
    'Ce que le formulaire doit dire. « Supposé » : personne n’a lu le formulaire ; l’équipe le voit ' +
    '« à vérifier », et aucune lettre ne le dit manquant.',
  fields: [],
  lists: [
    {
      key: 'requiredFields',
      one: 'Renseignement',
      more: 3,
      fields: [
        line('label', 'Comme les lettres le nomment', 'Avec son article.'),
        line('id', 'Identifiant'),
        groups(
          'anyOf',
          'Ce qui le satisfait',
          'Par exemple : siret | siren | rna | name + postal_address + email',
        ),
        line('source', 'Ce qui le demande'),
        maybeYes('assumed', 'Supposé'),
        maybeYes(
          'mayBeInvisible',
          'Qu’une machine peut ne pas voir',
          'Une signature : jamais dite manquante.',
        ),
        maybeYes('optional', 'Facultatif'),
      ],
    },
    {
      key: 'kinds',
      one: 'Renseignement propre à l’appel',
      more: 1,
      fields: [
        line('label', 'Nom', 'Comme l’équipe le lit : « Montant demandé ».'),
        line('id', 'Identifiant', 'À reprendre dans « Ce qui le satisfait ».'),
        lines('labels', 'Comme le formulaire le demande', 'Un libellé par ligne.'),
        choice('type', 'Ce que c’est', [
          ['text', 'un texte ou un numéro'],
          ['money', 'un montant'],
          ['date', 'une date'],
          ['number', 'un nombre'],
          ['age', 'un âge'],
        ]),
        maybeNumber('least', 'Au moins'),
        maybeNumber('most', 'Au plus'),
      ],
    },
  ],
  letter: 'incomplete',
}

/** The pages about who applies and what is asked. */
export const ASKED_SECTIONS: readonly CallSection[] = [WHO, PIECES, FIELDS]
