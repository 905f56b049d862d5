import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '../../demo/ports.ts'
import { clockOffset, offsetIn } from '../../src/adapters/clock/offset.ts'
import { isWrong } from '../../src/register/clock.ts'
import { endGroup } from './processes.ts'

const running: ChildProcess[] = []

/** A time server of the test's own; `ahead`: seconds by which its time is wrong. */
function timeServer(port: number, ahead: number): void {
  start(
    ['faketime', '-f', `+${ahead}s`, 'chronyd'],
    ['local stratum 5', 'allow 127.0.0.1', `port ${port}`, 'bindaddress 127.0.0.1', 'cmdport 0'],
  )
}

/** A chronyd that follows it and never touches this machine's clock (-x). Returns the port at which it can be asked. */
async function follower(port: number): Promise<number> {
  const asked = await freePort()
  start(
    ['chronyd'],
    [
      `server 127.0.0.1 port ${port} iburst minpoll 0 maxpoll 1`,
      'port 0',
      `cmdport ${asked}`,
      'bindcmdaddress 127.0.0.1',
    ],
  )
  return asked
}

function start(command: readonly string[], configuration: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'recepisse-clock-'))
  const path = join(folder, 'chrony.conf')
  writeFileSync(path, [...configuration, `pidfile ${folder}/pid`, `driftfile ${folder}/drift`, ''].join('\n'))
  const [program = '', ...words] = command
  // In a group of its own: chronyd has a helper process that outlives it.
  running.push(
    spawn(program, [...words, '-x', '-d', '-u', 'root', '-f', path], {
      stdio: 'ignore',
      detached: true,
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
    }),
  )
}

/** The first measure that `holds`: chrony needs a few samples before it says how wrong a clock is. */
async function measured(port: number, holds: (offset: number) => boolean): Promise<number> {
  const giveUpAt = performance.now() + 30_000
  while (performance.now() < giveUpAt) {
    const offset = await clockOffset(port)
    if (offset !== null && holds(offset)) return offset
    await delay(200)
  }
  throw new Error('chrony did not measure that within 30 s')
}

afterEach(async () => {
  await Promise.all(running.splice(0).map(endGroup))
})

describe('the machine’s clock', () => {
  it('is right beside a time server that agrees', async () => {
    const port = await freePort()
    timeServer(port, 0)
    const asked = await follower(port)
    expect(isWrong(await measured(asked, () => true))).toBe(false)
  })

  it('is wrong beside a time server three seconds ahead', async () => {
    const port = await freePort()
    timeServer(port, 3)
    const asked = await follower(port)
    const offset = await measured(asked, isWrong)
    expect(offset).toBeGreaterThan(-3_100)
    expect(offset).toBeLessThan(-2_900)
  })

  it('is unknown without a reference', () => {
    expect(offsetIn('00000000,,0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,1.0,1.0,0.0,Not synchronised')).toBeNull()
    expect(offsetIn('506 Cannot talk to daemon')).toBeNull()
  })
})
