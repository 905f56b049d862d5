import { once } from 'node:events'
import { Pool } from '../adapters/readers/pool.ts'
import { openReadingRoom } from '../adapters/readers/reading-room.ts'
import { wallFor } from '../adapters/readers/wall.ts'
import { WalledOrders } from '../adapters/readers/walled-orders.ts'
import { OF_THE_SERVICE } from '../app/readers-at-hand.ts'
import { Failure } from '../base/failure.ts'
import { readSettings } from '../settings/settings.ts'
import { type Command, textOption } from './command.ts'
import { printError } from './output.ts'

/**
 * Between the readers of one room stand Node's permissions at least; the room's own walls are its
 * container's.
 */
export const readers: Command = {
  usage: 'readers --at SOCKET',
  details: ['  --at SOCKET  where orders are taken: RECEPISSE_READERS of the service, in a folder of both'],
  options: { at: { type: 'string' } },
  positionals: false,
  async run(values) {
    const at = textOption(values, 'at')
    if (at === undefined) throw new Failure('permanent', 'usage', 'readers needs --at SOCKET')
    const { RECEPISSE_WALL: least } = readSettings()
    const wall = wallFor(least === 'namespaces' ? 'runtime' : least)
    const orders = new WalledOrders(new Pool({ ...OF_THE_SERVICE, wall }))
    await using _room = await openReadingRoom(at, orders)
    printError('recepisse: ready')
    await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
    return 0
  },
}
