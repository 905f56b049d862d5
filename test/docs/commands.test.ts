import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { OF_EACH } from '../../src/cli/command.ts'
import { COMMANDS } from '../../src/cli/commands.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const PAGES = ['README.md', ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))]
const textOf = (name: string): string =>
  readFileSync(join(root, name === 'README.md' ? name : `docs/${name}`), 'utf8')

/** Commands as a page writes them, in running text or in a block. */
function commandsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:^|[`/ ])recepisse ((?:--settings \S+ )?[a-z][^`\n|>]*)[`\n|>]/gm)].map(
    ([, words]) => (words ?? '').replace(/^--settings \S+ /, ''),
  )
}

it.each(PAGES)('%s names no command and no option that is not there', async (name) => {
  for (const words of commandsIn(textOf(name))) {
    const [command = '', ...others] = words.split(/\s+/)
    // A sentence about the program, the unit or the account, and no command.
    if (!Object.hasOwn(COMMANDS, command)) continue
    const { options } = (await COMMANDS[command]?.load()) ?? { options: {} }
    const known = new Set(Object.keys({ ...options, ...OF_EACH }))
    const named = others.flatMap((word) => /^\[?--([a-z][a-z-]*)/.exec(word)?.[1] ?? [])
    expect(
      named.filter((option) => !known.has(option)),
      words,
    ).toEqual([])
  }
})

it('the operator’s page names many', () => {
  expect(commandsIn(textOf('operator.md')).length).toBeGreaterThan(25)
})
