import type { LabelKind } from '../../knowledge/labels.ts'
import type { Labelled } from '../text/labels.ts'
import { flat } from '../text/words.ts'
import { legalFormNamed } from './legal-forms.ts'
import { isRole } from './persons.ts'

/** What a form says behind one label, before anyone asks whether it makes sense. */
export interface Answer {
  readonly kind: LabelKind
  readonly label: string
  readonly value: string
  /** The same, line by line as it stands there. */
  readonly lines: readonly string[]
  readonly page: number
  /** The shortest extract that shows label and value. */
  readonly text: string
  /** Lines that stand under it: where it is one of a printed list, the others. */
  readonly under?: readonly string[]
  /** How surely the value belongs to the label, from its place. */
  readonly confidence: number
}

/** An answer of some lines; what was printed to be written onto is no part of it. */
export function answered(
  at: Pick<Answer, 'kind' | 'label' | 'page'>,
  written: readonly string[],
  confidence: number,
  separator = ' : ',
): Answer {
  const lines = written.map(withoutLeaders)
  const text = flat(at.label + separator + written.join(' '))
  return { ...at, lines, value: lines.join(' ').trim(), text, confidence }
}

/** Dots and lines that were printed to be written onto are no part of what was. */
function withoutLeaders(value: string): string {
  return value.replace(/[.…_]+/gu, (run) => (/…|\.{3}|__/.test(run) ? ' ' : run)).trim()
}

/** « Gérante » and « Association » are labels of some forms and answers of others. */
export function fits(kind: LabelKind, value: string): boolean {
  if (kind === 'role') return isRole(value)
  return kind === 'legal_form' && legalFormNamed(value) !== null
}

/** What every answer under a label has: what was asked, in which words, and on which page. */
export function base(labelled: Labelled, page: number): Pick<Answer, 'kind' | 'label' | 'page'> {
  return { kind: labelled.kind, label: labelled.label, page }
}
