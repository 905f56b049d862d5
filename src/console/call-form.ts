import { typographic } from '../acknowledgement/french.ts'
import type { Path, Proposed } from '../outline/proposed.ts'
import type { OpenDraft } from './call-draft.ts'
import type { CallField, CallList, CallSection } from './call-fields.ts'
import { choicesOf, itemsOf, pathOf, shownValue, typedValue } from './call-values.ts'
import { type Field, field } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'

const LONGEST = 4_000
/** Several things may stand on one line: it is not repeated whole with each of them. */
const LONGEST_OF_ITEM = 90

/** The fields of a page, each with its value, where that was read, and what is wrong with it. */
export function sectionFields(open: OpenDraft, section: CallSection): Html {
  return html`${section.fields.map((one) => field(shownField(open, one, one.key), 'appel'))}
${section.lists.map((list) => shownList(open, list))}`
}

function shownField(open: OpenDraft, one: CallField, key: string): Field {
  const value = open.document.at(pathOf(key))
  const wrong = open.faults.find((fault) => fault.key === key)?.text
  return {
    name: key,
    label: one.label,
    value: shownValue(one, value),
    required: false,
    quiet: true,
    ...(one.hint === undefined ? {} : { hint: one.hint }),
    ...(wrong === undefined ? {} : { wrong }),
    ...controlOf(one, value),
    ...originOf(open, one, key),
  }
}

function controlOf(one: CallField, value: unknown): Partial<Field> {
  const { kind } = one
  const choices = choicesOf(one, shownValue(one, value))
  if (choices !== null) return { options: choices }
  switch (kind) {
    case 'day':
    case 'moment': {
      // What a date’s field could not show is shown as it is: nothing that was typed is lost.
      const shape = kind === 'day' ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/
      const isShown = value === undefined || value === '' || value === null || shape.test(String(value))
      return isShown ? { type: kind === 'day' ? 'date' : 'datetime-local' } : {}
    }
    case 'text':
    case 'lines':
      return { rows: kind === 'text' ? 3 : 4, longest: LONGEST }
    case 'yes':
    case 'choice':
    case 'line':
    case 'number':
    case 'groups':
      return {}
  }
}

function originOf(open: OpenDraft, one: CallField, key: string): { readonly origin?: Html } {
  if (open.draft.source === '' || /\.\d+\./.test(key)) return {}
  const value = open.document.at(pathOf(key))
  const found = open.outline.proposed.find(({ path }) => path.join('.') === key)
  if (found !== undefined) return { origin: readAt(found, one, shownValue(one, value)) }
  const shown = shownValue(one, value)
  if (shown === '') return { origin: html`Non trouvé dans le texte.` }
  return shown === shownValue(one, open.blank.at(pathOf(key)))
    ? { origin: html`Valeur du modèle, à valider.` }
    : {}
}

/** Where a value was read, and, where a person wrote another one, what the text has. */
function readAt({ value, place, sure }: Proposed, one: CallField, shown: string): Html {
  const read = shownValue(one, typedValue(one, shownValue(one, value)))
  const where = html`ligne ${place.line}${place.page > 1 ? html`, page ${place.page}` : NOTHING} : \
« ${typographic(place.quote)} »`
  if (read !== shown) return html`Le texte porte « ${typographic(read)} », ${where}.`
  return html`${sure ? 'Lu' : 'Rassemblé, à vérifier'}, ${where}`
}

function shownList(open: OpenDraft, list: CallList): Html {
  const items = itemsOf(open.document, list)
  const wrong = open.faults.filter(({ key }) => key === list.key)
  const whole = open.outline.proposed.find(({ path }) => path.join('.') === list.key)
  const notFound = items.length === 0 && open.draft.source !== ''
  return html`<h2>${list.one}${
    items.length > 1 ? html` <span class="hint">(${items.length})</span>` : NOTHING
  }</h2>
${wrong.map(({ text }) => html`<p class="fault">${typographic(text)}</p>`)}
${whole === undefined ? NOTHING : html`<p class="origin">Lu, ligne ${whole.place.line} et suivantes.</p>`}
${notFound ? html`<p class="origin">Non trouvé dans le texte.</p>` : NOTHING}
${items.map((item, index) => shownItem(open, list, index, itemOrigin(open, list, item)))}
${Array.from({ length: list.more }, (_, more) => shownItem(open, list, items.length + more, null, true))}`
}

function shownItem(open: OpenDraft, list: CallList, index: number, origin: Html | null, isNew = false): Html {
  const key = `${list.key}.${index}`
  const fields = list.fields.map((one) => shownField(open, one, `${key}.${one.key}`))
  const inner = html`${origin === null ? NOTHING : html`<p class="origin">${origin}</p>`}
<div class="pair">${fields.map((one) => field(one, 'appel'))}</div>`
  if (isNew)
    return html`<details><summary>Ajouter : ${list.one.toLowerCase()}</summary><fieldset>\
<legend>${list.one} ${index + 1}</legend>${inner}</fieldset></details>`
  return html`<fieldset><legend>${list.one} ${index + 1}</legend>${inner}
<p class="tick"><input type="checkbox" id="retirer-${key}" name="${key}.retirer" value="oui">\
<label for="retirer-${key}">Retirer \
${typographic(`« ${list.one.toLowerCase()} ${index + 1} »`)}</label></p></fieldset>`
}

/** An item is the one that was read when it has its name, wherever it stands by now. */
function itemOrigin(open: OpenDraft, list: CallList, item: unknown): Html | null {
  const path = pathOf(list.key)
  const found = open.outline.proposed.find(
    (one) =>
      isIn(one.path, path) && one.path.length === path.length + 1 && nameOf(one.value) === nameOf(item),
  )
  if (found === undefined) return null
  const { place, sure } = found
  const { quote } = place
  const shown =
    quote.length > LONGEST_OF_ITEM ? `${quote.slice(0, LONGEST_OF_ITEM).replace(/ \S*$/, '')}…` : quote
  return html`${sure ? 'Lu' : 'Rassemblé, à vérifier'}, ligne ${place.line} : « ${typographic(shown)} »`
}

function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  for (const key of ['id', 'role', 'text']) if (key in value) return String(Reflect.get(value, key))
  return ''
}

/** Whether a key of the call's file stands within another. */
export function isIn(path: Path, above: Path): boolean {
  return above.every((key, index) => path[index] === key)
}
