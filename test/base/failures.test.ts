import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FAILURE_CODES, ToldCode, toldOf } from '../../src/base/failures/failures.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const CATALOGUE = join('src', 'base', 'failures')

/** The program without the catalogue itself. */
const program = ['src', 'workers', 'demo']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((path) => path.endsWith('.ts') && !path.startsWith(CATALOGUE))
  .map((path) => readFileSync(join(ROOT, path), 'utf8'))
  .join('\n')

/** Raised as `wrong('form', …)`: the code is put together there. */
const stamps = new Map([...program.matchAll(/\bwrong\('(\w+)'/g)].map(([, what]) => [`stamp-${what}`, true]))

describe('the catalogue of failures', () => {
  it.each(FAILURE_CODES)('%s is raised somewhere', (code) => {
    expect(program.includes(`'${code}'`) || stamps.has(code)).toBe(true)
  })

  it.each(FAILURE_CODES)('%s says what happened and what to do, in a few words of one line', (code) => {
    const { means, todo } = toldOf(code)
    for (const words of [means, todo]) {
      expect(words).toMatch(/^[a-z`—’« ].{3,}$/)
      expect(words).not.toMatch(/[.|\n]$|\|/)
    }
    expect(todo).not.toBe(means)
  })

  it('tells the code of a younger program as one that nobody classified', () => {
    expect(ToldCode.parse('imap-silent')).toBe('imap-silent')
    expect(ToldCode.parse('of-next-year')).toBe('unclassified')
  })
})
