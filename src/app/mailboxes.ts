import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { lockFile } from '../adapters/lock/file.ts'
import { asFailure, type Failure } from '../base/failure.ts'
import type { Environment } from '../settings/environment.ts'
import { mailboxesOf } from '../settings/mailboxes.ts'
import { environmentFor, type ProcessName } from '../settings/secrets.ts'
import { dataPaths, readSettings } from '../settings/settings.ts'
import type { Observe } from '../steps/events.ts'
import type { Mailboxes } from './kept-process.ts'

/** The mailboxes that this service works for, each under the lock of its data folder. */
export interface TakenMailboxes {
  /**
   * What a process is told at its start, of settings and secrets as they stand then. `sockets`: a folder in
   * which each has one of its own.
   */
  toldTo(name: ProcessName, sockets: string, told: Told): Mailboxes
  /** Why some of several are not worked for; null where all are. */
  readonly leftOut: string | null
}

/** What « run » itself adds: where its Redis is, whether a sender stands beside. */
export type Told = Readonly<Record<string, string>>
type Own = Readonly<Record<string, string>>

/**
 * Takes those that can be worked for. One of several whose settings cannot be used, or whose data another
 * service has, is told and left out; a service without any is refused with the failure of the first.
 */
export function takeMailboxes(stack: AsyncDisposableStack, observe: Observe): TakenMailboxes {
  const { mailboxes, refused } = mailboxesOf()
  const before = new Map<string, Own>()
  const leftOut: Failure[] = refused.map(({ failure }) => failure)
  const taken = mailboxes.filter(({ environment }) => {
    try {
      stack.use(lockFile(dataPaths(readSettings(environment)).lock))
      return true
    } catch (error) {
      leftOut.push(asFailure(error))
      return false
    }
  })
  const [first] = leftOut
  if (taken.length === 0 && first !== undefined) throw first
  for (const failure of leftOut) observe({ type: 'trouble', where: 'mailbox', failure })
  return {
    leftOut: leftOut.length === 0 ? null : leftOut.map(({ message }) => message).join('; '),
    toldTo(name, sockets, told) {
      const now = new Map(mailboxesOf().mailboxes.map((one) => [one.id, one]))
      return taken.flatMap(({ id, environment }) => {
        const own = asItStands(name, id, now.get(id)?.environment ?? environment)
        const place = id === null ? sockets : folderIn(sockets, id)
        return own === null ? [] : [{ id, environment: { ...own, ...told, RECEPISSE_SOCKETS: place } }]
      })
    },
  }

  /** Where a file cannot be read just now, one of several is told what it was told before. */
  function asItStands(name: ProcessName, id: string | null, environment: Environment): Own | null {
    const key = `${name} ${id}`
    try {
      const own = environmentFor(name, readSettings(environment), environment)
      before.set(key, own)
      return own
    } catch (error) {
      if (id === null) throw error
      observe({ type: 'trouble', where: 'mailbox', failure: asFailure(error) })
      return before.get(key) ?? null
    }
  }
}

function folderIn(sockets: string, id: string): string {
  const folder = join(sockets, id)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}
