import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { startSmtpSink } from '../../demo/smtp-sink.ts'

it('lines that are reset in the middle of a letter end neither the sink nor the tests’ own process', async () => {
  const uncaught: unknown[] = []
  const note = (error: unknown) => void uncaught.push(error)
  process.on('uncaughtExceptionMonitor', note)
  await using sink = await startSmtpSink()
  for (let round = 1; round <= 3; round += 1) {
    const socket = connect(sink.port, '127.0.0.1')
    await once(socket, 'data')
    socket.write('EHLO a\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\nSubject: x')
    let said = ''
    while (!said.includes('354')) said += String((await once(socket, 'data'))[0])
    socket.resetAndDestroy()
    await once(socket, 'close')
  }
  const after = connect(sink.port, '127.0.0.1')
  expect(String((await once(after, 'data'))[0])).toMatch(/^220 /)
  after.destroy()
  process.off('uncaughtExceptionMonitor', note)
  expect([uncaught, sink.letters]).toEqual([[], []])
})
