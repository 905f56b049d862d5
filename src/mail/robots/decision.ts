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

/** A person has to decide how it is acknowledged. */
export function isHeld(decision: AnswerDecision | null): boolean {
  return decision !== null && !decision.send && decision.held
}
