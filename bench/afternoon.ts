/**
 * What one writes in an afternoon: fetch, simpleParser, pdf-parse on every PDF, an answer by nodemailer, one
 * mail after the other. No evidence, no queue, no register; it loses mail on a crash. The honest rival of the
 * benchmark; with a folder it keeps each mail and a row of it on the disk before it answers, so that what
 * lasts is compared with what lasts. node bench/afternoon.ts IMAP-PORT USER PASSWORD SMTP-PORT [FOLDER]
 */
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ImapFlow } from 'imapflow'
import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { PDFParse } from 'pdf-parse'

const [port = '', user = '', pass = '', smtp = '', folder] = process.argv.slice(2)
const client = new ImapFlow({
  host: '127.0.0.1',
  port: Number(port),
  secure: false,
  doSTARTTLS: false,
  auth: { user, pass },
  logger: false,
})
// Pooled, as the manual says: a server pauses before it greets, and who opens a connection a letter pays for
// it each time.
const transport = createTransport({
  pool: true,
  maxConnections: 1,
  host: '127.0.0.1',
  port: Number(smtp),
  secure: false,
  ignoreTLS: true,
})
const rows = folder === undefined ? null : new DatabaseSync(join(folder, 'mails.db'))
rows?.exec('pragma journal_mode = wal; pragma synchronous = full; create table mail (uid, sender, words)')
await client.connect()
await client.mailboxOpen('INBOX')
const uids = await client.search({ all: true }, { uid: true })
for (const uid of Array.isArray(uids) ? uids : []) {
  const message = await client.fetchOne(String(uid), { source: true }, { uid: true })
  if (message === false || message?.source === undefined) continue
  if (folder !== undefined) await keep(folder, uid, message.source)
  const mail = await simpleParser(message.source)
  let words = 0
  for (const attachment of mail.attachments) {
    if (attachment.contentType !== 'application/pdf') continue
    const parser = new PDFParse({ data: new Uint8Array(attachment.content) })
    words += (await parser.getText()).text.length
    await parser.destroy()
  }
  rows?.prepare('insert into mail values (?, ?, ?)').run(uid, mail.from?.text ?? '', words)
  await transport.sendMail({
    from: user,
    to: mail.from?.text ?? user,
    subject: `Re: ${mail.subject ?? ''}`,
    text: `Bien reçu : ${mail.attachments.length} fichiers, ${words} caractères.`,
  })
}
client.close()
transport.close()

async function keep(where: string, uid: number, source: Buffer): Promise<void> {
  await using file = await open(join(where, `${uid}.eml`), 'w')
  await file.writeFile(source)
  await file.datasync()
}
