import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/base/folding.ts'
import type { Entry, WordList } from '../../src/knowledge/entry.ts'

const FOLDER = new URL('../../src/knowledge/', import.meta.url)

function isWordList(value: unknown): value is WordList<Entry> {
  return typeof value === 'object' && value !== null && 'entries' in value && 'says' in value
}

const lists: [string, WordList<Entry>][] = []
for (const file of readdirSync(FOLDER).toSorted()) {
  const exported: Record<string, unknown> = await import(new URL(file, FOLDER).href)
  for (const [name, value] of Object.entries(exported))
    if (isWordList(value)) lists.push([`${file} ${name}`, value])
}

describe.each(lists)('%s', (_, list) => {
  it('has each entry once', () => {
    const ids = list.entries.map((entry) => entry.id)
    expect(ids).toEqual([...new Set(ids)])
  })

  it.each(list.entries.map((entry) => [entry.id, entry] as const))(
    '%s finds its example, alone',
    (id, entry) => {
      expect(list.all(fold(entry.example)).map((hit) => hit.entry.id)).toEqual([id])
    },
  )

  it.each(list.entries.map((entry) => [entry.id, entry] as const))(
    '%s finds nothing in its near miss',
    (id, entry) => {
      expect(list.all(fold(entry.unlike)).map((hit) => hit.entry.id)).not.toContain(id)
    },
  )

  it('keeps its alternatives short enough to be read', () => {
    const long = list.entries.flatMap((entry) => entry.says).filter((one) => one.length > 240)
    expect(long).toEqual([])
  })
})
