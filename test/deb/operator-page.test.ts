import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, chmod, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, it } from 'vitest'
import { startDovecot } from '../../demo/dovecot.ts'
import { freePort } from '../../demo/ports.ts'
import { startSmtpSink } from '../../demo/smtp-sink.ts'
import { systemClock } from '../../src/adapters/clock/system.ts'
import { Beginning } from '../../src/settings/first-files.ts'
import { ADDRESS, MAIL, SAID } from '../live/a-beginning.ts'
import { until } from '../live/processes.ts'
import { type Debian, startDebian } from './a-debian.ts'

const ROOT = resolve(import.meta.dirname, '../..')
/** The page's blocks, by the words of their fences. */
const WAYS = ['sh', 'sh without the package'] as const

/** The commands of the page’s blocks of a kind, in their order. */
async function commandsOfPage(way: (typeof WAYS)[number]): Promise<readonly string[]> {
  const page = await readFile(join(ROOT, 'docs/operator.md'), 'utf8')
  const blocks = [...page.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)]
  expect(new Set(blocks.map(([, words]) => words)), 'all are walked').toEqual(new Set(WAYS))
  return blocks
    .filter(([, words]) => words === way)
    .flatMap(([, , lines = '']) =>
      lines
        .trim()
        .replaceAll(/\\\n\s*/g, '')
        .split('\n'),
    )
}

/** Answers each question of « init », on a terminal, as it is asked. */
async function answering(debian: Debian, command: string): Promise<string> {
  const answers = Object.entries(Beginning.shape).map(([name, { description = '' }]) => ({
    question: `${description}: `,
    answer: SAID[name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) as keyof typeof SAID],
  }))
  const [program = '', ...words] = await debian.entering('script', '-qec', command, '/dev/null')
  const asked = spawn(program, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  let said = ''
  asked.stdout.on('data', (data) => {
    said += data
    const next = answers[0]
    if (next === undefined || !said.trimEnd().endsWith(next.question.trimEnd())) return
    answers.shift()
    asked.stdin.write(`${next.answer}\r`)
  })
  await once(asked, 'close')
  expect(
    answers.map(({ question }) => question),
    said,
  ).toEqual([])
  return said
}

/** A Debian beside a mailbox and a submission server that are its own, and a person who edits files there. */
async function aMachine() {
  await using stack = new AsyncDisposableStack()
  const dovecot = stack.use(await startDovecot(await mkdtemp(join(tmpdir(), 'recepisse-page-')), ADDRESS))
  const sink = stack.use(await startSmtpSink(undefined, 0, 'une phrase'))
  const debian = stack.use(await startDebian('bookworm'))
  const servers = {
    ...{ IMAP_PORT: dovecot.port, IMAP_SECURITY: 'none', SMTP_PORT: sink.port, SMTP_SECURITY: 'none' },
    RECEPISSE_HEALTH_PORT: await freePort(),
  }
  const editor = join(debian.root, 'usr/local/bin/editor')
  await writeFile(
    editor,
    `#!/bin/sh\ncase "$1" in */imap) echo '${dovecot.password}' ;; */smtp) echo 'une phrase' ;; esac >"$1"\n`,
  )
  await chmod(editor, 0o755)
  let mails = 0
  const answered = async () => {
    mails += 1
    const own = MAIL.replaceAll(/(une|contact)@candidat/g, `c${mails}@candidat`)
    await dovecot.deliver(Buffer.from(own.replaceAll('des Essais', `n° ${mails}`)), systemClock().now())
    await until(async () => sink.letters.length === mails, 60_000)
  }
  const walk = async (command: string): Promise<string> => {
    if (/recepisse init/.test(command)) {
      const said = await answering(debian, command)
      const lines = Object.entries(servers).map((pair) => `${pair.join('=')}\n`)
      await appendFile(join(debian.root, 'etc/recepisse/recepisse.env'), lines.join(''))
      return said
    }
    const { status, said } = await debian.shell(command)
    const log = status === 0 ? '' : (await debian.run('journalctl', '--no-pager', '-n', '40')).said
    expect(status, `${command}\n${said}\n${log}`).toBe(0)
    if (/^systemctl (enable --now|start) recepisse/.test(command)) await answered()
    if (/recepisse list$/.test(command)) expect(said.match(/AAH\d\d-/g), said).toHaveLength(mails)
    return said
  }
  const moved = stack.move()
  return { debian, sink, answered, walk, [Symbol.asyncDispose]: () => moved.disposeAsync() }
}

it('the page’s commands, one after the other in a bare Debian, do what it says', async () => {
  const { first, later } = inject('packages')
  const debs = [first, later]
  await using machine = await aMachine()
  for (const command of await commandsOfPage('sh')) {
    const isInstalling = command.startsWith('apt-get install -y ./recepisse')
    const deb = isInstalling ? debs.shift() : undefined
    if (deb !== undefined) await copyFile(deb, join(machine.debian.root, 'root', basename(deb)))
    const said = await machine.walk(command)
    if (deb !== undefined) await rm(join(machine.debian.root, 'root', basename(deb)))
    if (isInstalling && debs.length === 0) await machine.answered()
    if (/recepisse init/.test(command)) expect(said).toMatch(/FAIL {2}mailbox: [\s\S]*FAIL {2}submission: /)
    if (command === 'recepisse check') expect(said).not.toContain('FAIL')
    if (command.startsWith('recepisse account add')) expect(said).toContain('/invitation/')
  }
  // Installed, upgraded, restored; and nobody was answered twice.
  const to = machine.sink.letters.map((letter) => letter.to.join())
  expect(new Set(to).size).toBe(3)
  expect(to).toHaveLength(3)
})

it('so do those for a program without a package, under an account that is made for it', async () => {
  await using machine = await aMachine()
  const { root } = machine.debian
  const { stdout } = await promisify(execFile)(
    'git',
    ['ls-files', 'bin', 'src', 'workers', 'config', 'deploy'],
    {
      cwd: ROOT,
    },
  )
  const files = [...stdout.trim().split('\n'), 'package.json', 'package-lock.json', 'node_modules', '.node']
  await promisify(execFile)('mkdir', [join(root, 'opt/recepisse')])
  await promisify(execFile)('cp', ['-a', '--parents', ...files, join(root, 'opt/recepisse')], { cwd: ROOT })
  for (const command of await commandsOfPage('sh without the package')) {
    await machine.walk(command)
    // What a Debian starts with the machine.
    if (command.startsWith('apt-get')) await machine.walk('systemctl start dbus.socket')
  }
  expect(machine.sink.letters).toHaveLength(1)
})
