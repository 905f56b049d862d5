import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')

/** As a shell of most systems starts it: what it writes would be readable by everybody. */
function recepisse(data: string, ...words: string[]): string {
  const command = 'umask 022; exec "$0" "$@"'
  const { stdout, stderr } = spawnSync(
    '/bin/sh',
    ['-c', command, process.execPath, join(ROOT, 'src/cli/main.ts'), ...words],
    {
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        RECEPISSE_CALL: join(ROOT, 'demo/call.yaml'),
        RECEPISSE_DATA: data,
        IMAP_HOST: '127.0.0.1',
        IMAP_PORT: '9',
        SMTP_HOST: '127.0.0.1',
        SMTP_PORT: '9',
      },
    },
  )
  return `${stdout}${stderr}`
}

const forOthers = (path: string) => statSync(path).mode & 0o077

it('nothing that a command writes can be opened by another account, whatever the shell allows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recepisse-rights-'))
  const data = join(folder, 'deep', 'data')
  recepisse(data, 'list')
  recepisse(data, 'form', '--out', join(folder, 'form.pdf'))
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  expect(written).toEqual(expect.arrayContaining(['deep/data/register.db', 'form.pdf']))
  expect(written.filter((name) => forOthers(join(folder, name)) !== 0)).toEqual([])
})

it('check complains about a data folder that others can look into, and says how to close it', () => {
  const data = mkdtempSync(join(tmpdir(), 'recepisse-rights-'))
  expect(recepisse(data, 'check')).toMatch(/ok {4}data folder: /)
  chmodSync(data, 0o750)
  const said = recepisse(data, 'check')
  expect(said).toMatch(/FAIL {2}data folder: other accounts of this machine/)
  expect(said).toContain(`chmod -R go= '${data}'`)
})
