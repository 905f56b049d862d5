import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { isFresh } from '../../src/adapters/compiled/program.ts'

/** A program of one source and its packages, all written at second 10. */
function aProgram(): { root: string; bundle: string; write: (name: string, second: number) => void } {
  const root = mkdtempSync(join(tmpdir(), 'recepisse-program-'))
  const write = (name: string, second: number): void => {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), '')
    utimesSync(join(root, name), second, second)
  }
  for (const name of ['src/deep/a.ts', 'workers/b.ts', 'node_modules/.package-lock.json']) write(name, 10)
  return { root, bundle: join(root, 'bundle.mjs'), write }
}

it('runs a bundle that is younger than all that it is made of', () => {
  const { root, bundle, write } = aProgram()
  write('bundle.mjs', 11)
  expect(isFresh(root, bundle)).toBe(true)
})

it.each(['src/deep/a.ts', 'workers/b.ts', 'src/new.ts', 'node_modules/.package-lock.json'])(
  'runs the sources when %s is younger than the bundle',
  (name) => {
    const { root, bundle, write } = aProgram()
    write('bundle.mjs', 11)
    write(name, 12)
    expect(isFresh(root, bundle)).toBe(false)
  },
)

it('runs the sources when nothing is bundled', () => {
  const { root, bundle } = aProgram()
  expect(isFresh(root, bundle)).toBe(false)
})

it('does not look at what is no source', () => {
  const { root, bundle, write } = aProgram()
  write('bundle.mjs', 11)
  write('src/console/page.css', 12)
  expect(isFresh(root, bundle)).toBe(true)
})
