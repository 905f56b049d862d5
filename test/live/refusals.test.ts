import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { untilReady } from '../../demo/demonstration.ts'
import { freePort } from '../../demo/ports.ts'
import { programOf } from '../../src/adapters/compiled/program.ts'
import { openVoucher } from '../../src/adapters/oidc/voucher.ts'
import { childRunning } from '../documents/corpus/memory.ts'
import { recepisse } from './command.ts'
import { startRedis, until } from './processes.ts'

const ROOT = new URL('../..', import.meta.url).pathname

async function environment(more: Readonly<Record<string, string>>) {
  return {
    PATH: process.env['PATH'] ?? '',
    RECEPISSE_CALL: join(ROOT, 'demo/call.yaml'),
    RECEPISSE_DATA: await mkdtemp(join(tmpdir(), 'recepisse-refusals-')),
    ...more,
  }
}

it('a Redis that may throw work away is refused, and taken when it may not', async () => {
  const port = await freePort()
  const redis = startRedis(port, 'allkeys-lru')
  try {
    const settings = await environment({ REDIS_URL: `redis://127.0.0.1:${port}` })
    await until(async () => (await recepisse(settings, 'check')).said.includes('maxmemory-policy'))
    const { said, status } = await recepisse(settings, 'check')
    expect(said).toContain(
      'FAIL  redis: Redis may throw work away when it is full: set maxmemory-policy noeviction',
    )
    expect(status).toBe(1)
  } finally {
    redis.kill('SIGKILL')
  }
})

it('a Redis that is away is told by check', async () => {
  const settings = await environment({ REDIS_URL: `redis://127.0.0.1:${await freePort()}` })
  expect((await recepisse(settings, 'check')).said).toContain(
    'FAIL  redis: Redis does not answer at REDIS_URL',
  )
})

it('a call whose file cannot be read any more ends the service when a process of it starts again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-broken-call-'))
  const callFile = join(folder, 'call.yaml')
  const sound = await readFile(join(ROOT, 'demo/call.yaml'), 'utf8')
  await writeFile(callFile, sound)
  const port = await freePort()
  const service = spawn(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'run', '--only', 'office'], {
    env: { ...(await environment({ RECEPISSE_CALL: callFile })), RECEPISSE_HEALTH_PORT: `${port}` },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  service.stderr.on('data', (data) => {
    said += data
  })
  await untilReady(service, `${port}`)
  await writeFile(callFile, sound.replace('registrationPrefix:', 'registrationPrefixe:'))
  process.kill(childRunning(programOf('workers/office.ts')), 'SIGKILL')
  const [code] = await once(service, 'exit')
  expect(code).toBe(2)
  expect(said).toMatch(/call\.yaml:\d+:\d+: .*registrationPrefixe/)
})

it('an OpenID provider that is away is a trouble that passes', async () => {
  const provider = { issuer: 'http://127.0.0.1:9', clientId: 'a', clientSecret: 'b' }
  const voucher = openVoucher(provider, 'https://pages.example.org')
  await expect(voucher.begin()).rejects.toMatchObject({ code: 'oidc-unreachable', kind: 'transient' })
})
