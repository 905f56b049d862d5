import { Failure } from '../../base/failure.ts'
import type { FailureCode } from '../../base/failures/failures.ts'
import type { Calls } from '../../call/calls.ts'
import type { Lessons, Order, Told } from './messages.ts'

/** What an order was answered with. */
export interface Answer {
  readonly told: Told
  readonly attached: Uint8Array
}

/** Who has orders carried out, where a stranger's bytes meet nothing. */
export interface OrderTaker extends AsyncDisposable {
  /** `order`: as it is given, with what earlier attempts at it have taught. `bytes`: what it is about. */
  carryOut(
    order: (lessons: Lessons) => Order,
    bytes: Uint8Array,
    calls: Calls | null,
  ): Promise<readonly Answer[]>
}

export const ANSWERS: ReadonlySet<Told['kind']> = new Set([
  'files',
  'understood',
  'refused',
  'parsed',
  'part',
  'bytes',
])

const REFUSED: Readonly<Partial<Record<FailureCode, string>>> = {
  'not-a-mail': 'these bytes have no header field',
  'head-too-long': 'its head holds more than a megabyte, or more than two thousand fields',
  'stand-in': 'the server handed over a notice in the place of a mail',
  'ended-its-reader': 'the processes that read it ended, or took more than they may',
}

/** What a reader says of bytes that it cannot read: permanent, in words without anything of theirs. */
export function refusal(code: FailureCode): Failure {
  return new Failure('permanent', code, REFUSED[code] ?? 'these bytes cannot be read as a mail')
}
