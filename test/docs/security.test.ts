import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { environmentFor, PROCESSES } from '../../src/settings/secrets.ts'
import { readSettings } from '../../src/settings/settings.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(join(root, 'docs/security.md'), 'utf8')
const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('|---'))
const cellsOf = (row: string): readonly string[] =>
  row.split(' | ').map((cell) => cell.replaceAll('|', '').trim())
const quoted = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, one]) => one ?? '')

it('each promise of the page has a test that is there', () => {
  const promises = rows.map(cellsOf).filter((cells) => cells.length > 2 && cells.at(-1) !== 'tested by')
  expect(promises.length).toBeGreaterThan(25)
  for (const cells of promises) {
    const proofs = quoted(cells.at(-1) ?? '')
    expect(proofs, cells[0]).not.toEqual([])
    const files = proofs.filter((one) => one.includes('/'))
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([])
  }
})

it('each process is told what the page says, and nothing else', () => {
  const told = rows.map(cellsOf).filter((cells) => cells.length === 5)
  const named = quoted(told.map((cells) => cells[1]).join(' '))
  const everything = Object.fromEntries(named.map((secret) => [secret, `the ${secret}`]))
  for (const name of PROCESSES) {
    const cells = told.find(([process]) => process === `\`${name}\``)
    const secrets = Object.keys(environmentFor(name, readSettings({}), everything))
    expect([...quoted(cells?.[1] ?? '')].toSorted(), name).toEqual(
      secrets.filter((one) => named.includes(one)).toSorted(),
    )
  }
  expect(told.find(([process]) => process === 'readers')?.[1]).toBe('nothing')
})
