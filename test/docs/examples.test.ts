import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const PAGES = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md') && !/^(THIRD-PARTY|CHANGELOG)/.test(name)),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]
const SCRIPTS = Object.keys(
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
    .scripts,
)

/** What stands as code, in spans and in blocks. */
function codeOf(page: string): string[] {
  return [
    ...[...page.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? ''),
    ...page.split('\n').filter((line) => line.startsWith('    ')),
  ]
}

describe.each(PAGES)('%s', (name) => {
  const page = readFileSync(join(ROOT, name), 'utf8')
  const code = codeOf(page)

  it('names commands and options that are there', async () => {
    for (const line of code) {
      for (const [, command = '', rest = ''] of line.matchAll(/\brecepisse ([a-z]+)\b([^|]*)/g)) {
        expect(Object.keys(COMMANDS), line).toContain(command)
        const { options } = (await COMMANDS[command]?.load()) ?? { options: {} }
        const named = [...rest.matchAll(/ --([a-z][a-z-]*)/g)].map((match) => match[1] ?? '')
        const known = [...Object.keys(options), 'help', 'settings', 'version']
        expect(
          named.filter((option) => !known.includes(option)),
          line,
        ).toEqual([])
      }
      for (const [, script = ''] of line.matchAll(/\bnpm run ([a-z:]+)/g))
        expect(SCRIPTS, line).toContain(script)
    }
  })

  it('names files that are there', () => {
    const links = [...page.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) =>
      join(dirname(name), match[1] ?? ''),
    )
    const paths = code.filter((one) =>
      /^(src|test|docs|config|bin|workers|bench|deploy|demo)\/[\w./-]+$/.test(one),
    )
    expect([...links, ...paths].filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })
})
