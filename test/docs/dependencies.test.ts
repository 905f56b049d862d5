import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = new URL('../../', import.meta.url)
const read = (name: string): string => readFileSync(fileURLToPath(new URL(name, root)), 'utf8')
const page = read('docs/dependencies.md')
const { dependencies, devDependencies, overrides } = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'overrides',
  Readonly<Record<string, string>>
>
const quoted = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, one]) => one ?? '')

/** `@a/b`, `/c`: the second is in the first one's scope. */
function named(cell: string): readonly string[] {
  const [first = '', ...others] = quoted(cell)
  return [first, ...others.map((one) => (one.startsWith('/') ? first.split('/')[0] + one : one))]
}

it('each library has its reason in one line, and no other is named', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'))
  const cells = rows.map((row) => row.split(' | '))
  expect(cells.flatMap(([library = '']) => named(library)).toSorted()).toEqual(
    Object.keys(dependencies).toSorted(),
  )
  for (const [library, reason = ''] of cells) expect(reason.length, library).toBeGreaterThan(15)
})

it('what is only for building and testing is named as well, and each version is one', () => {
  const rest = quoted(page.slice(page.indexOf('For building')))
  expect(rest.toSorted()).toEqual(Object.keys(devDependencies).toSorted())
  const versions = Object.values({ ...dependencies, ...devDependencies, ...overrides })
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})
