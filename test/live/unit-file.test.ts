import { appendFile, chmod, mkdtemp, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startDovecot } from '../../demo/dovecot.ts'
import { freePort } from '../../demo/ports.ts'
import { startSmtpSink } from '../../demo/smtp-sink.ts'
import { systemClock } from '../../src/adapters/clock/system.ts'
import { tellManager } from '../../src/app/tell-manager.ts'
import { ADDRESS, flags, MAIL, PATH, SAID } from './a-beginning.ts'
import { startUnit, toldAt, unitFile } from './a-unit.ts'
import { recepisse } from './command.ts'
import { until } from './processes.ts'

/** A folder that other accounts may look into, as /etc is. */
async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-etc-'))
  await chmod(folder, 0o755)
  return folder
}

it('what « init --systemd » writes and the unit start together: told ready, watched, stopped in good order', async () => {
  const root = await openFolder()
  const etc = join(root, 'etc')
  await using dovecot = await startDovecot(await mkdtemp(join(tmpdir(), 'recepisse-unit-imap-')), ADDRESS)
  await using sink = await startSmtpSink(join(root, 'letters'), 0, 'une phrase')
  const servers = {
    IMAP_PORT: String(dovecot.port),
    IMAP_SECURITY: 'none',
    SMTP_PORT: String(sink.port),
    SMTP_SECURITY: 'none',
    RECEPISSE_HEALTH_PORT: String(await freePort()),
  }
  const first = await recepisse({ PATH, ...servers }, 'init', etc, '--systemd', ...flags(SAID))
  expect(first.said).toContain('systemctl enable --now recepisse')
  expect((await stat(etc)).mode & 0o777).toBe(0o755)
  expect((await stat(join(etc, 'secrets'))).mode & 0o777).toBe(0o700)
  await writeFile(join(etc, 'secrets', 'imap'), `${dovecot.password}\n`)
  await writeFile(join(etc, 'secrets', 'smtp'), 'une phrase\n')
  const lines = Object.entries(servers).map(([name, value]) => `${name}=${value}\n`)
  await appendFile(join(etc, 'recepisse.env'), lines.join(''))

  await using unit = await startUnit(etc, join(root, 'state'))
  const ready = until(async () => unit.told().includes('READY=1'), 60_000)
  await Promise.race([ready, unit.ended.then(() => Promise.reject(new Error(unit.said())))])
  await until(async () => unit.told().filter((word) => word === 'WATCHDOG=1').length >= 2)
  await dovecot.deliver(Buffer.from(MAIL), systemClock().now())
  await until(async () => sink.letters.length > 0)
  // KillMode=mixed: the main process alone is asked to end.
  expect((await unitFile())('KillMode')).toEqual(['mixed'])
  unit.service.kill('SIGTERM')
  expect(await unit.ended).toBe(0)
  expect(unit.said(), 'nothing ended before its time').not.toMatch(/redis-ended|process-ended/)
})

it('a configuration that must be mended first is not started again and again', async () => {
  const root = await openFolder()
  const etc = join(root, 'etc')
  await recepisse({ PATH }, 'init', etc, '--systemd', ...flags(SAID))
  await appendFile(join(etc, 'recepisse.env'), 'RECEPISSE_POLL_SECONDS=0\n')
  await using unit = await startUnit(etc, join(root, 'state'))
  const status = await unit.ended
  expect(unit.said()).toContain('RECEPISSE_POLL_SECONDS')
  expect((await unitFile())('RestartPreventExitStatus')[0]?.split(' ')).toContain(String(status))
})

it('only what moves is said to go on', async () => {
  const { path, teller, told } = await toldAt(join(await openFolder(), 'notify'))
  try {
    let asked = 0
    const standsStill = 3
    const isMoving = () => {
      asked += 1
      return asked > standsStill
    }
    const manager = { socket: path, watchdogMs: 600 }
    using _telling = await tellManager(manager, { LOG_LEVEL: 'error' }, isMoving)
    await until(async () => told().includes('WATCHDOG=1'))
    expect(told()[1]).toBe('READY=1')
    expect(asked).toBeGreaterThan(standsStill)
  } finally {
    teller.kill('SIGKILL')
  }
})
