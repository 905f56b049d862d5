import { z } from 'zod'
import { Instant } from '../base/instant.ts'

/** A time in which our own service did not watch the mailbox. */
export const Outage = z.object({ from: Instant, until: Instant })
export type Outage = z.infer<typeof Outage>
