import { Redis, type RedisOptions } from 'ioredis'

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

interface Line {
  readonly redis: Redis
  users: number
}

const lines = new Map<string, Line>()

/**
 * One connection for all queues of this process that have the same Redis and the same manners: a hundred
 * registers would hold hundreds. It ends with the last who uses it.
 */
export function lineTo(
  location: RedisLocation,
  manners: keyof typeof MANNERS,
): Disposable & { readonly redis: Redis } {
  const key = `${manners} ${'url' in location ? location.url : location.socket}`
  const line = lines.get(key) ?? { redis: opened(location, MANNERS[manners]), users: 0 }
  lines.set(key, line)
  line.users += 1
  return {
    redis: line.redis,
    [Symbol.dispose]() {
      line.users -= 1
      if (line.users > 0) return
      if (lines.get(key) === line) lines.delete(key)
      line.redis.disconnect()
    },
  }
}

function opened(location: RedisLocation, options: (typeof MANNERS)[keyof typeof MANNERS]): Redis {
  const redis = new Redis('url' in location ? location.url : location.socket, options)
  // Each queue listens to its troubles, and tells them.
  redis.setMaxListeners(0)
  redis.on('error', () => undefined)
  return redis
}
