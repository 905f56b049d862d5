import type { Mailbox } from '../../evidence/mailbox.ts'
import type { SentFolder } from '../../steps/copy-sent.ts'
import type { TokenSource } from '../oauth/tokens.ts'
import { answerOf } from './answer.ts'
import { connectImap, type ImapLocation } from './connect.ts'
import { openFolder } from './folder.ts'
import { glanceAt } from './glance.ts'
import { findJunk } from './junk.ts'
import { listenForNews } from './news.ts'
import { openSent } from './sent.ts'

/** One connection to an account, logged in. */
export interface ImapMailbox extends Mailbox {
  openSent(wanted: string): Promise<SentFolder>
}

/**
 * `tokens`: kept by a process that connects again and again; by default fetched for this connection. `signal`
 * ends the connection in whatever it is doing: a large mail on a slow line is not waited for.
 */
export async function connectMailbox(
  location: ImapLocation,
  tokens?: TokenSource,
  signal?: AbortSignal,
): Promise<ImapMailbox> {
  const client = await connectImap(location, tokens, signal)
  const news = listenForNews(client)
  return {
    open: (folder) => openFolder(client, location.user, folder, news, false),
    junkFolders: async (names, watched = []) =>
      (names === 'auto' ? await findJunk(client) : names).filter((one) => !watched.includes(one)),
    openJunk: (folder) => openFolder(client, location.user, folder, news, true),
    glance: (sighting) => glanceAt(client, sighting),
    openSent: (wanted) => openSent(client, wanted),
    waitForChange: news.waitForChange,
    prove: () => answerOf(client, client.noop()),
    [Symbol.dispose]: () => client.close(),
  }
}
