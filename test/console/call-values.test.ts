import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import type { CallField, CallSection } from '../../src/console/call-fields.ts'
import { SECTIONS } from '../../src/console/call-sections.ts'
import { choicesOf, itemsOf, pathOf, shownValue, takeSection } from '../../src/console/call-values.ts'
import { CallDocument } from '../../src/settings/call-document.ts'
import { callIn } from '../../src/settings/call-text.ts'

const FOLDER = resolve(import.meta.dirname, '../../config/calls')
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const)

/** What a browser sends of a page on which nobody typed anything. */
function asShown(document: CallDocument, { fields, lists }: CallSection): Record<string, string> {
  const sent = (field: CallField, key: string): string => {
    const shown = shownValue(field, document.at(pathOf(key)))
    const choices = choicesOf(field, shown)
    // A choice that does not offer what it shows sends its first one.
    const isOffered = choices === null || choices.some(([value]) => value === shown)
    return isOffered === true ? shown.replaceAll('\n', '\r\n') : (choices?.[0]?.[0] ?? '')
  }
  const plain = fields.map((field) => [field.key, sent(field, field.key)])
  const items = lists.flatMap((list) => [
    ...itemsOf(document, list).flatMap((_, index) =>
      list.fields.map((field) => {
        const key = `${list.key}.${index}.${field.key}`
        return [key, sent(field, key)]
      }),
    ),
    ...Array.from({ length: list.more }, (_, more) => itemsOf(document, list).length + more).flatMap(
      (index) =>
        list.fields.map(({ key, options }) => [`${list.key}.${index}.${key}`, options?.[0]?.[0] ?? '']),
    ),
  ])
  return Object.fromEntries([...plain, ...items])
}

it.each(FILES)('%s: saving every page as it is shown changes not a byte', (_, text) => {
  for (const section of SECTIONS) {
    const document = new CallDocument(text)
    takeSection(document, section, asShown(document, section))
    expect(document.text, section.id).toBe(text)
  }
})

it.each(FILES)('%s: an item is added and another taken away, and the rest of the file stays', (_, text) => {
  const section = SECTIONS.find(({ id }) => id === 'candidats') as CallSection
  const document = new CallDocument(text)
  const before = callIn(text).call
  const count = before?.sectors.length ?? 0
  takeSection(document, section, {
    ...asShown(document, section),
    [`sectors.${count}.label`]: 'La mer',
    [`sectors.${count}.id`]: 'mer',
    [`sectors.${count}.synonyms`]: 'mer\r\nocéan',
    'sectors.0.retirer': 'oui',
  })
  const [, ...others] = before?.sectors ?? []
  const sectors = [...others, { id: 'mer', label: 'La mer', synonyms: ['mer', 'océan'] }]
  expect(new CallDocument(document.text).at([])).toEqual({ ...toValue(text), sectors: expect.any(Array) })
  expect(JSON.parse(JSON.stringify(toValue(document.text).sectors))).toEqual(
    JSON.parse(JSON.stringify([...(toValue(text).sectors as unknown[]).slice(1), sectors.at(-1)])),
  )
})

function toValue(text: string): { readonly sectors: unknown } {
  return new CallDocument(text).at([]) as { readonly sectors: unknown }
}

it('what cannot be used is kept as it was typed, and an emptied house leaves no key', () => {
  const document = new CallDocument(
    'deadline: { doubtfulClockHours: 24 }\npost: { address: x }\neligibility: { asWritten: a }\n',
  )
  const section = (id: string) => SECTIONS.find((one) => one.id === id) as CallSection
  takeSection(document, section('date-limite'), { 'deadline.doubtfulClockHours': 'vingt-quatre' })
  takeSection(document, section('depot'), { 'post.address': ' ' })
  takeSection(document, section('candidats'), { 'eligibility.asWritten': '', 'selection.perSector': '2' })
  expect(document.at([])).toEqual({
    deadline: { doubtfulClockHours: 'vingt-quatre' },
    selection: { perSector: 2 },
  })
})
