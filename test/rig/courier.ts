import { type ChildProcess, spawn } from 'node:child_process'
import { chown, mkdir } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { freePort, listening } from '../../demo/ports.ts'
import { environmentOf, type MailServer } from '../../demo/unpacked.ts'

const USER = 'ami'
const PASSWORD = 'courier-password'
const NOBODY = 65_534
/** As its configuration names them, without IDLE (which wants a daemon of its own), UIDPLUS and CONDSTORE. */
const CAPABILITY = 'IMAP4rev1 CHILDREN NAMESPACE SORT QUOTA'

/**
 * Courier's imapd from packages unpacked below `root`. It is started after the login, as Courier's own
 * couriertcpd and imaplogin do; here a few lines stand for those two, which want fixed places in the system.
 */
export async function startCourier(root: string, folder: string): Promise<MailServer> {
  const port = await freePort()
  for (const name of ['cur', 'new', 'tmp']) await ownedFolder(join(folder, 'Maildir', name))
  const children = new Set<ChildProcess>()
  const server = createServer((socket) => logIn(socket, () => session(root, folder, socket, children)))
  await listening(server, port)
  return {
    port,
    user: USER,
    password: PASSWORD,
    async [Symbol.asyncDispose]() {
      for (const child of children) child.kill('SIGKILL')
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function ownedFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true })
  if (userInfo().uid !== 0) return
  for (const one of [path, join(path, '..'), join(path, '../..')]) await chown(one, NOBODY, NOBODY)
}

/** One command a line until LOGIN; `enter` answers for imapd from then on. */
function logIn(socket: Socket, enter: () => ChildProcess): void {
  socket.on('error', () => undefined)
  socket.write(`* OK [CAPABILITY ${CAPABILITY}] Courier-IMAP ready.\r\n`)
  socket.on('data', function told(data) {
    const [tag = '*', verb = ''] = data.toString().trim().split(' ')
    const command = verb.toUpperCase()
    if (command === 'LOGOUT') socket.end(`* BYE\r\n${tag} OK LOGOUT completed\r\n`)
    else if (command === 'CAPABILITY') socket.write(`* CAPABILITY ${CAPABILITY}\r\n${tag} OK done\r\n`)
    else if (command !== 'LOGIN') socket.write(`${tag} BAD log in first\r\n`)
    else if (!data.toString().includes(PASSWORD)) socket.write(`${tag} NO Login failed.\r\n`)
    else {
      socket.off('data', told)
      greetedBy(enter(), socket, tag)
    }
  })
}

/** What imapd says before « PREAUTH » was for imaplogin. */
function greetedBy(child: ChildProcess, socket: Socket, tag: string): void {
  let said = ''
  child.stdout?.on('data', function greeting(data: Buffer) {
    said += data
    if (!/^\* PREAUTH.*\r\n/m.test(said)) return
    child.stdout?.off('data', greeting)
    socket.write(`${tag} OK LOGIN Ok.\r\n`)
    child.stdout?.pipe(socket)
    if (child.stdin !== null) socket.pipe(child.stdin)
  })
}

function session(root: string, folder: string, socket: Socket, children: Set<ChildProcess>): ChildProcess {
  const asNobody = userInfo().uid === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const child = spawn(join(root, 'usr/bin/imapd'), ['Maildir'], {
    cwd: folder,
    env: {
      ...environmentOf(root),
      HOME: folder,
      AUTHENTICATED: USER,
      IMAP_CAPABILITY: CAPABILITY,
      IMAP_USELOCKS: '1',
      IMAP_KEYWORDS: '1',
      IMAP_ENHANCEDIDLE: '0',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
    ...asNobody,
  })
  children.add(child)
  child.on('exit', () => {
    children.delete(child)
    socket.destroy()
  })
  child.stdin?.on('error', () => undefined)
  socket.on('close', () => child.kill('SIGTERM'))
  return child
}
