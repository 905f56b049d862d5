import type { FailureCode } from './failures/failures.ts'

/**
 * What a failed attempt means for the next one.
 * - transient: the same attempt may succeed later (server down, disk full, lock held): retry with back-off.
 * - permanent: this input will never succeed: a person must look; retrying is noise.
 * - bug: the program broke its own promise: stop, keep the evidence, tell a developer.
 */
export type FailureKind = 'transient' | 'permanent' | 'bug'

/**
 * A failure that knows its kind. `code` is stable and safe to log; `message` is for operators: what
 * happened, where, what to do. Neither ever holds an address, a name, a subject or content.
 */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly kind: FailureKind
  readonly code: FailureCode

  constructor(kind: FailureKind, code: FailureCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.kind = kind
    this.code = code
  }
}

/** Whatever was thrown, as a Failure; what nobody classified is a bug. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown
  const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
  return new Failure('bug', 'unclassified', message, { cause: thrown })
}
