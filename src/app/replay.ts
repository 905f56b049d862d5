import { createMemoryArchive } from '../adapters/archive/memory.ts'
import type { SavedMail } from '../adapters/archive/saved-mails.ts'
import { createReaders } from '../adapters/readers/readers.ts'
import { openDatabase } from '../adapters/sql/connect.ts'
import { createSqlRegister } from '../adapters/sql/register.ts'
import { asFailure } from '../base/failure.ts'
import type { Fingerprint } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import { type Calls, callNamed } from '../call/calls.ts'
import type { MailReader, Understood } from '../dossier/understood.ts'
import type { Archive, Clocks } from '../evidence/evidence.ts'
import { fallbackReceipt } from '../mail/receipt-time.ts'
import type { KeptCorrection } from '../register/corrections.ts'
import type { MailRecord } from '../register/mail-record.ts'
import type { OutboxItem } from '../register/outbox.ts'
import type { Register } from '../register/register.ts'
import type { MailView } from '../register/views.ts'
import { assemble } from '../steps/assemble.ts'
import { conclusionOf } from '../steps/conclude.ts'
import type { Jobs } from '../steps/jobs.ts'
import { withKnown } from '../steps/read.ts'

/** What replay tells of one file. `copyOf`: the file that holds the same bytes and came first. */
export interface ReplayedMail {
  readonly file: string
  readonly view: MailView
  readonly letter: OutboxItem | null
  readonly copyOf: string | null
}

/** Mails read at the same time: as many as there are readers. */
const READERS = 2

/**
 * The whole pipeline on saved mails, offline, with a register that is forgotten afterwards; sends nothing.
 * Each mail is concluded as if it had just come, so the budgets of a live service (row 15) do not apply.
 */
export async function replay(
  calls: Calls,
  saved: readonly SavedMail[],
  progress: (done: number) => void,
  /** What staff corrected: judged with as ever. */
  corrections: readonly KeptCorrection[] = [],
  /** What they took in. */
  takenIn: Awaited<ReturnType<Register['takenIn']>> = [],
): Promise<readonly ReplayedMail[]> {
  const database = await openDatabase({ kind: 'sqlite', path: ':memory:' })
  try {
    await using reader = createReaders({ processes: READERS })
    const register = createSqlRegister(database)
    for (const { fingerprint, correction, by, reason, at, undone } of corrections)
      if (!undone) await register.correct(fingerprint, correction, { by, reason }, at)
    for (const { fingerprint, at, ...decision } of takenIn) await register.takeIn(fingerprint, decision, at)
    return await replayOn(register, reader, calls, saved, progress)
  } finally {
    await database.destroy()
  }
}

async function replayOn(
  register: Register,
  reader: MailReader,
  calls: Calls,
  saved: readonly SavedMail[],
  progress: (done: number) => void,
): Promise<readonly ReplayedMail[]> {
  const archive = createMemoryArchive()
  const files = await takeIn(register, archive, saved)
  const opened = new Map<Fingerprint, Opened>()
  await inParallel([...new Set(files.values())], READERS, async (fingerprint) => {
    const record = await register.mail(fingerprint)
    if (record !== null) opened.set(fingerprint, await open(archive, reader, record, calls))
    archive.drop(fingerprint)
    progress(opened.size)
  })
  const inOrder = [...(await recordsOf(register, opened))].sort((left, right) =>
    left.receivedAt < right.receivedAt
      ? -1
      : left.receivedAt > right.receivedAt
        ? 1
        : left.fingerprint < right.fingerprint
          ? -1
          : 1,
  )
  for (const one of inOrder) await settle(register, calls, one)
  return present(files, await register.mails(null), await register.letters())
}

type Opened =
  | { readonly ok: true; readonly opened: Understood }
  | { readonly ok: false; readonly code: string }

/** The service tries again for ever; a replay ends, and each mail has its line. */
const TRIES = 3

async function open(archive: Archive, reader: MailReader, record: MailRecord, calls: Calls): Promise<Opened> {
  for (let tries = 1; ; tries += 1) {
    try {
      const raw = await archive.read(record.fingerprint)
      return { ok: true, opened: await reader.readMail(raw, record, calls) }
    } catch (error) {
      const failure = asFailure(error)
      if (failure.kind === 'bug') throw failure
      if (failure.kind === 'permanent' || tries === TRIES) return { ok: false, code: failure.code }
    }
  }
}

interface Waiting {
  readonly fingerprint: Fingerprint
  readonly clocks: Clocks
  readonly receivedAt: Instant
  readonly opened: Opened
}

async function recordsOf(
  register: Register,
  opened: ReadonlyMap<Fingerprint, Opened>,
): Promise<readonly Waiting[]> {
  const waiting: Waiting[] = []
  for (const [fingerprint, one] of opened) {
    const record = await register.mail(fingerprint)
    if (record === null) continue
    const { receivedAt } = one.ok ? one.opened.receipt : fallbackReceipt(record.clocks)
    waiting.push({ fingerprint, clocks: record.clocks, receivedAt, opened: one })
  }
  return waiting
}

/** One mail, at its own time of receipt, after all those that came before it. */
async function settle(
  register: Register,
  calls: Calls,
  { fingerprint, clocks, receivedAt, opened }: Waiting,
): Promise<void> {
  if (!opened.ok)
    return register.quarantine(fingerprint, opened.code, calls[0].id, fallbackReceipt(clocks), receivedAt)
  const result = await withKnown(register, clocks, opened.opened, null)
  await register.saveRead(fingerprint, result, receivedAt)
  const ports = { ...ALONE, register, clock: { now: () => receivedAt } }
  await assemble(ports, fingerprint, calls)
  const call = callNamed(calls, result.callId)
  await register.conclude(
    fingerprint,
    (facts) =>
      conclusionOf(
        { ...facts, answersToAddressLastDay: 0, answersToApplicationLastDay: 0, answersLastHour: 0 },
        call,
        receivedAt,
        null,
      ),
    receivedAt,
  )
}

const NO_JOBS: Jobs = { add: async () => undefined }
const ALONE = { jobs: NO_JOBS, observe: () => undefined, key: null }

async function takeIn(
  register: Register,
  archive: Archive,
  saved: readonly SavedMail[],
): Promise<ReadonlyMap<string, Fingerprint>> {
  const files = new Map<string, Fingerprint>()
  for (const [index, { file, raw, fileTime, clocks: known }] of saved.entries()) {
    const fingerprint = await archive.keep(raw)
    const sighting = { account: 'replay', folder: 'replay', uidValidity: '1', uid: index + 1 }
    const clocks = known ?? { internalDate: null, observedAt: fileTime, fileTime, postmark: null }
    await register.recordSightings([{ sighting, fingerprint, bytes: raw.length, clocks }], fileTime)
    files.set(file, fingerprint)
  }
  return files
}

async function inParallel<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}

/** In order of receipt; files with the same bytes follow the first of them. */
function present(
  files: ReadonlyMap<string, Fingerprint>,
  views: readonly MailView[],
  letters: readonly OutboxItem[],
): readonly ReplayedMail[] {
  const letterOf = new Map(letters.map((letter) => [letter.fingerprint, letter]))
  return views.flatMap((view) => {
    const [first, ...copies] = [...files]
      .filter(([, fingerprint]) => fingerprint === view.fingerprint)
      .map(([file]) => file)
    if (first === undefined) return []
    const letter = letterOf.get(view.fingerprint) ?? null
    return [
      { file: first, view, letter, copyOf: null },
      ...copies.map((file) => ({ file, view, letter: null, copyOf: first })),
    ]
  })
}
