import type { Instant } from '../../base/instant.ts'
import type { Call } from '../../call/call.ts'
import { comparableAddress } from '../hosts.ts'
import type { Mail } from '../mail.ts'
import type { Triage } from '../triage.ts'
import type { AnswerDecision } from './decision.ts'

/** What the register and the clock know when an answer is decided. */
export interface AnswerFacts {
  /** This mail, by its fingerprint or Message-ID, has its acknowledgement. */
  readonly alreadyAcknowledged: boolean
  /** Addresses of ours beside those that the call's file names. */
  readonly ownAddresses: readonly string[]
  /** Whether one of these message ids is that of an acknowledgement of ours. */
  readonly ownMessageIds: (ids: readonly string[]) => boolean
  /** Acknowledgements sent to the destination in the last 24 hours (`destinationOf` says which address). */
  readonly sentToAddressLastDay: number
  /** Acknowledgements about the same application in the last 24 hours, whatever the addresses. */
  readonly sentToApplicationLastDay: number
  /** This mail repeats what came before, and its sender was told so of another one. */
  readonly duplicateTold: boolean
  /** It writes the number of an application that it may belong to, and is not part of. */
  readonly namesAlike: boolean
  /** Too many letters left at once: nothing leaves by itself until an operator says so. */
  readonly breakerOpen: boolean
  /** A filter put it among the suspected spam, and nobody took it out. */
  readonly onlyInJunk: boolean
  /**
   * When the register was last restored from a backup: what came before may have been answered by a life it
   * does not know.
   */
  readonly restoredAt: Instant | null
  /** Acknowledgements sent in the last hour to senders of the same purse (`purseOf`). */
  readonly sentLastHour: number
  readonly receivedAt: Instant
  readonly now: Instant
  /**
   * A piece, or a file inside one, is infected or a program: the mail endangers the system (CRPA L112-11,
   * last paragraph).
   */
  readonly infected: boolean
  /** The text of the mail itself is enciphered. */
  readonly textEnciphered: boolean
}

export interface AnswerInput {
  readonly mail: Mail
  readonly triage: Triage
  readonly call: Call
  readonly known: AnswerFacts
}

/**
 * A row of the table of domain.md 5.3: an id, the test in words, and the decision when the test is met.
 * Null: the row does not apply, the next one is asked.
 */
export interface Rule {
  readonly id: string
  readonly test: string
  readonly decide: (input: AnswerInput) => AnswerDecision | null
}

/** Nobody is answered and nobody has to be. */
export function dropped(reason: string): AnswerDecision {
  return { send: false, held: false, reason }
}

/**
 * « ACK_MANUEL if candidature-like »: what was handed in must be acknowledged, a question or a withdrawal
 * waits for an answer; so a person decides how (CRPA L112-11). Thanks, newsletters, robots and the rest wait
 * for nobody.
 */
export function heldIfAwaited({ triage }: AnswerInput, reason: string): AnswerDecision {
  const idle = triage.grounds.some((ground) => NOBODY_WAITS.has(ground))
  const inquiry = triage.nature === 'inquiry' && !idle
  return { send: false, held: triage.nature === 'submission' || inquiry, reason }
}

/** Grounds of inquiries that call for nothing: they are kept, and are no task. */
const NOBODY_WAITS: ReadonlySet<string> = new Set(['thanks', 'newsletter'])

/**
 * All addresses that are ours: of the call's file and of the register, in the form in which they are
 * compared.
 */
export function ownAddressesOf(input: AnswerInput): ReadonlySet<string> {
  const { call, known } = input
  const { from, bouncesTo } = call.acknowledgement
  const trial = call.mailbox.trial === undefined ? [] : [call.mailbox.trial]
  return new Set(
    [call.mailbox.address, ...trial, from, bouncesTo, ...known.ownAddresses].map(comparableAddress),
  )
}
