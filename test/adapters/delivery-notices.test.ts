import { createServer, type Server } from 'node:net'
import { expect, it } from 'vitest'
import { composeAcknowledgement } from '../../src/acknowledgement/letter.ts'
import { openSubmission } from '../../src/adapters/smtp/send.ts'
import type { Instant } from '../../src/base/instant.ts'
import { sampleInput } from '../acknowledgement/sample-input.ts'

/** As little of a submission server as one letter takes; it keeps the commands. */
async function submissionServer(offers: readonly string[]) {
  const commands: string[] = []
  let inData = false
  const server: Server = createServer((socket) => {
    socket.write('220 relais.example ESMTP\r\n')
    socket.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString('latin1').split('\r\n')) {
        if (inData) {
          if (line !== '.') continue
          inData = false
          socket.write('250 2.0.0 kept\r\n')
        } else if (/^EHLO/i.test(line)) {
          socket.write(
            [...offers.map((offer) => `250-${offer}`), '250 8BITMIME', '']
              .join('\r\n')
              .replace(/^/, '250-relais.example\r\n'),
          )
        } else if (line !== '') {
          commands.push(line)
          inData = /^DATA/i.test(line)
          socket.write(inData ? '354 go on\r\n' : '250 2.0.0 ok\r\n')
        }
      }
    })
    socket.on('error', () => undefined)
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return {
    port,
    commands,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

it.each([
  [
    'asks for notices with the tag as envelope id where the server offers it',
    ['DSN'],
    ' RET=HDRS ENVID=abcdefghjk0123456789',
    ' NOTIFY=FAILURE,DELAY',
  ],
  ['asks for nothing where it does not', [], '', ''],
])('%s', async (_, offers, ofSender, ofRecipient) => {
  await using server = await submissionServer(offers)
  {
    await using submission = openSubmission({
      host: '127.0.0.1',
      port: server.port,
      security: 'none',
      user: null,
      password: null,
      oauth: null,
    })
    const letter = composeAcknowledgement(sampleInput())
    expect(
      await submission.submit(letter, '2026-03-10T06:00:00.000Z' as Instant, 'abcdefghjk0123456789'),
    ).toEqual({ kind: 'accepted', reply: '250 2.0.0 kept' })
  }
  const sender = server.commands.find((command) => command.startsWith('MAIL FROM'))
  const recipient = server.commands.find((command) => command.startsWith('RCPT TO'))
  expect(sender?.replace(/ (BODY|SIZE)=\S+/g, '')).toBe(`MAIL FROM:<retours@interco.example>${ofSender}`)
  expect(recipient).toBe(`RCPT TO:<contact@usine-verte.example>${ofRecipient}`)
})
