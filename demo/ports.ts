import { connect, createServer } from 'node:net'

/** A loopback port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await listening(server, 0)
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return address.port
}

/** A server of any protocol, as Node's own and those of libraries are. */
interface Listener {
  once(event: 'error', told: (error: Error) => void): unknown
  listen(port: number, host: string, told: () => void): unknown
}

/** Waits until a server listens at a loopback port; 0: one that is free. */
export function listening(server: Listener, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}

/** Whether a server on this machine says something to whoever connects. */
export function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(port, '127.0.0.1')
    connection.once('data', () => {
      connection.destroy()
      resolve(true)
    })
    connection.once('error', () => resolve(false))
    connection.once('close', () => resolve(false))
  })
}
