import type { ImapFlow, SearchObject } from 'imapflow'
import { type Instant, later } from '../../base/instant.ts'
import {
  LARGEST_MAIL_BYTES,
  type MailFacts,
  type SeenMail,
  type WatchedFolder,
} from '../../evidence/evidence.ts'
import { answerOf } from './answer.ts'
import { imapFailure } from './connect.ts'
import { factsOf } from './facts.ts'
import type { News } from './news.ts'

/** UIDs in one FETCH: a range is one round trip; too long a line is refused by some servers. */
const UIDS_IN_A_COMMAND = 500
/**
 * SEARCH SINCE compares days, in the server’s own zone (RFC 9051, 6.4.4): one day more leaves nothing out.
 */
const A_DAY_MS = 24 * 3_600_000

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
    nextUid: mailbox.uidNext > 0 ? mailbox.uidNext : null,
    isJunk,
    uids: (from = 1, orSince) => listUids(client, news, from, orSince),
    facts: async (uid) => (await factsAtHand(client, [uid])).get(uid) ?? null,
    fetch: (uids) => fetchMails(client, uids),
  }
}

async function listUids(
  client: ImapFlow,
  news: News,
  from: number,
  orSince: Instant | undefined,
): Promise<readonly number[]> {
  news.looking()
  const all = from === 1
  // Some servers look for new mail at NOOP and never at SEARCH (Courier; RFC 9051, 6.1.2 names NOOP for it).
  if (!all || !hasMail(client)) await answerOf(client, client.noop())
  if (!hasMail(client)) return []
  if (!all && orSince !== undefined) {
    const day = new Date(later(orSince, -A_DAY_MS))
    const found = await search(client, { or: [{ uid: `${from}:*` }, { since: day }] }).catch(usableOr(client))
    // In the simplest words, all of them: what is older costs time, what is left out is lost.
    return found ?? (await search(client, { all: true }))
  }
  // `n:*` always names the last mail, even below n (RFC 9051, 6.4.8): a server that finds none did not
  // understand it.
  const found = all ? [] : await search(client, { uid: `${from}:*` })
  return (found.length > 0 ? found : await search(client, { all: true })).filter((uid) => uid >= from)
}

function hasMail(client: ImapFlow): boolean {
  return client.mailbox !== false && client.mailbox.exists > 0
}

async function search(client: ImapFlow, wanted: SearchObject): Promise<readonly number[]> {
  const found = await answerOf(client, client.search(wanted, { uid: true }))
  if (!Array.isArray(found)) throw imapFailure(new Error('SEARCH was refused'))
  return found.sort((left, right) => left - right)
}

/** A server that refuses a command on a connection that lives is asked in simpler words. */
function usableOr(client: ImapFlow): (error: unknown) => null {
  return (error) => {
    if (client.usable) return null
    throw error
  }
}

async function* fetchMails(client: ImapFlow, uids: readonly number[]): AsyncGenerator<SeenMail> {
  for (let start = 0; start < uids.length; start += UIDS_IN_A_COMMAND) {
    const asked = uids.slice(start, start + UIDS_IN_A_COMMAND)
    const facts = await factsAtHand(client, asked)
    const wanted = new Set(asked.filter((uid) => (facts.get(uid)?.bytes ?? 0) <= LARGEST_MAIL_BYTES))
    if (wanted.size === 0) continue
    for await (const { uid, raw } of bodies(client, [...wanted])) {
      // Rows without a body come in between: another session changed a flag. NIL and nothing are no mail.
      if (raw === null || raw.length === 0 || !wanted.delete(uid)) continue
      yield { uid, internalDate: facts.get(uid)?.internalDate ?? null, raw }
    }
  }
}

/** A server that refuses the question may hand over the mails all the same. */
async function factsAtHand(
  client: ImapFlow,
  uids: readonly number[],
): Promise<ReadonlyMap<number, MailFacts>> {
  return (await factsOf(client, asRange(uids)).catch(usableOr(client))) ?? new Map<number, MailFacts>()
}

async function* bodies(
  client: ImapFlow,
  uids: readonly number[],
): AsyncGenerator<{ readonly uid: number; readonly raw: Uint8Array | null }> {
  try {
    for await (const { uid, source } of client.fetch(
      asRange(uids),
      { uid: true, source: true },
      { uid: true },
    )) {
      // For BODY[] NIL it is `false`, whatever its type says.
      const given: unknown = source
      yield { uid, raw: given instanceof Uint8Array ? given : null }
    }
  } catch (error) {
    throw imapFailure(error)
  }
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
