import { createMemoryArchive } from '../adapters/archive/memory.ts'
import type { SavedMail } from '../adapters/archive/saved-mails.ts'
import { createMailParser } from '../adapters/mime/parse.ts'
import { createDocumentReader } from '../adapters/readers/document-reader.ts'
import { openDatabase } from '../adapters/sql/connect.ts'
import { createSqlRegister } from '../adapters/sql/register.ts'
import type { Fingerprint } from '../base/ids.ts'
import type { Clock, Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import type { MailView, OutboxItem } from '../register/register.ts'
import { assemble } from '../steps/assemble.ts'
import { conclusionOf } from '../steps/conclude.ts'
import type { Jobs } from '../steps/jobs.ts'
import { read } from '../steps/read.ts'

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
 * The whole pipeline on saved mails, offline, with a register that is forgotten afterwards; sends nothing. Each
 * mail is concluded as if it had just come, so the budgets of a live service (row 15) do not apply.
 */
export async function replay(
  call: Call,
  saved: readonly SavedMail[],
  progress: (done: number) => void,
): Promise<readonly ReplayedMail[]> {
  await using database = await openDatabase({ kind: 'sqlite', path: ':memory:' }).then((opened) => ({
    opened,
    [Symbol.asyncDispose]: () => opened.destroy(),
  }))
  await using reader = createDocumentReader({ processes: READERS })
  const register = createSqlRegister(database.opened)
  const archive = createMemoryArchive()
  const clock = {
    at: saved[0]?.fileTime as Instant,
    now() {
      return this.at
    },
  } satisfies Clock & { at: Instant }
  const ports = {
    archive,
    register,
    reader,
    clock,
    jobs: NO_JOBS,
    observe: () => undefined,
    parser: createMailParser(),
  }
  const files = await takeIn(saved, async (mail, index) => {
    const fingerprint = await archive.keep(mail.raw)
    const clocks = { internalDate: null, observedAt: mail.fileTime, fileTime: mail.fileTime }
    const sighting = { account: 'replay', folder: 'replay', uidValidity: '1', uid: index + 1 }
    await register.recordSightings(
      [{ sighting, fingerprint, bytes: mail.raw.length, clocks }],
      call.id,
      mail.fileTime,
    )
    return fingerprint
  })
  let done = 0
  await inParallel([...new Set(files.values())], READERS, async (fingerprint) => {
    await read(ports, fingerprint, call)
    archive.drop(fingerprint)
    progress(++done)
  })
  for (const view of await register.mails(call.id)) {
    clock.at = view.receipt?.receivedAt ?? clock.at
    await assemble(ports, view.fingerprint, call)
    await register.conclude(
      view.fingerprint,
      (facts) => conclusionOf({ ...facts, answersToAddressLastDay: 0, answersLastHour: 0 }, call, clock.at),
      clock.at,
    )
  }
  return present(files, await register.mails(call.id), await register.letters())
}

const NO_JOBS: Jobs = { add: async () => undefined }

async function takeIn(
  saved: readonly SavedMail[],
  take: (mail: SavedMail, index: number) => Promise<Fingerprint>,
): Promise<ReadonlyMap<string, Fingerprint>> {
  const files = new Map<string, Fingerprint>()
  for (const [index, mail] of saved.entries()) files.set(mail.file, await take(mail, index))
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
