import { connect, createServer } from 'node:net'

/** A loopback port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return address.port
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
