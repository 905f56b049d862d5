import { rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { asFailure, Failure } from '../../base/failure.ts'
import type { Calls } from '../../call/calls.ts'
import type { Refused } from './far-orders.ts'
import { Frames } from './frames.ts'
import { ORDER_BOUNDS, Order, type Told } from './messages.ts'
import type { OrderTaker } from './orders.ts'

/**
 * A reading room: takes orders at a socket and has them carried out, one a line. It stands where there is
 * nothing to take: no secret, no register, no archive, no network. Failure('permanent', 'room-with-a-window')
 * where it could reach a network.
 */
export async function openReadingRoom(path: string, orders: OrderTaker): Promise<AsyncDisposable> {
  refuseNetwork()
  await rm(path, { force: true })
  const knownCalls = new KnownCalls()
  const lines = new Set<Socket>()
  const server = createServer((socket) => {
    lines.add(socket)
    socket.once('close', () => lines.delete(socket))
    serve(socket, orders, knownCalls)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  return {
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const line of lines) line.destroy()
      await closed
      await orders[Symbol.asyncDispose]()
    },
  }
}

function serve(socket: Socket, orders: OrderTaker, knownCalls: KnownCalls): void {
  let calls: Calls | null = null
  const frames: Frames = new Frames(socket, ORDER_BOUNDS, {
    broken: () => socket.destroy(),
    frame({ message, attached }) {
      const order = Order.safeParse(message)
      if (!order.success || order.data.what === 'kept') return void socket.destroy()
      if (order.data.what === 'calls') calls = knownCalls.same(order.data.calls)
      else
        answer(frames, orders, order.data, attached, calls).catch(() => {
          // Whoever asked is gone.
          socket.destroy()
        })
    },
  })
}

async function answer(
  frames: Frames,
  orders: OrderTaker,
  order: Order,
  bytes: Uint8Array,
  calls: Calls | null,
): Promise<void> {
  try {
    const answers = await orders.carryOut(
      (lessons) => ('lessons' in order ? { ...order, lessons } : order),
      bytes,
      calls,
    )
    for (const { told, attached } of answers) await frames.send(told, attached)
    await frames.send({ kind: 'done' } satisfies Told)
  } catch (error) {
    const { kind, code, message } = asFailure(error)
    await frames.send({ kind: 'failed', failure: { kind, code, message } } satisfies Refused)
  }
}

/** The calls of the last mail are mostly those of the next: readers are ready for them once. */
class KnownCalls {
  #text = ''
  #calls: Calls | null = null

  same(calls: Calls): Calls {
    const text = JSON.stringify(calls)
    if (this.#calls !== null && text === this.#text) return this.#calls
    this.#text = text
    this.#calls = calls
    return calls
  }
}

function refuseNetwork(): void {
  const reached = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .some(({ internal }) => !internal)
  if (reached)
    throw new Failure(
      'permanent',
      'room-with-a-window',
      'strangers’ documents are not read where a network can be reached: start this in a container ' +
        'without one (network_mode: none)',
    )
}
