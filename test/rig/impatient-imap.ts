import { createServer } from 'node:net'
import { freePort, listening } from '../../demo/ports.ts'

/**
 * Lets in and says yes to everything but one command, as servers do that want to be left alone; for tests.
 */
export interface ImpatientImap extends AsyncDisposable {
  readonly port: number
  /** To this command it answers so, such as « LOGIN » and « NO [LIMIT] Too many connections ». */
  refuse(command: string, answer: string): void
  /** When it was connected to, on this process's own clock (performance.now). */
  readonly connections: readonly number[]
}

const CAPABILITY = 'IMAP4rev1 LOGIN-REFERRALS'

export async function startImpatientImap(): Promise<ImpatientImap> {
  const connections: number[] = []
  const refused = { command: '', answer: '' }
  const server = createServer((socket) => {
    connections.push(performance.now())
    socket.on('error', () => undefined)
    socket.write(`* OK [CAPABILITY ${CAPABILITY}] ready\r\n`)
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n').filter(Boolean)) {
        const [tag = '*', verb = ''] = line.split(' ')
        const command = verb.toUpperCase()
        if (command === 'CAPABILITY') socket.write(`* CAPABILITY ${CAPABILITY}\r\n`)
        if (command === 'LIST') socket.write('* LIST () "/" INBOX\r\n')
        socket.write(`${tag} ${command === refused.command ? refused.answer : 'OK done'}\r\n`)
        if (command === 'LOGOUT') socket.end()
      }
    })
  })
  const port = await freePort()
  await listening(server, port)
  return {
    port,
    connections,
    refuse(command, answer) {
      Object.assign(refused, { command, answer })
    },
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
