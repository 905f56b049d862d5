import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ReplayLine } from '../../src/cli/replay-line.ts'
import { EXPECTED } from '../demo/expected.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'recepisse-replay-'))

function recepisse(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), ...words], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  })
  return { status, stdout, stderr }
}

function replayed(...paths: string[]): ReplayLine[] {
  const { status, stdout, stderr } = recepisse('replay', '--json', ...paths)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
    .trim()
    .split('\n')
    .map((line) => ReplayLine.parse(JSON.parse(line)))
}

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('replay --json', () => {
  const lines = replayed(join(ROOT, 'demo/mails'))

  it('has a line of the contract for each mail, in order of receipt', () => {
    expect(lines.map((line) => line.file.replace('.eml', '')).sort()).toEqual(Object.keys(EXPECTED).sort())
    expect(lines.map((line) => line.receivedAt)).toEqual(lines.map((line) => line.receivedAt).sort())
  })

  it('agrees with the careful clerk on fates, verdicts and answers', () => {
    for (const line of lines) {
      const golden = EXPECTED[line.file.replace('.eml', '')]
      if (golden === undefined) throw new Error(line.file)
      expect(line.kind, line.file).toBe(golden.fate === 'bounce' ? 'automatic' : golden.fate)
      if (golden.completeness !== undefined) expect(line.completeness, line.file).toBe(golden.completeness)
      if (golden.timeliness !== undefined) expect(line.timeliness, line.file).toBe(golden.timeliness)
      // Replay has no backlog: each mail is concluded as if it had just come (decision 2).
      const expected = golden.answer === 'held 15-backlog' ? 'sent' : golden.answer
      const { acknowledgement } = line
      expect(
        acknowledgement.send ? 'sent' : `${acknowledgement.held ? 'held' : 'no'} ${acknowledgement.reason}`,
        line.file,
      ).toBe(expected)
    }
  })

  it('shows one application for all its mails', () => {
    const numbers = (...names: string[]) =>
      new Set(names.map((name) => lines.find((line) => line.file.startsWith(name))?.application))
    expect(numbers('04', '05').size).toBe(1)
    expect(numbers('02', '09').size).toBe(1)
    expect(numbers('13', '14').size).toBe(2)
  })

  it('answers one bare address', () => {
    for (const { acknowledgement } of lines)
      if (acknowledgement.send) expect(acknowledgement.to).toMatch(/^[^\s<>]+@[^\s<>]+$/)
  })

  it('has a line for mails that are hardly mails', () => {
    const files = [
      written('empty.eml', ''),
      written('noise.eml', Buffer.from([0, 255, 254, 13, 10, 0, 7])),
      written('headers-only.eml', 'Subject: x\r\n\r\n'),
    ]
    const kinds = Object.fromEntries(replayed(...files).map((line) => [line.file, line.kind]))
    expect(Object.keys(kinds).sort()).toEqual(['empty.eml', 'headers-only.eml', 'noise.eml'])
    expect(kinds['empty.eml']).toBe('quarantined')
  })

  it('takes the same bytes for a copy that is not answered again', () => {
    const raw = readFileSync(join(ROOT, 'demo/mails/02-complete-fillable-form.eml'))
    const [first, copy] = replayed(written('a.eml', raw), written('b.eml', raw))
    expect(first?.kind).toBe('application')
    expect({
      kind: copy?.kind,
      application: copy?.application,
      acknowledgement: copy?.acknowledgement,
    }).toEqual({
      kind: 'duplicate',
      application: first?.application,
      acknowledgement: { send: false, held: false, reason: '01-already-acknowledged' },
    })
  })

  it('reads an mbox', () => {
    const mail = readFileSync(join(ROOT, 'demo/mails/23-question.eml'), 'latin1')
    const other = readFileSync(join(ROOT, 'demo/mails/19-invoice.eml'), 'latin1')
    const path = written(
      'mails.mbox',
      Buffer.from(
        `From a@b Wed Nov 23 07:55:00 2022\n${mail}\n\nFrom a@b Wed Nov 23 07:55:00 2022\n${other}\n`,
        'latin1',
      ),
    )
    expect(replayed(path).map((line) => [line.file, line.kind])).toEqual([
      ['mails.mbox#2', 'unrelated'],
      ['mails.mbox#1', 'inquiry'],
    ])
  })
})

describe('the command line', () => {
  it.each([
    ['an unknown command', ['dance'], 2, /no command « dance »/],
    ['an unknown option', ['replay', '--fast', '.'], 2, /--fast/],
    ['nothing to replay', ['replay'], 2, /name the mails/],
    ['a path that is not there', ['replay', '/no/such/folder'], 2, /no such file/],
    [
      'a call file that is none',
      ['replay', '--call', join(ROOT, 'package.json'), '.'],
      2,
      /package\.json:\d+:\d+/,
    ],
    ['no format', ['export'], 2, /--format csv/],
  ])('says what to do for %s, and ends with %s', (_, words, status, message) => {
    const result = recepisse(...words)
    expect(result.status).toBe(status)
    expect(result.stderr).toMatch(message)
    expect(result.stdout).toBe('')
  })

  it.each(['run', 'check', 'replay', 'list', 'show', 'export', 'audit', 'digest', 'schema'])(
    'explains %s with --help',
    (name) => {
      const { status, stdout } = recepisse(name, '--help')
      expect(status).toBe(0)
      expect(stdout).toContain(`recepisse ${name}`)
    },
  )

  it('tells its version', () => {
    expect(recepisse('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
