import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openFileArchive } from '../adapters/archive/files.ts'
import { openDatabase } from '../adapters/sql/connect.ts'
import { keptMails } from '../adapters/sql/snapshot.ts'
import { Fingerprint } from '../base/ids.ts'

/** A copy of a register, and what lies beside it while a database is open or was left open. */
const COPY = /^(register-\d+T\d+Z\.db)(\.json|-shm|-wal)?$/

/**
 * Leaves the newest `keep` copies of the register in a folder of backups, and of the mails those that one of
 * them names: what the service threw away, and what was erased, leaves with the last copy that had it.
 * Returns how many copies and mails went.
 */
export async function pruneBackups(
  folder: string,
  keep: number,
): Promise<{ readonly copies: number; readonly mails: number }> {
  const files = (await readdir(folder)).filter((name) => COPY.test(name))
  const copies = [...new Set(files.map((name) => COPY.exec(name)?.[1] ?? ''))].sort().reverse()
  const kept = copies.slice(0, keep)
  const named = new Set<string>()
  for (const copy of kept) for (const mail of await mailsOf(join(folder, copy))) named.add(mail)
  const gone = copies.slice(keep)
  for (const name of files)
    if (gone.some((copy) => name.startsWith(copy))) await rm(join(folder, name), { force: true })
  return { copies: gone.length, mails: await forgetOthers(join(folder, 'archive'), named) }
}

async function mailsOf(path: string): Promise<readonly Fingerprint[]> {
  const database = await openDatabase({ kind: 'sqlite', path })
  return keptMails(database).finally(() => database.destroy())
}

async function forgetOthers(folder: string, named: ReadonlySet<string>): Promise<number> {
  const archive = await openFileArchive(folder)
  let forgotten = 0
  for (const name of await readdir(folder, { recursive: true })) {
    const mail = Fingerprint.safeParse(/([0-9a-f]{64})\.eml$/.exec(name)?.[1])
    if (!mail.success || named.has(mail.data)) continue
    await archive.forget(mail.data)
    forgotten += 1
  }
  return forgotten
}
