import type { FormValue, Reading } from '../../documents/document.ts'
import { type Line, lengthOf } from '../../documents/text/page.ts'
import { joined, Lines } from './lines.ts'
import { leaf, type Opened, pagesOf, Unreadable } from './opened.ts'
import { walkXml, type XmlHandler } from './xml.ts'
import { officePart, openArchive } from './zip.ts'

type Attributes = Readonly<Record<string, string>>

/**
 * A text in OpenDocument (ISO/IEC 26300): headers, text, tables, and the values of form controls in their
 * places.
 */
export async function readOdt(content: Uint8Array, mediaType: string): Promise<Opened> {
  await using archive = await openArchive(content)
  const manifest = await officePart(archive, 'META-INF/manifest.xml')
  if (manifest?.includes('encryption-data') === true)
    throw new Unreadable('encrypted', 'encrypted OpenDocument')
  const xml = await officePart(archive, 'content.xml')
  if (xml === null) throw new Unreadable('unreadable', 'no content.xml')
  const styles = await officePart(archive, 'styles.xml')
  const header = new OdtStory()
  if (styles !== null) walkXml(styles, header)
  const story = new OdtStory()
  walkXml(xml, story)
  const parts = [header.lines(), story.lines()].filter((lines) => lengthOf(lines) > 0)
  return leaf(mediaType, {
    pages: pagesOf(story.pages.length > 0 ? story.pages : [joined(parts)]),
    formValues: story.formValues,
    pictures: story.pictures,
  })
}

const PARAGRAPHS = new Set(['text:p', 'text:h'])
/** Not part of what a reader sees: deleted text of tracked changes, notes on the margin, field scripts. */
const UNSEEN = new Set(['text:tracked-changes', 'office:annotation', 'text:script', 'presentation:notes'])
const CONTROL_TYPES: Readonly<Record<string, FormValue['type']>> = {
  'form:text': 'text',
  'form:textarea': 'text',
  'form:formatted-text': 'text',
  'form:number': 'text',
  'form:date': 'date',
  'form:combobox': 'choice',
  'form:listbox': 'choice',
  'form:checkbox': 'checkbox',
  'form:radio': 'radio',
}

/** content.xml or styles.xml of an OpenDocument file, streamed. Slides are pages. */
class OdtStory implements XmlHandler {
  readonly formValues: FormValue[] = []
  readonly pictures: Reading['pictures'] = []
  readonly pages: Line[][] = []
  #lines = new Lines()
  readonly #controls = new Map<string, FormValue>()
  #control: FormValue | null = null
  #unseen = 0
  #paragraphs = 0
  #frame: { width: number; height: number } | null = null

  lines(): Line[] {
    return this.#lines.lines()
  }

  text(text: string): void {
    if (this.#unseen === 0 && this.#paragraphs > 0) this.#lines.add(text.replace(/\s+/g, ' '))
  }

  open(name: string, attributes: Attributes): void {
    if (UNSEEN.has(name)) this.#unseen += 1
    if (this.#unseen > 0) return
    if (PARAGRAPHS.has(name)) this.#paragraphs += 1
    else if (name === 'table:table-row') this.#lines.openRow()
    else if (name === 'table:table-cell') this.#lines.openCell()
    else if (name === 'text:s') this.#lines.add(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1), 100)))
    else if (name === 'text:tab') this.#lines.add('\t')
    else if (name === 'text:line-break') this.#lines.newLine()
    else if (name === 'text:list-item') this.#lines.add('- ')
    else if (name === 'draw:frame') this.#frame = frameOf(attributes)
    else if (name === 'draw:image' && this.#frame !== null) this.#picture(this.#frame)
    else if (name === 'draw:control') this.#place(attributes['draw:control'] ?? '')
    else if (CONTROL_TYPES[name] !== undefined) this.#openControl(name, attributes)
    else if (name === 'form:option' && isTrue(attributes['form:current-selected'])) this.#choose(attributes)
  }

  close(name: string): void {
    if (UNSEEN.has(name)) this.#unseen -= 1
    else if (this.#unseen > 0) return
    else if (PARAGRAPHS.has(name)) this.#closeParagraph()
    else if (name === 'table:table-cell') this.#lines.closeCell()
    else if (name === 'table:table-row') this.#lines.closeRow()
    else if (name === 'draw:page') this.#closePage()
    else if (CONTROL_TYPES[name] !== undefined) this.#control = null
  }

  #picture(frame: { width: number; height: number }): void {
    this.pictures.push({ page: this.pages.length + 1, ...frame, above: this.#lines.lastLine() })
  }

  #closeParagraph(): void {
    this.#paragraphs -= 1
    this.#lines.newLine()
  }

  #closePage(): void {
    this.pages.push(this.#lines.lines())
    this.#lines = new Lines()
  }

  #openControl(name: string, attributes: Attributes): void {
    const type = CONTROL_TYPES[name] ?? 'text'
    const control: FormValue = {
      name: attributes['form:name'] ?? '',
      label: attributes['form:title'] ?? attributes['form:label'] ?? attributes['form:name'] ?? '',
      type,
      value: controlValue(type, attributes),
      page: 1,
    }
    this.formValues.push(control)
    this.#control = control
    const id = attributes['form:id'] ?? attributes['xml:id']
    if (id !== undefined) this.#controls.set(id, control)
  }

  #choose(attributes: Attributes): void {
    if (this.#control === null) return
    const label = attributes['form:label'] ?? attributes['form:value'] ?? ''
    this.#control.value = [this.#control.value, label].filter((part) => part !== '').join('\n')
  }

  /** Forms stand before the text in the file: a control is known when its place comes. */
  #place(id: string): void {
    const control = this.#controls.get(id)
    if (control === undefined) return
    if (control.type !== 'checkbox' && control.type !== 'radio') this.#lines.add(` ${control.value} `)
    else this.#lines.add(`${control.value === 'on' ? '☒' : '☐'} ${control.label} `)
  }
}

function controlValue(type: FormValue['type'], attributes: Attributes): string {
  if (type === 'checkbox') {
    const state = attributes['form:current-state'] ?? attributes['form:state']
    return state === 'checked' ? 'on' : ''
  }
  if (type === 'radio')
    return isTrue(attributes['form:current-selected'] ?? attributes['form:selected']) ? 'on' : ''
  return attributes['form:current-value'] ?? attributes['form:value'] ?? ''
}

function isTrue(value: string | undefined): boolean {
  return value === 'true'
}

const POINTS_PER: Readonly<Record<string, number>> = { cm: 28.35, mm: 2.835, in: 72, pt: 1 }

function frameOf(attributes: Attributes): { width: number; height: number } {
  const points = (length: string | undefined): number => {
    const [, number, unit] = /^([\d.]+)(cm|mm|in|pt)$/.exec(length ?? '') ?? []
    return Number(number ?? 0) * (POINTS_PER[unit ?? 'pt'] ?? 1)
  }
  return { width: points(attributes['svg:width']), height: points(attributes['svg:height']) }
}
