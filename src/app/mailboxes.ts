import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { lockFile } from '../adapters/lock/file.ts'
import { asFailure, type Failure } from '../base/failure.ts'
import { type MailboxOfService, mailboxesOf } from '../settings/mailboxes.ts'
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
}

/** What « run » itself adds: where its Redis is, whether a sender stands beside. */
export type Told = Readonly<Record<string, string>>

/**
 * Takes those that can be worked for. One of several whose settings cannot be used, or whose data another
 * service has, is told and left out; a service without any is refused with the failure of the first.
 */
export function takeMailboxes(stack: AsyncDisposableStack, observe: Observe): TakenMailboxes {
  const { mailboxes, refused } = mailboxesOf()
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
    toldTo: (name, sockets, told) =>
      asTheyStand(taken).map(({ id, environment }) => ({
        id,
        environment: {
          ...environmentFor(name, readSettings(environment), environment),
          ...told,
          RECEPISSE_SOCKETS: id === null ? sockets : folderIn(sockets, id),
        },
      })),
  }
}

function folderIn(sockets: string, id: string): string {
  const folder = join(sockets, id)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** Their files may have changed since; what cannot be used now is left as it was. */
function asTheyStand(taken: readonly MailboxOfService[]): readonly MailboxOfService[] {
  const now = new Map(mailboxesOf().mailboxes.map((one) => [one.id, one]))
  return taken.map((one) => {
    const fresh = now.get(one.id) ?? one
    try {
      readSettings(fresh.environment)
      return fresh
    } catch {
      return one
    }
  })
}
