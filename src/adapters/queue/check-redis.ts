import { Redis } from 'ioredis'
import { Failure } from '../../base/failure.ts'
import { temporaryFolder } from '../disk/temporary.ts'
import { startPrivateRedis } from './private-redis.ts'

/** Without a URL: that a server of our own starts. With one: that it answers and never throws work away. */
export async function checkRedis(url: string | undefined): Promise<readonly string[]> {
  return url === undefined ? checkOwn() : checkGiven(url)
}

async function checkOwn(): Promise<readonly string[]> {
  await using folder = await temporaryFolder()
  await using _server = await startPrivateRedis(folder.path)
  return ['a server of our own starts']
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
