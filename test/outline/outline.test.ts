import { expect, it } from 'vitest'
import { pagesOfText } from '../../src/documents/text/page.ts'
import { outlineOf } from '../../src/outline/outline.ts'
import type { Outline } from '../../src/outline/proposed.ts'
import { FIRST_CALLS } from './published.ts'
import { BLIND_CALLS } from './published-blind.ts'
import { OTHER_CALLS } from './published-elsewhere.ts'

const ALL = { ...FIRST_CALLS, ...OTHER_CALLS, ...BLIND_CALLS }

function valuesIn({ proposed }: Outline): Readonly<Record<string, unknown>> {
  return Object.fromEntries(proposed.map(({ path, value }) => [path.join('.'), value]))
}

function listIn({ proposed }: Outline, key: string, of: string): readonly unknown[] {
  return proposed.flatMap(({ path, value }) =>
    path[0] === key && typeof value === 'object' && !Array.isArray(value) ? [Reflect.get(value, of)] : [],
  )
}

it.each(Object.entries(ALL))('the published call « %s » is read as a clerk reads it', (_, call) => {
  const outline = outlineOf(pagesOfText(call.text))
  const values = valuesIn(outline)
  expect(Object.fromEntries(Object.keys(call.read).map((key) => [key, values[key]]))).toEqual(call.read)
  expect(listIn(outline, 'sectors', 'label')).toEqual(call.sectors ?? [])
  expect(listIn(outline, 'requiredDocuments', 'id')).toEqual(call.pieces ?? [])
  for (const key of call.absent)
    expect(
      Object.keys(values).filter((one) => one.startsWith(key)),
      key,
    ).toEqual([])
})
