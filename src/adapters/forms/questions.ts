import { takesPersonsOnly } from '../../call/applicants.ts'
import type { Call } from '../../call/call.ts'
import type { FieldKind } from '../../call/field-kind.ts'
import { rolesOf } from '../../call/requirements.ts'

/** Parts of the form; the sectors, which are boxes, have one of their own. */
export type Section = 'structure' | 'texts' | 'signature'

/** A question of the form: its name in the file, what is printed, what a screen reader says. */
export interface Question {
  readonly name: string
  readonly label: string
  readonly tooltip: string
  readonly section: Section
  /** Lines of room for the answer. */
  readonly lines: number
}

type Wording = Omit<Question, 'lines' | 'section'>

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
      tooltip: 'Forme juridique\u00A0: association, SARL, SAS…',
    },
  ],
  ['siret', { name: 'siret', label: 'N° SIRET', tooltip: 'N° SIRET, 14 chiffres' }],
  ['siren', { name: 'siren', label: 'N° SIREN', tooltip: 'N° SIREN, 9 chiffres, à défaut du SIRET' }],
  [
    'rna',
    { name: 'rna', label: 'N° RNA', tooltip: 'N° RNA, pour une association\u00A0: W suivi de 9 signes' },
  ],
  [
    'representative',
    { name: 'representant', label: 'Représentant légal', tooltip: 'Représentant légal\u00A0: prénom et nom' },
  ],
  [
    'role',
    { name: 'qualite', label: 'Qualité', tooltip: 'Qualité du représentant\u00A0: gérante, président…' },
  ],
  [
    'postal_address',
    { name: 'adresse', label: 'Adresse', tooltip: 'Adresse postale\u00A0: voie, code postal et commune' },
  ],
  ['phone', { name: 'telephone', label: 'Téléphone', tooltip: 'Téléphone' }],
  ['email', { name: 'courriel', label: 'Courriel', tooltip: 'Courriel\u00A0: adresse électronique' }],
  ['date', { name: 'date', label: 'Date', tooltip: 'Date de signature\u00A0: jour, mois, année' }],
]
/** A person answers with a name of their own. */
const OF_PERSON: Wording = { name: 'nom', label: 'Nom et prénom', tooltip: 'Nom et prénom' }
const ANSWER_LINES = 1
const SIGNATURE: Question = {
  name: 'signature',
  label: 'Signature',
  tooltip: 'Signature\u00A0: nom du signataire',
  section: 'signature',
  lines: ANSWER_LINES,
}
const TEXT_LINES = 8

/**
 * What the form of a call asks for: its required fields, the legal form, and room for presentation and
 * project.
 */
export function questionsOf(call: Call): Question[] {
  const kinds = new Set<FieldKind>(call.requiredFields.flatMap((field) => field.anyOf.flat()))
  kinds.add('legal_form')
  const ofPersons = takesPersonsOnly(call)
  const asked = ASKED.filter(([kind]) => kinds.has(kind) && !(ofPersons && kind === 'legal_form')).map(
    ([kind, wording]) => ({
      ...(ofPersons && kind === 'name' ? OF_PERSON : wording),
      section: kind === 'date' ? ('signature' as const) : ('structure' as const),
      lines: ANSWER_LINES,
    }),
  )
  const pieces = new Set<string>(call.requiredDocuments.flatMap(rolesOf))
  const texts: Question[] = [
    {
      name: 'presentation',
      label: 'Présentation de la structure',
      tooltip: 'Présentation de la structure',
      section: 'texts',
      lines: TEXT_LINES,
    },
    {
      name: 'project',
      label: 'Description du projet',
      tooltip: 'Description du projet ou des actions',
      section: 'texts',
      lines: TEXT_LINES,
    },
  ]
  return [...asked, ...ownQuestions(call, kinds), ...texts.filter((text) => pieces.has(text.name)), SIGNATURE]
}

/** What only this call asks for, under the first of its labels. */
function ownQuestions({ kinds: own }: Call, asked: ReadonlySet<FieldKind>): Question[] {
  return own.flatMap(({ id, label, labels }) =>
    asked.has(id)
      ? [
          {
            name: id,
            label: labels[0] ?? label,
            tooltip: label,
            section: 'structure' as const,
            lines: ANSWER_LINES,
          },
        ]
      : [],
  )
}
