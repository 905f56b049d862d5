import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'recepisse-references-'))
execFileSync(process.execPath, [join(root, 'bin/references.mjs'), folder])

it.each(['call-file.md', 'settings.md'])('docs/%s says what the schema says, of every key', (name) => {
  const page = readFileSync(join(root, 'docs', name), 'utf8')
  expect(page, 'run node bin/references.mjs').toBe(readFileSync(join(folder, name), 'utf8'))
  const rows = page.split('\n').filter((line) => /^\| [`*\w]/.test(line) && !/^\| (key|name) /.test(line))
  const silent = rows.filter((row) => (row.split(' | ')[2] ?? '').replace(/[|\s]/g, '') === '')
  expect(rows.length).toBeGreaterThan(30)
  expect(silent).toEqual([])
})

it('docs/operator.md tells each failure as the catalogue does', () => {
  const page = readFileSync(join(root, 'docs', 'operator.md'), 'utf8')
  expect(page, 'run node bin/references.mjs').toBe(readFileSync(join(folder, 'operator.md'), 'utf8'))
  expect(page).toContain('| `imap-login-refused` |')
})
