import { rm } from 'node:fs/promises'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { Failure } from '../../base/failure.ts'

/** A question is an id or two; an answer may describe a mail. */
const QUESTION_BYTES = 8 * 1024
const ANSWER_BYTES = 512 * 1024
/** Nobody asks slowly on a line of this machine. */
const ASK_WITHIN_MS = 5_000
const RIGHTS_OF_OTHERS = 0o177
/** What the kernel takes for a socket's path (sun_path), with its end. */
const LONGEST_PATH = 107

/**
 * A hatch: a Unix socket through which another process of the same account and machine asks one small
 * question, as a line of JSON, and gets one answer. What `answer` throws is no answer. Failure('permanent',
 * 'hatch-path') for a path that no socket can have.
 */
export async function openHatch(
  path: string,
  answer: (question: unknown) => Promise<unknown>,
): Promise<AsyncDisposable> {
  if (Buffer.byteLength(path) > LONGEST_PATH)
    throw new Failure(
      'permanent',
      'hatch-path',
      `the data folder’s path is too long for a socket (${LONGEST_PATH} bytes): mails put aside cannot be looked at`,
    )
  // A life that was ended from outside leaves its own behind; the lock on the data folder says it is over.
  await rm(path, { force: true })
  const lines = new Set<Socket>()
  const server = createServer((socket) => {
    lines.add(socket)
    socket.once('close', () => lines.delete(socket))
    socket.on('error', () => socket.destroy())
    heard(socket, QUESTION_BYTES, ASK_WITHIN_MS)
      .then(async (text) => socket.end(`${JSON.stringify(await answer(JSON.parse(text)))}\n`))
      .catch(() => socket.destroy())
  })
  await listening(server, path)
  return {
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const line of lines) line.destroy()
      await closed
    },
  }
}

/** Made for its owner alone from its first moment on. */
async function listening(server: Server, path: string): Promise<void> {
  const listens = new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.once('listening', resolve)
  })
  const before = process.umask(RIGHTS_OF_OTHERS)
  try {
    server.listen(path)
  } finally {
    process.umask(before)
  }
  await listens
}

/** Asks at a hatch; null when nobody is behind it, or no answer came in time. */
export async function askAt(path: string, question: unknown, withinMs: number): Promise<unknown> {
  const socket = createConnection(path)
  try {
    const answer = heard(socket, ANSWER_BYTES, withinMs)
    socket.write(`${JSON.stringify(question)}\n`)
    return JSON.parse(await answer)
  } catch {
    return null
  } finally {
    socket.destroy()
  }
}

/** One line from the other side, of so many bytes at the most and within so long. */
function heard(socket: Socket, most: number, withinMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let bytes = 0
    const timer = setTimeout(() => refuse('nothing was said in time'), withinMs)
    function refuse(why: string): void {
      clearTimeout(timer)
      reject(new Error(why))
    }
    socket.on('data', (part: Buffer) => {
      parts.push(part)
      bytes += part.length
      if (bytes > most) return refuse('more was said than is taken')
      if (!part.includes(0x0a)) return
      clearTimeout(timer)
      resolve(Buffer.concat(parts).toString('utf8'))
    })
    socket.once('close', () => refuse('the line was closed'))
    socket.once('error', () => refuse('nobody is there'))
  })
}
