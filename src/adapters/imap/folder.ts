import type { FetchMessageObject, ImapFlow } from 'imapflow'
import { type Instant, instantFromEpoch } from '../../base/instant.ts'
import type { SeenMail, WatchedFolder } from '../../evidence/evidence.ts'
import { answerOf } from './answer.ts'
import { imapFailure } from './connect.ts'
import type { News } from './news.ts'

/** UIDs in one FETCH: a range is one round trip; too long a line is refused by some servers. */
const UIDS_IN_A_COMMAND = 500

/** Opens a folder with EXAMINE. Failures: permanent when it does not exist. */
export async function openFolder(
  client: ImapFlow,
  account: string,
  path: string,
  news: News,
  isJunk: boolean,
): Promise<WatchedFolder> {
  const mailbox = await answerOf(client, client.mailboxOpen(path, { readOnly: true }))
  return {
    account,
    folder: path,
    uidValidity: String(mailbox.uidValidity),
    isJunk,
    uids: (from) => listUids(client, news, from),
    fetch: (uids) => fetchMails(client, uids),
  }
}

async function listUids(client: ImapFlow, news: News, from = 1): Promise<readonly number[]> {
  news.looking()
  // Some servers look for new mail at NOOP and never at SEARCH (Courier; RFC 9051, 6.1.2 names NOOP for it).
  if (from > 1 || !hasMail(client)) await answerOf(client, client.noop())
  if (from === 1 && !hasMail(client)) return []
  const wanted = from === 1 ? { all: true } : { uid: `${from}:*` }
  const found = await answerOf(client, client.search(wanted, { uid: true }))
  if (!Array.isArray(found)) throw imapFailure(new Error('SEARCH was refused'))
  // `n:*` always names the last mail, even below n (RFC 9051, 6.4.8).
  return found.filter((uid) => uid >= from).sort((left, right) => left - right)
}

function hasMail(client: ImapFlow): boolean {
  return client.mailbox !== false && client.mailbox.exists > 0
}

async function* fetchMails(client: ImapFlow, uids: readonly number[]): AsyncGenerator<SeenMail> {
  try {
    for (let start = 0; start < uids.length; start += UIDS_IN_A_COMMAND) {
      const range = asRange(uids.slice(start, start + UIDS_IN_A_COMMAND))
      const wanted = new Set(uids)
      for await (const message of client.fetch(
        range,
        { uid: true, internalDate: true, source: true },
        { uid: true },
      )) {
        // Rows without a body come in between: another session changed a flag.
        if (message.source === undefined || !wanted.delete(message.uid)) continue
        yield { uid: message.uid, internalDate: internalDateOf(message), raw: message.source }
      }
    }
  } catch (error) {
    throw imapFailure(error)
  }
}

export function internalDateOf(message: FetchMessageObject): Instant | null {
  const date = message.internalDate
  if (date === undefined) return null
  const milliseconds = typeof date === 'string' ? Date.parse(date) : date.getTime()
  return Number.isNaN(milliseconds) ? null : instantFromEpoch(milliseconds)
}

/** `[1,2,3,7]` as `1:3,7`: the shortest way to say it (RFC 9051, sequence-set). */
export function asRange(uids: readonly number[]): string {
  const parts: string[] = []
  let start = 0
  for (let index = 1; index <= uids.length; index += 1) {
    if (index < uids.length && uids[index] === (uids[index - 1] ?? 0) + 1) continue
    const [first, last] = [uids[start], uids[index - 1]]
    parts.push(first === last ? `${first}` : `${first}:${last}`)
    start = index
  }
  return parts.join(',')
}
