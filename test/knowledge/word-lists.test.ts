import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fold } from '../../src/base/folding.ts'
import { TRANSFER_SERVICES } from '../../src/knowledge/transfer-services.ts'
import { transferLinks } from '../../src/mail/transfer-links.ts'
import { everyWordList } from '../judgement/covers.ts'

const lists = await everyWordList()
const pinned = z
  .object({
    lists: z.record(z.string(), z.record(z.string(), z.string())),
    transferServices: z.array(z.string()),
  })
  .parse(JSON.parse(readFileSync(new URL('examples.json', import.meta.url), 'utf8')))

describe.each(lists)('%s', (name, list) => {
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

  it('finds all that it was known to find (test/knowledge/pin-examples.ts)', () => {
    const known = Object.entries(pinned.lists[name] ?? {})
    const found = known.map(([, example]) => list.first(fold(example))?.entry.id ?? null)
    expect(found).toEqual(known.map(([id]) => id))
    expect(list.entries.map((entry) => entry.id).toSorted()).toEqual(known.map(([id]) => id).toSorted())
  })

  it('keeps its alternatives short enough to be read', () => {
    expect(list.entries.flatMap((entry) => entry.says).filter((one) => one.length > 420)).toEqual([])
  })
})

it('no list was lost', () => {
  expect(lists.map(([name]) => name).toSorted()).toEqual(Object.keys(pinned.lists).toSorted())
})

describe('transfer-services.ts TRANSFER_SERVICES', () => {
  it.each(pinned.transferServices)('%s is a link under which a file waits', (share) => {
    expect(transferLinks([share])).toHaveLength(1)
  })

  it.each(TRANSFER_SERVICES.map(({ host }) => host))('the home page of %s is none', (host) => {
    expect(transferLinks([`https://${host}/`, `https://www.${host}/fr/`, `https://${host}`])).toEqual([])
  })
})
