import type { ChildProcess } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { expect, it } from 'vitest'
import {
  type Demonstration,
  demonstrationCall,
  sampleMails,
  spawnService,
  standing,
  startDemonstration,
  untilSettled,
} from '../../demo/demonstration.ts'
import { freePort } from '../../demo/ports.ts'
import { EXPECTED } from '../demo/expected.ts'
import { expectArchiveAgrees, expectBalance, expectLettersOnce, observed } from './observed.ts'
import { endGroup, startRedis, until } from './processes.ts'

const call = demonstrationCall()

/** Runs the service on a Redis of the test's, and lets `trouble` at it as soon as some mails are settled, others not. */
async function troubled(
  trouble: (port: number, redis: ChildProcess) => Promise<ChildProcess>,
): Promise<void> {
  const port = await freePort()
  let redis = startRedis(port)
  const demonstration = await startDemonstration(
    call,
    await mkdtemp(join(tmpdir(), 'recepisse-redis-test-')),
    { service: false },
  )
  await using _rig: Demonstration = demonstration
  const samples = await sampleMails(call)
  const service = spawnService(demonstration.folder, {
    ...demonstration.environment,
    REDIS_URL: `redis://127.0.0.1:${port}`,
  })
  try {
    for (const sample of samples.slice(0, 15)) await demonstration.dovecot.deliver(sample.raw, sample.at)
    await until(async () => (await standing(demonstration.world)).settled >= 2)
    redis = await trouble(port, redis)
    for (const sample of samples.slice(15)) await demonstration.dovecot.deliver(sample.raw, sample.at)
    await untilSettled(demonstration.world, samples.length, 90_000, () => undefined)
    expect(await observed(demonstration)).toEqual(EXPECTED)
    await expectBalance(demonstration, samples.length)
    await expectArchiveAgrees(demonstration)
    expect((await expectLettersOnce(demonstration)).twins).toBe(0)
  } finally {
    await endGroup(service)
    redis.kill('SIGKILL')
  }
}

it('loses nothing and answers once when Redis forgets everything in mid-run', async () => {
  await troubled(async (port, redis) => {
    const client = new Redis(port, '127.0.0.1')
    await client.flushall()
    await client.quit()
    return redis
  })
})

it('loses nothing and answers once when Redis is killed and comes back empty', async () => {
  await troubled(async (port, redis) => {
    redis.kill('SIGKILL')
    await delay(1_500)
    return startRedis(port)
  })
})
