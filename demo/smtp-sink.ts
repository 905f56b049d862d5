import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { freePort, listening } from './ports.ts'

/** A letter as a submission server took it. */
export interface TakenLetter {
  readonly envelopeFrom: string
  readonly to: readonly string[]
  readonly raw: Buffer
  /** From its header, folded or not; without one, nothing. */
  readonly messageId: string
  /** When it was whole, on this process's own clock (performance.now). */
  readonly at: number
}

/** A submission server that takes every letter and keeps it; for demonstrations, tests and benchmarks. */
export interface SmtpSink extends AsyncDisposable {
  readonly port: number
  /** What it asks of whoever submits, when it asks for a login at all; may be changed. */
  password: string
  /** Every connection is closed, as servers do with idle ones. */
  hangUp(): void
  readonly letters: readonly TakenLetter[]
}

/**
 * `folder`: where letters are written as .eml files, when given. `answerAfterMs`: how long it takes to say
 * that it took one. `password`: nothing is taken without a login.
 */
export async function startSmtpSink(
  folder?: string,
  answerAfterMs = 0,
  password: string | null = null,
): Promise<SmtpSink> {
  const letters: TakenLetter[] = []
  const login = { password: password ?? '' }
  if (folder !== undefined) await mkdir(folder, { recursive: true })
  const server = new SMTPServer({
    authOptional: password === null,
    disabledCommands: password === null ? ['STARTTLS', 'AUTH'] : ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) =>
      done(
        auth.password === login.password ? null : new Error('Invalid username or password'),
        auth.password === login.password ? { user: auth.username } : undefined,
      ),
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const sender = session.envelope.mailFrom
        const raw = Buffer.concat(chunks)
        const letter = {
          envelopeFrom: sender === false ? '' : sender.address,
          to: session.envelope.rcptTo.map((one) => one.address),
          raw,
          messageId: /^Message-ID:\s+(\S+)/im.exec(raw.toString('latin1'))?.[1] ?? '',
          at: performance.now(),
        }
        letters.push(letter)
        const number = String(letters.length).padStart(3, '0')
        const written =
          folder === undefined ? Promise.resolve() : writeFile(join(folder, `${number}.eml`), letter.raw)
        written.then(() => setTimeout(() => done(null, 'kept'), answerAfterMs), done)
      })
    },
  })
  // A line that breaks is the client's trouble: without a listener it would end this process.
  server.on('error', () => undefined)
  const port = await freePort()
  await listening(server, port)
  return Object.assign(login, {
    port,
    letters,
    hangUp() {
      for (const connection of server.connections) connection.close()
    },
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}
