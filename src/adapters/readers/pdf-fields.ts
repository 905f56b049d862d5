import type { FormValue } from '../../documents/document.ts'
import type { Box } from './pdfium-view.ts'
import type { Placed } from './placed.ts'

/** A form field's box on a page, or a remark written onto it. */
export interface Widget extends What {
  readonly box: Box
}

export interface What {
  /** What a person sees there: the value, ☒ or ☐. */
  readonly shown: string
  /** A tick box, as against a field for text. */
  readonly isTick: boolean
  readonly formValue: FormValue | null
}

export type Field = Pick<FormValue, 'name' | 'label' | 'page'>

/**
 * A field by the name that the file gives it, and by what stands for it: its tooltip, else the end of its
 * name.
 */
export function fieldNamed(fullName: string, tooltip: string, page: number): Field {
  const name = readableName(fullName)
  return { name, label: readableName(tooltip) || lastPart(name), page }
}

/** A text that somebody wrote onto the page, beside all fields: it is seen, and is no value of the form. */
export function remark(text: string): What {
  return { shown: text, isTick: false, formValue: null }
}

/** What was typed or chosen in a field, its line breaks as « \n » and nothing around it. */
export function entered(field: Field, type: 'text' | 'choice', text: string): What {
  const value = text.replace(/\r\n?/g, '\n').trim()
  return { shown: value, isTick: false, formValue: { ...field, type, value } }
}

/** A box to tick, ticked or not: « on » or nothing, as forms send it. */
export function checkbox(field: Field, isTicked: boolean): What {
  return { ...tick(isTicked), formValue: { ...field, type: 'checkbox', value: isTicked ? 'on' : '' } }
}

/** One button of a group; the value is the group's. */
export function radio(field: Field, isTicked: boolean, chosen: string): What {
  return { ...tick(isTicked), formValue: { ...field, type: 'radio', value: chosen } }
}

function tick(isTicked: boolean): Pick<What, 'shown' | 'isTick'> {
  return { shown: isTicked ? '☒' : '☐', isTick: true }
}

/** A field for a signature: `verifies` is undefined when it holds none. */
export function signature(field: Field, verifies: boolean | undefined): What {
  const value = verifies === undefined ? '' : verifies ? 'verified' : 'on'
  return { shown: '', isTick: false, formValue: { ...field, type: 'signature', value } }
}

/** Ink or a stamp drawn onto the page is how a viewer's « sign » leaves a signature. */
export function drawnSignature(page: number): What {
  const field = { name: '', label: 'signature (drawn)', page }
  return { shown: '', isTick: false, formValue: { ...field, type: 'signature', value: 'drawn' } }
}

/** What a widget shows, as a piece of text in its place. */
export function inPlace({ shown, isTick, box }: Widget): Placed[] {
  if (shown === '') return []
  const height = box.bottom - box.top
  // A tall box is filled from its top; in a flat one the baseline stands a little under the middle.
  const baseline = height > 30 ? box.top + 11 : box.top + height / 2 + 3.5
  return [{ text: shown, x: box.left, y: baseline, width: box.right - box.left, height: 10, cell: !isTick }]
}

/** A radio group has a widget per option and one value: the first that says which. */
export function oncePerGroup(formValues: readonly FormValue[]): FormValue[] {
  const chosen = new Map<string, string>()
  for (const { type, name, value } of formValues)
    if (type === 'radio') chosen.set(name, chosen.get(name) || value)
  const seen = new Set<string>()
  return formValues.flatMap((formValue) => {
    if (formValue.type !== 'radio') return [formValue]
    if (seen.has(formValue.name)) return []
    seen.add(formValue.name)
    return [{ ...formValue, value: chosen.get(formValue.name) ?? '' }]
  })
}

/** LibreOffice writes « Prénom » as `Pr#C3#A9nom`: bytes of UTF-8, hex after a hash. */
function readableName(name: string): string {
  return name.replace(/(#[0-9A-F]{2})+/gi, (run) => {
    const bytes = run
      .split('#')
      .slice(1)
      .map((hex) => Number.parseInt(hex, 16))
    return new TextDecoder().decode(Uint8Array.from(bytes))
  })
}

/** `formulaire[0].page1[0].siret[0]` is named by its last part. */
function lastPart(name: string): string {
  return (name.split('.').at(-1) ?? name).replace(/\[\d+\]/g, '')
}
