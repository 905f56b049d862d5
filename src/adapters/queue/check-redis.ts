import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { Failure } from '../../base/failure.ts'
import { startPrivateRedis } from './private-redis.ts'

/** Without a URL: that a server of our own starts. With one: that it answers and never throws work away. */
export async function checkRedis(url: string | undefined): Promise<readonly string[]> {
  return url === undefined ? checkOwn() : checkGiven(url)
}

async function checkOwn(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-'))
  try {
    await using _server = await startPrivateRedis(folder)
    return ['a server of our own starts']
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function checkGiven(url: string): Promise<readonly string[]> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null })
  redis.on('error', () => undefined)
  try {
    await redis.connect()
    const info = await redis.info('memory')
    if (!/maxmemory_policy:noeviction/.test(info))
      throw new Failure(
        'permanent',
        'redis-evicts',
        'Redis may throw work away when it is full: set maxmemory-policy noeviction',
      )
    return ['answers, and never throws work away (noeviction)']
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure('transient', 'redis-unreachable', 'Redis does not answer at REDIS_URL', {
      cause: error,
    })
  } finally {
    redis.disconnect()
  }
}
