import { TURN_MILLISECONDS } from '../adapters/readers/limits.ts'
import type { PoolOptions } from '../adapters/readers/pool.ts'
import { createReaders, type Readers, readersAt } from '../adapters/readers/readers.ts'
import { wallFor } from '../adapters/readers/wall.ts'
import type { Settings } from '../settings/settings.ts'

/** How many the service has, kept ready for the first mail of a quiet morning. */
export const OF_THE_SERVICE: PoolOptions = { processes: 2, warm: 1, turnMilliseconds: TURN_MILLISECONDS }

/** Readers behind the wall that the settings ask for, or those of a reading room. */
export function readersAtHand(settings: Settings, options: PoolOptions): Readers {
  const { RECEPISSE_READERS: room, RECEPISSE_WALL: least } = settings
  return room === undefined ? createReaders({ ...options, wall: wallFor(least) }) : readersAt(room)
}
