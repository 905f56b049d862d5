import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openVoucher } from '../../src/adapters/oidc/voucher.ts'
import { freePort } from '../../src/adapters/rig/ports.ts'
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

it('an OpenID provider that is away is a trouble that passes', async () => {
  const provider = { issuer: 'http://127.0.0.1:9', clientId: 'a', clientSecret: 'b' }
  const voucher = openVoucher(provider, 'https://pages.example.org')
  await expect(voucher.begin()).rejects.toMatchObject({ code: 'oidc-unreachable', kind: 'transient' })
})
