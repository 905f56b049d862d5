import { fingerprintOf } from '../adapters/archive/content.ts'
import { openArchive } from '../adapters/archive/open.ts'
import { asFailure } from '../base/failure.ts'
import type { Mailbox } from '../evidence/mailbox.ts'
import { archiveLocation } from '../settings/secrets.ts'
import type { ReceivePorts } from '../steps/keep.ts'
import { Owed } from '../steps/owed.ts'
import { receive } from '../steps/receive.ts'
import { copyLetters } from './copy-letters.ts'
import { isAway } from './counter.ts'
import { dyingAt } from './crash-points.ts'
import { keepFetchingAgain } from './fetch-again.ts'
import { keepFresh } from './fresh-tokens.ts'
import { serveGlances } from './glances.ts'
import type { Hands } from './hands.ts'
import { whileHolding } from './mailbox-lease.ts'
import { pause } from './pause.ts'
import { numberedBy, type Reach, reachOf } from './reach.ts'
import { untilOffice } from './until-office.ts'

/**
 * Back-off between attempts to connect: doubled each time, with jitter, so that a server that comes back is
 * not hit by all at once.
 */
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000
/** Well below the shortest time after which a quiet connection is dropped: by imapflow, by firewalls. */
const PROVE_EVERY_MS = 25_000
/** A mail that the server owes is asked for again so soon. */
const ASK_AGAIN_MS = 5_000

/**
 * The mailbox's process: one connection for each folder. It has no register and no key and cannot send; it
 * holds the mailbox's secret alone, so the copies of sent letters, where they are wanted, are its work too,
 * and so is a look at a mail that was put aside.
 */
export async function startMailbox(hands: Hands): Promise<AsyncDisposable> {
  const { settings, environment } = hands
  // What fails on the way ends what was begun.
  await using stack = new AsyncDisposableStack()
  const archive = dyingAt(settings, await openArchive(archiveLocation(settings, environment)))
  const reach = reachOf(hands, numberedBy(hands.ledger))
  if (reach.tokens !== null) stack.use(keepFresh(reach.tokens, 'imap', hands))
  stack.use(await serveGlances(hands, reach))
  const stop = new AbortController()
  const ports = { ...hands, archive }
  const received = { ...ports, owed: new Owed() }
  const watching = whileHolding(hands, reach.account, stop.signal, async (lease, signal) => {
    const staying = (folder: string) =>
      watch(hands, signal, reach, (mailbox, proved) =>
        stay(hands, { ...received, lease, signal }, mailbox, folder, proved),
      )
    await Promise.all([
      ...settings.IMAP_FOLDERS.map(staying),
      settings.IMAP_JUNK.length === 0
        ? null
        : watch(hands, signal, reach, (mailbox, proved) =>
            sweepJunk(hands, { ...received, lease, signal }, mailbox, proved),
          ),
      copyLetters(hands, signal, reach),
      keepFetchingAgain(hands, { ...ports, fingerprintOf, lease }, signal, reach),
    ])
  })
  stack.defer(async () => {
    stop.abort()
    await watching
  })
  return stack.move()
}

/**
 * Connects again for ever, until told to stop. `proved` is to be called when the server did what was asked.
 */
async function watch(
  hands: Hands,
  signal: AbortSignal,
  reach: Reach,
  work: (mailbox: Mailbox, proved: () => void) => Promise<void>,
): Promise<void> {
  let wait = FIRST_WAIT_MS
  while (!signal.aborted) {
    try {
      await untilOffice(hands, signal)
      using mailbox = await reach.connect(signal)
      await work(mailbox, () => {
        wait = FIRST_WAIT_MS
      })
    } catch (error) {
      const failure = asFailure(error)
      if (!signal.aborted) hands.observe({ type: 'trouble', where: 'mailbox', failure })
      if (isAway(failure)) wait = FIRST_WAIT_MS
    }
    if (!signal.aborted) await pause(wait * (0.5 + Math.random()), signal)
    wait = Math.min(wait * 2, LONGEST_WAIT_MS)
  }
}

/**
 * While a connection lives: the whole folder against the register at once and every few minutes; in between,
 * what is new since, whenever the server says so or a round trip is due. Every pass is a round trip that
 * proves the connection alive.
 */
async function stay(
  hands: Hands,
  ports: ReceivePorts,
  mailbox: Mailbox,
  path: string,
  proved: () => void,
): Promise<void> {
  const { signal, owed } = ports
  const often = hands.settings.RECEPISSE_POLL_SECONDS * 1000
  while (!signal.aborted) {
    const folder = await mailbox.open(path)
    // It may be one mail’s fault that the last connection ended, and its tries are counted.
    if (owed.in(folder).length > 0) proved()
    let highest = await receive(ports, folder)
    proved()
    hands.observe({ type: 'watching', folder: path })
    const fullAgainAt = performance.now() + hands.settings.RECEPISSE_FULL_SECONDS * 1000
    while (!signal.aborted && performance.now() < fullAgainAt) {
      const wait = owed.in(folder).length === 0 ? untilNext(often) : Math.min(often, ASK_AGAIN_MS)
      await mailbox.waitForChange(wait, signal)
      if (!signal.aborted) highest = await receive(ports, folder, highest + 1)
    }
  }
}

/** So that the mailboxes of a machine prove themselves at one time, and the register hears of all at once. */
function untilNext(often: number): number {
  return often - (performance.now() % often)
}

/**
 * Folders of suspected spam, one after the other at each round trip: read as the others are, with the same
 * ledger. They are looked up each time, for a server makes one when it first needs it.
 */
async function sweepJunk(
  hands: Hands,
  ports: ReceivePorts,
  mailbox: Mailbox,
  proved: () => void,
): Promise<void> {
  const { signal } = ports
  const { IMAP_JUNK, IMAP_FOLDERS, RECEPISSE_POLL_SECONDS } = hands.settings
  while (!signal.aborted) {
    for (const path of await mailbox.junkFolders(IMAP_JUNK, IMAP_FOLDERS))
      await receive(ports, await mailbox.openJunk(path))
    proved()
    await rest(mailbox, RECEPISSE_POLL_SECONDS * 1000, signal)
  }
}

/**
 * A connection without IDLE is kept for the next round: said nothing on for a minute it would be dropped each
 * time.
 */
async function rest(mailbox: Mailbox, milliseconds: number, signal: AbortSignal): Promise<void> {
  const until = performance.now() + milliseconds
  for (let left = milliseconds; left > 0 && !signal.aborted; left = until - performance.now()) {
    await pause(Math.min(left, PROVE_EVERY_MS), signal)
    if (!signal.aborted) await mailbox.prove()
  }
}
