import type { FieldKind } from '../../call/field-kind.ts'
import type { LabelKind } from '../../knowledge/labels.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { labelAt } from '../text/labels.ts'
import type { Page } from '../text/page.ts'
import { cellText, lineText } from '../text/page.ts'
import { type PageLine, pageLines } from '../text/page-lines.ts'
import { flat } from '../text/words.ts'
import { legalFormNamed } from './legal-forms.ts'
import type { SeenField } from './seen-field.ts'
import { nameAtStart } from './structure-names.ts'

/** « Société par actions simplifiée au capital de 5 000 € » is the longest first part of such a line. */
const FORM_WORDS = 10

/**
 * « Association - N° RNA : W9R… », « SAS au capital de… »: a legal form beside what only who bears it has.
 */
export function letterheadFields(pages: readonly Page[]): SeenField[] {
  const lines = pageLines(pages.slice(0, 1)).filter((line) => line.cells.length > 0)
  return lines.flatMap((line, index) => {
    const [first = '', second = '', third = ''] = flat(line.cells.map(cellText).join(' - ')).split(
      // « SARL- RIDET : … »: of a scan the space before a sign may be lost.
      /\s+[-–—|•·]\s+|(?<=\p{Lu}{2})[-–—]\s+|\s*[,;]\s+/u,
    )
    const above = lines[index - 1]
    if (CAPITAL.test(lineText(line))) return [...nameAbove(above, first), ...ofForm(first, line)]
    const named = isBareForm(lineText(line)) ? nameAbove(above, first) : []
    if (named.length > 0) return [...named, ...ofForm(first, line)]
    if (isBareForm(second)) return ofNameAndForm(first, second, third, line)
    if (!asksNumber(second)) return []
    return first.split(' ').length <= FORM_WORDS ? ofForm(first, line) : []
  })
}

/** « Fil et Toile » on the line above « SAS au capital de… ». */
function nameAbove(line: PageLine | undefined, form: string): SeenField[] {
  if (line === undefined || legalFormNamed(form) === null || line.cells.length !== 1) return []
  const name = lineText(line)
  const isName = nameAtStart(name, 'words') === name && labelAt(name) === null && !/[\d:@]/.test(name)
  return isName && legalFormNamed(name) === null
    ? [{ ...found('name', name, line), confidence: WEIGHTS.fields.named }]
    : []
}

const CAPITAL = /\bau capital (social )?de\b/i

function ofForm(words: string, line: PageLine): SeenField[] {
  const form = legalFormNamed(words)
  return form === null ? [] : [found('legal_form', form, line)]
}

function found(kind: FieldKind, value: string, line: PageLine): SeenField {
  return { kind, value, confidence: WEIGHTS.fields.mentioned, page: line.page, text: lineText(line) }
}

/** « N° SIRET : … », « IDE : … »: a number by which a structure is known. */
function asksNumber(words: string): boolean {
  const kind = labelAt(words)?.kind
  return kind !== undefined && NUMBERS.has(kind)
}

const NUMBERS: ReadonlySet<LabelKind> = new Set(['siret', 'siren', 'rna', 'other_number'])

/** « SARL », and nothing else. */
function isBareForm(words: string): boolean {
  return words.split(' ').length <= 2 && legalFormNamed(words) !== null
}

/** « Atelier Vétiver, SARL, SIRET 732… »: who they are in one line. */
function ofNameAndForm(name: string, form: string, number: string, line: PageLine): SeenField[] {
  if (!asksNumber(number)) return []
  const isName = /^\p{Lu}/u.test(name) && name.split(' ').length <= 8 && labelAt(name) === null
  return [...(isName ? [found('name', name, line)] : []), ...ofForm(form, line)]
}
