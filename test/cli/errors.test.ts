import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'recepisse-errors-'))
const CALL = join(ROOT, 'demo/call.yaml')

function recepisse(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), ...words], {
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      RECEPISSE_CALL: CALL,
      RECEPISSE_DATA: join(folder, 'data'),
      ...environment,
    },
  })
  return { status, said: `${stdout}${stderr}` }
}

const BY = ['--by', 'Agent A', '--reason', 'essai']
const FULL = join(folder, 'full')
mkdirSync(FULL)
writeFileSync(join(FULL, 'mine'), '')
const UNOPENABLE = join(folder, 'unopenable')
mkdirSync(join(UNOPENABLE, 'run.lock'), { recursive: true })
const NO_CALL = join(folder, 'no-call.yaml')
const BROKEN = join(folder, 'broken.yaml')
writeFileSync(BROKEN, 'id: [\n')
const JUNK = join(folder, 'junk')
mkdirSync(JUNK)
writeFileSync(
  join(JUNK, 'register.db'),
  'this is no database, and long enough to be looked at as if it were one'.repeat(20),
)
const NEWER = join(folder, 'newer')

/** Exit code 2 is for what stands in the words or the settings, 1 for what could not be done. */
const CASES: readonly (readonly [
  string,
  readonly string[],
  Readonly<Record<string, string>>,
  number,
  RegExp,
])[] = [
  ['no such command', ['liste'], {}, 2, /there is no command « liste »/],
  ['no such option', ['list', '--jsonn'], {}, 2, /Unknown option '--jsonn'[\s\S]*recepisse list --help/],
  [
    'a settings file that is not there',
    ['list', '--settings', join(folder, 'none')],
    {},
    2,
    /none: this settings file cannot be read/,
  ],
  [
    'a call file that is not there',
    ['list'],
    { RECEPISSE_CALL: NO_CALL },
    2,
    /no-call\.yaml: this call file cannot be read/,
  ],
  ['a call file that is no YAML', ['list'], { RECEPISSE_CALL: BROKEN }, 2, /broken\.yaml:2:1: /],
  ['a setting out of bounds', ['list'], { RECEPISSE_POLL_SECONDS: '0' }, 2, /RECEPISSE_POLL_SECONDS: /],
  [
    'a secret file that is not there',
    ['list'],
    { IMAP_PASSWORD_FILE: join(folder, 'none') },
    2,
    /IMAP_PASSWORD_FILE names a file that cannot be read/,
  ],
  [
    'mail over a line without TLS',
    ['check'],
    { IMAP_HOST: 'imap.example.org', IMAP_SECURITY: 'none' },
    2,
    /IMAP_SECURITY: « none » is for a server on this machine/,
  ],
  [
    'half of an OpenID provider',
    ['run', '--only', 'console'],
    { RECEPISSE_OIDC_ISSUER: 'http://example.org' },
    2,
    /RECEPISSE_OIDC_ISSUER: people sign in there: an https address/,
  ],
  [
    'no such process',
    ['run', '--only', 'lecteur'],
    {},
    2,
    /--only takes office, mailbox, sender, console; there is no « lecteur »/,
  ],
  [
    'a data folder that cannot be made',
    ['run', '--only', 'office'],
    { RECEPISSE_DATA: join(FULL, 'mine', 'data') },
    1,
    /cannot write into .*data: give it the folder/,
  ],
  [
    'a data folder whose files cannot be opened',
    ['run', '--only', 'office'],
    { RECEPISSE_DATA: UNOPENABLE },
    1,
    /cannot write into .*unopenable: give it the folder/,
  ],
  [
    'the same, told by check',
    ['check'],
    { RECEPISSE_DATA: join(FULL, 'mine', 'data') },
    1,
    /FAIL {2}data folder: .*cannot write into/,
  ],
  ['an application that is not there', ['show', 'TI22-ZZZZZ'], {}, 1, /TI22-ZZZZZ/],
  [
    'an instant that is none',
    ['rectify', 'TI22-ZZZZZ', '--received-at', 'hier', ...BY],
    {},
    2,
    /received-at/,
  ],
  [
    'an act by nobody',
    ['release', 'TI22-ZZZZZ', '--reason', 'x'],
    {},
    2,
    /--by is needed: it is kept in the history for good/,
  ],
  ['nothing to release', ['release', 'TI22-ZZZZZ', ...BY], {}, 1, /TI22-ZZZZZ|nothing/],
  ['nothing to resume', ['resume', '--by', 'Agent A'], {}, 1, /nothing was stopped/],
  [
    'no such account',
    ['account', 'close', '--email', 'x@example.org', '--by', 'Agent A'],
    {},
    1,
    /there is no such account/,
  ],
  [
    'a role that is none',
    ['account', 'add', '--email', 'x@example.org', '--role', 'chef'],
    {},
    2,
    /--role takes reader, staff, administrator/,
  ],
  [
    'a folder that is not empty',
    ['disclose', 'TI22-ZZZZZ', '--out', FULL],
    {},
    1,
    /full is not empty: name a new folder/,
  ],
  [
    'a call that is not over',
    ['close', ...BY, '--out', join(folder, 'r.pdf')],
    { RECEPISSE_CLOCK_OFFSET_MS: String(Date.UTC(2022, 10, 1) - Date.now()) },
    1,
    /the deadline has not passed/,
  ],
  [
    'a backup that is none',
    ['restore', '--from', FULL],
    { RECEPISSE_DATA: join(folder, 'fresh') },
    1,
    /this folder holds no backup/,
  ],
  ['mails that are not there', ['replay', join(folder, 'none')], {}, 2, /none/],
  [
    'a scan that is not there',
    [
      'post',
      '--arrived',
      '2022-11-22T10:00',
      '--received-by',
      'Agent A',
      '--by',
      'Agent B',
      join(folder, 'none.pdf'),
    ],
    {},
    2,
    /none\.pdf: this scan cannot be read/,
  ],
  ['a receipt that is none', ['verify', join(FULL, 'mine')], {}, 1, /mine/],
  ['a register that is damaged', ['list'], { RECEPISSE_DATA: JUNK }, 1, /damaged|database/],
  ['a register of a newer program', ['list'], { RECEPISSE_DATA: NEWER }, 2, /newer/],
  [
    'a database that is away',
    ['list'],
    { DATABASE_URL: 'postgres://127.0.0.1:9/x', RECEPISSE_INSTANCE: 'poste-1' },
    1,
    /database/,
  ],
]

describe('what is told when it cannot be done', () => {
  it.each(CASES)('%s', (name, words, environment, status, told) => {
    if (name === 'a register of a newer program') {
      recepisse(['list'], { RECEPISSE_DATA: NEWER })
      using register = new DatabaseSync(join(NEWER, 'register.db'))
      register.exec('update schema_version set version = version + 1000')
    }
    const answer = recepisse(words, environment)
    expect(answer.said).toMatch(told)
    expect(answer.said, 'no stack').not.toMatch(/^\s+at .*:\d+:\d+\)?$/m)
    expect(answer.status).toBe(status)
  })
})
