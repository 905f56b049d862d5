import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import {
  demonstrationCall,
  spawnService,
  startDemonstration,
  untilReady,
  untilSettled,
} from '../../demo/demonstration.ts'
import { aCandidature } from './a-mail.ts'
import { recepisse } from './command.ts'
import { expectArchiveAgrees, expectBalance, expectLettersOnce } from './observed.ts'
import { endGroup, until } from './processes.ts'

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const WITHIN_MS = 120_000
const rooms: ChildProcess[] = []
afterAll(async () => {
  await Promise.all(rooms.map(endGroup))
})

function mayBeAlone(): boolean {
  return spawnSync('unshare', ['--user', '--map-root-user', '--net', '--', '/usr/bin/true']).status === 0
}

function hasNetwork(): boolean {
  return Object.values(networkInterfaces()).some((all) => all?.some(({ internal }) => !internal))
}

/** As a container without network does: nothing but a loopback that leads nowhere. */
function aRoom(socket: string): ChildProcess {
  const program = [process.execPath, MAIN, 'readers', '--at', socket]
  const room = spawn('unshare', ['--user', '--map-root-user', '--net', '--', ...program], {
    env: { PATH: process.env['PATH'], RECEPISSE_WALL: 'runtime' },
    stdio: 'ignore',
    detached: true,
  })
  rooms.push(room)
  return room
}

it.runIf(mayBeAlone())(
  'reads for a service that opens no document itself; while nobody is there mails wait, and nothing is lost',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'recepisse-room-'))
    const socket = join(folder, 'readers.sock')
    await using demonstration = await startDemonstration(demonstrationCall(), folder, {
      service: false,
      environment: { RECEPISSE_READERS: socket },
    })
    const { dovecot, world, environment } = demonstration
    const service = spawnService(folder, environment)
    try {
      const port = environment['RECEPISSE_HEALTH_PORT'] ?? ''
      await untilReady(service, port)
      const told = await fetch(`http://127.0.0.1:${port}/readyz`)
      expect(await told.json()).toMatchObject({ wall: 'reading room' })
      await dovecot.deliver((await aCandidature(1)).raw, world.clock.now())
      await until(async () => (await world.register.mails(null)).length === 1, WITHIN_MS)
      expect((await recepisse(environment, 'check')).said).toContain('no reading room answers')
      const room = aRoom(socket)
      await untilSettled(world, 1, WITHIN_MS, () => undefined)
      await endGroup(room)
      await dovecot.deliver((await aCandidature(2)).raw, world.clock.now())
      aRoom(socket)
      await untilSettled(world, 2, WITHIN_MS, () => undefined)
    } finally {
      await endGroup(service)
    }
    await expectBalance(demonstration, 2)
    await expectArchiveAgrees(demonstration)
    expect((await expectLettersOnce(demonstration)).letters).toBe(2)
  },
)

it.runIf(hasNetwork())('a room from which a network can be reached does not open', async () => {
  const socket = join(await mkdtemp(join(tmpdir(), 'recepisse-window-')), 'readers.sock')
  const room = spawn(process.execPath, [MAIN, 'readers', '--at', socket], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  room.stderr.on('data', (data) => {
    said += data
  })
  const code = await new Promise((resolve) => room.once('exit', resolve))
  expect([code, said]).toEqual([1, expect.stringContaining('network_mode: none')])
})
