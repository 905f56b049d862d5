import { z } from 'zod'
import { Letter } from '../acknowledgement/outgoing.ts'
import { asFailure } from '../base/failure.ts'
import { Instant } from '../base/instant.ts'
import { Announcement } from '../register/announcements.ts'
import type { Settings } from '../settings/settings.ts'
import type { DeliverPorts } from '../steps/deliver.ts'
import { Notice } from '../steps/raise-alarms.ts'
import { type Answers, askAtCounter } from './counter.ts'
import { socketOf } from './sockets.ts'

const SubmissionAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['accepted', 'refused']), reply: z.string() }),
  z.object({
    kind: z.literal('later'),
    reply: z.string(),
    uncertain: z.boolean(),
    waitMs: z.number().nonnegative().optional(),
    isAsked: z.boolean().optional(),
  }),
])

/** What the office asks of the sender, which holds the accounts that lead outside and no register. */
export const DISPATCH = {
  /** One letter to the submission server. `envelopeId`: what a notice of non-delivery quotes. */
  submit: {
    question: z.object({ letter: Letter, date: Instant, envelopeId: z.string() }),
    answer: SubmissionAnswer,
  },
  /** Which other channels are set: for alarms, for what the register tells other programs. */
  channels: { question: z.object({}), answer: z.object({ alarms: z.boolean(), events: z.boolean() }) },
  notify: { question: z.object({ notice: Notice }), answer: z.null() },
  announce: {
    question: z.object({ id: z.string(), announcement: Announcement, at: Instant }),
    answer: z.null(),
  },
} as const
export type Dispatch = Answers<typeof DISPATCH>

/** Longer than a submission server may take at each of its answers, shorter than an intent holds. */
const WITHIN_MS = 4 * 60_000

/** The sender of this machine, as the office asks it. */
export function dispatchThrough(settings: Settings): Dispatch {
  return askAtCounter(socketOf(settings, 'sender'), DISPATCH, 'sender', WITHIN_MS)
}

/** A letter that nobody was there to take is due again; one of which nothing is known may have left. */
export function submittingThrough({ submit }: Dispatch): DeliverPorts['submit'] {
  return async (letter, date, envelopeId) => {
    try {
      return await submit({ letter, date, envelopeId })
    } catch (error) {
      const { kind, code, message } = asFailure(error)
      if (kind === 'bug') throw error
      return { kind: 'later', reply: message, uncertain: code !== 'nobody-at-counter' }
    }
  }
}
