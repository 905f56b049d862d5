import type { ImapFlow } from 'imapflow'
import { Failure } from '../../base/failure.ts'
import type { SentFolder } from '../../steps/copy-sent.ts'
import { imapFailure } from './connect.ts'

/** Stands for the folder that the server itself marks (RFC 6154). */
const MARKED = '\\Sent'

/**
 * The account's folder of sent mail: by its name, or « \Sent » for the one that the server marks. Failures:
 * permanent when there is none.
 */
export async function openSent(client: ImapFlow, wanted: string): Promise<SentFolder> {
  const path = wanted.toLowerCase() === MARKED.toLowerCase() ? await markedPath(client) : wanted
  await client.mailboxOpen(path, { readOnly: true }).catch((error: unknown) => {
    throw isMissing(error) ? noSuchFolder() : imapFailure(error)
  })
  return {
    async has(messageId) {
      const found = await client
        .search({ header: { 'message-id': messageId } }, { uid: true })
        .catch((error: unknown) => {
          throw imapFailure(error)
        })
      if (!Array.isArray(found)) throw imapFailure(new Error('SEARCH was refused'))
      return found.length > 0
    },
    async append(raw, sentAt) {
      const done = await client
        .append(path, Buffer.from(raw), ['\\Seen'], new Date(sentAt))
        .catch((error: unknown) => {
          throw imapFailure(error)
        })
      if (done === false) throw imapFailure(new Error('APPEND was refused'))
    },
  }
}

/** A name that only looks like it is not enough to write into somebody's mailbox. */
async function markedPath(client: ImapFlow): Promise<string> {
  const folders = await client.list().catch((error: unknown) => {
    throw imapFailure(error)
  })
  const marked = folders.find(
    ({ specialUse, specialUseSource }) => specialUse === MARKED && specialUseSource === 'extension',
  )
  if (marked === undefined) throw noSuchFolder()
  return marked.path
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'mailboxMissing' in error && error.mailboxMissing === true
}

function noSuchFolder(): Failure {
  return new Failure(
    'permanent',
    'imap-no-sent-folder',
    'the mailbox has no such folder of sent mail: set IMAP_SENT_FOLDER to the name of one that is there',
  )
}
