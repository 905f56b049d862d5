import { createHash } from 'node:crypto'
import { Failure } from '../base/failure.ts'
import type { CallId } from '../base/ids.ts'
import type { Clock } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { deadlineText } from '../call/deadline.ts'
import type { Author } from '../register/author.ts'
import type { CallVersion } from '../register/call-versions.ts'
import type { Register } from '../register/register.ts'

/** A call’s file where the service reads it. */
export interface HeldCallFile {
  readonly path: string
  readonly text: string
}

/** The calls’ files on disk, which are the truth: what people edit there by hand counts as well. */
export interface CallFiles {
  /** Null where the service has no file of that call. */
  held(callId: CallId): HeldCallFile | null
  /** Where it is, or would be; `taken`: the service finds it there by itself. */
  placeOf(callId: CallId): { readonly path: string; readonly taken: boolean }
  /** Whole or not at all. Failure('permanent', 'call-file-unwritable'). */
  put(callId: CallId, text: string): Promise<void>
}

export interface AdoptCallPorts {
  readonly register: Register
  readonly clock: Clock
  readonly callFiles: CallFiles
}

/** What tells whether a file is the one that was looked at. */
export function callFingerprint(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/**
 * A second person puts a version in force: the file is written where the service reads it, then the adoption
 * is recorded, with the deadline in the same transaction. Failures, all permanent: « own-version » for one of
 * its authors, « call-file-moved » when somebody changed the file meanwhile, « call-file-unwritable ».
 */
export async function adoptCall(
  { register, clock, callFiles }: AdoptCallPorts,
  version: CallVersion,
  call: Call,
  adoption: Author,
): Promise<void> {
  if (isAuthor(version, adoption.by))
    throw new Failure('permanent', 'own-version', 'whoever wrote in a version does not adopt it')
  if (standingOf(version, callFiles.held(version.callId)) === 'moved')
    throw new Failure('permanent', 'call-file-moved', 'the file on disk is neither this version nor its base')
  await putWhereMissing(version, callFiles)
  const deadline = await register.adoptedDeadline(call.id)
  const text = deadlineText(call)
  const changed = deadline !== null && deadline.body !== text
  await register.adoptCallVersion(version, adoption, changed ? text : null, clock.now())
}

async function putWhereMissing(version: CallVersion, callFiles: CallFiles): Promise<void> {
  const held = callFiles.held(version.callId)
  if (held !== null && callFingerprint(held.text) === version.fingerprint) return
  await callFiles.put(version.callId, version.body)
}

/** Whether somebody wrote in this version, and so may not adopt it. */
export function isAuthor({ authors }: Pick<CallVersion, 'authors'>, email: string): boolean {
  return authors.some((author) => author.toLowerCase() === email.toLowerCase())
}

/** How the file on disk stands to a version: it is it, it is what it replaces, or somebody changed it. */
export function standingOf(
  { fingerprint, base }: Pick<CallVersion, 'fingerprint' | 'base'>,
  held: HeldCallFile | null,
): 'same' | 'base' | 'moved' {
  const now = held === null ? null : callFingerprint(held.text)
  if (now === fingerprint) return 'same'
  return now === base ? 'base' : 'moved'
}
