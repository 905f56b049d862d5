import { fold } from '../../base/folding.ts'
import { LEGAL_FORMS } from '../../knowledge/legal-forms.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { Reading } from '../document.ts'
import { labelAt } from '../text/labels.ts'
import { cellText } from '../text/page.ts'
import { type PageLine, pageLines } from '../text/page-lines.ts'
import { countWords, flat } from '../text/words.ts'
import { legalFormNamed } from './legal-forms.ts'
import type { SeenField } from './seen-field.ts'

/** More words than that are a sentence of the form, no label. */
const LABEL_WORDS = 8

/**
 * A legal form that is the whole answer to a question whose words nobody knew: « Sous quel régime
 * exercez-vous ? SCIC ». The value proves itself. Where several stand they are a menu, or other people's.
 */
export function bareForms(reading: Pick<Reading, 'pages' | 'formValues'>): SeenField[] {
  const controls = reading.formValues
    .filter(({ type, label }) => (type === 'text' || type === 'choice') && labelAt(label) === null)
    .flatMap(({ value, label, page }) => bare(label, value, page))
  const lines = pageLines(reading.pages)
  const shown = lines.flatMap(({ cells }) => cells.flatMap((cell) => wholeForm(cellText(cell)) ?? []))
  const found = [...controls, ...ofLines(lines)]
  return new Set([...found.map(({ value }) => value), ...shown]).size === 1 ? found : []
}

function ofLines(lines: readonly PageLine[]): SeenField[] {
  const written = lines.filter((line) => line.cells.length > 0)
  return written.flatMap((line, index) => {
    const cells = line.cells.map(cellText)
    const behindColon = cells.flatMap((cell) => {
      const colon = cell.lastIndexOf(':')
      return colon < 2 ? [] : bare(cell.slice(0, colon), cell.slice(colon + 1), line.page)
    })
    const beside = cells.flatMap((cell, column) => bare(cells[column - 1] ?? '', cell, line.page))
    const above = written[index - 1]?.cells.map(cellText) ?? []
    const [only] = cells
    const below = cells.length === 1 && above.length === 1 ? bare(above[0] ?? '', only ?? '', line.page) : []
    return [...behindColon, ...beside, ...below]
  })
}

function bare(question: string, value: string, page: number): SeenField[] {
  const asked = question.trim()
  if (!/\p{L}{3}/u.test(asked) || countWords(asked) > LABEL_WORDS || labelAt(asked) !== null) return []
  const form = legalFormNamed(asked) === null ? wholeForm(value) : null
  if (form === null) return []
  return [
    {
      kind: 'legal_form',
      value: form,
      confidence: WEIGHTS.fields.mentioned,
      page,
      text: flat(`${asked} : ${value}`),
    },
  ]
}

/** What stands beside a form without being one: « association loi 1901 », « SAS au capital variable ». */
const OF_A_LAW = new RegExp(
  '\\b(?:de|du|la|a|loi|1901|1908|capital|variable|unipersonnelle|pluripersonnelle|agreee?|' +
    'droit (?:prive|public|belge|suisse|francais))\\b',
  'gu',
)

/**
 * A text that is a legal form and nothing else, in the register's spelling: « SCIC SARL », « Association loi
 * 1901 ». An aside in brackets may explain it.
 */
export function wholeForm(text: string): string | null {
  if (countWords(text) > LABEL_WORDS) return null
  const plain = fold(text.replace(/\([^()]*\)/g, '')).trim()
  const rest = LEGAL_FORMS.all(plain).reduce((left, hit) => left.replace(hit.text.trim(), ' '), plain)
  return /\p{L}|\d/u.test(rest.replace(OF_A_LAW, ' ')) ? null : legalFormNamed(text)
}
