import type { Mail } from '../../mail/mail.ts'
import { createMailParser } from '../mime/parse.ts'
import { type Budget, type Member, type Opened, pagesOfTexts, reading, Unreadable } from './opened.ts'

/**
 * A mail attached to a mail, as colleagues and scanners forward it: its head and body are one page, and its
 * attachments are files of their own. The parser is the one that reads mails themselves.
 */
export async function readEml(content: Uint8Array, budget: Budget): Promise<Opened> {
  const { mail, content: bytesOf } = await createMailParser().parse(content)
  const members: Member[] = []
  for (const attachment of mail.attachments) {
    const bytes = bytesOf(attachment.index)
    budget.bytes -= bytes.byteLength
    if (budget.bytes < 0) throw new Unreadable('too_large', 'the forwarded mail expands too far')
    const name = attachment.name ?? `partie ${attachment.index + 1}`
    members.push({
      name,
      content: bytes,
      ...(attachment.charset === undefined ? {} : { charset: attachment.charset }),
    })
  }
  return { reading: reading('message/rfc822', { pages: pagesOfTexts([textOf(mail)]) }), members }
}

function textOf(mail: Mail): string {
  const [from] = mail.from
  const sender =
    from === undefined ? '' : [from.name, `<${from.address}>`].filter((part) => part !== null).join(' ')
  return [sender, mail.subject, '', mail.text].join('\n').trim()
}
