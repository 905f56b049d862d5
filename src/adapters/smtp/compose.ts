import { createTransport } from 'nodemailer'
import type { Instant } from '../../base/instant.ts'

/** A mail that nobody sends: a paper application in the form that the archive keeps. */
export interface WrittenMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
  readonly date: Instant
  readonly attachments: readonly { readonly name: string; readonly content: Uint8Array }[]
}

/** The bytes of a mail, with CRLF at the ends of its lines. */
export async function composeMail(mail: WrittenMail): Promise<Uint8Array> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail({
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    headers: { ...mail.headers },
    date: new Date(mail.date),
    attachments: mail.attachments.map(({ name, content }) => ({
      filename: name,
      content: Buffer.from(content),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  if (!Buffer.isBuffer(message)) throw new Error('a composed mail is a buffer')
  return message
}
