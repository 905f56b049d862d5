import { type Day, dayOf } from '../base/day.ts'
import { type Instant, later } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { composeDecision, type DecisionInput } from './decision.ts'
import type { Letter } from './outgoing.ts'
import { sampleOf } from './samples.ts'

/**
 * Letters of decision that staff can look at before any candidate does; of calls that have their templates.
 */
export const DECISION_SAMPLES = ['favourable', 'unfavourable'] as const
export type DecisionSample = (typeof DECISION_SAMPLES)[number]

/** Whether the call's file holds a text of its own for decisions of this kind. */
export function hasTemplate(call: Call, name: DecisionSample): boolean {
  return call.decisions?.[name] !== undefined
}

/** With an invented candidate and act; blanks of the template are left as they stand. */
export function decisionSampleOf(call: Call, name: DecisionSample): DecisionInput {
  const { number, to, submission } = sampleOf(call, 'complete')
  const { receivedAt } = submission.receipt
  const isReasoned = name === 'unfavourable' && call.decisions?.motivated === true
  return {
    call,
    number,
    to,
    appliedAt: receivedAt,
    kind: name === 'favourable' ? 'selected' : 'not_selected',
    act: { reference: 'Délibération n° 2026-000', on: dayAfter(receivedAt, call) },
    words: {
      text: call.decisions?.[name] ?? '',
      law: isReasoned ? 'Le règlement de l’appel, article 4.' : '',
      fact: isReasoned ? 'Le projet n’entre pas dans l’une des catégories de l’appel.' : '',
    },
    original: { messageId: '<accuse@exemple.example>', references: [] },
    decision: 1,
    version: 1,
  }
}

const SIXTY_DAYS_MS = 60 * 86_400_000

function dayAfter(instant: Instant, { deadline }: Call): Day {
  return dayOf(later(instant, SIXTY_DAYS_MS), deadline.zone)
}

/** The letter of a decision as the call would have it sent, of made-up facts: what `letter` previews. */
export function decisionSample(call: Call, name: DecisionSample): Letter {
  return composeDecision(decisionSampleOf(call, name))
}
