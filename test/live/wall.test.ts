import { spawn } from 'node:child_process'
import { mkdtemp, readFile, readlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demonstration, demonstrationCall, startDemonstration } from '../../demo/demonstration.ts'
import { BUNDLED, programOf } from '../../src/adapters/compiled/program.ts'
import { readerBehind, type Wall, wallAtHand } from '../../src/adapters/readers/wall.ts'
import { isReader, processesBelow } from '../documents/corpus/memory.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
let demonstration: Demonstration

beforeAll(async () => {
  demonstration = await startDemonstration(
    demonstrationCall(),
    await mkdtemp(join(tmpdir(), 'recepisse-wall-')),
    { service: true },
  )
})
afterAll(() => demonstration[Symbol.asyncDispose]())

/**
 * What somebody would try who had taken a reader over. Each says in a line whether it came through. The program is opened
 * for writing and not written: without a wall all of it comes through.
 */
const HOSTILE = `
const [{ readFileSync, writeFileSync, readdirSync, openSync }, net, child] = await Promise.all(
  ['fs', 'net', 'child_process'].map((name) => import('node:' + name)))
const { data, root, bundle, ports, sockets } = JSON.parse(process.env.TARGETS)
const say = (what, how) => process.stdout.write(what + ' ' + how + '\\n')
function attempt(what, work) { try { work(); say(what, 'DONE') } catch { say(what, 'refused') } }
attempt('environment of others', () => {
  const others = readdirSync('/proc').filter((name) => /^\\d+$/.test(name) && Number(name) !== process.pid)
  if (!others.some((pid) => { try { return readFileSync('/proc/' + pid + '/environ').length > 0 } catch { return false } })) throw 0
})
attempt('signing key', () => readFileSync(data + '/signing.key'))
attempt('register', () => readFileSync(data + '/register.db'))
attempt('writing the register', () => openSync(data + '/register.db', 'r+'))
attempt('archive', () => readdirSync(data + '/archive'))
attempt('accounts of the machine', () => readFileSync('/etc/passwd'))
attempt('writing the program', () => openSync(root + '/src/base/ids.ts', 'r+'))
attempt('writing what runs', () => openSync(bundle + '/command-line.mjs', 'r+'))
attempt('writing its packages', () => openSync(root + '/node_modules/.package-lock.json', 'r+'))
attempt('writing anywhere', () => writeFileSync(data + '/hostile', 'x'))
attempt('starting a program', () => { if (child.spawnSync('/usr/bin/true').error) throw 0 })
attempt('ending another', () => process.kill(Number(process.env.VICTIM), 0))
for (const [name, to] of [...ports, ...sockets]) await new Promise((resolve) => {
  const socket = net.connect(to)
  socket.setTimeout(2000, () => socket.destroy(new Error('nobody')))
  socket.once('connect', () => { say(name, 'DONE'); socket.destroy(); resolve() })
  socket.once('error', () => { say(name, 'refused'); resolve() })
})
`

async function outcomes(wall: Wall | 'no wall'): Promise<Record<string, string>> {
  const { environment, sink } = demonstration
  const data = environment['RECEPISSE_DATA'] ?? ''
  const victim = processesBelow().find(({ line }) => line.includes(programOf('workers/mailbox.ts')))
  const redis = processesBelow().find(({ line }) => line.includes('redis-server'))
  const targets = {
    data,
    root: ROOT,
    bundle: BUNDLED,
    ports: [
      ['mailbox', { port: Number(environment['IMAP_PORT']), host: '127.0.0.1' }],
      ['submission', { port: sink.port, host: '127.0.0.1' }],
    ],
    sockets: [['redis', { path: /unixsocket:(\S+)/.exec(redis?.line ?? '')?.[1] ?? '/nonexistent' }]],
  }
  const given = { PATH: '/usr/bin', TARGETS: JSON.stringify(targets), VICTIM: String(victim?.pid) }
  const { command, args } =
    wall === 'no wall' ? { command: process.execPath, args: ['reader'] } : readerBehind(wall, given)
  const inner = [...args.slice(0, -1), '--input-type=module', '-e', HOSTILE]
  const child = spawn(command, inner, { env: given, stdio: ['ignore', 'pipe', 'inherit', 'pipe', 'pipe'] })
  let told = ''
  child.stdout?.on('data', (chunk) => {
    told += String(chunk)
  })
  await new Promise((resolve) => child.once('close', resolve))
  const lines = told.trim().split('\n')
  return Object.fromEntries(lines.map((line) => [line.replace(/ \S+$/, ''), line.split(' ').at(-1) ?? '']))
}

describe('code of a stranger in a reader', () => {
  it('reaches nothing: no process, key, register, archive, network, program', async () => {
    const found = await outcomes(wallAtHand())
    expect(Object.keys(found)).toHaveLength(15)
    expect(Object.entries(found).filter(([, how]) => how !== 'refused')).toEqual([])
  })

  it('is held by Node’s permissions alone where no namespaces can be made, but for the network', async () => {
    const found = await outcomes('runtime')
    const through = Object.entries(found).filter(([, how]) => how !== 'refused')
    expect(through.map(([what]) => what)).toEqual(['ending another', 'mailbox', 'submission', 'redis'])
  })

  it('would reach all of it without a wall: this test can fail', async () => {
    const found = await outcomes('no wall')
    const refused = Object.entries(found).filter(([, how]) => how === 'refused')
    expect(refused).toEqual([])
  })
})

describe('the readers of the running service', () => {
  it('stand behind the wall, with an environment that holds nothing', async () => {
    const readers = processesBelow().filter(isReader)
    expect(readers.length).toBeGreaterThan(0)
    const ours = await readlink('/proc/self/ns/net')
    for (const { pid } of readers) {
      expect(await readlink(`/proc/${pid}/ns/net`)).not.toBe(ours)
      expect(await readFile(`/proc/${pid}/status`, 'utf8')).toMatch(/NoNewPrivs:\t1/)
      expect(await readFile(`/proc/${pid}/limits`, 'utf8')).toMatch(/Max file size +0 /)
    }
  })

  it('no process of the service has a secret in its environment', async () => {
    const secrets = [demonstration.environment['IMAP_PASSWORD'] ?? 'none']
    for (const { pid, line } of processesBelow()) {
      // The operator’s own shell gave it to « run »; it hands it on from hand to hand.
      if (line.includes('main.ts run')) continue
      const environ = await readFile(`/proc/${pid}/environ`, 'latin1')
      for (const secret of secrets) expect(environ).not.toContain(secret)
    }
  })
})
