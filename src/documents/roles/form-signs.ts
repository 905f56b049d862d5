import { fold } from '../../base/folding.ts'
import type { Call } from '../../call/call.ts'
import type { FieldKind } from '../../call/field-kind.ts'
import type { LabelKind } from '../../knowledge/labels.ts'
import { FORM_TITLES } from '../../knowledge/titles.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { FieldValue, Reading } from '../document.ts'
import { labelAt } from '../text/labels.ts'
import { behindLabel, labelsOfKind } from '../text/own-labels.ts'
import { wholeText } from '../text/page.ts'
import { pageLines } from '../text/page-lines.ts'
import { splitAtLabels } from '../text/split-labels.ts'
import { flat } from '../text/words.ts'

/** How much a document looks like a form, and whether anybody filled it. */
export interface FormSigns {
  readonly isForm: boolean
  readonly filled: boolean
  /** A sector is all that it answers: a list of them may be the call's own. */
  readonly onlyChooses: boolean
  /** Distinct kinds answered. */
  readonly answered: number
  readonly score: number
  /** The labels that show it. */
  readonly text: string
}

/** Fewer distinct labels than that is a letterhead or a signature block. */
const FORM_LABELS = 4
/** Kinds that name the applicant: a form in which none is answered is empty. */
const NAMING: ReadonlySet<FieldKind> = new Set([
  'name',
  'siret',
  'siren',
  'rna',
  'representative',
  'role',
  'phone',
  'email',
  'postal_address',
  'legal_form',
  'sector',
])
const NOT_ASKED: ReadonlySet<LabelKind> = new Set([
  'ignored',
  'presentation',
  'project',
  'any_name',
  'place',
  'date',
])

/** What shows that a document is a form, filled or blank: its labels, its controls and its title. */
export function formSigns(
  reading: Pick<Reading, 'pages' | 'formValues'>,
  fields: readonly FieldValue[],
  call: Pick<Call, 'kinds'>,
): FormSigns {
  const { labels, plain } = labelsOf(reading)
  const own = new Set<FieldKind>(call.kinds.map(({ id }) => id))
  const usable = fields.filter(({ confidence }) => confidence >= WEIGHTS.usable).map(({ kind }) => kind)
  const answered = new Set(usable.filter((kind) => NAMING.has(kind) || own.has(kind)))
  const controls = reading.formValues.filter((control) => control.type !== 'signature')
  const filledControls = controls.filter((control) => control.value.trim() !== '')
  const titled = reading.pages
    .slice(0, 2)
    .some((page) => FORM_TITLES.says(fold(wholeText([page]).slice(0, 1500))))
  const asks = labels.size + ownLabels(reading, call)
  const isForm = asks >= FORM_LABELS || controls.length >= FORM_LABELS || asks + plain.size > FORM_LABELS
  const filled =
    answered.size > 0 ||
    filledControls.some((control) => control.type === 'text' && control.value.trim().length > 1)
  const weights = WEIGHTS.roles.form
  const answers = Math.min(weights.answersAtMost, answered.size * weights.eachAnswer)
  const dressed = (titled ? weights.titled : 0) + (filledControls.length >= 3 ? weights.controls : 0)
  const bare = titled && answered.size >= 2 ? weights.bareTitle : 0
  const score = isForm ? weights.looksLikeOne + answers + dressed : bare
  const text = [...labels.values()].slice(0, 6).join(', ')
  return {
    isForm,
    filled,
    onlyChooses: filledControls.length === 0 && answered.size === 1 && answered.has('sector'),
    answered: answered.size,
    score: Math.min(filled ? 1 : WEIGHTS.usable, score),
    text,
  }
}

/**
 * How many of the facts that only this call asks for the lines of a document ask for: they are questions of a
 * form as well.
 */
function ownLabels({ pages }: Pick<Reading, 'pages'>, { kinds }: Pick<Call, 'kinds'>): number {
  if (kinds.length === 0) return 0
  const texts = pageLines(pages).flatMap((line) => line.cells.flatMap((cell) => cell.lines))
  const asks = (labels: readonly string[]) => texts.some((text) => behindLabel(text, labels) !== null)
  return kinds.filter((kind) => asks(labelsOfKind(kind))).length
}

/**
 * Distinct kinds that labels of the pages and controls ask for, with a label of each as written. A label is
 * one when a colon follows or when it is a cell of its own; `plain` are words on a line of their own, which
 * may be labels above their answers, or a letterhead.
 */
function labelsOf(reading: Pick<Reading, 'pages' | 'formValues'>): {
  labels: Map<LabelKind, string>
  plain: Set<LabelKind>
} {
  const labels = new Map<LabelKind, string>()
  const plain = new Set<LabelKind>()
  const note = (text: string, inTable: boolean): void => {
    const label = labelAt(flat(text))
    if (label === null || NOT_ASKED.has(label.kind)) return
    if (!label.separated && !inTable && label.rest === '') plain.add(label.kind)
    if (!label.separated && !(inTable && label.rest === '')) return
    if (!labels.has(label.kind)) labels.set(label.kind, label.label)
  }
  for (const line of pageLines(reading.pages)) {
    for (const part of line.cells.flatMap((cell) => cell.lines).flatMap(splitAtLabels))
      note(part, line.cells.length > 1)
  }
  for (const control of reading.formValues) note(control.label, true)
  for (const kind of labels.keys()) plain.delete(kind)
  return { labels, plain }
}
