import { type Instant, later } from '../base/instant.ts'
import type { SeenMail, WatchedFolder } from '../evidence/evidence.ts'
import type { Haste } from '../register/ledger.ts'
import { type Health, insist } from './insist.ts'
import { keep, type ReceivePorts } from './keep.ts'

/**
 * Mails and bytes in hand at a time: enough for the disk's flushes to be shared, little enough for the
 * memory.
 */
const GROUP_MAILS = 16
const GROUP_BYTES = 16 * 1024 * 1024

/** More than so many at once are a backlog: a mail that comes while they wait is read before them. */
const LIVE_MAILS = 8
/** While a backlog is fetched, news is looked for so often, and taken before the rest of it. */
const NEWS_EVERY_MS = 2_000

/**
 * Takes in what a folder has and the register has not: of the whole folder, as far back as the calls'
 * seasons (`from` null), or from a UID up. The work list is always that difference, never a flag and never a
 * mark of our own. The newest come first. Order of each group: bytes on the disk, rows committed, then hints
 * for the pipeline. What the server does not hand over stops nothing: it is owed, and asked for alone at the
 * end of each look. Returns the highest UID that counts as seen.
 */
export async function receive(
  ports: ReceivePorts,
  folder: WatchedFolder,
  from: number | null = null,
): Promise<number> {
  const { clock, signal, owed } = ports
  let { missing, highest } = await listMissing(ports, folder, from)
  const haste = missing.length > LIVE_MAILS ? 'backlog' : 'now'
  let lookedAt = clock.now()
  let health: Health = null
  while (missing.length > 0 && !signal.aborted) {
    if (await takeGroup(ports, folder, missing.slice(0, GROUP_MAILS), haste)) health = true
    missing = missing.slice(GROUP_MAILS)
    if (missing.length === 0 || clock.now() < later(lookedAt, NEWS_EVERY_MS)) continue
    lookedAt = clock.now()
    await proveAlive(ports, folder)
    const news = await listMissing(ports, folder, highest + 1)
    for (let next = 0; next < news.missing.length; next += GROUP_MAILS)
      await takeGroup(ports, folder, news.missing.slice(next, next + GROUP_MAILS), 'now')
    highest = news.highest
  }
  for (const uid of owed.in(folder)) if (!signal.aborted) health = await insist(ports, folder, uid, health)
  if (!signal.aborted && owed.in(folder).length === 0) await proveAlive(ports, folder)
  return highest
}

/** What is to be fetched, the newest first; what is owed is asked for on its own. */
async function listMissing(
  { ledger, owed }: ReceivePorts,
  folder: WatchedFolder,
  from: number | null,
): Promise<{ readonly missing: readonly number[]; readonly highest: number }> {
  const { account, folder: path, uidValidity, nextUid } = folder
  const news = from === null ? null : await folder.uids(from)
  // Mostly there is none, and the register need not be asked.
  const rows =
    news?.length === 0 ? [] : await ledger.knownUids({ account, folder: path, uidValidity, from: from ?? 1 })
  const known = new Set(rows)
  const uids = news ?? (await uidsOfSeason(folder, known, await ledger.since({})))
  const waiting = new Set(owed.in(folder))
  return {
    missing: uids.filter((uid) => !known.has(uid) && !waiting.has(uid)).reverse(),
    highest: Math.max((from ?? nextUid ?? 1) - 1, uids.at(-1) ?? 0),
  }
}

/**
 * The mails of a folder that are ours to look at: what came since, and, whatever date its server gives it,
 * what came since the folder was first looked at.
 */
export function uidsOfSeason(
  folder: WatchedFolder,
  known: ReadonlySet<number>,
  since: Instant,
): Promise<readonly number[]> {
  const first = [...known].reduce((lowest, uid) => Math.min(lowest, uid), folder.nextUid ?? 1)
  return folder.uids(Math.max(1, first), since)
}

/**
 * What came is kept, though the server ends the connection in the middle of it; what did not come is owed.
 * Returns whether anything came.
 */
async function takeGroup(
  ports: ReceivePorts,
  folder: WatchedFolder,
  uids: readonly number[],
  haste: Haste,
): Promise<boolean> {
  const left = new Set(uids)
  let group: SeenMail[] = []
  let bytes = 0
  async function flush(): Promise<void> {
    const mails = group
    group = []
    bytes = 0
    if (mails.length > 0) await keep(ports, folder, mails, haste)
    for (const { uid } of mails) left.delete(uid)
  }
  try {
    for await (const mail of folder.fetch([...uids].sort((one, other) => one - other))) {
      group.push(mail)
      bytes += mail.raw.length
      if (bytes >= GROUP_BYTES) await flush()
    }
  } finally {
    await flush()
    ports.owed.add(folder, left)
  }
  return left.size < uids.length
}

/** A folder of suspected spam may come and go with the server's ways: its silence is nobody's outage. */
async function proveAlive({ ledger, clock }: ReceivePorts, folder: WatchedFolder): Promise<void> {
  const { account, folder: path, isJunk } = folder
  if (!isJunk) await ledger.proveAlive({ account, folder: path, at: clock.now() })
}
