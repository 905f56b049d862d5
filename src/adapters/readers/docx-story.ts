import type { FormValue, Reading } from '../../documents/document.ts'
import type { Line } from '../../documents/text/page.ts'
import { glyphOf } from './glyphs.ts'
import { Lines } from './lines.ts'
import type { XmlHandler } from './xml.ts'

type Attributes = Readonly<Record<string, string>>

/** A content control (w:sdt) or legacy field (w:ffData) while its parts go by. */
interface Control {
  label: string
  name: string
  type: FormValue['type']
  /** The text shown is the prompt, not an answer. */
  placeholder: boolean
  checked: boolean | null
  text: string
  choices: string[]
  chosen: number
}

/** English Metric Units in a point (ECMA-376, 20.1.2.1). */
const EMU_PER_POINT = 12_700
/** Text in these is not shown: the other rendering of the same drawing, and what a change moved away. */
const UNSEEN = new Set(['Fallback', 'moveFrom', 'del'])

/** One part of a Word file (ECMA-376, 17): its text, the values of its controls, its pictures. */
export class DocxStory implements XmlHandler {
  readonly formValues: FormValue[] = []
  readonly pictures: Reading['pictures'] = []
  readonly #lines = new Lines()
  readonly #path: string[] = []
  readonly #controls: Control[] = []
  #unseen = 0
  /** The run is struck out: whoever fills a form by hand strikes out what does not apply. */
  #struck = false
  #extent: { width: number; height: number } | null = null

  lines(): Line[] {
    return this.#lines.lines()
  }

  text(text: string): void {
    if (this.#path.at(-1) === 't' && this.#unseen === 0 && !this.#struck) this.#add(text)
  }

  open(tag: string, attributes: Attributes): void {
    const name = localName(tag)
    this.#path.push(name)
    if (UNSEEN.has(name)) this.#unseen += 1
    if (this.#unseen > 0) return
    this.#openLayout(name, attributes)
    this.#openControl(name, attributes)
    if (name === 'extent') this.#extent = extentOf(attributes)
    if (name === 'blip' && this.#extent !== null)
      this.pictures.push({ page: 1, ...this.#extent, above: this.#lines.lastLine() })
  }

  close(tag: string): void {
    const name = localName(tag)
    this.#path.pop()
    if (this.#unseen === 0) this.#close(name)
    if (UNSEEN.has(name)) this.#unseen -= 1
  }

  #openLayout(name: string, attributes: Attributes): void {
    if (name === 'r') this.#struck = false
    else if (
      (name === 'strike' || name === 'dstrike') &&
      this.#path.at(-2) === 'rPr' &&
      this.#path.at(-3) === 'r'
    )
      this.#struck = isOn(value(attributes, 'val'))
    else if (name === 'tr') this.#lines.openRow()
    else if (name === 'tc') this.#lines.openCell()
    else if (name === 'br' || name === 'cr' || name === 'txbxContent') this.#lines.newLine()
    else if (name === 'tab' && this.#path.at(-2) === 'r') this.#add('\t')
    else if (name === 'noBreakHyphen') this.#add('-')
    else if (name === 'sym') this.#add(glyphOf(value(attributes, 'char')))
    else if (name === 'numPr') this.#add('- ')
  }

  #openControl(name: string, attributes: Attributes): void {
    if (name === 'sdt' || name === 'ffData') this.#controls.push(newControl())
    const control = this.#controls.at(-1)
    if (control === undefined) return
    const val = value(attributes, 'val')
    if (name === 'alias') control.label = val
    else if (name === 'tag') control.name = val
    else if (name === 'name' && this.#path.at(-2) === 'ffData') control.name = val
    else if (name === 'helpText' || name === 'statusText') control.label ||= val
    else if (name === 'showingPlcHdr') control.placeholder = val !== '0' && val !== 'false'
    else if (name === 'date') control.type = 'date'
    else if (name === 'dropDownList' || name === 'comboBox' || name === 'ddList') control.type = 'choice'
    else if (name === 'checkbox' || name === 'checkBox') openCheckbox(control)
    else if (name === 'checked') control.checked = isOn(val)
    else if (name === 'default' && control.type === 'checkbox') control.checked ||= isOn(val)
    else if (name === 'listEntry') control.choices.push(val)
    else if (name === 'result') control.chosen = Number(val)
  }

  #close(name: string): void {
    if (name === 'p') this.#lines.newLine()
    else if (name === 'tc') this.#lines.closeCell()
    else if (name === 'tr') this.#lines.closeRow()
    else if (name === 'ffData') this.#closeLegacy()
    else if (name === 'sdt') this.#closeControl()
  }

  #add(text: string): void {
    const control = this.#controls.at(-1)
    if (control?.placeholder === true) return
    for (const open of this.#controls) open.text += text
    this.#lines.add(text)
  }

  /** A legacy text field has its answer in the text that follows: only boxes and lists hold it here. */
  #closeLegacy(): void {
    const control = this.#controls.pop()
    if (control === undefined || control.type === 'text') return
    if (control.type === 'choice') control.text = control.choices[control.chosen] ?? ''
    this.#add(control.type === 'checkbox' ? (control.checked === true ? '☒' : '☐') : control.text)
    this.#keep(control)
  }

  #closeControl(): void {
    const control = this.#controls.pop()
    if (control !== undefined) this.#keep(control)
  }

  #keep(control: Control): void {
    const ticked = control.checked === true ? 'on' : ''
    this.formValues.push({
      name: control.name,
      label: control.label || control.name,
      type: control.type,
      value: control.type === 'checkbox' ? ticked : control.text.trim(),
      page: 1,
    })
  }
}

function newControl(): Control {
  return {
    label: '',
    name: '',
    type: 'text',
    placeholder: false,
    checked: null,
    text: '',
    choices: [],
    chosen: 0,
  }
}

function openCheckbox(control: Control): void {
  control.type = 'checkbox'
  control.checked ??= false
  // Word marks an unticked box as showing its prompt: the box itself must stay visible.
  control.placeholder = false
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1)
}

function value(attributes: Attributes, name: string): string {
  return attributes[`w:${name}`] ?? attributes[`w14:${name}`] ?? attributes[name] ?? ''
}

/** An on/off property is on when it has no value (ECMA-376, 17.17.4). */
function isOn(val: string): boolean {
  return val === '' || val === '1' || val === 'true' || val === 'on'
}

function extentOf(attributes: Attributes): { width: number; height: number } {
  const side = (name: string): number => Number(attributes[name] ?? 0) / EMU_PER_POINT
  return { width: side('cx'), height: side('cy') }
}
