import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Letter } from '../../acknowledgement/outgoing.ts'
import type { Instant } from '../../base/instant.ts'
import type { WrittenMail } from '../../steps/written-mail.ts'

/** The bytes of a mail, with CRLF at the ends of its lines. */
export function composeMail(mail: WrittenMail): Promise<Uint8Array> {
  return bytesOf({
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
}

/** A letter of ours as it leaves, without sending it. */
export function composeLetter(letter: Letter, date: Instant): Promise<Uint8Array> {
  return bytesOf(mimeOptions(letter, date))
}

async function bytesOf(options: SendMailOptions): Promise<Uint8Array> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail(options)
  if (!Buffer.isBuffer(message)) throw new Error('a composed mail is a buffer')
  return message
}

/** A letter as nodemailer's composer takes it; what it writes is what is sent and what is copied. */
export function mimeOptions(letter: Letter, date: Instant) {
  return {
    from: letter.from,
    to: letter.to.join(', '),
    ...(letter.replyTo === null ? {} : { replyTo: letter.replyTo }),
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    textEncoding: 'quoted-printable' as const,
    date: new Date(date),
    messageId: letter.messageId,
    ...(letter.inReplyTo === null ? {} : { inReplyTo: letter.inReplyTo }),
    ...(letter.references.length === 0 ? {} : { references: letter.references }),
    headers: letter.headers,
    ...(letter.attachments === undefined
      ? {}
      : {
          attachments: letter.attachments.map(({ name, type, base64 }) => ({
            filename: name,
            contentType: type,
            content: Buffer.from(base64, 'base64'),
          })),
        }),
    xMailer: false as const,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
