import { z } from 'zod'
import { asFailure, Failure } from '../../base/failure.ts'
import { epochOf, Instant } from '../../base/instant.ts'
import type { Numbering } from '../../evidence/numbering.ts'
import { Pages } from './answers.ts'
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

/** Whose folders, who numbers their mails, and what ends a request. */
export interface Place {
  readonly graph: Graph
  readonly numbering: Numbering
  readonly signal: AbortSignal | undefined
}

/** The whole folder: one round of requests for each thousand of its mails. */
export async function listFolder(place: Place, folder: GraphFolder): Promise<Listing> {
  const listing = new Listing(place, folder)
  await listing.follow()
  return listing
}

/**
 * What lies in a folder, by the register's numbers. Made by a whole round of the delta query and kept up by
 * the rounds after it: what was moved or deleted leaves, what came or was moved in gets its number.
 */
export class Listing {
  readonly #place: Place
  readonly #start: string
  readonly #uidValidity: string
  readonly #mails = new Map<number, ListedMail>()
  readonly #numbers = new Map<string, number>()
  /** They lie there and are nobody's business any more. */
  readonly #erased = new Set<string>()
  #link: string
  #highest = 0

  constructor(place: Place, folder: GraphFolder) {
    this.#place = place
    this.#start = `/mailFolders/${encodeURIComponent(folder.id)}/messages/delta?$select=receivedDateTime`
    this.#uidValidity = validityOf(folder)
    this.#link = this.#start
  }

  get mails(): ReadonlyMap<number, ListedMail> {
    return this.#mails
  }

  /** How many lie there, with those that were erased here. */
  get count(): number {
    return this.#mails.size + this.#erased.size
  }

  /** The highest number that was given to one of them; 0 for none. */
  get highest(): number {
    return this.#highest
  }

  /** What changed since; anew from the beginning when Graph knows our state no more (410). */
  async follow(): Promise<void> {
    try {
      await this.#round()
    } catch (error) {
      if (this.#link === this.#start || !isResync(asFailure(error))) throw error
      this.#link = this.#start
      this.#mails.clear()
      this.#numbers.clear()
      this.#erased.clear()
      await this.#round()
    }
  }

  /** It does not lie there any more. */
  drop(number: number): void {
    const mail = this.#mails.get(number)
    if (mail !== undefined) this.#numbers.delete(mail.id)
    this.#mails.delete(number)
  }

  async #round(): Promise<void> {
    const { graph, signal } = this.#place
    const { come, removed, link } = await changesFrom(graph, this.#link, signal)
    for (const id of removed) {
      this.drop(this.#numbers.get(id) ?? 0)
      this.#erased.delete(id)
    }
    const fresh = come.filter(({ id }) => !this.#numbers.has(id))
    for (let at = 0; at < fresh.length; at += NUMBERED_AT_ONCE)
      await this.#take(fresh.slice(at, at + NUMBERED_AT_ONCE))
    this.#link = link
  }

  async #take(mails: readonly ListedMail[]): Promise<void> {
    const { graph, numbering } = this.#place
    const place = { account: graph.location.user, uidValidity: this.#uidValidity }
    const ids = mails.map(({ id }) => id)
    const given = await numbering.numbers(place, ids)
    for (const [index, mail] of mails.entries()) {
      const number = given[index]
      if (number === null) this.#erased.add(mail.id)
      if (number === undefined || number === null) continue
      this.#highest = Math.max(this.#highest, number)
      this.#mails.set(number, mail)
      this.#numbers.set(mail.id, number)
    }
  }
}

interface Changes {
  /** In the order of their receipt: numbers rise with it. */
  readonly come: readonly ListedMail[]
  readonly removed: readonly string[]
  /** For the next round. */
  readonly link: string
}

/**
 * One round, to its end. Their order says nothing: of a mail that is told both ways the next whole look says
 * which is true.
 */
async function changesFrom(graph: Graph, from: string, signal: AbortSignal | undefined): Promise<Changes> {
  const seen = new Map<string, ListedMail | null>()
  const pages = new Pages()
  for (let next = from; ; ) {
    const page: z.infer<typeof Page> | null = await graph.get(pages.next(next), Page, signal)
    if (page === null)
      throw new Failure('permanent', 'graph-folder-missing', 'the mailbox has no such folder any more')
    for (const one of page.value) {
      const isGone = one['@removed'] !== undefined || seen.get(one.id) === null
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
