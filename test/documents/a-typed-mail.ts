import { Fingerprint } from '../../src/base/ids.ts'
import type { Mail } from '../../src/mail/mail.ts'

export const ANY = Fingerprint.parse('0'.repeat(64))

/** A mail of which only its text is known; `known`: what is besides. */
export function aTypedMail(text: string, known: Partial<Mail> = {}): Mail {
  return {
    fingerprint: ANY,
    bytes: 1,
    headers: [],
    contentType: 'text/plain',
    returnPath: null,
    from: [],
    sender: [],
    replyTo: [],
    to: [],
    cc: [],
    subject: '',
    messageId: null,
    inReplyTo: [],
    references: [],
    date: null,
    text,
    ownText: text,
    links: [],
    attachments: [],
    ...known,
  }
}
