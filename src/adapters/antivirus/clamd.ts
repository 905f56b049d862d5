import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Failure } from '../../base/failure.ts'

/** Where clamd listens: a Unix socket, or a port of a machine. */
export type ClamdPlace = { readonly path: string } | { readonly host: string; readonly port: number }

/** What a scan says. `oversize`: larger than clamd was told to take, so nobody knows. */
export type ScanResult = 'clean' | 'infected' | 'oversize'

/** Pieces that a stream is sent in; clamd wants each with its length before it. */
const PIECE = 1 << 20
/** Ten megabytes take half a second; clamd itself gives up after two minutes. */
const SILENCE_MS = 130_000

/**
 * Scans bytes (clamd(8), INSTREAM). Throws Failure('transient') when clamd cannot be reached or says nothing
 * sound.
 */
export async function scan(place: ClamdPlace, content: Uint8Array): Promise<ScanResult> {
  return understood(await asked(place, SILENCE_MS, (socket) => send(socket, content)))
}

/** A program that answers at all does so at once. */
const ANSWER_MS = 5_000

/**
 * What clamd says of itself and of its signatures: « ClamAV 1.0.3/27089/Tue Nov 14 … ». Throws as `scan`
 * does.
 */
export async function clamdVersion(place: ClamdPlace): Promise<string> {
  const pong = await asked(place, ANSWER_MS, (socket) => socket.write('zPING\0'))
  if (pong.replace('\0', '') !== 'PONG') throw unavailable('clamd does not answer PING with PONG')
  return (await asked(place, ANSWER_MS, (socket) => socket.write('zVERSION\0'))).replace('\0', '').trim()
}

/** One question on a connection of its own, and all that clamd says to it. */
async function asked(place: ClamdPlace, silenceMs: number, ask: (socket: Socket) => void): Promise<string> {
  const socket = connect(place)
  socket.setTimeout(silenceMs, () => socket.destroy(new Error('clamd is silent')))
  try {
    const answer = answerOf(socket)
    await Promise.race([once(socket, 'connect'), answer])
    ask(socket)
    return await answer
  } catch (error) {
    throw unavailable('clamd does not answer: nothing is opened unscanned', error)
  } finally {
    socket.destroy()
  }
}

function unavailable(message: string, cause?: unknown): Failure {
  return new Failure('transient', 'antivirus-unavailable', message, { cause })
}

function send(socket: Socket, content: Uint8Array): void {
  socket.write('zINSTREAM\0')
  for (let at = 0; at < content.byteLength; at += PIECE) {
    const piece = content.subarray(at, at + PIECE)
    socket.write(lengthOf(piece.byteLength))
    socket.write(piece)
  }
  socket.write(lengthOf(0))
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

/**
 * All that clamd says until it closes. It may close early, when a stream is too long for it: what it said
 * still counts.
 */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    socket.on('data', (data) => {
      said += data.toString('latin1')
    })
    socket.on('error', (error) => (said === '' ? reject(error) : resolve(said)))
    socket.on('close', () => resolve(said))
  })
}

function understood(answer: string): ScanResult {
  if (/\bFOUND\0?$/.test(answer)) return 'infected'
  if (/: OK\0?$/.test(answer)) return 'clean'
  if (/size limit exceeded/.test(answer)) return 'oversize'
  throw unavailable('clamd gave no verdict: nothing is opened unscanned')
}
