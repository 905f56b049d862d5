import { z } from 'zod'

/**
 * Whether a mail is acknowledged by itself. `held`: it must be acknowledged in law but a person decides how
 * (CRPA L112-11; the timers of R112-11-2 run). `reason` is the id of the row of the decision table.
 */
export const AnswerDecision = z.discriminatedUnion('send', [
  z.object({ send: z.literal(true), to: z.string(), reason: z.string() }),
  z.object({ send: z.literal(false), held: z.boolean(), reason: z.string() }),
])
export type AnswerDecision = z.infer<typeof AnswerDecision>

/** Rows by which the address that a mail came from is not, or not surely, that of who applied. */
export const ROWS_OF_SOMEBODY_ELSE: ReadonlySet<string> = new Set([
  '02-own-loop',
  '03-null-return-path',
  '04-report',
  '05-auto-submitted',
  '07-list-or-responder',
  '08-robot-address',
  '10-forged-sender',
  '11-internal-sender',
  '16-no-return-path',
])

/** A person must say to whom it is acknowledged. */
export function isFromSomebodyElse(decision: AnswerDecision | null): boolean {
  return decision !== null && !decision.send && ROWS_OF_SOMEBODY_ELSE.has(decision.reason)
}

/** A person has to decide how it is acknowledged. */
export function isHeld(decision: AnswerDecision | null): boolean {
  return decision !== null && !decision.send && decision.held
}
