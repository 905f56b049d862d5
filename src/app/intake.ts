import { fingerprintOf } from '../adapters/archive/content.ts'
import { openArchive } from '../adapters/archive/open.ts'
import { connectMailbox, type Mailbox } from '../adapters/imap/mailbox.ts'
import { openTokens, type TokenSource } from '../adapters/oauth/tokens.ts'
import { openQueues } from '../adapters/queue/bullmq.ts'
import { asFailure } from '../base/failure.ts'
import { seasonsBegin } from '../call/calls.ts'
import { archiveLocation, imapLocation } from '../settings/secrets.ts'
import type { ReceivePorts } from '../steps/keep.ts'
import { Owed } from '../steps/owed.ts'
import { receive } from '../steps/receive.ts'
import { copyLetters } from './copy-letters.ts'
import { dyingAt } from './crash-points.ts'
import { keepFetchingAgain } from './fetch-again.ts'
import { keepFresh } from './fresh-tokens.ts'
import { serveGlances } from './glances.ts'
import { whileHolding } from './mailbox-lease.ts'
import { pause } from './pause.ts'
import { queueObserver, redisLocation, type World } from './world.ts'

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
 * The intake process: one connection for each folder. It cannot send; it holds the mailbox's secret alone, so
 * the copies of sent letters, where they are wanted, are its work too, and so is a look at a mail that was
 * put aside.
 */
export async function startIntake(world: World): Promise<AsyncDisposable> {
  const { settings, register, clock, observe } = world
  const stack = new AsyncDisposableStack()
  const jobs = stack.use(openQueues(redisLocation(settings), queueObserver(observe)))
  const archive = await openArchive(archiveLocation(settings))
  const ports = {
    archive: dyingAt(settings, archive),
    register,
    jobs: dyingAt(settings, jobs),
    clock,
    observe,
  }
  const { oauth, user: account } = imapLocation(settings)
  const tokens = oauth === null ? undefined : openTokens(oauth, clock)
  if (tokens !== undefined) stack.use(keepFresh(tokens, 'imap', world))
  stack.use(await serveGlances(world, tokens))
  const stop = new AbortController()
  const received = {
    ...ports,
    since: seasonsBegin(world.calls),
    callId: world.calls[0].id,
    owed: new Owed(),
  }
  const watching = whileHolding(world, account, stop.signal, async (lease, signal) => {
    const staying = (folder: string) =>
      watch(world, signal, tokens, (mailbox, proved) =>
        stay(world, { ...received, lease, signal }, mailbox, folder, proved),
      )
    await Promise.all([
      ...settings.IMAP_FOLDERS.map(staying),
      settings.IMAP_JUNK.length === 0
        ? null
        : watch(world, signal, tokens, (mailbox, proved) =>
            sweepJunk(world, { ...received, lease, signal }, mailbox, proved),
          ),
      copyLetters(world, signal, tokens),
      keepFetchingAgain(world, { ...ports, fingerprintOf, lease, calls: world.calls }, signal, tokens),
    ])
  })
  stack.defer(async () => {
    stop.abort()
    await watching
  })
  return stack
}

/**
 * Connects again for ever, until told to stop. `proved` is to be called when the server did what was asked.
 */
async function watch(
  world: World,
  signal: AbortSignal,
  tokens: TokenSource | undefined,
  work: (mailbox: Mailbox, proved: () => void) => Promise<void>,
): Promise<void> {
  let wait = FIRST_WAIT_MS
  while (!signal.aborted) {
    try {
      using mailbox = await connectMailbox(imapLocation(world.settings), tokens, signal)
      await work(mailbox, () => {
        wait = FIRST_WAIT_MS
      })
    } catch (error) {
      if (!signal.aborted) world.observe({ type: 'trouble', where: 'intake', failure: asFailure(error) })
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
  world: World,
  ports: ReceivePorts,
  mailbox: Mailbox,
  path: string,
  proved: () => void,
): Promise<void> {
  const { signal, owed } = ports
  const often = world.settings.RECEPISSE_POLL_SECONDS * 1000
  while (!signal.aborted) {
    const folder = await mailbox.open(path)
    // It may be one mail’s fault that the last connection ended, and its tries are counted.
    if (owed.in(folder).length > 0) proved()
    let highest = await receive(ports, folder)
    proved()
    world.observe({ type: 'watching', folder: path })
    const fullAgainAt = performance.now() + world.settings.RECEPISSE_FULL_SECONDS * 1000
    while (!signal.aborted && performance.now() < fullAgainAt) {
      const wait = owed.in(folder).length === 0 ? often : Math.min(often, ASK_AGAIN_MS)
      await mailbox.waitForChange(wait, signal)
      if (!signal.aborted) highest = await receive(ports, folder, highest + 1)
    }
  }
}

/**
 * Folders of suspected spam, one after the other at each round trip: read as the others are, with the same
 * ledger. They are looked up each time, for a server makes one when it first needs it.
 */
async function sweepJunk(
  world: World,
  ports: ReceivePorts,
  mailbox: Mailbox,
  proved: () => void,
): Promise<void> {
  const { signal } = ports
  const { IMAP_JUNK, IMAP_FOLDERS, RECEPISSE_POLL_SECONDS } = world.settings
  while (!signal.aborted) {
    const folders = await mailbox.junkFolders(IMAP_JUNK)
    for (const path of folders.filter((one) => !IMAP_FOLDERS.includes(one)))
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
