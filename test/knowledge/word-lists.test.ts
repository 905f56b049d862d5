import { describe, expect, it } from 'vitest'
import { fold } from '../../src/base/folding.ts'
import { everyWordList } from '../judgement/covers.ts'

const lists = await everyWordList()

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
