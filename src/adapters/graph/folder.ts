import { z } from 'zod'
import type { Instant } from '../../base/instant.ts'
import type { MailFacts, SeenMail, WatchedFolder } from '../../evidence/evidence.ts'
import { findFolder, type GraphFolder, validityOf } from './folders.ts'
import type { Graph } from './graph.ts'
import { type Listing, listFolder, type Place, ReceivedAt } from './listing.ts'

/**
 * A folder of no more mails is listed whole at each look, a request for each thousand: with immutable ids a
 * delta query may not tell of what was moved in (microsoft-graph-docs-contrib, issue 72). A larger one is
 * when its count says that something was missed.
 */
const LISTED_EACH_TIME = 5_000

/** PidTagMessageSize: what the mail has in the store, about what its bytes are. */
const SIZE = "singleValueExtendedProperties($filter=id eq 'Integer 0x0E08')"
export const FACTS = `$select=receivedDateTime,parentFolderId&$expand=${SIZE}`
export const Facts = z.object({
  receivedDateTime: ReceivedAt,
  parentFolderId: z.string(),
  singleValueExtendedProperties: z.array(z.object({ value: z.string() })).default([]),
})

/** What Graph says of a mail; null for one that lies in another folder. */
export function factsIn({ id }: GraphFolder, facts: z.infer<typeof Facts> | null): MailFacts | null {
  if (facts === null || facts.parentFolderId !== id) return null
  const bytes = Number(facts.singleValueExtendedProperties[0]?.value ?? Number.NaN)
  return { bytes: Number.isInteger(bytes) && bytes >= 0 ? bytes : null, internalDate: facts.receivedDateTime }
}

/** The listings of a mailbox's folders, by their ids: kept as long as the way in. */
export type Listings = Map<string, Listing>

/**
 * Opens a folder: listed whole, or, where it is large, whenever it has not as many mails as were followed.
 * Nothing that is asked of it marks, moves or changes a mail. Failures: permanent when it does not exist.
 */
export async function openFolder(way: Way, path: string, isJunk: boolean): Promise<WatchedFolder> {
  const { graph, listings, signal } = way
  const folder = await findFolder(graph, path, signal)
  const listing = (await followed(listings.get(folder.id), folder)) ?? (await listFolder(way, folder))
  listings.set(folder.id, listing)
  return {
    account: graph.location.user,
    folder: path,
    uidValidity: validityOf(folder),
    nextUid: listing.highest + 1,
    isJunk,
    async uids(from = 1, orSince) {
      await listing.follow()
      return [...listing.mails]
        .filter(([uid, { receivedAt }]) => uid >= from || isSince(receivedAt, orSince))
        .map(([uid]) => uid)
        .sort((one, other) => one - other)
    },
    async facts(uid) {
      const mail = listing.mails.get(uid)
      if (mail === undefined) return null
      return factsIn(folder, await graph.get(`${pathOf(mail.id)}?${FACTS}`, Facts, signal))
    },
    fetch: (uids) => fetchMails(graph, listing, uids, signal),
  }
}

/** What a mailbox is worked with. */
export interface Way extends Place {
  readonly listings: Listings
}

/** Null where the folder is to be listed whole. */
async function followed(listing: Listing | undefined, folder: GraphFolder): Promise<Listing | null> {
  if (listing === undefined || folder.totalItemCount <= LISTED_EACH_TIME) return null
  await listing.follow()
  return listing.count === folder.totalItemCount ? listing : null
}

/** A mail by its id, in whatever folder it lies. */
export function pathOf(id: string): string {
  return `/messages/${encodeURIComponent(id)}`
}

/** Of a mail without a time nobody can say that it is too old. */
function isSince(receivedAt: Instant | null, since: Instant | undefined): boolean {
  return since !== undefined && (receivedAt === null || receivedAt >= since)
}

/** One is asked for ahead: the service is far away. */
async function* fetchMails(
  graph: Graph,
  listing: Listing,
  uids: readonly number[],
  signal: AbortSignal | undefined,
): AsyncGenerator<SeenMail> {
  const asked = uids.flatMap((uid) => {
    const mail = listing.mails.get(uid)
    return mail === undefined ? [] : [{ uid, mail }]
  })
  const bytesAt = (index: number) => {
    const next = asked[index]
    if (next === undefined) return null
    const bytes = graph.bytes(`${pathOf(next.mail.id)}/$value`, signal)
    // Whoever waits for it is told; nobody may.
    bytes.catch(() => undefined)
    return bytes
  }
  let ahead = bytesAt(0)
  for (const [index, { uid, mail }] of asked.entries()) {
    const raw = await ahead
    ahead = bytesAt(index + 1)
    if (raw === 'gone') listing.drop(uid)
    else if (raw !== null && raw.length > 0) yield { uid, internalDate: mail.receivedAt, raw }
  }
}
