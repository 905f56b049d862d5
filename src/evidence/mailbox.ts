import type { Failure } from '../base/failure.ts'
import type { Sighting, WatchedFolder } from './evidence.ts'
import type { GlanceAnswer } from './glance.ts'

/** A way into an account, open until it is disposed of: a connection of IMAP, or Microsoft Graph. */
export interface Mailbox extends Disposable {
  open(folder: string): Promise<WatchedFolder>
  /**
   * The folders of suspected spam, by `names`, or those that the server marks or names so; without those
   * that are `watched` as others are.
   */
  junkFolders(names: readonly string[] | 'auto', watched?: readonly string[]): Promise<readonly string[]>
  openJunk(folder: string): Promise<WatchedFolder>
  /** Looks at one mail where it lies; nothing is marked and nothing of its content fetched. */
  glance(sighting: Sighting): Promise<GlanceAnswer>
  /** Until the server tells of news, where it does, or so long. */
  waitForChange(milliseconds: number, signal: AbortSignal): Promise<void>
  /** A round trip that changes nothing: servers and firewalls forget a line on which nothing is said. */
  prove(): Promise<void>
}

/** Whether a folder was asked for that is not there, or no more. */
export function isFolderMissing({ code }: Failure): boolean {
  return code === 'imap-folder-missing' || code === 'graph-folder-missing'
}
