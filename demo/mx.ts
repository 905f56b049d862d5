import { SMTPServer } from 'smtp-server'
import type { Clock, Instant } from '../src/base/instant.ts'
import { freePort, listening } from './ports.ts'

/** Where a mail goes once it was taken. */
export type Deliver = (raw: Uint8Array, at: Instant) => Promise<void>

/**
 * The border server of a demonstration: takes mail by SMTP and stamps it as RFC 5321, 4.4 asks, with the
 * demonstration's clock, before it is delivered.
 */
export async function startMx(
  host: string,
  clock: Clock,
  deliver: Deliver,
): Promise<AsyncDisposable & { readonly port: number }> {
  const server = new SMTPServer({
    name: host,
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const at = clock.now()
        const sender = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address
        const from = /^[\w.-]+$/.test(session.hostNameAppearsAs || '') ? session.hostNameAppearsAs : 'unknown'
        const date = new Date(at).toUTCString().replace('GMT', '+0000')
        // The sender really is on this machine; a documentation address (RFC 5737) keeps it outside the
        // authority's network.
        const stamp =
          `Return-Path: <${sender}>\r\nReceived: from ${from} (${from} [203.0.113.9])\r\n\tby ${host} ` +
          `with ESMTP id demo; ${date}\r\n`
        deliver(Buffer.concat([Buffer.from(stamp), ...chunks]), at).then(() => done(null, 'kept'), done)
      })
    },
  })
  // A line that breaks is the client's trouble: without a listener it would end this process.
  server.on('error', () => undefined)
  const port = await freePort()
  await listening(server, port)
  return { port, [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())) }
}
