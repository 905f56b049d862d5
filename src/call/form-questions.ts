import { takesPersonsOnly } from './applicants.ts'
import type { Call } from './call.ts'
import type { FieldKind } from './field-kind.ts'
import { rolesOf } from './requirements.ts'

/** Parts of the form; the sectors, which are boxes, have one of their own. */
export type Section = 'structure' | 'texts' | 'signature'

/** A question of the form: its name in the file, what is printed, what a screen reader says. */
export interface Question {
  readonly name: string
  readonly label: string
  /** Printed behind the label, for paper; null where there is nothing to say. */
  readonly hint: string | null
  readonly tooltip: string
  readonly section: Section
  readonly kind: FieldKind | null
  /** Lines of room for the answer. */
  readonly lines: number
}

type Wording = Pick<Question, 'name' | 'label' | 'tooltip'> & Partial<Pick<Question, 'hint' | 'lines'>>

/**
 * Kinds of fields as the form asks for them, in its order. Sectors are boxes; the signature is asked for in
 * any case.
 */
const ASKED: readonly (readonly [FieldKind, Wording])[] = [
  ['name', { name: 'denomination', label: 'Nom de la structure', tooltip: 'Nom de la structure candidate' }],
  [
    'legal_form',
    {
      name: 'forme_juridique',
      label: 'Forme juridique',
      hint: 'association, SARL, SAS…',
      tooltip: 'Forme juridique\u00A0: association, SARL, SAS…',
    },
  ],
  ['siret', { name: 'siret', label: 'N° SIRET', hint: '14 chiffres', tooltip: 'N° SIRET, 14 chiffres' }],
  [
    'siren',
    {
      name: 'siren',
      label: 'N° SIREN',
      hint: '9 chiffres',
      tooltip: 'N° SIREN, 9 chiffres, à défaut du SIRET',
    },
  ],
  [
    'rna',
    {
      name: 'rna',
      label: 'N° RNA',
      hint: 'W et 9 signes',
      tooltip: 'N° RNA, pour une association\u00A0: W suivi de 9 signes',
    },
  ],
  [
    'representative',
    {
      name: 'representant',
      label: 'Représentant légal',
      hint: 'prénom et nom',
      tooltip: 'Représentant légal\u00A0: prénom et nom',
    },
  ],
  [
    'role',
    {
      name: 'qualite',
      label: 'Qualité',
      hint: 'gérante, président…',
      tooltip: 'Qualité du représentant\u00A0: gérante, président…',
    },
  ],
  [
    'postal_address',
    {
      name: 'adresse',
      label: 'Adresse',
      hint: 'voie, code postal, commune',
      lines: 2,
      tooltip: 'Adresse postale\u00A0: voie, code postal et commune',
    },
  ],
  ['phone', { name: 'telephone', label: 'Téléphone', tooltip: 'Téléphone' }],
  ['email', { name: 'courriel', label: 'Courriel', tooltip: 'Courriel\u00A0: adresse électronique' }],
  [
    'date',
    {
      name: 'date',
      label: 'Date',
      hint: 'jour, mois, année',
      tooltip: 'Date de signature\u00A0: jour, mois, année',
    },
  ],
]
/** A person answers with a name of their own. */
const OF_PERSON: Wording = { name: 'nom', label: 'Nom et prénom', tooltip: 'Nom et prénom' }
const SIGNATURE: Question = {
  name: 'signature',
  label: 'Signature',
  hint: null,
  tooltip: 'Signature\u00A0: nom du signataire',
  section: 'signature',
  kind: 'signature',
  lines: 3,
}
/** What a text may hold, in letters: more is cut where it is printed. */
export const LONGEST_TEXT = 2_000
const AT_MOST = `${LONGEST_TEXT.toLocaleString('fr-FR')} signes au plus, ou une note jointe`
const TEXTS: readonly Wording[] = [
  {
    name: 'presentation',
    label: 'Présentation de la structure',
    hint: AT_MOST,
    tooltip: 'Présentation de la structure',
  },
  {
    name: 'project',
    label: 'Description du projet',
    hint: AT_MOST,
    tooltip: 'Description du projet ou des actions',
  },
]

/**
 * What the form of a call asks for: its required fields, the legal form, and room for presentation and
 * project.
 */
export function questionsOf(call: Call): Question[] {
  const kinds = new Set<FieldKind>(call.requiredFields.flatMap((field) => field.anyOf.flat()))
  kinds.add('legal_form')
  const ofPersons = takesPersonsOnly(call)
  const asked = ASKED.filter(([kind]) => kinds.has(kind) && !(ofPersons && kind === 'legal_form')).map(
    ([kind, wording]) =>
      asQuestion(
        ofPersons && kind === 'name' ? OF_PERSON : wording,
        kind === 'date' ? 'signature' : 'structure',
        kind,
      ),
  )
  const pieces = new Set<string>(call.requiredDocuments.flatMap(rolesOf))
  const texts = TEXTS.filter(({ name }) => pieces.has(name)).map((one) => asQuestion(one, 'texts', null))
  return [...asked, ...ownQuestions(call, kinds), ...texts, SIGNATURE]
}

function asQuestion(wording: Wording, section: Section, kind: FieldKind | null): Question {
  return { hint: null, lines: 1, ...wording, section, kind }
}

/** What only this call asks for, under the first of its labels. */
function ownQuestions({ kinds: own }: Call, asked: ReadonlySet<FieldKind>): Question[] {
  return own.flatMap(({ id, label, labels }) =>
    asked.has(id)
      ? [asQuestion({ name: id, label: labels[0] ?? label, tooltip: label }, 'structure', id)]
      : [],
  )
}

/**
 * Of several questions that stand for each other, that one answer is enough: one sentence for each such
 * group.
 */
export function choicesAmong({ requiredFields }: Call, questions: readonly Question[]): readonly string[] {
  return requiredFields.flatMap(({ anyOf }) => {
    const alone = anyOf.flatMap((group) => (group.length === 1 ? group : []))
    const alike = questions.filter(({ kind }) => kind !== null && alone.includes(kind))
    const labels = alike.map(({ label }) => label)
    return labels.length < 2
      ? []
      : [`Parmi ${labels.slice(0, -1).join(', ')} et ${labels.at(-1)}, un seul suffit.`]
  })
}

/** The pieces that are to come beside the form, as the call names them; what it has room for may be in it. */
export function piecesToJoin(call: Call): readonly string[] {
  const inForm = new Set<string>(TEXTS.map(({ name }) => name))
  return call.requiredDocuments.flatMap((required) => {
    const roles = rolesOf(required)
    if (roles.includes('form')) return []
    return roles.every((role) => inForm.has(role))
      ? [`${required.label} (ci-dessus, ou dans un document joint)`]
      : [required.label]
  })
}
