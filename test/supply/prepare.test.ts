import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const NOBODY = 65_534

/** A machine with a shell and little more: the program's scripts, and the commands named. */
function bareMachine(commands: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'recepisse-bare-'))
  for (const path of ['bin', 'program/bin']) mkdirSync(join(folder, path), { recursive: true })
  for (const name of ['prepare.sh', 'node.sh'])
    cpSync(join(ROOT, 'bin', name), join(folder, 'program/bin', name))
  for (const name of ['sh', 'dirname', 'id', 'uname'])
    symlinkSync(`/usr/bin/${name}`, join(folder, 'bin', name))
  for (const [name, text] of Object.entries(commands)) {
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${text}\n`)
    chmodSync(join(folder, 'bin', name), 0o755)
  }
  chmodSync(folder, 0o755)
  return (account: number, ...words: string[]) => {
    const { status, stderr } = spawnSync('/bin/sh', [join(folder, 'program/bin/prepare.sh'), ...words], {
      env: { PATH: join(folder, 'bin') },
      encoding: 'utf8',
      ...(userInfo().uid === 0 ? { uid: account, gid: account } : {}),
    })
    return { status, stderr }
  }
}

const WANTED = ['no-such-a=first', 'no-such-b=second', 'no-such-c=first', 'sh=dash', '--', 'true']

it('npm and what else is missing is told before anything is fetched, each once, in one command', () => {
  const { status, stderr } = bareMachine()(NOBODY, ...WANTED)
  expect(status).toBe(1)
  expect(stderr).toBe(
    'Missing: npm first second. Have an administrator of this machine install them, then start again:\n' +
      '  apt-get install -y --no-install-recommends npm first second\n',
  )
})

it.runIf(userInfo().uid === 0)('root is told of npm too, which brings hundreds of packages', () => {
  const { status, stderr } = bareMachine({ 'apt-get': 'echo installed >&2' })(0, ...WANTED)
  expect(status).toBe(1)
  expect(stderr).toBe(
    'Missing: npm first second. Install them, then start again:\n' +
      '  apt-get install -y --no-install-recommends npm first second\n',
  )
})

it('with npm there, what an ordinary user may not install is told before npm fetches', () => {
  const { status, stderr } = bareMachine({ npm: 'echo fetched >&2; exit 7' })(NOBODY, ...WANTED)
  expect(status).toBe(1)
  expect(stderr).not.toContain('fetched')
  expect(stderr).toContain('install -y --no-install-recommends first second\n')
})

it('where nothing is missing npm fetches, and what it complains of is heard', () => {
  const { status, stderr } = bareMachine({ npm: 'echo a complaint >&2; exit 7' })(
    NOBODY,
    'sh=dash',
    '--',
    'true',
  )
  expect(status).toBe(7)
  expect(stderr).toContain('a complaint')
})
