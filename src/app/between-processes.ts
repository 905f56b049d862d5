import { z } from 'zod'
import { ToldCode } from '../base/failures/failures.ts'

/**
 * The first word of a parent to its process: what it works by, as an environment for each mailbox. `id`: null
 * in a service of one.
 */
export const FirstWord = z.object({
  mailboxes: z.array(z.object({ id: z.string().nullable(), environment: z.record(z.string(), z.string()) })),
})
export type FirstWord = z.infer<typeof FirstWord>
/** What a process sends its parent when it works. */
export const READY = 'ready'
/** What it sends from then on, each second: its event loop goes round. */
export const BEAT = 'beat'
export const BEAT_EVERY_MS = 1_000
/** What the parent asks for the numbers of a process, and what comes back. */
export const METRICS = 'metrics'
export const MetricsAnswer = z.object({ metrics: z.array(z.looseObject({})) })
/** The last word of a process that refuses its configuration: why, for whoever started the service. */
export const Refusal = z.object({ refused: z.object({ code: ToldCode, message: z.string() }) })
export type Refusal = z.infer<typeof Refusal>
/** An exit code that says: do not start me again, somebody must change something first. */
export const EXIT_CONFIGURATION = 2
