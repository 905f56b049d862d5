import type { CallDocument } from '../settings/call-document.ts'
import type { CallField, CallList, CallSection } from './call-fields.ts'

type Form = Readonly<Record<string, string>>

/** The keys of a field, those of an item by their place. */
export function pathOf(key: string): readonly (string | number)[] {
  return key.split('.').map((one) => (/^\d+$/.test(one) ? Number(one) : one))
}

/** A value as a field shows it. */
export function shownValue(field: CallField, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (field.kind === 'yes') return value === true ? 'oui' : value === false ? 'non' : String(value)
  if (!Array.isArray(value)) return String(value)
  return field.kind === 'groups'
    ? value.map((group) => (Array.isArray(group) ? group.join(' + ') : String(group))).join(' | ')
    : value.map(String).join('\n')
}

const YES: readonly (readonly [string, string])[] = [
  ['', 'non indiqué'],
  ['oui', 'oui'],
  ['non', 'non'],
]

/**
 * What a choice offers; null of what is typed. A value that it would not have is offered as well, for a
 * browser sends the first one in its place.
 */
export function choicesOf(
  { kind, options }: CallField,
  shown: string,
): readonly (readonly [string, string])[] | null {
  const choices = options ?? (kind === 'yes' ? YES : null)
  if (choices === null || choices.some(([value]) => value === shown)) return choices
  return [[shown, shown === '' ? 'non indiqué' : shown], ...choices]
}

/** What was typed as the file holds it; undefined leaves the key out. What cannot be used stays as typed. */
export function typedValue({ kind, optional, options }: CallField, typed: string): unknown {
  const text = typed.replaceAll('\r\n', '\n').trim()
  if (kind === 'lines') {
    const entries = entriesOf(text, '\n')
    return optional === true && entries.length === 0 ? undefined : entries
  }
  if (kind === 'groups') return entriesOf(text, '|').map((group) => entriesOf(group, '+'))
  if (text === '')
    return optional === true ? undefined : options === undefined && kind === 'yes' ? undefined : ''
  if (kind === 'number') return /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text
  if (kind === 'yes') return text === 'oui' ? true : text === 'non' ? false : text
  return text
}

function entriesOf(text: string, between: string): readonly string[] {
  return text
    .split(between)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

/** Puts what was typed on a page into the file; a field that was not sent stays as it is. */
export function takeSection(document: CallDocument, section: CallSection, form: Form): void {
  for (const field of section.fields) takeField(document, field, field.key, form)
  for (const list of section.lists) takeList(document, list, form)
  withoutEmptyHouses(document)
}

function takeField(document: CallDocument, field: CallField, key: string, form: Form): void {
  const typed = form[key]
  if (typed === undefined) return
  const path = pathOf(key)
  const now = document.at(path)
  // What the page showed and nobody changed stays as it is written, whatever its shape.
  if (typed.replaceAll('\r\n', '\n').trim() === shownValue(field, now).trim()) return
  document.set(path, typedValue(field, typed))
}

function takeList(document: CallDocument, list: CallList, form: Form): void {
  const held = itemsOf(document, list).length
  const typed = (index: number) =>
    list.fields.some(
      ({ key, kind }) => kind !== 'choice' && (form[`${list.key}.${index}.${key}`] ?? '').trim() !== '',
    )
  const added = Array.from({ length: list.more }, (_, more) => held + more).filter(typed)
  for (let index = 0; index < held; index += 1)
    for (const field of list.fields) takeField(document, field, `${list.key}.${index}.${field.key}`, form)
  for (const [more, index] of added.entries()) {
    const item = Object.fromEntries(
      list.fields.flatMap((field) => {
        const value = typedValue(field, form[`${list.key}.${index}.${field.key}`] ?? '')
        return value === undefined ? [] : [[field.key, value]]
      }),
    )
    document.set([...pathOf(list.key), held + more], item)
  }
  const count = held + added.length
  const kept = Array.from({ length: count }, (_, index) => index).filter(
    (index) => form[`${list.key}.${index}.retirer`] !== 'oui',
  )
  document.keep(pathOf(list.key), kept)
}

/** The items of a list as the file has them. */
export function itemsOf(document: CallDocument, { key }: CallList): readonly unknown[] {
  const value = document.at(pathOf(key))
  return Array.isArray(value) ? value : []
}

/** Parts of the file that may be left out whole: left without a value, they are. */
const HOUSES = [
  'deadline.waves',
  'post',
  'eligibility',
  'selection',
  'applicants',
  'territory',
  'decisions.signatory',
  'decisions',
]

function withoutEmptyHouses(document: CallDocument): void {
  for (const key of HOUSES) {
    const value = document.at(pathOf(key))
    if (value !== undefined && isEmpty(value)) document.set(pathOf(key), undefined)
  }
  const means = document.at(['legal', 'silence', 'means'])
  if (means === 'acceptance' || means === 'nothing') document.set(['legal', 'silence', 'remedies'], undefined)
  if (means === 'nothing')
    for (const key of ['months', 'basis']) document.set(['legal', 'silence', key], undefined)
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0)
}
