import type { Path } from '../outline/proposed.ts'
import type { CallField } from './call-fields.ts'
import { SECTIONS } from './call-sections.ts'
import { CALL_SENTENCES } from './call-sentences.ts'

/** Something to mend in a call’s file, as staff read it. */
export interface FrenchFault {
  /** The field’s key in the forms; that of the file where no form knows it. */
  readonly key: string
  readonly label: string
  readonly text: string
  /** The page where it is mended; null where only the file itself has it. */
  readonly section: string | null
}

interface Named {
  readonly field: CallField
  readonly section: string
  readonly label: string
}

/** By the key, with a sign in place of an item’s number. */
const FIELDS: ReadonlyMap<string, Named> = new Map(
  SECTIONS.flatMap(({ id, fields, lists }) => [
    ...fields.map((field) => [field.key, { field, section: id, label: field.label }] as const),
    ...lists.flatMap((list) =>
      list.fields.map(
        (field) =>
          [
            `${list.key}.#.${field.key}`,
            { field, section: id, label: `${list.one} #, ${field.label}` },
          ] as const,
      ),
    ),
  ]),
)
/** The lists and groups of keys, for what is wrong with a whole one. */
const WHOLES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['sectors', ['candidats', 'Filières']],
  ['requiredDocuments', ['pieces', 'Pièces demandées']],
  ['pieces', ['pieces', 'Pièces propres à l’appel']],
  ['requiredFields', ['renseignements', 'Renseignements demandés']],
  ['legal', ['mentions', 'Mentions légales']],
  ['dataProtection', ['donnees', 'Données']],
  ['retention', ['donnees', 'Conservation']],
  ['acknowledgement', ['lettres', 'Lettres']],
  ['decisions', ['lettres', 'Lettres de décision']],
  ['deadline', ['date-limite', 'Date limite']],
  ['kinds', ['renseignements', 'Renseignements propres à l’appel']],
  ['service', ['autorite', 'Service']],
  ['applicants', ['candidats', 'Qui candidate']],
])

/** A fault of the check in the words of the forms: which field, what is wrong, what to do. */
export function faultInFrench({
  path,
  message,
}: {
  readonly path: Path
  readonly message: string
}): FrenchFault {
  const named = namedAt(path)
  const key = path.join('.')
  const text = sentenceFor(message, named?.field ?? null)
  if (named !== null) {
    const place = path.find((one) => typeof one === 'number')
    const label = place === undefined ? named.label : named.label.replace('#', String(Number(place) + 1))
    return { key: keyOf(path, named), label, text, section: named.section }
  }
  const whole = WHOLES.get(String(path[0] ?? ''))
  return { key, label: whole?.[1] ?? (key === '' ? 'Le fichier' : key), text, section: whole?.[0] ?? null }
}

/** The field that holds the value, or the list that the value is an entry of. */
function namedAt(path: Path): Named | null {
  for (let length = path.length; length > 0; length -= 1) {
    const pattern = path
      .slice(0, length)
      .map((one) => (typeof one === 'number' ? '#' : one))
      .join('.')
    const named = FIELDS.get(pattern)
    if (named !== undefined) return named
  }
  return null
}

function keyOf(path: Path, { field }: Named): string {
  const depth = field.key.split('.').length
  const index = path.findIndex((one) => typeof one === 'number')
  const isItem = index > 0 && FIELDS.get(path.slice(0, index).join('.')) === undefined
  return isItem ? path.slice(0, index + 1 + depth).join('.') : field.key
}

function sentenceFor(message: string, field: CallField | null): string {
  for (const [expression, sentence] of CALL_SENTENCES) {
    const found = expression.exec(message)
    if (found !== null) return sentence.replace('$1', found[1] ?? '').replace('$2', found[2] ?? '')
  }
  const what = field === null ? null : USUAL[field.kind]
  return `${what ?? 'Cette valeur n’est pas utilisable.'} (${message})`
}

const USUAL: Readonly<Record<CallField['kind'], string>> = {
  line: 'Cette valeur n’est pas utilisable.',
  text: 'Ce texte n’est pas utilisable.',
  lines: 'Une de ces lignes n’est pas utilisable.',
  day: 'Indiquez un jour qui existe.',
  moment: 'Indiquez un jour et une heure qui existent.',
  number: 'Indiquez un nombre.',
  yes: 'Choisissez oui ou non.',
  choice: 'Choisissez dans la liste.',
  groups: 'Écrivez des noms de renseignements, séparés par | ou +.',
}
