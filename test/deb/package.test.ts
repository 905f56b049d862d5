import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFile, copyFile, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, it } from 'vitest'
import { startDovecot } from '../../demo/dovecot.ts'
import { freePort } from '../../demo/ports.ts'
import { startSmtpSink } from '../../demo/smtp-sink.ts'
import { systemClock } from '../../src/adapters/clock/system.ts'
import { COMMANDS } from '../../src/cli/commands.ts'
import { toldSettings } from '../../src/settings/told-settings.ts'
import { ADDRESS, flags, MAIL, SAID } from '../live/a-beginning.ts'
import { until } from '../live/processes.ts'
import { type Debian, SUITES, startDebian } from './a-debian.ts'
import { built, LATER } from './a-package.ts'

const run = promisify(execFile)
const debs = inject('packages')

it('two builds of one commit are the same bytes', async () => {
  const again = await built({ TZ: 'Indian/Reunion', LANG: 'fr_FR.UTF-8' })
  const sum = async (path: string) =>
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  expect(await sum(again)).toBe(await sum(debs.first))
})

it('it holds no test, no demonstration, and no package of developers', async () => {
  const { stdout } = await run('dpkg-deb', ['--contents', debs.first], { maxBuffer: 2 ** 26 })
  const ours = stdout.split('\n').map((line) => line.split('./usr/lib/recepisse/')[1] ?? '')
  const others = /^(test|demo|bench|docs|node_modules\/(vitest|typescript|playwright-core|rolldown))\//
  expect(ours.filter((path) => others.test(path))).toEqual([])
  expect(ours).toContain('src/cli/main.ts')
})

/** Everything of the program, or of its account, on the whole machine. */
async function left(debian: Debian): Promise<readonly string[]> {
  const seen = `find / -xdev \\( -path '*recepisse*' -o -user recepisse -o -nouser \\) -not -type d -printf '%p\\n'`
  return (await debian.shell(seen)).said.trim().split('\n')
}

async function installed(debian: Debian, deb: string): Promise<string> {
  await copyFile(deb, join(debian.root, 'root', basename(deb)))
  const told = await debian.shell(`apt-get install -y --no-install-recommends ./${basename(deb)}; rm ./*.deb`)
  expect(told, told.said).toMatchObject({ status: 0 })
  return told.said
}

async function expectManual(debian: Debian): Promise<void> {
  await debian.shell('apt-get install -y --no-install-recommends man-db bsdextrautils')
  const pages = { recepisse: Object.keys(COMMANDS), 'recepisse.env': toldSettings().map(({ name }) => name) }
  for (const [page, told] of Object.entries(pages)) {
    const { status, said } = await debian.shell(
      `MANWIDTH=100 MAN_KEEP_FORMATTING= man --warnings -P cat ${page}`,
    )
    expect(status, said).toBe(0)
    expect(said).not.toContain('warning:')
    for (const one of told) expect(said).toContain(one)
  }
  const completed = await debian.run(
    'bash',
    '-c',
    '. /usr/share/bash-completion/completions/recepisse; COMP_WORDS=(recepisse backup --k); COMP_CWORD=2; _recepisse; echo "$COMPREPLY"',
  )
  expect(completed.said).toBe('--keep\n')
}

async function state(debian: Debian, property: string): Promise<string> {
  return (await debian.run('systemctl', 'show', '--value', '--property', property, 'recepisse')).said.trim()
}

it.each(SUITES)(
  '%s: installed, set up, started by its systemd, upgraded at work, removed, purged, installed again',
  async (suite) => {
    await using dovecot = await startDovecot(await mkdtemp(join(tmpdir(), 'recepisse-deb-imap-')), ADDRESS)
    await using sink = await startSmtpSink(undefined, 0, 'une phrase')
    await using debian = await startDebian(suite)
    const etc = join(debian.root, 'etc/recepisse')
    const passwords = async () => {
      await writeFile(join(etc, 'secrets/imap'), `${dovecot.password}\n`)
      await writeFile(join(etc, 'secrets/smtp'), 'une phrase\n')
    }
    const answered = async (id: string, letters: number) => {
      const mail = MAIL.replaceAll(/(une|contact)@candidat/g, `${id}@candidat`).replaceAll('des Essais', id)
      await dovecot.deliver(Buffer.from(mail), systemClock().now())
      await until(async () => sink.letters.length === letters, 60_000)
    }

    await installed(debian, debs.first)
    expect(await state(debian, 'ActiveState'), 'nobody has said that it should run').toBe('inactive')
    expect(await state(debian, 'UnitFileState')).toBe('disabled')
    await expectManual(debian)
    const begun = await debian.run('recepisse', 'init', '--systemd', ...flags(SAID))
    expect(begun.said).toContain('Then: systemctl enable --now recepisse\n')
    expect(begun.said).toMatch(/ok {4}call: [\s\S]*FAIL {2}mailbox: /)
    const servers = {
      IMAP_PORT: dovecot.port,
      IMAP_SECURITY: 'none',
      SMTP_PORT: sink.port,
      SMTP_SECURITY: 'none',
    }
    const lines = Object.entries({ ...servers, RECEPISSE_HEALTH_PORT: await freePort() })
    await appendFile(join(etc, 'recepisse.env'), lines.map(([name, value]) => `${name}=${value}\n`).join(''))
    await passwords()
    const started = await debian.run('systemctl', 'enable', '--now', 'recepisse')
    expect(
      started.status,
      `${started.said}\n${(await debian.run('journalctl', '-u', 'recepisse')).said}`,
    ).toBe(0)
    await answered('une', 1)
    const first = await state(debian, 'MainPID')
    const account = (await debian.run('id', '-u', 'recepisse')).said.trim()
    expect((await debian.run('stat', '-c', '%u', `/proc/${first}`)).said.trim()).toBe(account)
    expect((await debian.run('stat', '-c', '%U %a', '/var/lib/recepisse')).said).toBe('recepisse 700\n')

    await installed(debian, debs.later)
    expect((await debian.run('dpkg', '-s', 'recepisse')).said).toContain(`Version: ${LATER}\n`)
    expect(await state(debian, 'ActiveState')).toBe('active')
    expect(await state(debian, 'MainPID')).not.toBe(first)
    await answered('deux', 2)

    expect((await debian.run('apt-get', 'remove', '-y', 'recepisse')).status).toBe(0)
    expect(await state(debian, 'ActiveState')).toBe('inactive')
    const purged = await debian.run('apt-get', 'purge', '-y', 'recepisse')
    expect(purged.said).toContain('/var/lib/recepisse is left: register, mails and keys are evidence')
    const remains = await left(debian)
    expect(remains.filter((path) => !path.startsWith('/var/lib/recepisse/')).toSorted()).toEqual([
      '/etc/recepisse/call.yaml',
      '/etc/recepisse/recepisse.env',
    ])
    expect(remains).toContain('/var/lib/recepisse/register.db')

    await installed(debian, debs.later)
    await debian.run('mkdir', '-m', '700', '-p', '/etc/recepisse/secrets')
    await passwords()
    expect((await debian.run('systemctl', 'enable', '--now', 'recepisse')).status).toBe(0)
    await answered('trois', 3)
    const { said } = await debian.run('recepisse', 'list')
    expect(said.match(/AAH\d\d-/g), said).toHaveLength(3)
    const owners = await debian.shell('find /var/lib/recepisse -not -user recepisse')
    expect(owners.said, 'a command that root calls works as the service’s account').toBe('')
  },
)
