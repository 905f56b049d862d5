import type { ImapFlow } from 'imapflow'
import { answerOf } from './answer.ts'

/**
 * The folders that the server marks as « \Junk » (RFC 6154); where it marks none, the one whose name says so
 * in one of the languages that imapflow knows (« Courrier indésirable », « Junk E-mail »). They are only
 * read.
 */
export async function findJunk(client: ImapFlow): Promise<readonly string[]> {
  const folders = await answerOf(client, client.list())
  const junk = folders.filter(({ specialUse, flags }) => specialUse === '\\Junk' && !flags.has('\\Noselect'))
  const marked = junk.filter(({ specialUseSource }) => specialUseSource === 'extension')
  return (marked.length > 0 ? marked : junk).map(({ path }) => path)
}
