/**
 * The plain floors, each in a process of its own: fetch alone; fetch, hash and fsync; fetch and simpleParser.
 * node bench/floor.ts MODE PORT USER PASSWORD FOLDER COUNT; prints the milliseconds from the first command to
 * the end.
 */
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'
import { simpleParser } from 'mailparser'

const [mode = '', port = '', user = '', pass = '', folder = '', count = '0'] = process.argv.slice(2)
const client = new ImapFlow({
  host: '127.0.0.1',
  port: Number(port),
  secure: false,
  doSTARTTLS: false,
  auth: { user, pass },
  logger: false,
})
await client.connect()
const startedAt = performance.now()
await client.mailboxOpen('INBOX', { readOnly: true })
let seen = 0
const writing: Promise<void>[] = []
for await (const { source, uid } of client.fetch('1:*', { uid: true, source: true }, { uid: true })) {
  if (source === undefined) continue
  seen += 1
  if (mode === 'fetch-fsync') writing.push(keep(source, uid))
  if (writing.length >= 16) await Promise.all(writing.splice(0))
  if (mode === 'fetch-parse') await simpleParser(source)
}
await Promise.all(writing)
if (seen !== Number(count)) throw new Error(`${seen} of ${count} mails`)
process.stdout.write(`${performance.now() - startedAt}\n`)
client.close()

async function keep(source: Buffer, uid: number): Promise<void> {
  createHash('sha256').update(source).digest('hex')
  await using file = await open(join(folder, `${uid}.eml`), 'w')
  await file.writeFile(source)
  await file.datasync()
}
