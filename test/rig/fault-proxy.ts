import { connect, createServer, type Socket } from 'node:net'
import { freePort, listening } from '../../demo/ports.ts'

/**
 * What the line does. `pass`: everything goes through; `slow`: a little at a time; `silent`: connections stay
 * open and nothing comes through, as when a firewall forgets them (half-open TCP); `refuse`: new ones are
 * refused and old ones reset.
 */
export type Line = 'pass' | 'slow' | 'silent' | 'refuse'

/** Bytes a tick and milliseconds of a tick on a slow line: about 64 KB a second. */
const SLOW_BYTES = 6_400
const SLOW_TICK_MS = 100

/** A TCP relay on loopback whose line can be made bad; for tests. */
export interface FaultProxy extends AsyncDisposable {
  readonly port: number
  line(line: Line): void
  /** Ends each connection after so many more bytes from the server: in the middle of what it was saying. */
  cutAfter(bytes: number): void
  /** New connections go to this port, as when another server takes over. */
  towards(port: number): void
  /** Bytes from the server so far. */
  carried(): number
}

export async function startFaultProxy(target: {
  readonly host: string
  readonly port: number
}): Promise<FaultProxy> {
  const state = { line: 'pass' as Line, left: Number.POSITIVE_INFINITY, carried: 0, port: target.port }
  const pairs = new Set<readonly [Socket, Socket]>()
  const server = createServer({ allowHalfOpen: true }, (near) => {
    near.on('error', () => undefined)
    if (state.line === 'refuse') {
      near.resetAndDestroy()
      return
    }
    const far = connect({ host: target.host, port: state.port, allowHalfOpen: true })
    const pair = [near, far] as const
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      near.destroy()
      far.destroy()
    }
    for (const socket of pair) socket.on('error', end).on('close', end)
    relay(near, far, state, false)
    relay(far, near, state, true)
  })
  const port = await freePort()
  await listening(server, port)
  return {
    port,
    line(line) {
      state.line = line
      for (const pair of pairs) for (const socket of pair) steer(socket, line)
    },
    cutAfter(bytes) {
      state.left = bytes
    },
    towards(port) {
      state.port = port
    },
    carried: () => state.carried,
    async [Symbol.asyncDispose]() {
      for (const pair of pairs) for (const socket of pair) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function steer(socket: Socket, line: Line): void {
  if (line === 'refuse') socket.resetAndDestroy()
  else if (line === 'silent') socket.pause()
  else socket.resume()
}

function relay(
  from: Socket,
  to: Socket,
  state: { line: Line; left: number; carried: number },
  isAnswer: boolean,
): void {
  if (state.line === 'silent') from.pause()
  from.on('data', (chunk) => {
    if (isAnswer) state.carried += chunk.length
    if (isAnswer) state.left -= chunk.length
    if (state.left < 0) {
      state.left = Number.POSITIVE_INFINITY
      to.write(chunk.subarray(0, Math.floor(chunk.length / 2)), () => from.resetAndDestroy())
      return
    }
    to.write(chunk)
    if (state.line !== 'slow') return
    from.pause()
    setTimeout(() => state.line !== 'silent' && from.resume(), (chunk.length / SLOW_BYTES) * SLOW_TICK_MS)
  })
  from.on('end', () => to.end())
}
