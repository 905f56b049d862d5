import { Redis, type RedisOptions } from 'ioredis'
import { HeldTogether } from '../waiting/held-together.ts'

/** Where Redis is: a URL, or the socket of the one the program runs itself. */
export type RedisLocation = { readonly url: string } | { readonly socket: string }

/** Waits between attempts, in milliseconds: one second, then ever longer, twenty at the most. */
const retryStrategy = (times: number): number => Math.max(Math.min(Math.exp(times), 20_000), 1_000)

/**
 * What a connection does while Redis is away. `asks`: what is added fails soon instead of waiting; `works`:
 * it waits, as BullMQ’s workers need.
 */
const MANNERS = {
  asks: { enableOfflineQueue: true, maxRetriesPerRequest: 3, retryStrategy },
  works: { maxRetriesPerRequest: null, retryStrategy },
} as const satisfies Record<string, RedisOptions>

const lines = new HeldTogether<Redis>()

/**
 * One connection for all queues of this process that have the same Redis and the same manners: a hundred
 * registers would hold hundreds. It ends with the last who uses it.
 */
export function lineTo(
  location: RedisLocation,
  manners: keyof typeof MANNERS,
): Disposable & { readonly redis: Redis } {
  const key = `${manners} ${'url' in location ? location.url : location.socket}`
  const { thing: redis, leave } = lines.take(key, () => opened(location, MANNERS[manners]))
  return { redis, [Symbol.dispose]: () => leave()?.disconnect() }
}

function opened(location: RedisLocation, options: (typeof MANNERS)[keyof typeof MANNERS]): Redis {
  const redis = new Redis('url' in location ? location.url : location.socket, options)
  // Each queue listens to its troubles, and tells them.
  redis.setMaxListeners(0)
  redis.on('error', () => undefined)
  return redis
}
