import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { Failure } from '../../base/failure.ts'
import type { Mailbox } from '../../evidence/mailbox.ts'
import type { Numbering } from '../../evidence/numbering.ts'
import { openFolder, type Way } from './folder.ts'
import { JUNK, notWatched } from './folders.ts'
import { glanceAt } from './glance.ts'
import type { Graph } from './graph.ts'

const Anything = z.object({ id: z.string() })

/**
 * A mailbox of Exchange Online by Microsoft Graph. It only reads; the register numbers its mails by their
 * immutable ids. News is asked for: notifications would want an address of ours that the whole world can
 * reach. `signal` ends whatever it is doing.
 */
export async function connectGraphMailbox(
  graph: Graph,
  numbering: Numbering,
  signal?: AbortSignal,
): Promise<Mailbox> {
  const way: Way = { graph, numbering, listings: new Map(), signal }
  async function prove(): Promise<void> {
    if ((await graph.get('/mailFolders/inbox?$select=id', Anything, signal)) === null)
      throw new Failure('permanent', 'graph-mailbox-missing', 'there is no such mailbox: check GRAPH_USER')
  }
  await prove()
  return {
    open: (folder) => openFolder(way, folder, false),
    junkFolders: (names, watched = []) =>
      notWatched(graph, names === 'auto' ? [JUNK] : names, watched, signal),
    openJunk: (folder) => openFolder(way, folder, true),
    glance: (sighting) => glanceAt(way, sighting),
    waitForChange: (milliseconds, until) =>
      delay(milliseconds, undefined, { signal: until }).catch(() => undefined),
    prove,
    [Symbol.dispose]: () => way.listings.clear(),
  }
}
