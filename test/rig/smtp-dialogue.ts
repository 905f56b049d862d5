import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'

/**
 * An SMTP conversation in the clear, line by line: what no client library lets us say (XCLIENT, to come from
 * another host). Bytes are a mail, sent after DATA. Fails at the first answer that is neither 2yz nor 3yz.
 */
export async function converse(port: number, said: readonly (string | Uint8Array)[]): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const answers = createInterface({ input: socket })[Symbol.asyncIterator]()
  try {
    await answer(answers)
    for (const one of said) {
      socket.write(typeof one === 'string' ? `${one}\r\n` : dotted(one))
      await answer(answers)
    }
  } finally {
    socket.destroy()
  }
}

/** The last line of an answer has no hyphen after its code (RFC 5321, 4.2.1). */
async function answer(lines: AsyncIterator<string>): Promise<void> {
  for (;;) {
    const line = await lines.next()
    if (line.done === true) throw new Error('the server ended the conversation')
    if (/^\d{3}-/.test(line.value)) continue
    if (!/^[23]/.test(line.value)) throw new Error(`the server says ${line.value.slice(0, 9)}`)
    return
  }
}

/** RFC 5321, 4.5.2. */
function dotted(raw: Uint8Array): Buffer {
  const text = Buffer.from(raw).toString('latin1').replace(/^\./gm, '..')
  return Buffer.from(`${text.replace(/(\r\n)?$/, '\r\n')}.\r\n`, 'latin1')
}
