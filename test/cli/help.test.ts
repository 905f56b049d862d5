import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts')

async function said(...words: string[]): Promise<string> {
  return (await promisify(execFile)(process.execPath, [MAIN, ...words], { env: {} })).stdout
}

describe.each(Object.entries(COMMANDS))('recepisse %s --help', (name, { summary, load }) => {
  it('tells what it is for and every option, and no other', async () => {
    const text = await said(name, '--help')
    const { options, usage } = await load()
    expect(usage.startsWith(name)).toBe(true)
    expect(text).toContain(summary)
    const named = new Set([...text.matchAll(/--([a-z][a-z-]*)/g)].map((match) => match[1] ?? ''))
    expect([...named].sort()).toEqual(Object.keys(options).sort())
  })
})

it('without a command, the commands are listed in the order in which they are explained', async () => {
  const text = await said('--help')
  const listed = [...text.matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1])
  expect(listed).toEqual(Object.keys(COMMANDS))
})
