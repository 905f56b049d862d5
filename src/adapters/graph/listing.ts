import { z } from 'zod'
import { asFailure, Failure } from '../../base/failure.ts'
import { epochOf, Instant } from '../../base/instant.ts'
import type { Numbering } from '../../evidence/numbering.ts'
import { isResync } from './failures.ts'
import { type GraphFolder, validityOf } from './folders.ts'
import type { Graph } from './graph.ts'

/** `2026-03-10T06:00:00Z`: an instant without milliseconds, as Graph writes it. */
export const ReceivedAt = z.iso
  .datetime()
  .transform((text) => new Date(text).toISOString())
  .pipe(Instant)
  .nullable()
  .catch(null)

const Listed = z.object({
  id: z.string().min(1),
  receivedDateTime: ReceivedAt,
  '@removed': z.unknown().optional(),
})
const Page = z.object({
  value: z.array(Listed),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
})

/** Ids in one question to the register. */
const NUMBERED_AT_ONCE = 500

/** A mail as a folder's listing has it. */
export interface ListedMail {
  readonly id: string
  readonly receivedAt: Instant | null
}

/**
 * What lies in a folder, by the register's numbers. Made by a whole round of the delta query and kept up by
 * the rounds after it: what was moved or deleted leaves, what came or was moved in gets its number.
 */
export interface Listing {
  readonly mails: ReadonlyMap<number, ListedMail>
  /** The highest number that was given to one of them; 0 for none. */
  readonly highest: number
  /** What changed since; anew from the beginning when Graph knows our state no more (410). */
  follow(): Promise<void>
}

/** Whose folders, who numbers their mails, and what ends a request. */
export interface Place {
  readonly graph: Graph
  readonly numbering: Numbering
  readonly signal: AbortSignal | undefined
}

/** The whole folder: one round of requests for each thousand of its mails. */
export async function listFolder({ graph, numbering, signal }: Place, folder: GraphFolder): Promise<Listing> {
  const place = { account: graph.location.user, uidValidity: validityOf(folder) }
  const start = `/mailFolders/${encodeURIComponent(folder.id)}/messages/delta?$select=receivedDateTime`
  let mails = new Map<number, ListedMail>()
  let numbers = new Map<string, number>()
  let highest = 0
  let link = start
  async function round(): Promise<void> {
    const changes = await changesFrom(graph, link, signal)
    for (const id of changes.removed) {
      const number = numbers.get(id)
      if (number !== undefined) mails.delete(number)
      numbers.delete(id)
    }
    const come = changes.come.filter(({ id }) => !numbers.has(id))
    for (let at = 0; at < come.length; at += NUMBERED_AT_ONCE) {
      const some = come.slice(at, at + NUMBERED_AT_ONCE)
      const given = await numbering.numbers(
        place,
        some.map(({ id }) => id),
      )
      for (const [index, mail] of some.entries()) {
        const number = given[index]
        if (number === undefined) continue
        highest = Math.max(highest, number)
        mails.set(number, mail)
        numbers.set(mail.id, number)
      }
    }
    link = changes.link
  }
  await round()
  return {
    get mails() {
      return mails
    },
    get highest() {
      return highest
    },
    async follow() {
      try {
        await round()
      } catch (error) {
        if (!isResync(asFailure(error))) throw error
        link = start
        mails = new Map()
        numbers = new Map()
        await round()
      }
    },
  }
}

interface Changes {
  /** In the order of their receipt: numbers rise with it. */
  readonly come: readonly ListedMail[]
  readonly removed: readonly string[]
  /** For the next round. */
  readonly link: string
}

/** One round, to its end; of a mail that is told several times the last word counts. */
async function changesFrom(graph: Graph, from: string, signal: AbortSignal | undefined): Promise<Changes> {
  const seen = new Map<string, ListedMail | null>()
  for (let next = from; ; ) {
    const page: z.infer<typeof Page> | null = await graph.get(next, Page, signal)
    if (page === null)
      throw new Failure('permanent', 'graph-folder-missing', 'the mailbox has no such folder any more')
    for (const one of page.value) {
      const isGone = one['@removed'] !== undefined
      seen.set(one.id, isGone ? null : { id: one.id, receivedAt: one.receivedDateTime })
    }
    const link = page['@odata.deltaLink']
    if (link !== undefined) return { ...sorted(seen), link }
    const more = page['@odata.nextLink']
    if (more === undefined)
      throw new Failure('transient', 'graph-answer', 'Microsoft Graph’s answer leads nowhere')
    next = more
  }
}

function sorted(seen: ReadonlyMap<string, ListedMail | null>): Pick<Changes, 'come' | 'removed'> {
  const at = ({ receivedAt }: ListedMail) => (receivedAt === null ? 0 : epochOf(receivedAt))
  return {
    come: [...seen.values()].filter((mail) => mail !== null).sort((one, other) => at(one) - at(other)),
    removed: [...seen].filter(([, mail]) => mail === null).map(([id]) => id),
  }
}
