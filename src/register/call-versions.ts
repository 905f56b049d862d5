import { z } from 'zod'
import type { CallId } from '../base/ids.ts'
import type { Instant } from '../base/instant.ts'
import type { Author } from './author.ts'

/** The id of a draft: nobody guesses it, though nobody has to be kept from it either. */
export const DraftId = z.string().regex(/^[a-z0-9]{12,40}$/)
export type DraftId = z.infer<typeof DraftId>

/**
 * A call’s file in the making. `body` is YAML as far as it has come, faults and all: what somebody typed is
 * never lost. `source`: the published text that it was read from; empty where a file is changed.
 */
export interface CallDraft {
  readonly id: DraftId
  /** The call whose file is changed; null of a new one. */
  readonly callId: CallId | null
  /** The fingerprint of the file that is changed, as it stood; null of a new one. */
  readonly base: string | null
  readonly body: string
  readonly source: string
  /** Everybody who wrote in it: none of them can adopt what becomes of it. */
  readonly authors: readonly string[]
  readonly updatedAt: Instant
}

/** A call’s file as somebody finished it. Nothing of it is in force before another person adopts it. */
export interface CallVersion {
  readonly callId: CallId
  readonly version: number
  readonly body: string
  /** SHA-256 of the body’s bytes. */
  readonly fingerprint: string
  /** Of the file that it replaces; null where there was none. */
  readonly base: string | null
  readonly authors: readonly string[]
  readonly by: string
  readonly reason: string
  readonly at: Instant
  readonly adopted: (Author & { readonly at: Instant }) | null
}

export type NewVersion = Pick<CallVersion, 'callId' | 'body' | 'fingerprint'>

/** How calls’ files are made by several people, each step with its author. */
export interface CallRegister {
  /** The one changed last first. */
  callDrafts(): Promise<readonly CallDraft[]>
  callDraft(id: DraftId): Promise<CallDraft | null>
  beginCallDraft(draft: Omit<CallDraft, 'authors' | 'updatedAt'>, by: string, at: Instant): Promise<void>
  /**
   * Changes its text within a turn, so that two people who write at once lose nothing; null when it is gone.
   */
  changeCallDraft(
    id: DraftId,
    change: (body: string) => string,
    by: string,
    at: Instant,
  ): Promise<CallDraft | null>
  dropCallDraft(id: DraftId): Promise<void>
  /** The draft becomes the call’s next version and is gone; returns its number. */
  writeCallVersion(id: DraftId, version: NewVersion, written: Author, at: Instant): Promise<number>
  /** The newest first; of all calls when none is named. */
  callVersions(callId: CallId | null): Promise<readonly CallVersion[]>
  callVersion(callId: CallId, version: number): Promise<CallVersion | null>
  /**
   * The version is in force; with `deadline`, its deadline is adopted in the same act. Failure('permanent',
   * 'adopted-already') when it, or a later one, is.
   */
  adoptCallVersion(
    version: Pick<CallVersion, 'callId' | 'version'>,
    adoption: Author,
    deadline: string | null,
    at: Instant,
  ): Promise<void>
}

/** Not adopted, and nothing later is. */
export function waits(one: CallVersion, all: readonly CallVersion[]): boolean {
  return !all.some(
    ({ callId, version, adopted }) => callId === one.callId && version >= one.version && adopted !== null,
  )
}
