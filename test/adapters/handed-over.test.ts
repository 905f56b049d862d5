import { createServer, type Socket } from 'node:net'
import { expect, it } from 'vitest'
import { freePort } from '../../demo/ports.ts'
import type { Letter } from '../../src/acknowledgement/outgoing.ts'
import { openSubmission } from '../../src/adapters/smtp/send.ts'
import type { Instant } from '../../src/base/instant.ts'

const LETTER = {
  from: { name: 'Service', address: 'ami@interco.example' },
  envelopeFrom: 'retours@interco.example',
  to: ['candidat@structure.example'],
  subject: 'Accusé de réception',
  text: 'Bonjour',
  html: '<p>Bonjour</p>',
  messageId: '<1@interco.example>',
  inReplyTo: null,
  references: [],
  headers: {},
} as unknown as Letter

/** A submission server whose line breaks at a moment. */
async function breakingAt(moment: 'RCPT' | 'dot'): Promise<AsyncDisposable & { readonly port: number }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let isData = false
    socket.on('error', () => undefined)
    socket.write('220 ready\r\n')
    socket.on('data', (data) => {
      const said = data.toString()
      if (isData) return void (moment === 'dot' && said.endsWith('\r\n.\r\n') && socket.resetAndDestroy())
      if (moment === 'RCPT' && said.includes('RCPT TO')) return void socket.resetAndDestroy()
      isData = said.startsWith('DATA')
      for (const _ of said.split('\r\n').filter(Boolean))
        socket.write(isData ? '354 go on\r\n' : '250 ok\r\n')
    })
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

it.each([
  ['RCPT', false],
  ['dot', true],
] as const)('a line that breaks at %s leaves the letter uncertain: %s', async (moment, uncertain) => {
  await using server = await breakingAt(moment)
  await using submission = openSubmission({
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    user: null,
    password: null,
    oauth: null,
  })
  const at = '2026-03-10T06:00:00.000Z' as Instant
  expect(await submission.submit(LETTER, at, 'tag')).toMatchObject({ kind: 'later', uncertain })
})
