import msgreader, { type FieldsData } from '@kenjiuno/msgreader'
import { type Budget, type Member, type Opened, pagesOfTexts, reading, Unreadable } from './opened.ts'

/**
 * A mail saved by Outlook ([MS-OXMSG]): head and body are one page, its attachments are files of their own.
 */
export async function readMsg(content: Uint8Array, budget: Budget): Promise<Opened> {
  const copy = new Uint8Array(content)
  const file = new msgreader.default(copy.buffer)
  const mail = file.getFileData()
  // A damaged file gives an object without anything in it, not an error.
  if (mail.dataType !== 'msg') throw new Unreadable('unreadable', 'not a sound Outlook message')
  const members: Member[] = []
  for (const attachment of mail.attachments ?? []) {
    const { fileName, content: bytes } = file.getAttachment(attachment)
    budget.bytes -= bytes.byteLength
    if (budget.bytes < 0) throw new Unreadable('too_large', 'the Outlook message expands too far')
    members.push({ name: fileName || `pièce ${members.length + 1}`, content: bytes })
  }
  return { reading: reading('application/vnd.ms-outlook', { pages: pagesOfTexts([textOf(mail)]) }), members }
}

function textOf(mail: FieldsData): string {
  const address = mail.senderSmtpAddress ?? mail.senderEmail
  const sender = [mail.senderName, address === undefined ? undefined : `<${address}>`]
  const parts = [
    sender.filter((part) => part !== undefined).join(' '),
    mail.subject ?? '',
    '',
    mail.body ?? '',
  ]
  return parts.join('\n').trim()
}
