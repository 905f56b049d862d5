import { setImmediate as immediate } from 'node:timers/promises'
import { drawPage } from '../src/adapters/readers/draw.ts'
import type { Order, Told } from '../src/adapters/readers/messages.ts'
import { readFile } from '../src/adapters/readers/read-file.ts'

/**
 * The reader process: holds no secret, reads one attachment at a time, says what it finds as it goes, and is
 * killed by its parent at a limit. It ends when its parent does.
 */

/**
 * pdfjs may reject a promise that nobody holds; a reading that does not end within this much of a processor after it has
 * failed. One that takes none is seen by the parent.
 */
const GRACE_MILLISECONDS = 3_000
const LOOK_MILLISECONDS = 500

/** Resolves when the words have left this process: what comes next may block it for good. */
function tell(told: Told): Promise<void> {
  return new Promise((resolve, reject) => {
    if (process.send === undefined) throw new Error('a reader is started by its parent, with a channel to it')
    process.send(told, (error: Error | null) => (error === null ? resolve() : reject(error)))
  })
}

/** What a file of this size leaves behind is taken away at once: the next one would stand beside it, at the bound of memory. */
const LARGE_BYTES = 4 * 1024 * 1024

function carryOut(order: Order): Promise<void> {
  return order.draw === undefined ? read(order) : draw(order, order.draw)
}

/** Called when nobody holds the order any more. */
async function finish(wasLarge: boolean): Promise<void> {
  if (wasLarge) {
    await immediate()
    globalThis.gc?.()
  }
  finished += 1
  await tell({ kind: 'done' })
}

async function draw(order: Order, { sha256, page }: NonNullable<Order['draw']>): Promise<void> {
  const picture = await drawPage(order, sha256, page, () => tell({ kind: 'working' }))
  if (picture !== null) await tell({ kind: 'drawn', picture })
}

async function read(order: Order): Promise<void> {
  await readFile(order, {
    began: (index, file) => tell({ kind: 'began', index, ...file }),
    read: (index, reading) => tell({ kind: 'read', index, reading }),
    working: () => tell({ kind: 'working' }),
    deadly: new Set(order.deadly),
    plain: new Set(order.plain),
    known: new Set(order.known),
  })
}

let started = 0
let finished = 0

/** Any failure here is one file's: the parent sees the process go, and says so of the file in hand. */
function end(): void {
  process.exit(1)
}

process.on('message', (order: Order) => {
  started += 1
  const wasLarge = order.content.byteLength > LARGE_BYTES
  carryOut(order)
    .then(() => finish(wasLarge))
    .catch(end)
})
process.on('unhandledRejection', () => {
  const during = started
  const since = process.cpuUsage()
  const look = setInterval(() => {
    if (during !== started || finished === started) return clearInterval(look)
    const { user, system } = process.cpuUsage(since)
    if ((user + system) / 1000 > GRACE_MILLISECONDS) end()
  }, LOOK_MILLISECONDS).unref()
})
process.on('disconnect', () => process.exit(0))
tell({ kind: 'ready' }).catch(end)
