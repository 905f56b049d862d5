/**
 * What one writes in an afternoon: fetch, simpleParser, pdf-parse on every PDF, an answer by nodemailer, one mail after
 * the other. No evidence, no queue, no register; it loses mail on a crash. The honest rival of the benchmark.
 * node bench/afternoon.ts IMAP-PORT USER PASSWORD SMTP-PORT
 */
import { ImapFlow } from 'imapflow'
import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { PDFParse } from 'pdf-parse'

const [port = '', user = '', pass = '', smtp = ''] = process.argv.slice(2)
const client = new ImapFlow({
  host: '127.0.0.1',
  port: Number(port),
  secure: false,
  doSTARTTLS: false,
  auth: { user, pass },
  logger: false,
})
// Pooled, as the manual says: a server pauses before it greets, and who opens a connection a letter pays for it each time.
const transport = createTransport({
  pool: true,
  maxConnections: 1,
  host: '127.0.0.1',
  port: Number(smtp),
  secure: false,
  ignoreTLS: true,
})
await client.connect()
await client.mailboxOpen('INBOX')
const uids = await client.search({ all: true }, { uid: true })
for (const uid of Array.isArray(uids) ? uids : []) {
  const message = await client.fetchOne(String(uid), { source: true }, { uid: true })
  if (message === false || message?.source === undefined) continue
  const mail = await simpleParser(message.source)
  let words = 0
  for (const attachment of mail.attachments) {
    if (attachment.contentType !== 'application/pdf') continue
    const parser = new PDFParse({ data: new Uint8Array(attachment.content) })
    words += (await parser.getText()).text.length
    await parser.destroy()
  }
  await transport.sendMail({
    from: user,
    to: mail.from?.text ?? user,
    subject: `Re: ${mail.subject ?? ''}`,
    text: `Bien reçu : ${mail.attachments.length} fichiers, ${words} caractères.`,
  })
}
client.close()
transport.close()
