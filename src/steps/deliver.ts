import { type EnvelopeKey, taggedAddress, tagOf, withSealedLoop } from '../acknowledgement/envelope.ts'
import type { Letter } from '../acknowledgement/outgoing.ts'
import type { OutboxId } from '../base/ids.ts'
import { type Clock, type Instant, later, millisecondsBetween } from '../base/instant.ts'
import type { OutboxItem, OutboxRegister, SendOutcome } from '../register/outbox.ts'
import type { Observe } from './events.ts'

/**
 * The submission server's answer, as the adapter classified it; `uncertain`: it may have taken the letter
 * before it was lost.
 */
export type SubmissionAnswer =
  | { readonly kind: 'accepted'; readonly reply: string }
  | { readonly kind: 'refused'; readonly reply: string }
  | {
      readonly kind: 'later'
      readonly reply: string
      readonly uncertain: boolean
      /** For how long the server wants nothing, where it said so; in milliseconds. */
      readonly waitMs?: number | undefined
      /** False when the server was not even asked: no attempt of the letter's. */
      readonly isAsked?: boolean | undefined
    }

/** Hands letters over to whatever sends them. */
export interface Submission extends AsyncDisposable {
  /**
   * `envelopeId` is asked back in notices of non-delivery, where the server offers DSN (RFC 3461), or travels
   * with the letter.
   */
  submit(letter: Letter, date: Instant, envelopeId: string): Promise<SubmissionAnswer>
  /** Enters as it does for a letter, and sends nothing. */
  verify(): Promise<void>
}

export interface DeliverPorts {
  readonly register: OutboxRegister
  /** `envelopeId`: what a notice of non-delivery quotes (RFC 3461, ENVID). */
  readonly submit: (letter: Letter, date: Instant, envelopeId: string) => Promise<SubmissionAnswer>
  readonly clock: Clock
  readonly observe: Observe
  /** `<instance>#<life>`: whose intent it is. */
  readonly owner: string
  /** Signs the envelope address of each letter. */
  readonly key: EnvelopeKey
  /** So many letters of programs in ten minutes, and nothing more leaves until a person says so. */
  readonly breakerAt: number
}

/** Longer than any attempt can take, so that a lease that is over means a sender that is gone. */
const LEASE_MS = 5 * 60_000
/** Waits after each failed attempt; the last one is repeated: a letter that is due stays due. */
const WAITS_MS = [5_000, 30_000, 60_000, 5 * 60_000, 15 * 60_000, 30 * 60_000] as const

/**
 * Sends one letter of the outbox: intent committed, handed over, result committed. A crash in between leaves
 * the intent, which `releaseClaims` makes due again under the same Message-ID.
 */
export async function deliver(ports: DeliverPorts, outboxId: OutboxId): Promise<void> {
  const at = ports.clock.now()
  const item = await ports.register.claim(outboxId, ports.owner, at, later(at, LEASE_MS), ports.breakerAt)
  if (item === null) return
  const tag = tagOf(outboxId, ports.key)
  const envelopeFrom = taggedAddress(item.letter.envelopeFrom, tag)
  const headers = withSealedLoop(item.letter.headers, item.letter.messageId, ports.key)
  const answer = await ports.submit({ ...item.letter, envelopeFrom, headers }, at, tag)
  const outcome = outcomeOf(answer, item.attempts, ports.clock.now())
  await ports.register.settle(outboxId, ports.owner, outcome, ports.clock.now())
  ports.observe(eventOf(item, outcome, ports.clock.now()))
}

function outcomeOf(answer: SubmissionAnswer, attempts: number, now: Instant): SendOutcome {
  switch (answer.kind) {
    case 'accepted':
      return { kind: 'sent', reply: answer.reply }
    case 'refused':
      return { kind: 'refused', reply: answer.reply }
    case 'later': {
      const { reply, uncertain, isAsked = true } = answer
      const wait = answer.waitMs ?? WAITS_MS[Math.min(attempts, WAITS_MS.length) - 1] ?? WAITS_MS[0]
      return { kind: 'later', reply, uncertain, nextAt: later(now, Math.ceil(wait)), isAttempt: isAsked }
    }
  }
}

function eventOf(item: OutboxItem, outcome: SendOutcome, now: Instant): Parameters<Observe>[0] {
  const outboxId = item.id
  switch (outcome.kind) {
    case 'sent':
      return { type: 'letter-sent', outboxId, waited: millisecondsBetween(item.createdAt, now) }
    case 'refused':
      return { type: 'letter-refused', outboxId }
    case 'later':
      return { type: 'letter-postponed', outboxId, uncertain: outcome.uncertain }
  }
}
