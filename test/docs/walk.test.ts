import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = new URL('../../', import.meta.url)
const page = readFileSync(fileURLToPath(new URL('ARCHITECTURE.md', root)), 'utf8')
const walk = page.slice(page.indexOf('### A walk'), page.indexOf('## The house'))
const steps = [...walk.matchAll(/^(\d+)\. `(src\/[^`]+)`, `(\w+)`:/gm)].map(
  ([, number, file = '', name = '']) => ({
    number: Number(number),
    file,
    name,
    room: file.split('/')[1] ?? '',
  }),
)

it('the walk for newcomers leads through functions that are there', async () => {
  expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1))
  expect(steps.length).toBeGreaterThan(6)
  for (const { file, name } of steps) {
    const found = (await import(new URL(file, root).href)) as Readonly<Record<string, unknown>>
    expect(found[name], `${file}: ${name}`).toBeTypeOf('function')
  }
})

it('enters each room once', () => {
  const rooms = steps.map(({ room }) => room)
  expect(new Set(rooms).size).toBe(rooms.length)
  for (const room of ['mail', 'documents', 'dossier', 'verdict', 'acknowledgement', 'proof'])
    expect(rooms).toContain(room)
})
