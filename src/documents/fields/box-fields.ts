import type { Call } from '../../call/call.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { Reading } from '../document.ts'
import { choicesIn } from '../text/choices.ts'
import { pageLines } from '../text/page-lines.ts'
import { legalFormNamed } from './legal-forms.ts'
import { sectorBoxes, sectorsNamed } from './sectors.ts'
import type { SeenField } from './seen-field.ts'

/** Controls whose value is the chosen option itself. */
const CHOOSING: ReadonlySet<string> = new Set(['radio', 'choice'])

/** Sectors and legal forms chosen by ticking: controls first, then boxes drawn in the text. */
export function boxFields(reading: Pick<Reading, 'pages' | 'formValues'>, call: Call): SeenField[] {
  return [...controlBoxes(reading, call), ...drawnBoxes(reading, call)]
}

function controlBoxes(reading: Pick<Reading, 'formValues'>, call: Call): SeenField[] {
  return reading.formValues.flatMap((control) => {
    const option = control.type === 'checkbox' ? control.label : control.value
    const chosen = control.type === 'checkbox' ? control.value === 'on' : CHOOSING.has(control.type)
    if (!chosen || option === '' || option.length > 120) return []
    return fieldsOfOption(option, `☒ ${option}`, control.page, WEIGHTS.fields.control, call)
  })
}

function drawnBoxes(reading: Pick<Reading, 'pages'>, call: Call): SeenField[] {
  return pageLines(reading.pages).flatMap((line) => {
    const boxes = sectorBoxes(line.cells.flatMap((cell) => cell.lines).join('  '), call)
    // A single word after « x » proves little; a list of boxes, or a box glyph, is a choice.
    const ticked = boxes
      .filter((box) => box.ticked)
      .map((box) => found('sector', box.sector, `☒ ${box.option}`, line.page))
    const forms = line.cells
      .flatMap((cell) => cell.lines)
      .flatMap(choicesIn)
      .filter((choice) => choice.ticked)
    return [...ticked, ...forms.flatMap((choice) => legalForm(choice.option, line.page))]
  })
}

function legalForm(option: string, page: number): SeenField[] {
  const form = option.split(/\s+/).length <= 6 ? legalFormNamed(option) : null
  return form === null ? [] : [found('legal_form', form, `☒ ${option}`, page)]
}

function found(kind: SeenField['kind'], value: string, text: string, page: number): SeenField {
  return { kind, value, confidence: WEIGHTS.fields.ticked, page, text }
}

function fieldsOfOption(
  option: string,
  text: string,
  page: number,
  confidence: number,
  call: Call,
): SeenField[] {
  const sectors = sectorsNamed(option.replace(/_/g, ' '), call).slice(0, 1)
  const named = sectors.map((value): SeenField => ({ kind: 'sector', value, confidence, page, text }))
  const form = named.length === 0 ? legalFormNamed(option) : null
  return form === null ? named : [{ kind: 'legal_form', value: form, confidence, page, text }]
}
