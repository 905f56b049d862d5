import { readFileSync } from 'node:fs'
import type { Outline, Proposed } from '../outline/proposed.ts'
import { CallDocument } from './call-document.ts'

const TEMPLATE = new URL('../../config/call.template.yaml', import.meta.url)

/** Lists whose items the published text gives: without one they are empty, never the template’s. */
const READ_LISTS = ['sectors', 'requiredDocuments', 'requiredFields', 'pieces'] as const
/** What only the authority’s lawyers know: nothing stands in its place. */
const UNSAID = [
  ['legal', 'silence', 'means'],
  ['legal', 'silence', 'basis'],
  ['recognition', 'strong'],
  ['recognition', 'weak'],
] as const

/** The template of a call’s file without a word of any call. */
export function blankCallFile(): string {
  const text = readFileSync(TEMPLATE, 'utf8')
    .replace('{{schema}}', '../call.schema.json')
    .replace('{{end}}', '')
    .replace('{{residence}}', '')
    .replace('sectors:\n{{sectors}}', 'sectors: []')
    .replace(/\[\{\{\w+\}\}\]/g, '[]')
    .replace(/\{\{\w+\}\}/g, '""')
  const document = new CallDocument(text)
  for (const path of UNSAID) document.set(path, Array.isArray(document.at(path)) ? [] : '')
  for (const key of READ_LISTS) if (document.at([key]) !== undefined) document.set([key], [])
  document.set(['published', 'statedDates'], [])
  return document.text
}

/** A first file from what was read in the published text; what was not found stays empty. */
export function firstDraft({ proposed }: Outline, provenance: string): string {
  const document = new CallDocument(blankCallFile())
  document.set(['provenance'], provenance)
  const lists = Object.groupBy(proposed, ({ path }) => (typeof path.at(-1) === 'number' ? 'items' : 'values'))
  for (const { path, value } of lists.values ?? []) document.set(path, value)
  for (const [key, items] of byList(lists.items ?? []))
    document.set(
      key.split('.'),
      items.map(({ value }) => value),
    )
  return document.text
}

function byList(items: readonly Proposed[]): ReadonlyMap<string, readonly Proposed[]> {
  return Map.groupBy(items, ({ path }) => path.slice(0, -1).join('.'))
}
