import { readFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { freePort } from '../../demo/ports.ts'

/**
 * What the server does when one mail is asked for. `nil`: BODY[] NIL; `empty`: no bytes; `no-row`: OK without a row;
 * `drop`: ends the connection; `huge`: announces more than anybody sends; `refuse`: NO to the whole command; `no-date`,
 * `no-zone`: hands it over with such an INTERNALDATE; `stand-in`: hands over a notice in its place;
 * `no-facts`: hands it over and says NO when it is asked for its date and size.
 */
export type Oddity =
  | 'nil'
  | 'empty'
  | 'no-row'
  | 'drop'
  | 'huge'
  | 'refuse'
  | 'no-date'
  | 'no-zone'
  | 'stand-in'
  | 'no-facts'

const STAND_IN = readFileSync(new URL('../fixtures/mails/stand-in-for-a-kept-mail.eml', import.meta.url))

export interface OddMail {
  readonly raw: Buffer
  readonly date: string
  odd: Oddity | null
}

/** A small IMAP server that is right about everything but the mails it is told to be wrong about. */
export interface OddImap extends AsyncDisposable {
  readonly port: number
  /** By UID, less one. To put one in while the service watches is to deliver it. */
  readonly mails: OddMail[]
  /** For `UID SEARCH UID n:*` it finds nothing, as GNU mailutils does. */
  findsNoNews: boolean
  /** It knows no SEARCH by date. */
  refusesDates: boolean
  /** How often bodies were asked for, by UID. */
  readonly asked: Map<number, number>
  /** How often it said NO. */
  refused: number
  /** Tells whoever waits in IDLE. */
  announce(): void
}

const CAPABILITY = 'IMAP4rev1 IDLE'

export async function startOddImap(mails: OddMail[] = []): Promise<OddImap> {
  const sockets = new Set<Socket>()
  const server: Omit<OddImap, 'port' | typeof Symbol.asyncDispose> = {
    mails,
    findsNoNews: false,
    refusesDates: false,
    asked: new Map(),
    refused: 0,
    announce() {
      for (const socket of sockets) socket.write(`* ${mails.length} EXISTS\r\n`)
    },
  }
  const listener = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    socket.write(`* OK [CAPABILITY ${CAPABILITY}] ready\r\n`)
    let idle = ''
    let rest = ''
    socket.on('data', (data) => {
      const lines = `${rest}${data}`.split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (line === 'DONE') socket.write(`${idle} OK done\r\n`)
        else if (/ IDLE$/i.test(line)) {
          idle = line.split(' ')[0] ?? ''
          socket.write('+ idling\r\n')
        } else answer(server, socket, line)
      }
    })
  })
  const port = await freePort()
  await new Promise<void>((resolve) => listener.listen(port, '127.0.0.1', resolve))
  return Object.assign(server, {
    port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => listener.close(() => resolve()))
    },
  })
}

type Server = Omit<OddImap, 'port' | typeof Symbol.asyncDispose>

function answer(server: Server, socket: Socket, line: string): void {
  const [tag = '*', verb = '', ...rest] = line.split(' ')
  const words = rest.join(' ')
  const { length } = server.mails
  const said: Record<string, string> = {
    CAPABILITY: `* CAPABILITY ${CAPABILITY}\r\n`,
    LIST: '* LIST () "/" INBOX\r\n',
    EXAMINE: `* ${length} EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT ${length + 1}] ok\r\n`,
    NOOP: `* ${length} EXISTS\r\n`,
  }
  const command = verb.toUpperCase()
  if (server.refusesDates && /SINCE|YOUNGER/i.test(words))
    return void socket.write(`${tag} NO unknown key\r\n`)
  if (command !== 'UID') socket.write(`${said[command] ?? ''}${tag} OK done\r\n`)
  else if (/^SEARCH/i.test(words))
    socket.write(`* SEARCH ${found(server, words).join(' ')}\r\n${tag} OK done\r\n`)
  else hand(server, socket, tag, words)
  if (command === 'LOGOUT') socket.end()
}

function found(server: Server, words: string): readonly number[] {
  const all = server.mails.map((_, index) => index + 1)
  const from = Number(/UID (\d+):\*/i.exec(words)?.[1] ?? 1)
  // Every mail of this mailbox came in the season.
  if (/SINCE/i.test(words) || from === 1) return all
  if (server.findsNoNews) return []
  return all.filter((uid) => uid >= Math.min(from, all.length))
}

function hand(server: Server, socket: Socket, tag: string, words: string): void {
  const bodies = /BODY\.PEEK\[\]/i.test(words)
  const uids = [...(words.split(' ')[1] ?? '').matchAll(/(\d+)(?::(\d+))?/g)].flatMap(([, from, to]) =>
    Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, index) => Number(from) + index),
  )
  const refused = (uid: number): boolean => {
    const odd = server.mails[uid - 1]?.odd
    return bodies ? odd === 'refuse' : odd === 'no-facts'
  }
  if (uids.some(refused)) {
    server.refused += 1
    socket.write(`${tag} NO [SERVERBUG] internal error\r\n`)
    return
  }
  for (const uid of uids) {
    const mail = server.mails[uid - 1]
    if (mail === undefined) continue
    if (bodies) server.asked.set(uid, (server.asked.get(uid) ?? 0) + 1)
    const row = bodies ? bodyRow(mail) : factsRow(mail)
    if (row === 'drop') return void socket.destroy()
    if (row !== '')
      socket.write(Buffer.concat([Buffer.from(`* ${uid} FETCH (UID ${uid} `), row, Buffer.from(')\r\n')]))
  }
  socket.write(`${tag} OK done\r\n`)
}

function bodyRow({ raw, odd }: OddMail): Buffer | '' | 'drop' {
  if (odd === 'drop') return 'drop'
  if (odd === 'no-row') return ''
  if (odd === 'nil') return Buffer.from('BODY[] NIL')
  if (odd === 'empty') return Buffer.from('BODY[] ""')
  if (odd === 'huge') return Buffer.from('BODY[] {99999999999}\r\nx')
  const given = odd === 'stand-in' ? STAND_IN : raw
  return Buffer.concat([Buffer.from(`BODY[] {${given.length}}\r\n`), given])
}

function factsRow({ raw, date, odd }: OddMail): Buffer {
  const written =
    odd === 'no-date' ? 'NIL' : `"${odd === 'no-zone' ? date.replace(/ [+-]\d{4}$/, '') : date}"`
  return Buffer.from(`INTERNALDATE ${written} RFC822.SIZE ${raw.length}`)
}
