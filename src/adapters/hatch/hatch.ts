import { rm } from 'node:fs/promises'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { Failure } from '../../base/failure.ts'

/** Nobody asks slowly on a line of this machine. */
const ASK_WITHIN_MS = 5_000
const RIGHTS_OF_OTHERS = 0o177
/** What the kernel takes for a socket's path (sun_path), with its end. */
const LONGEST_PATH = 107

/** How much is taken of the other side, in bytes. */
export interface Measure {
  readonly question: number
  readonly answer: number
}

/**
 * A hatch: a Unix socket through which another process of the same account and machine asks one question, as
 * a line of JSON, and gets one answer. What `answer` throws is no answer. Closed, it answers what was asked
 * before. Failure('permanent', 'hatch-path') for a path that no socket can have.
 */
export async function openHatch(
  path: string,
  measure: Measure,
  answer: (question: unknown) => Promise<unknown>,
): Promise<AsyncDisposable> {
  if (Buffer.byteLength(path) > LONGEST_PATH)
    throw new Failure(
      'permanent',
      'hatch-path',
      `the path of a socket of ours is too long (${LONGEST_PATH} bytes): set TMPDIR to a shorter folder`,
    )
  // A life that was ended from outside leaves its own behind.
  await rm(path, { force: true })
  const silent = new Set<Socket>()
  const answering = new Set<Promise<void>>()
  const server = createServer((socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
    socket.on('error', () => socket.destroy())
    heard(socket, measure.question, ASK_WITHIN_MS)
      .then(async (text) => {
        silent.delete(socket)
        const done = said(socket, answer, text)
        answering.add(done)
        await done.finally(() => answering.delete(done))
      })
      .catch(() => socket.destroy())
  })
  await listening(server, path)
  return {
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of silent) socket.destroy()
      await Promise.allSettled(answering)
      await closed
    },
  }
}

async function said(
  socket: Socket,
  answer: (question: unknown) => Promise<unknown>,
  text: string,
): Promise<void> {
  const line = `${JSON.stringify(await answer(JSON.parse(text)))}\n`
  await new Promise<void>((resolve) => socket.end(line, resolve))
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

/**
 * What comes of asking. `nobody`: none is behind the hatch, and nothing was asked; `silent`: it was asked,
 * and what came of it nobody knows.
 */
export type Asked =
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'nobody' | 'silent' }

/**
 * Asks another process at its socket, and waits so many milliseconds for an answer within the measure's size.
 * Whatever goes wrong is told by what comes of it, never thrown.
 */
export async function askAt(
  path: string,
  measure: Measure,
  question: unknown,
  withinMs: number,
): Promise<Asked> {
  const socket = createConnection(path)
  let asked = false
  try {
    const answer = heard(socket, measure.answer, withinMs)
    socket.once('connect', () => {
      asked = true
      socket.write(`${JSON.stringify(question)}\n`)
    })
    return { kind: 'answered', answer: JSON.parse(await answer) }
  } catch {
    return { kind: asked ? 'silent' : 'nobody' }
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
