/**
 * The reader process: holds no secret, sees nothing but the program, carries out one order at a time, says
 * what it finds as it goes, and is killed by its parent at a limit. It ends when its parent does.
 */

import { Socket } from 'node:net'
import { setImmediate as immediate } from 'node:timers/promises'
import { z } from 'zod'
import { carryOut, type Memory } from '../src/adapters/readers/carry-out.ts'
import { type Frame, Frames } from '../src/adapters/readers/frames.ts'
import { ORDER_BOUNDS, Order, type Told } from '../src/adapters/readers/messages.ts'
import { warmUp, warmUpFor } from '../src/adapters/readers/warm-up.ts'
import type { Calls } from '../src/call/calls.ts'
import type { Reading } from '../src/documents/document.ts'

/** Where its parent left the line to it. */
const LINE = 3
/**
 * Libraries may reject a promise that nobody holds; a reading that does not end within this much of a
 * processor after it has failed. One that takes none is seen by the parent.
 */
const GRACE_MILLISECONDS = 3_000
const LOOK_MILLISECONDS = 500
/**
 * What an order of this size leaves behind is taken away at once: the next would stand beside it, at the
 * bound of memory.
 */
const LARGE_BYTES = 4 * 1024 * 1024
/**
 * One takes what the order held; of a worn PDFium itself goes first, what it ran in second, and its memory
 * third.
 */
const ROUNDS = 3

// What is checked here is checked once: compiling the checks takes longer than they do.
z.config({ jitless: true })
const line = new Socket({ fd: LINE, readable: true, writable: true })
line.once('close', () => process.exit(0))
const frames = new Frames(line, ORDER_BOUNDS, { frame: take, broken: end })

const kept = new Map<number, Reading>()
let calls: Calls | null = null
let started = 0
let finished = 0
/** The fewest bytes ever held beside the heap when an order came. */
let held = Number.POSITIVE_INFINITY

function take({ message, attached }: Frame): void {
  const order = Order.parse(message)
  if (order.what === 'calls') {
    calls = order.calls
    if (!order.warmUp) return
    warmUpFor(order.calls)
      .then(() => tell({ kind: 'ready' }))
      .catch(end)
    return
  }
  if (order.what === 'kept') {
    // Its own words, of an earlier life: nobody else trusts them.
    kept.set(order.index, JSON.parse(Buffer.from(attached).toString()) as Reading)
    return
  }
  started += 1
  const memory: Memory = { calls, kept: new Map(kept) }
  kept.clear()
  const isLarge = attached.byteLength > LARGE_BYTES
  held = Math.min(held, process.memoryUsage().external - attached.byteLength)
  carryOut(order, attached, memory, tell)
    .then(() => finish(isLarge))
    .catch(end)
}

function tell(told: Told, attached?: Uint8Array): Promise<void> {
  return frames.send(told, attached)
}

/** Called when nobody holds the order any more. */
async function finish(wasLarge: boolean): Promise<void> {
  for (let round = 0; wasLarge && round < ROUNDS && isHolding(); round += 1) {
    await immediate()
    globalThis.gc?.()
  }
  finished += 1
  await tell({ kind: 'done' })
}

/** True while something large of the order stands in memory yet. */
function isHolding(): boolean {
  return process.memoryUsage().external - held > LARGE_BYTES
}

/** Any failure here is the order's: the parent sees the process go, and says so of the file in hand. */
function end(): void {
  process.exit(1)
}

process.on('unhandledRejection', () => {
  const during = started
  const since = process.cpuUsage()
  const look = setInterval(() => {
    if (during !== started || finished === started) return clearInterval(look)
    const { user, system } = process.cpuUsage(since)
    if ((user + system) / 1000 > GRACE_MILLISECONDS) end()
  }, LOOK_MILLISECONDS).unref()
})
await warmUp()
await tell({ kind: 'ready' })
